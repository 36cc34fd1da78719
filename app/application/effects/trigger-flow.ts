import type { ShipmentExceptionTrigger } from "#app/contracts/webhooks.ts";
import { dateIn, daysBetween, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { AdminApi, OrderForShopper, ReadModels, ShopDirectory } from "../ports.ts";
import { firstDateOf } from "../queries/first-date.ts";
import { ofAdminFailure } from "./outcome.ts";

/** Starts the merchant's Flow workflows. Flow has no key of ours: a repeat after a lost answer can start a workflow twice. */
export const triggerFlow =
  ({ reads, admin, shops, adminUrl }: { readonly reads: ReadModels; readonly admin: AdminApi; readonly shops: Pick<ShopDirectory, "find">; readonly adminUrl: (shop: string, path: string) => string }): Effect<"trigger_flow"> =>
  async (item, intent, now) => {
    if (intent.caseId === null || intent.orderId === null || intent.shipmentId === null || intent.news !== "shipment.exception") return { outcome: "skipped", because: "Flow has no trigger for this." };
    const [about, found, shop] = await Promise.all([reads.caseById(item.shop, intent.caseId), reads.order(item.shop, { by: "id", orderId: intent.orderId }), shops.find(item.shop)]);
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!about) return { outcome: "skipped", because: "The case is not known any more." };
    const customer = found?.journey.order?.customerId;
    const payload: ShipmentExceptionTrigger = {
      order_id: intent.orderId,
      ...(customer ? { customer_id: customer } : {}),
      "Exception type": caseProfile(about.category).label,
      "Carrier": about.carrier ?? "",
      "Tracking number": about.trackingNumber ?? "",
      "Explanation": about.because,
      "Days late": found ? daysLate(found, intent.shipmentId, dateIn(now, shop.zone)) : 0,
      "Case URL": adminUrl(item.shop, `/app/shipments/${intent.shipmentId}`),
    };
    const told = await admin.triggerFlow(item.shop, "shipment-exception", payload);
    return told.outcome === "accepted" ? { outcome: "sent", detail: null } : ofAdminFailure(item, told, now);
  };

/** Whole days between the last day first promised and the last day expected now, or today where no date is left. */
const daysLate = (found: OrderForShopper, shipment: ShipmentId, today: CalendarDate): number => {
  const first = firstDateOf(found, shipment);
  const present = found.journey.estimates[shipment];
  if (first?.kind !== "window") return 0;
  return Math.max(0, daysBetween(first.latest, present?.kind === "window" ? present.latest : today));
};

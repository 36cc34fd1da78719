import { startOfDay } from "#app/domain/shared/calendar.ts";
import { hours, plus } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { AdminApi, ReadModels, ShopDirectory } from "../ports.ts";
import { shownOf } from "../queries/shown-of.ts";
import { ofAdminFailure } from "./outcome.ts";

type Ports = { readonly reads: Pick<ReadModels, "order">; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly admin: Pick<AdminApi, "publishEstimate">; readonly shown: ShownRecorder };

/** A date that moves faster than this is told by the intents of its moves. */
const MOST_WORDS = 3;

/**
 * Tells Shopify's own order pages the last day of a parcel's window. What it says is what holds when it is sent, not when it was planned: a date that moved on
 * before it was ever sent is left to the intent of that move, so that no day is told twice. Where it moved while Shopify was being told, another worker may have
 * told the newer day in between: then that is said once more, so that the last word is what holds.
 */
export const publishEstimate =
  ({ reads, shops, admin, shown }: Ports): Effect<"publish_estimate"> =>
  async (item, intent, now) => {
    const [record, { policy }] = await Promise.all([shops.find(item.shop), shops.settings(item.shop)]);
    const look = async () => {
      const found = await reads.order(item.shop, { by: "id", orderId: intent.orderId });
      return { found, shipment: found?.journey.shipments.find((one) => one.id === intent.shipmentId), estimate: found?.journey.estimates[intent.shipmentId] };
    };
    for (let { found, shipment, estimate } = await look(), words = 1; ; words += 1) {
      if (!record || !found || !shipment || shipment.cancelled) return { outcome: "skipped", because: "The parcel is not known any more." };
      if (!policy.promise.publishToShopify) return { outcome: "skipped", because: "The merchant does not want dates on Shopify's own pages." };
      if (estimate?.kind !== "window" || shipment.timeline.deliveredAt !== null) return { outcome: "skipped", because: "There is no date to tell." };
      if (words === 1 && item.attempts <= 1 && intent.last !== undefined && intent.last !== estimate.latest) return { outcome: "skipped", because: "The date has moved on since, and is told with that." };
      const told = await admin.publishEstimate(item.shop, shipment.fulfillmentId, {
        milestone: shipment.timeline.milestone, happenedAt: now,
        estimatedDeliveryAt: plus(startOfDay(estimate.latest, record.zone), hours(20)), // parcels come by eight in the evening; Shopify shows the day
      });
      if (told.outcome === "not_said") return { outcome: "skipped", because: told.because };
      if (told.outcome !== "published") return ofAdminFailure(item, told, now);
      shown.note(item.shop, shownOf(found.journey, { surface: "shopify", now, policy, only: shipment.id }));
      const said = estimate;
      ({ found, shipment, estimate } = await look());
      const holds = estimate?.kind !== "window" || estimate.latest === said.latest;
      if (holds || words === MOST_WORDS) return { outcome: "sent", detail: `${said.earliest} – ${said.latest}` };
    }
  };

import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { FlowTold, FlowTriggerHandle, FlowTriggers } from "#app/contracts/flow-triggers.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import { dateIn, daysBetween, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { Member } from "#app/domain/workflows/cases/case-settings.ts";
import type { Telling } from "#app/domain/workflows/intent.ts";
import type { OrderForShopper, ShopRecord } from "../ports.ts";
import { firstDateOf } from "../queries/first-date.ts";

/** What a trigger is told about. `url`: the address of a page of ours within the shop's admin. */
export type FlowAbout = {
  readonly shop: Pick<ShopRecord, "zone">; readonly now: Instant; readonly found: OrderForShopper | null; readonly about: CaseRow | null; readonly members: readonly Member[];
  readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly details: NonNullable<Telling["details"]>; readonly url: (page: string) => string;
};

const SEVERITIES = ["notice", "warning", "critical"] as const;

/** What is not known any more is told empty; null: there is nothing left to tell of. */
export const flowTold = (handle: FlowTriggerHandle, flow: FlowAbout): FlowTold | null => {
  const { about, details, url, shipmentId, shop, found, now } = flow;
  const text = (key: string): string => { const value = details[key]; return value === undefined || value === null ? "" : String(value); };
  const number = (key: string): number => { const value = details[key]; return typeof value === "number" ? value : 0; };
  const because = text("because");
  const told = { ...references(flow), ...parcelOf(flow), Explanation: because === "" ? (about?.because ?? "") : because };
  const shipmentUrl = shipmentId === null ? url("/app/shipments") : url(`/app/shipments/${encodeURIComponent(shipmentId)}`);
  const caseUrl = about === null ? shipmentUrl : url(`/app/cases/${encodeURIComponent(about.id)}`);
  const late = daysLate(flow, dateIn(now, shop.zone));
  switch (handle) {
    case "shipment-exception":
      return about && { handle, payload: { ...told, "Exception type": caseProfile(about.category).label, "Exception code": about.category, "Days late": late, "Case URL": caseUrl } };
    case "shipment-silent": {
      const hours = number("hours");
      return { handle, payload: { ...told, Explanation: told.Explanation || `Nobody has heard of it for ${hours} hours.`, "Stage": text("stage"), "Hours silent": hours, "Days late": late, "Case URL": caseUrl } };
    }
    case "delivery-date-changed":
      return { handle, payload: { ...told, "Previous date": text("from"), "New date": text("to"), "Days later": number("days"), "Shipment URL": shipmentUrl } };
    case "shipment-at-risk": {
      const percent = Math.round(number("probability") * 100);
      return { handle, payload: { ...told, Explanation: told.Explanation || `The chance that it arrives after ${text("promised")} is ${percent} %.`, "Promised date": text("promised"), "Probability percent": percent, "Shipment URL": shipmentUrl } };
    }
    case "shipment-delivered": {
      const at = found?.journey.shipments.find((one) => one.id === shipmentId)?.timeline.deliveredAt ?? null;
      if (at === null) return null;
      const day = dateIn(at, shop.zone);
      const after = shipmentId === null ? 0 : daysAfterFirst(found, shipmentId, day);
      return { handle, payload: { ...told, Explanation: told.Explanation || `Delivered on ${day}${after > 0 ? `, ${after} ${after === 1 ? "day" : "days"} later than first promised` : ""}.`, "Delivered on": day, "Days late": after, "On time": after === 0, "Shipment URL": shipmentUrl } };
    }
    case "case-opened": return about && { handle, payload: { ...told, ...ofCase(about, flow), "Case URL": caseUrl } };
    case "case-overdue": {
      const hours = about === null ? 0 : Math.max(0, Math.floor((now - Date.parse(about.dueAt)) / 3_600_000));
      return about && { handle, payload: { ...told, ...ofCase(about, flow), "Case URL": caseUrl, "Hours overdue": hours, "Times passed on": number("times") } };
    }
    case "return-to-sender": return { handle, payload: { ...told, Explanation: told.Explanation || "It is on its way back to you.", "Days late": late, "Case URL": caseUrl } };
    default: return assertNever(handle);
  }
};

const references = ({ orderId, found }: FlowAbout): { readonly order_id?: string; readonly customer_id?: string } => {
  const customer = found?.journey.order?.customerId ?? null;
  return { ...(orderId === null ? {} : { order_id: orderId }), ...(customer === null ? {} : { customer_id: customer }) };
};

const parcelOf = ({ found, shipmentId, about }: FlowAbout): { readonly "Carrier": string; readonly "Tracking number": string } => {
  const tracking = found?.journey.shipments.find((one) => one.id === shipmentId)?.tracking;
  return { "Carrier": tracking?.carrier ?? about?.carrier ?? "", "Tracking number": tracking?.number ?? about?.trackingNumber ?? "" };
};

type OfCase = Omit<FlowTriggers["case-opened"], "Carrier" | "Tracking number" | "Explanation" | "Case URL" | "order_id" | "customer_id">;
const ofCase = ({ category, severity, ownerId, team, dueAt }: CaseRow, { members }: FlowAbout): OfCase => ({
  "Case type": caseProfile(category).label, "Case code": category, "Severity": SEVERITIES[severity], "Owner": members.find((one) => one.id === ownerId)?.name ?? "", "Team": team ?? "", "Due at": dueAt,
});

/** Whole days between the last day first promised and the last day expected now, or today where no date is left. */
const daysLate = ({ found, shipmentId }: FlowAbout, today: CalendarDate): number => {
  const present = shipmentId === null ? undefined : found?.journey.estimates[shipmentId];
  return shipmentId === null ? 0 : daysAfterFirst(found, shipmentId, present?.kind === "window" ? present.latest : today);
};

const daysAfterFirst = (found: OrderForShopper | null, shipment: ShipmentId, day: CalendarDate): number => {
  const first = found === null ? null : firstDateOf(found, shipment);
  return first?.kind === "window" ? Math.max(0, daysBetween(first.latest, day)) : 0;
};

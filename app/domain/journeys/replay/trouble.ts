import { dateIn } from "../../shared/calendar.ts";
import type { TimeZone } from "../../shared/calendar.ts";
import type { ShipmentId } from "../../shared/ids.ts";
import { days, since, type Instant } from "../../shared/time.ts";
import { EXCEPTIONS, needsCase } from "../../shipments/exception.ts";
import { hasEnded } from "../../shipments/milestone.ts";
import { quietSince, type Shipment } from "../../shipments/shipment.ts";
import type { OrderPlayed } from "./replay-order.ts";
import type { PastShipment } from "./past-order.ts";

/** Not heard of for so long and never arrived: gone, whatever anybody says of it. The product's own figure, 2026-11. */
const GONE_AFTER = days(14);

/** What came of a parcel in the end, whatever the settings: the truth that warnings are held against. */
export type Trouble = { readonly kind: "reported" | "late" | "gone"; readonly what: string } | null;

/** `last`: the parcel as it is known at the end of the replay. */
export const troubleOf = ({ dates }: PastShipment, last: Shipment, { zone, until }: { readonly zone: TimeZone; readonly until: Instant }): Trouble => {
  const reported = last.timeline.events.find((event) => event.standing !== "rejected" && event.standing !== "withdrawn" && event.exception !== null && needsCase(event.exception) && !EXCEPTIONS[event.exception].derived);
  if (reported?.exception != null) return { kind: "reported", what: EXCEPTIONS[reported.exception].label };
  const first = dates.find(({ estimate }) => estimate.kind === "window")?.estimate;
  const { deliveredAt, milestone } = last.timeline;
  if (first?.kind === "window" && deliveredAt !== null && dateIn(deliveredAt, zone) > first.latest) return { kind: "late", what: `Promised by ${first.latest}, arrived on ${dateIn(deliveredAt, zone)}` };
  if (!last.cancelled && !hasEnded(milestone) && milestone !== "ready_for_pickup" && since(quietSince(last.timeline.lastScanAt, last), until) > GONE_AFTER) return { kind: "gone", what: "It never arrived" };
  return null;
};

/** Warnings before anybody said so: silence, and the risk to be late. */
export type Alarm = { readonly key: string; readonly at: Instant; readonly what: string };

/** The alarms one side raised about a parcel. */
export const alarmsOf = ({ decisions }: OrderPlayed, id: ShipmentId): readonly Alarm[] =>
  decisions.flatMap(({ shipmentId, verdict, at, because }) => {
    if (shipmentId !== id) return [];
    if (verdict.kind === "silence") return [{ key: `${id}:silence:${verdict.since}`, at, what: because }];
    return verdict.kind === "at_risk" ? [{ key: `${id}:risk:${verdict.promised}`, at, what: because }] : [];
  });

/** Whether a side said anything of a parcel in trouble before it was over: a case, or a warning. What is late must have been said before it came. */
export const isMissed = (trouble: Trouble, last: Shipment, played: OrderPlayed, alarms: readonly Alarm[]): boolean => {
  if (trouble === null) return false;
  const before = trouble.kind === "late" ? last.timeline.deliveredAt : null;
  const inTime = (at: Instant): boolean => before === null || at < before;
  return !alarms.some(({ at }) => inTime(at)) && !played.cases.some((one) => one.shipmentId === last.id && inTime(one.openedAt));
};

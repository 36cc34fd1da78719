import { lossAfter } from "../shipments/inference-loss-after.ts";
import { isInternational, isOwedAScan } from "../shipments/inference-loss.ts";
import { patienceEnds } from "../shipments/inference-stall.ts";
import { hasEnded } from "../shipments/milestone.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { presentStretch } from "../shipments/tracking-link.ts";
import { addDays, startOfDay, weekdayOf, type CalendarDate } from "../shared/calendar.ts";
import { days, plus, type Instant } from "../shared/time.ts";
import type { Weighing } from "./change.ts";

/** Working days and calendar days after which a conclusion can begin to hold; those of domain/shipments/inference-*. */
const PATIENCE = { outForDelivery: [1], attempt: [2], label: [5], customs: [5] } as const;

/**
 * When the mere passing of time can next lead to a conclusion about a parcel, strictly after now; null: never, without a word of anybody. Set as a timer,
 * so that nobody has to look at all parcels to find the one that is due.
 */
export const concludesAt = (shipment: Shipment, { now, policy: { rules }, destination }: Pick<Weighing, "now" | "policy" | "destination">): Instant | null => {
  const { timeline, cancelled } = shipment;
  if (cancelled || hasEnded(timeline.milestone)) return null;
  const context = { zone: rules.zone, works: (day: CalendarDate): boolean => rules.carrierWorkingDays.includes(weekdayOf(day)) };
  const patience = (from: Instant, after: readonly number[]): Instant[] => after.map((n) => startOfDay(addDays(patienceEnds(from, n, context), 1), rules.zone));
  const { lastScanAt, milestone, exception, customs, events, acceptedAt } = timeline;
  const loss = lastScanAt !== null && isOwedAScan(shipment) ? [plus(lastScanAt, lossAfter(presentStretch(shipment).carrier, isInternational(shipment, destination)).wait)] : [];
  const out = milestone === "out_for_delivery" ? events.findLast((one) => one.milestone === "out_for_delivery" && one.standing === "believed") : undefined;
  const tried = exception?.category === "attempt_failed" ? events.findLast((one) => one.exception === "attempt_failed" && one.standing === "believed") : undefined;
  const label = acceptedAt === null && shipment.tracking.number !== null ? (events.find((one) => one.milestone === "label_created" && one.standing !== "withdrawn")?.at ?? shipment.createdAt) : null;
  const due = [
    ...loss, ...(out ? patience(out.at, PATIENCE.outForDelivery) : []), ...(tried ? patience(tried.at, PATIENCE.attempt) : []), ...(label === null ? [] : patience(label, PATIENCE.label)),
    ...(customs !== null && customs.until === null ? PATIENCE.customs.map((n) => plus(customs.since, days(n))) : []),
  ].filter((at) => at > now);
  return due.length === 0 ? null : (Math.min(...due) as Instant);
};

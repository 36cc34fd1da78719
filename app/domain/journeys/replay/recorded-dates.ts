import type { Estimate, EstimateModel } from "../../estimates/estimate.ts";
import { addDays, dateIn } from "../../shared/calendar.ts";
import type { ShipmentId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import type { Timeline } from "../../shipments/timeline.ts";
import type { Moment } from "./moments.ts";
import type { PastOrder, RecordedDate } from "./past-order.ts";

const UNRECORDED: Estimate = { kind: "none", because: "No date was recorded then." };

const lastBy = (dates: readonly RecordedDate[], at: Instant): Estimate | null => {
  let found: Estimate | null = null;
  for (const one of dates) {
    if (one.at > at) break;
    found = one.estimate;
  }
  return found;
};

/**
 * Answers with the dates that were given then, not with what would be said today. A date that has passed and was not given anew moves on by the day, as it does
 * where a model answers. Questions name no parcel; the timeline they bring does. How likely a date is missed was not recorded at every look: `present`, the shop's
 * model of today, says that (null: nobody does).
 */
export const recordedDates = (past: PastOrder, moments: readonly Moment[], present: EstimateModel | null): EstimateModel => {
  const parcelOf = new Map<Timeline, ShipmentId>(moments.flatMap(({ known }) => known.shipments.map((one): [Timeline, ShipmentId] => [one.timeline, one.id])));
  const datesOf = new Map(past.shipments.map((one) => [one.shipment.id, one.dates]));
  return {
    version: "as recorded",
    ...(present?.chanceAfter ? { chanceAfter: (question, knowledge, day) => present.chanceAfter?.(question, knowledge, day) ?? null } satisfies Partial<EstimateModel> : {}),
    answer: (question, { zone }) => {
      const id = question.stage === "shipped" ? parcelOf.get(question.timeline) : undefined;
      const recorded = lastBy(question.stage === "shipped" ? (id === undefined ? [] : (datesOf.get(id) ?? [])) : past.dates, question.at);
      if (recorded === null) return UNRECORDED;
      if (recorded.kind === "none" || recorded.basis === "arrived") return recorded;
      const today = dateIn(question.at, zone);
      return recorded.latest >= today ? recorded : { ...recorded, earliest: today, latest: addDays(today, 1), because: "It should have arrived." };
    },
  };
};

import type { Estimate, EstimateModel } from "../../estimates/estimate.ts";
import { addDays, dateIn, type CalendarDate } from "../../shared/calendar.ts";
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

/** What of an order's past every side is told alike. */
export type Recorded = { readonly past: PastOrder; readonly parcelOf: ReadonlyMap<Timeline, ShipmentId>; readonly datesOf: ReadonlyMap<ShipmentId, readonly RecordedDate[]>; readonly chances: Map<EstimateModel, Map<Timeline, Chance>> };
/** The risk a model saw when a timeline was first asked about: sides that share the model ask the same at the same moment. */
type Chance = { readonly at: Instant; readonly day: CalendarDate; readonly chance: number | null };

/** Reads the dates of one order, once for all sides. */
export const recordedOf = (past: PastOrder, moments: readonly Moment[]): Recorded => {
  const parcelOf = new Map<Timeline, ShipmentId>();
  for (const { known } of moments) for (const { timeline, id } of known.shipments) parcelOf.set(timeline, id);
  return { past, parcelOf, datesOf: new Map(past.shipments.map((one) => [one.shipment.id, one.dates])), chances: new Map() };
};

type ChanceAfter = NonNullable<EstimateModel["chanceAfter"]>;

const chanceOnce = ({ chances }: Recorded, model: EstimateModel, ask: ChanceAfter): ChanceAfter => {
  const known = chances.get(model) ?? new Map<Timeline, Chance>();
  chances.set(model, known);
  return (question, knowledge, day) => {
    if (question.stage !== "shipped") return ask(question, knowledge, day);
    const first = known.get(question.timeline);
    if (first !== undefined) return first.at === question.at && first.day === day ? first.chance : ask(question, knowledge, day);
    const chance = ask(question, knowledge, day);
    known.set(question.timeline, { at: question.at, day, chance });
    return chance;
  };
};

/**
 * Answers with the dates that were given then, not with what would be said today. A date that has passed and was not given anew moves on by the day, as it does
 * where a model answers. Questions name no parcel; the timeline they bring does. How likely a date is missed was not recorded at every look: `present`, the shop's
 * model of today, says that (null: nobody does).
 */
export const recordedDates = (recorded: Recorded, present: EstimateModel | null): EstimateModel => {
  const { past, parcelOf, datesOf } = recorded;
  const ask = present?.chanceAfter;
  return {
    version: "as recorded",
    ...(present !== null && ask !== undefined ? { chanceAfter: chanceOnce(recorded, present, ask) } satisfies Partial<EstimateModel> : {}),
    answer: (question, { zone }) => {
      const id = question.stage === "shipped" ? parcelOf.get(question.timeline) : undefined;
      const found = lastBy(question.stage === "shipped" ? (id === undefined ? [] : (datesOf.get(id) ?? [])) : past.dates, question.at);
      if (found === null) return UNRECORDED;
      if (found.kind === "none" || found.basis === "arrived") return found;
      const today = dateIn(question.at, zone);
      return found.latest >= today ? found : { ...found, earliest: today, latest: addDays(today, 1), because: "It should have arrived." };
    },
  };
};

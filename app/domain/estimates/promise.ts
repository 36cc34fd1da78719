import { dateIn, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import { hasEnded, type Milestone } from "../shipments/milestone.ts";
import type { DateWindow } from "./delivery-rules.ts";
import type { Estimate } from "./estimate.ts";

/**
 * Whether the first window a shopper was shown will be kept. `at_risk`: it can still be kept, but nobody should count on it.
 * `late`: it will not be or was not kept, and the parcel is still expected. `met` and `missed` are final.
 */
export type PromiseState = "no_promise" | "on_time" | "at_risk" | "late" | "met" | "missed";

/** The third axis of a parcel, beside its milestone and its exception, with the reason in plain English. */
export type PromiseJudgement = { readonly state: PromiseState; readonly promised: DateWindow | null; readonly because: string };

/** What the judgement rests on. `first`: the first answer ever given; `zone`: in which the dates are read. */
export type PromiseQuestion = {
  readonly first: Estimate | null; readonly present: Estimate | null; readonly milestone: Milestone; readonly deliveredAt: Instant | null;
  readonly silent: boolean; // a scan is overdue
  readonly now: Instant; readonly zone: TimeZone;
};

/** Compares what was promised with what is known now. Early counts as met: a shopper minds waiting, not winning. */
export const promiseOf = ({ first, present, milestone, deliveredAt, silent, now, zone }: PromiseQuestion): PromiseJudgement => {
  if (first?.kind !== "window") return { state: "no_promise", promised: null, because: first === null ? "No date was ever computed for this parcel." : `No date was shown at first: ${first.because}` };
  const promised: DateWindow = { from: first.earliest, to: first.latest };
  const says = (state: PromiseState, because: string): PromiseJudgement => ({ state, promised, because });
  if (milestone === "cancelled") return { state: "no_promise", promised: null, because: "The shipment was cancelled, and the promise with it." };
  if (deliveredAt !== null) return arrived(dateIn(deliveredAt, zone), promised, says);
  if (hasEnded(milestone) || milestone === "returning") return says("missed", "The parcel will not reach the shopper any more.");
  if (dateIn(now, zone) > promised.to) return says("late", `The last promised day, ${promised.to}, has passed without a delivery.`);
  if (present?.kind !== "window") return says("at_risk", present === null ? "There is no present date to hold against the promise." : `No date can be kept now: ${present.because}`);
  if (present.earliest > promised.to) return says("late", `It is now expected on ${present.earliest} at the earliest, after the last promised day, ${promised.to}.`);
  if (present.latest > promised.to) return says("at_risk", `It may arrive as late as ${present.latest}; the last promised day is ${promised.to}.`);
  if (silent) return says("at_risk", `Nothing was heard of it for too long to be sure of the last promised day, ${promised.to}.`);
  return says("on_time", `It is expected by ${present.latest}; the last promised day is ${promised.to}.`);
};

const arrived = (day: CalendarDate, { from, to }: DateWindow, says: (state: PromiseState, because: string) => PromiseJudgement): PromiseJudgement => {
  if (day > to) return says("missed", `Delivered on ${day}, after the last promised day, ${to}.`);
  return says("met", day < from ? `Delivered on ${day}, before the first promised day, ${from}.` : `Delivered on ${day}, within the promised days.`);
};

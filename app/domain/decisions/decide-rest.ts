import type { Estimate } from "../estimates/estimate.ts";
import type { Order } from "../orders/order.ts";
import { weekdayOf, workingDayOnOrAfter, dateIn, startOfDay, type CalendarDate } from "../shared/calendar.ts";
import type { ShipmentId } from "../shared/ids.ts";
import { latest, type Instant } from "../shared/time.ts";
import type { Reasoned, Weighing } from "./change.ts";
import type { Concluded } from "./concluded.ts";
import type { Judgement } from "./decide.ts";
import { movedBetween, sayMoved } from "./find-date-moved.ts";
import { findRisk } from "./find-risk.ts";
import { silenceRule } from "./find-silence.ts";
import type { Policy } from "./policy.ts";
import type { SilenceModel } from "./silence-model.ts";
import { quietBeforeLabel, type Quiet } from "./silences/quiet.ts";

/** What of an order has not left yet. `estimateAfter` null: nothing waits any more, or the warehouse holds it back. */
export type RestChange = {
  readonly id: ShipmentId; // `order.<id>`
  readonly order: Order; readonly estimateBefore: Estimate | null; readonly estimateAfter: Estimate | null; readonly promised: Estimate | null; readonly concluded: Concluded;
};

/** By when it should leave: the end of the last day first said for it. Nobody is called on a day on which the shop does not pack. */
export const leavesBy = ({ order, promised }: Pick<RestChange, "order" | "promised">, silences: SilenceModel, { rules }: Policy, catchingUp: Instant | null): Quiet => {
  const quiet = quietBeforeLabel(order, silences, { shipsBy: promised?.kind === "window" ? (promised.shipsBy ?? null) : null, zone: rules.zone }, catchingUp);
  const day = dateIn(quiet.until, rules.zone);
  const packs = workingDayOnOrAfter(day, (one: CalendarDate) => rules.workingDays.includes(weekdayOf(one)) && !rules.closedDates.includes(one));
  return packs === day ? quiet : { ...quiet, until: latest(quiet.until, startOfDay(packs, rules.zone)) };
};

/** What the passing of time or a change of the order means for what has not left: late to leave, another date, at risk; and the end of each when it leaves. */
export const decideRest = (change: RestChange, weighing: Omit<Weighing, "quiet" | "debt" | "destination"> & { readonly silences: SilenceModel }): Judgement => {
  const { id, order, estimateBefore, estimateAfter, promised, concluded } = change;
  const { policy, now, catchingUp, silences } = weighing;
  const waits = estimateAfter !== null;
  const quiet = waits && concluded.notShipped === null ? leavesBy(change, silences, policy, catchingUp) : null;
  const falls = quiet !== null && now >= quiet.until;
  const leaves = !waits && concluded.notShipped !== null;
  const moved = waits ? movedBetween(estimateBefore, estimateAfter) : null;
  const risk = catchingUp !== null ? { found: [], risk: concluded.risk } : findRisk({ open: waits, promised, estimate: estimateAfter, risk: concluded.risk, evidence: [] }, weighing);
  const found: readonly Reasoned[] = [
    ...(leaves ? [{
      verdict: { kind: "recovered", from: "not_shipped" }, rule: "recovered.not_shipped",
      because: order.cancelledAt === null ? "Nothing of it waits to be sent any more." : "The order was cancelled.", evidence: [], otherwise: "As long as something of it waited the case would stay open.",
    } as const] : []),
    ...(falls ? [{
      verdict: { kind: "silence", stage: "before_label", since: quiet.since, expectedBy: quiet.until, repeats: false }, rule: silenceRule("before_label"),
      because: `The order has not left. ${quiet.usual}`, evidence: [], otherwise: "A parcel for everything in it, sent in time, would have kept it quiet.",
    } as const] : []),
    ...(moved === null || estimateAfter === null ? [] : [{ verdict: { kind: "date_moved", ...moved }, rule: "date.moved", because: sayMoved(moved, estimateAfter, promised), evidence: [], otherwise: "A date that becomes only more exact within what was shown would not have been told." } as const]),
    ...risk.found,
  ];
  return {
    decisions: found.map((one) => ({ shipmentId: id, at: now, ...one })),
    concluded: { ...concluded, risk: risk.risk, notShipped: falls ? quiet.since : waits ? concluded.notShipped : null },
  };
};

import type { Estimate } from "../estimates/estimate.ts";
import { promiseOf, type PromiseJudgement } from "../estimates/promise.ts";
import { daysBetween, type CalendarDate } from "../shared/calendar.ts";
import { isSilent } from "../shipments/shipment.ts";
import type { Change, Reasoned, Weighing } from "./change.ts";
import type { Concluded } from "./concluded.ts";
import type { Days } from "./decision.ts";
import { believedOf } from "./told-by.ts";

/** A date that shoppers saw and see no more as it was. */
export type Moved = { readonly from: Days; readonly to: Days; readonly days: number | null };

/** The days of an estimate; null where it gives none. */
export const daysOf = (estimate: Estimate | null): Days => (estimate?.kind === "window" ? { earliest: estimate.earliest, latest: estimate.latest } : null);

/**
 * What a shopper would notice between two answers. The answers are those that are shown, which already stay as long as a new one hardly differs (see
 * estimates/noticeable); one that only becomes more exact within what was shown keeps its word and has not moved.
 */
export const movedBetween = (before: Estimate | null, after: Estimate): Moved | null => {
  const [from, to] = [daysOf(before), daysOf(after)];
  if (before === null || (after.kind === "window" && after.basis === "arrived")) return null;
  if (from === null || to === null) return from === to ? null : { from, to, days: null };
  const narrowed = to.earliest >= from.earliest && to.latest <= from.latest;
  return narrowed ? null : { from, to, days: daysBetween(from.latest, to.latest) };
};

/** Whether the date of the parcel moved with this change. */
export const dateMoved = ({ estimateBefore, estimateAfter, after }: Pick<Change, "estimateBefore" | "estimateAfter" | "after">): Moved | null => (after.cancelled ? null : movedBetween(estimateBefore, estimateAfter));

const say = (days: Days): string => (days === null ? "no date" : days.earliest === days.latest ? days.latest : `${days.earliest} to ${days.latest}`);

/** In words, with what was promised first: a routine scan that breaks the promise says so. */
export const sayMoved = ({ from, to }: Moved, after: Estimate, promised: Estimate | null): string => {
  const first = daysOf(promised);
  const late = to !== null && first !== null && to.latest > first.latest ? ` The first promise was ${say(first)}: it may come ${plural(daysBetween(first.latest, to.latest))} later.` : "";
  return `The date shoppers see moved from ${say(from)} to ${say(to)}. ${after.because}${late}`;
};

const plural = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** The date moved so that a shopper would notice. */
export const findDateMoved = (change: Change): readonly Reasoned[] => {
  const moved = dateMoved(change);
  if (moved === null) return [];
  return [{
    verdict: { kind: "date_moved", ...moved }, rule: "date.moved", because: sayMoved(moved, change.estimateAfter, change.promised),
    evidence: believedOf(change.after.timeline, change.news).map((scan) => scan.key), otherwise: "A date that becomes only more exact within what was shown would not have been told.",
  }];
};

/** Whether what was promised first is kept, as far as one knows. */
export const promiseNow = ({ after, promised, estimateAfter }: Change, { now, policy }: Pick<Weighing, "now" | "policy">): PromiseJudgement =>
  promiseOf({ first: promised, present: estimateAfter, milestone: after.cancelled ? "cancelled" : after.timeline.milestone, deliveredAt: after.timeline.deliveredAt, silent: isSilent(after), now, zone: policy.rules.zone });

/** Says once that the first promise is broken, and takes it back when the date comes back within it. */
export const findLate = (change: Change, weighing: Weighing): { readonly found: readonly Reasoned[]; readonly late: Concluded["late"] } => {
  const { state, promised, because } = promiseNow(change, weighing);
  const known: CalendarDate | null = change.concluded.late;
  if (promised === null || state === "no_promise") return { found: [], late: null };
  if (state === "late") {
    return { late: promised.to, found: known === promised.to ? [] : [{
      verdict: { kind: "exception", category: "late_vs_promise", reason: null, since: weighing.now, needsCase: false, stage: null, severity: 1, actor: "nobody", deadline: null }, rule: "late.vs_promise",
      because, evidence: believedOf(change.after.timeline, change.news).map((scan) => scan.key), otherwise: `A delivery by ${promised.to} would have kept the promise.`,
    }] };
  }
  if (known === null || state === "missed") return { found: [], late: known };
  return { late: null, found: state === "met" ? [] : [{
    verdict: { kind: "recovered", from: "late_vs_promise" }, rule: "recovered.late_vs_promise", because, evidence: believedOf(change.after.timeline, change.news).map((scan) => scan.key),
    otherwise: `A date after ${promised.to} would have stayed late.`,
  }] };
};

import { daysBetween, type CalendarDate } from "../shared/calendar.ts";
import type { Estimate } from "./estimate.ts";

type Window = Extract<Estimate, { kind: "window" }>;

/** With fewer days than this to go every whole day matters. */
const NEAR_DAYS = 3;
/** Otherwise a date comes nearer only by so many days, or by so large a part of a window. */
const BETTER = { days: 2, share: 0.3 };

const lengthOf = ({ earliest, latest }: Window): number => daysBetween(earliest, latest) + 1;

const windowsDiffer = (before: Window, after: Window, today: CalendarDate): boolean => {
  if ((before.basis === "arrived") !== (after.basis === "arrived")) return true;
  const startIsShown = (after.style ?? "range") === "range";
  const startMoves = startIsShown && after.earliest !== before.earliest;
  const later = daysBetween(before.latest, after.latest);
  if (later === 0 && !startMoves) return false;
  if (later > 0 || before.latest < today) return true;
  if (daysBetween(today, after.latest) < NEAR_DAYS || -later >= BETTER.days) return true;
  if (startMoves && before.earliest < today && after.earliest > before.earliest) return true; // the first day shown has passed
  if (later < 0) return false;
  const shorter = lengthOf(before) - lengthOf(after);
  return shorter >= BETTER.days || shorter >= BETTER.share * lengthOf(before);
};

/**
 * Whether who waits should be shown the new date. A later end always counts: a promise that cannot be kept must be corrected. Better news counts when it is
 * two days better, narrows a window by two days or by three tenths, or when the parcel is nearly there; a window whose first day has passed moves on. A date
 * that wavers by a day is shown at its later end, once, until three days before it. A new reason for the same days is no news.
 */
export const noticeablyDifferent = (before: Estimate | null, after: Estimate, today: CalendarDate): boolean => {
  if (before === null || before.kind !== after.kind) return true;
  return before.kind === "window" && after.kind === "window" && windowsDiffer(before, after, today);
};

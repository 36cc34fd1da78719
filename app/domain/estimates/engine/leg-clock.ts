import { DAY_KINDS, dayKind, type Holidays } from "./day-kinds.ts";
import type { LegRows } from "./leg-rows.ts";

/** A leg's own clock: what each kind of day is worth in working days, summed over the dates it knows. `total[i]` is the worth of all days before `firstDay + i`. */
export type LegClock = { readonly firstDay: number; readonly kinds: Uint8Array; readonly worth: Float64Array; readonly total: Float64Array };

/** What a day of each kind is worth (by `DayKind`), learned from there or known for good. */
export type DayWorth = { readonly guess: readonly number[]; readonly learned: boolean };

/** What is guessed before anything is learned: parcels seldom move at the weekend. */
export const SELDOM_AT_WEEKENDS: DayWorth = { guess: [1, 1, 1, 1, 1, 0.35, 0.08, 0.2], learned: true };

/** Every day counts alike: for legs whose days are already working days. */
export const EVEN_DAYS: DayWorth = { guess: [1, 1, 1, 1, 1, 1, 1, 1], learned: false };

/** The first guess weighs as much as so many expected arrivals. */
const GUESS_WEIGHT = 30;
const LEAST_WORTH = 0.03;
const DAYS_AHEAD = 400;

/** Arrivals per waiting parcel on each kind of day, against the mean of weekdays. `weights` are those of the rows. */
export const learnClock = (rows: LegRows, weights: Float64Array, today: number, holidays: Holidays, { guess: guesses, learned }: DayWorth = SELDOM_AT_WEEKENDS): LegClock => {
  const firstDay = rows.startDay.reduce((least, day) => Math.min(least, day), today) - 1;
  const known = today - firstDay;
  const kinds = Uint8Array.from({ length: known + DAYS_AHEAD }, (_, at) => dayKind(firstDay + at, holidays));
  const joining = new Float64Array(kinds.length + 1);
  const arriving = new Float64Array(kinds.length);
  for (let at = 0; at < rows.size; at += 1) {
    const [start, end, weight] = [rows.startDay[at]!, rows.endDay[at]!, weights[at]!];
    joining[start - firstDay]! += weight;
    joining[(end < 0 ? today - 1 : end) - firstDay + 1]! -= weight;
    if (end >= 0) arriving[end - firstDay]! += weight;
  }
  const [arrivals, waiting] = [new Float64Array(DAY_KINDS), new Float64Array(DAY_KINDS)];
  for (let at = 0, now = 0; at < known; at += 1) {
    now += joining[at]!;
    arrivals[kinds[at]!]! += arriving[at]!;
    waiting[kinds[at]!]! += now;
  }
  const weekdays = (of: Float64Array): number => of.subarray(0, 5).reduce((sum, one) => sum + one, 0);
  const rate = weekdays(arrivals) / Math.max(1, weekdays(waiting));
  const worth = Float64Array.from(guesses, (guess, kind) => !learned ? guess : Math.max(LEAST_WORTH, (arrivals[kind]! + GUESS_WEIGHT * guess) / (waiting[kind]! * rate + GUESS_WEIGHT)));
  const total = new Float64Array(kinds.length + 1);
  for (let at = 0; at < kinds.length; at += 1) total[at + 1] = total[at]! + worth[kinds[at]!]!;
  return { firstDay, kinds, worth, total };
};

/** The clock's reading at an instant whose day it knows, in working days. */
export const readingAt = ({ firstDay, kinds, worth, total }: LegClock, instant: number): number => {
  const at = Math.floor(instant) - firstDay;
  return total[at]! + worth[kinds[at]!]! * (instant - Math.floor(instant));
};

/** The same weekday and time within the dates the clock knows with `ahead` days to spare; an instant it knows stays as it is. */
export const withinClock = ({ firstDay, kinds }: LegClock, instant: number, ahead: number): number => {
  const last = firstDay + kinds.length - ahead - 1;
  const day = Math.floor(instant);
  if (day < firstDay) return instant + 7 * Math.ceil((firstDay - day) / 7);
  return day > last ? instant - 7 * Math.ceil((day - last) / 7) : instant;
};

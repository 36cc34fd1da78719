import type { Forecast } from "./model.ts";

/** Whole days after the day of the question, both included. */
export type DayWindow = { readonly from: number; readonly to: number };

/** The first day by which the chance of having arrived is at least `level`. */
export const dayAt = (forecast: Forecast, level: number): number => {
  let day = 0;
  while (day < forecast.length - 1 && forecast[day]! < level) day += 1;
  return day;
};

/** As likely earlier as later, in whole days. */
export const medianDay = (forecast: Forecast): number => dayAt(forecast, 0.5);

/** The quantile in parts of a day, each day's chance spread evenly from half a day before it to half a day after. Never negative. */
export const quantileOf = (forecast: Forecast, level: number): number => {
  const day = dayAt(forecast, level);
  const before = day === 0 ? 0 : forecast[day - 1]!;
  const mass = forecast[day]! - before;
  return Math.max(0, day - 0.5 + (mass > 1e-12 ? (level - before) / mass : 0.5));
};

/** The chance that the parcel arrives within a window. */
export const chanceIn = (forecast: Forecast, { from, to }: DayWindow): number => forecast[to]! - (from === 0 ? 0 : forecast[from - 1]!);

/** The shortest run of dates that holds the parcel with chance `level`; of equally short ones the likeliest, then the earliest. */
export const shortestWindow = (forecast: Forecast, level: number): DayWindow => {
  const last = forecast.length - 1;
  let best: DayWindow = { from: 0, to: last };
  let chance = 0;
  for (let from = 0, to = 0; from <= last; from += 1) {
    const before = from === 0 ? 0 : forecast[from - 1]!;
    to = Math.max(to, from);
    while (to < last && forecast[to]! - before < level) to += 1;
    const mass = forecast[to]! - before;
    if (mass < level) break;
    const shorter = to - from - (best.to - best.from);
    if (shorter < 0 || (shorter === 0 && mass > chance)) { best = { from, to }; chance = mass; }
  }
  return best;
};

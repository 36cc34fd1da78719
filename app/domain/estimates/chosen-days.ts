import type { Calibration } from "./engine/calibration.ts";
import { dayAt, type DayWindow } from "./engine/forecast-dates.ts";
import type { Forecast } from "./engine/model.ts";
import { promiseOfForecast, windowOf } from "./learning/forecast-windows.ts";
import type { DateStyle } from "./promise-settings.ts";

/** First and last day to be shown, counted from the forecast's first; or why none is. */
export type ChosenDays = { readonly kind: "days"; readonly first: number; readonly last: number } | { readonly kind: "none"; readonly because: string };

/** What the merchant wants of one date. */
export type Wanted = { readonly style: DateStyle; readonly rate: number; readonly floorDays: number | null; readonly ceilingDays: number | null };

/** A range of more than three weeks tells a shopper nothing but that nobody knows. Of one last day the first is not shown: it may lie a week further off before it says as little. Our own judgement, 2026-11. */
const WIDEST: Readonly<Record<DateStyle, number>> = { range: 21, latest: 28, arrives_by: 28 };
/** Of a promised day the other end is the day by which one parcel in ten has come. */
const EARLIEST_AT = 0.1;

/** The days between the same two chances as those of a window of another forecast. */
const atSameChances = (arrived: Forecast, first: Forecast, { from, to }: DayWindow): DayWindow => {
  const before = from === 0 ? 0 : first[from - 1]!;
  let start = 0;
  while (start < arrived.length - 1 && arrived[start]! <= before) start += 1;
  const end = dayAt(arrived, first[to]!);
  return { from: Math.min(start, end), to: end };
};

/**
 * The days of a forecast that a merchant's settings show. Floor and ceiling count from the forecast's first day. `first`: of an order that has waited since, the
 * forecast on its first day, else the same. Its chances are kept, because days at a chance only move on with waiting, whereas the shortest window of a new shape
 * may end earlier. Not so for parcels under way: theirs would be a day wider than they need be (4.1 days instead of 2.9 on made-up shops, 2026-11).
 */
export const chosenDays = (arrived: Forecast, first: Forecast, calibration: Calibration, { style, rate, floorDays, ceilingDays }: Wanted): ChosenDays => {
  const window = atSameChances(arrived, first, windowOf(first, calibration, rate));
  if (window.to - window.from > WIDEST[style]) return { kind: "none", because: `Too little is known to say it within ${WIDEST[style]} days.` };
  const end = style === "arrives_by" ? dayAt(arrived, first[promiseOfForecast(first, calibration, rate)]!) : window.to;
  const start = style === "arrives_by" ? Math.min(dayAt(arrived, EARLIEST_AT), end) : window.from;
  const floor = floorDays ?? 0;
  const [earliest, latest] = [Math.max(start, floor), Math.max(end, floor)];
  if (ceilingDays !== null && latest > ceilingDays) return { kind: "none", because: `It would be later than the ${ceilingDays} days after which the shop shows no date.` };
  return { kind: "days", first: earliest, last: latest };
};

import type { Calibration } from "./engine/calibration.ts";
import { dayAt } from "./engine/forecast-dates.ts";
import type { Forecast } from "./engine/model.ts";
import { promiseOfForecast, windowOf } from "./learning/forecast-windows.ts";
import type { DateStyle } from "./promise-settings.ts";

/** First and last day to be shown, counted from the forecast's first; or why none is. */
export type ChosenDays = { readonly kind: "days"; readonly first: number; readonly last: number } | { readonly kind: "none"; readonly because: string };

/** What the merchant wants of one date. */
export type Wanted = { readonly style: DateStyle; readonly rate: number; readonly floorDays: number | null; readonly ceilingDays: number | null };

/** A range of more than three weeks tells a shopper nothing but that nobody knows. */
const WIDEST = 21;
/** Of a promised day the other end is the day by which one parcel in ten has come. */
const EARLIEST_AT = 0.1;

/** The days of a forecast that a merchant's settings show. Floor and ceiling count from the forecast's first day. */
export const chosenDays = (arrived: Forecast, calibration: Calibration, { style, rate, floorDays, ceilingDays }: Wanted): ChosenDays => {
  const window = windowOf(arrived, calibration, rate);
  if (window.to - window.from > WIDEST) return { kind: "none", because: `Too little is known to say it within ${WIDEST} days.` };
  const end = style === "arrives_by" ? promiseOfForecast(arrived, calibration, rate) : window.to;
  const start = style === "arrives_by" ? Math.min(dayAt(arrived, EARLIEST_AT), end) : window.from;
  const floor = floorDays ?? 0;
  const [first, last] = [Math.max(start, floor), Math.max(end, floor)];
  if (ceilingDays !== null && last > ceilingDays) return { kind: "none", because: `It would be later than the ${ceilingDays} days after which the shop shows no date.` };
  return { kind: "days", first, last };
};

import { dayAt } from "./forecast-dates.ts";
import type { Forecast } from "./model.ts";

/**
 * Days worth promising, each with the chance per day that the step to it buys; the chances fall. They are the corners of the concave majorant of the forecast
 * from its 30 % day on. Promising every parcel at one price keeps most promises for the least total waiting promised: at the margin a day buys the same everywhere.
 */
export type PromiseSteps = { readonly days: readonly number[]; readonly gains: readonly number[] };

const FIRST_AT = 0.3;
/** No date is later than that by which all but one in 2,000 have arrived. */
const LAST_AT = 0.9995;

/** Prices of a promised day, the dearest first: the chance of keeping the promise that one more day must buy. */
export const PRICES: readonly number[] = Array.from({ length: 61 }, (_, at) => 0.15 * (0.001 / 0.15) ** (at / 60));

/** The days worth promising for one forecast. */
export const promiseSteps = (forecast: Forecast): PromiseSteps => {
  const days: number[] = [];
  const slope = (from: number, to: number): number => (forecast[to]! - forecast[from]!) / (to - from);
  for (let day = dayAt(forecast, FIRST_AT); day < forecast.length; day += 1) {
    while (days.length >= 2 && slope(days.at(-2)!, days.at(-1)!) <= slope(days.at(-2)!, day)) days.pop();
    days.push(day);
    if (forecast[day]! > LAST_AT) break;
  }
  return { days, gains: days.map((day, at) => (at === 0 ? Number.POSITIVE_INFINITY : slope(days[at - 1]!, day))) };
};

/** The promised day at a price: the last whose step still buys more than the price. */
export const promisedDay = ({ days, gains }: PromiseSteps, price: number): number => {
  let at = 0;
  while (at + 1 < days.length && gains[at + 1]! > price) at += 1;
  return days[at]!;
};

import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceIn, dayAt, medianDay, quantileOf, shortestWindow } from "./forecast-dates.ts";
import { DAYS } from "./model.ts";
import { PRICES, promisedDay, promiseSteps } from "./promise-price.ts";

/** Any forecast: chances of days, summed, ending at 1. */
const forecasts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }).map((chances) => {
  const total = chances.reduce((sum, one) => sum + one, 0) || 1;
  let sum = 0;
  const forecast = Float64Array.from({ length: DAYS }, (_, day) => Math.min(1, (sum += (chances[day] ?? 0) / total)));
  forecast[DAYS - 1] = 1;
  return forecast;
});
const levels = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test("a window holds what it says, and no shorter one does", () => {
  fc.assert(fc.property(forecasts, levels, (forecast, level) => {
    const window = shortestWindow(forecast, level);
    expect(chanceIn(forecast, window)).toBeGreaterThanOrEqual(level);
    const width = window.to - window.from;
    for (let from = 0; from + width - 1 < DAYS && width > 0; from += 1) expect(chanceIn(forecast, { from, to: from + width - 1 })).toBeLessThan(level);
  }));
});

test("a quantile lies within half a day of its date and never falls with its level", () => {
  fc.assert(fc.property(forecasts, levels, levels, (forecast, one, other) => {
    expect(Math.abs(quantileOf(forecast, one) - dayAt(forecast, one))).toBeLessThanOrEqual(0.5);
    expect(quantileOf(forecast, Math.min(one, other))).toBeLessThanOrEqual(quantileOf(forecast, Math.max(one, other)) + 1e-9);
  }));
});

test("by hand: two days in three on day 4, the rest on day 9", () => {
  const forecast = Float64Array.from({ length: DAYS }, (_, day) => (day < 4 ? 0 : day < 9 ? 2 / 3 : 1));
  expect([medianDay(forecast), shortestWindow(forecast, 0.6), shortestWindow(forecast, 0.9)]).toEqual([4, { from: 4, to: 4 }, { from: 4, to: 9 }]);
  const steps = promiseSteps(forecast);
  expect([promisedDay(steps, 0.07), promisedDay(steps, 0.06)]).toEqual([4, 9]); // the step of five days buys 1/15 a day
});

test("a promised day is the one that is worth most at its price", () => {
  fc.assert(fc.property(forecasts, fc.constantFrom(...PRICES), (forecast, price) => {
    const worth = (day: number): number => forecast[day]! - price * day;
    const promised = promisedDay(promiseSteps(forecast), price);
    for (let day = dayAt(forecast, 0.3); day < DAYS; day += 1) expect(worth(promised)).toBeGreaterThanOrEqual(worth(day) - 6e-4); // beyond 99.95 % nothing is looked at
  }));
});

test("a cheaper day never makes a promise earlier", () => {
  fc.assert(fc.property(forecasts, (forecast) => {
    const steps = promiseSteps(forecast);
    const days = PRICES.map((price) => promisedDay(steps, price));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  }));
});

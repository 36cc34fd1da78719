import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt, medianDay } from "../engine/forecast-dates.ts";
import { DAYS } from "../engine/model.ts";
import { widened } from "./widened.ts";

const forecasts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }).map((chances) => {
  const total = chances.reduce((sum, one) => sum + one, 0) || 1;
  let sum = 0;
  const forecast = Float64Array.from({ length: DAYS }, (_, day) => Math.min(1, (sum += (chances[day] ?? 0) / total)));
  forecast[DAYS - 1] = 1;
  return forecast;
});

test("no day's chance rises, none falls below an earlier one's, and the last is certain", () => {
  fc.assert(fc.property(forecasts, fc.double({ min: 0, max: 20, noNaN: true }), (forecast, lost) => {
    widened(forecast, lost).forEach((chance, day, all) => {
      expect(chance).toBeLessThanOrEqual(forecast[day]! + 1e-9);
      expect(chance).toBeGreaterThanOrEqual(day === 0 ? 0 : all[day - 1]!);
    });
    expect(widened(forecast, lost).at(-1)).toBe(1);
  }));
});

test("the median comes later by the days lost, the tail by more, the first days by less", () => {
  const forecast = Float64Array.from({ length: DAYS }, (_, day) => Math.min(1, day / 20));
  const late = widened(forecast, 4);
  expect(medianDay(late) - medianDay(forecast)).toBe(4);
  expect(dayAt(late, 0.9) - dayAt(forecast, 0.9)).toBeGreaterThanOrEqual(7);
  expect(dayAt(late, 0.05) - dayAt(forecast, 0.05)).toBeLessThanOrEqual(1);
});

test("nothing lost changes nothing", () => {
  fc.assert(fc.property(forecasts, (forecast) => { expect(widened(forecast, 0)).toEqual(forecast); }));
});

import { describe, expect, test } from "vitest";
import { calibrate, priceFor, remember, windowLevelFor, WINDOW_LEVELS, type PastForecast } from "./calibration.ts";
import { chanceIn, shortestWindow } from "./forecast-dates.ts";
import { DAYS } from "./model.ts";
import { PRICES, promisedDay, promiseSteps } from "./promise-price.ts";
import { evenFrom } from "./synthetic-world.fixture.ts";

const logistic = (middle: number, scale: number): Float64Array => {
  const forecast = Float64Array.from({ length: DAYS }, (_, day) => 1 / (1 + Math.exp(-(day + 0.5 - middle) / scale)));
  forecast[DAYS - 1] = 1;
  return forecast;
};
const FORECAST = logistic(12, 1.5);
const TODAY = 1_000;

/** Past forecasts that all say the same while the parcels really spread `width` times as far and come `late` days later. Those not arrived by today are under way. */
const ledgerOf = (width: number, late: number, parcels = 6_000): PastForecast[] => {
  const even = evenFrom(5);
  const remembered = remember(FORECAST);
  return Array.from({ length: parcels }, () => {
    const share = Math.min(0.9999, Math.max(0.0001, even()));
    const askedDay = TODAY - 1 - Math.floor(even() * 90);
    const days = Math.max(0, Math.floor(12 + late + 1.5 * width * Math.log(share / (1 - share))));
    return { askedDay, days: askedDay + days < TODAY ? days : null, remembered };
  });
};
const share = (width: number, late: number, kept: (days: number) => boolean): number => {
  const all = ledgerOf(width, late).flatMap(({ askedDay, days }) => (days === null || askedDay > TODAY - 50 ? [] : [days])); // of late weeks only the quick ones have arrived
  return all.filter(kept).length / all.length;
};

describe("calibration", () => {
  test("leaves honest forecasts nearly as they are", () => {
    expect(Math.abs(windowLevelFor(calibrate(ledgerOf(1, 0), TODAY), 0.8) - 0.8)).toBeLessThan(0.06);
  });

  test("without any past it believes the forecasts", () => {
    expect(windowLevelFor(calibrate([], TODAY), 0.9)).toBeGreaterThan(0.7);
    expect(priceFor(calibrate([], TODAY), 0.9)).toBeLessThan(PRICES.length);
  });

  test.each([0.8, 0.9])("widens windows that were too narrow until %d of them hold", (rate) => {
    const level = windowLevelFor(calibrate(ledgerOf(1.5, 0), TODAY), rate);
    const window = shortestWindow(FORECAST, level);
    expect(level).toBeGreaterThan(rate);
    expect(Math.abs(share(1.5, 0, (days) => window.from <= days && days <= window.to) - rate)).toBeLessThan(0.05);
  });

  test("narrows windows that were too wide", () => {
    expect(windowLevelFor(calibrate(ledgerOf(0.6, 0), TODAY), 0.9)).toBeLessThan(0.86);
  });

  test("promises later when parcels came later, and keeps nine in ten", () => {
    const [honest, late] = [calibrate(ledgerOf(1, 0), TODAY), calibrate(ledgerOf(1, 2), TODAY)];
    const promised = (price: number): number => promisedDay(promiseSteps(FORECAST), PRICES[price] ?? 0);
    expect(promised(priceFor(late, 0.9))).toBeGreaterThan(promised(priceFor(honest, 0.9)));
    expect(share(1, 2, (days) => days <= promised(priceFor(late, 0.9)))).toBeGreaterThan(0.87);
  });

  test("parcels that still wait past their window count as outside long before they arrive", () => {
    const waiting: PastForecast[] = Array.from({ length: 400 }, () => ({ askedDay: TODAY - 30, days: null, remembered: remember(FORECAST) }));
    const arrived: PastForecast[] = Array.from({ length: 600 }, () => ({ askedDay: TODAY - 30, days: 12, remembered: remember(FORECAST) }));
    const [with400, without] = [calibrate([...arrived, ...waiting], TODAY), calibrate(arrived, TODAY)];
    expect(with400.windows.at(-10)).toBeLessThan((without.windows.at(-10) ?? 0) - 0.2);
  });

  test("shares never fall from one setting to the next, and lie from 0 to 1", () => {
    const { windows, promises } = calibrate(ledgerOf(1.2, 1), TODAY);
    for (const shares of [windows, promises]) {
      expect([...shares]).toEqual([...shares].toSorted((a, b) => a - b));
      expect(shares[0]).toBeGreaterThanOrEqual(0);
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    }
    expect(windows).toHaveLength(WINDOW_LEVELS.length);
  });
});

test("before anything arrived typical forecasts are taken at their word", () => {
  const calibration = calibrate([], TODAY, [remember(FORECAST)]);
  for (const rate of [0.6, 0.8, 0.9, 0.95]) {
    const { from, to } = shortestWindow(FORECAST, windowLevelFor(calibration, rate));
    expect(chanceIn(FORECAST, { from, to })).toBeGreaterThanOrEqual(rate - 0.01);
    expect(FORECAST[promisedDay(promiseSteps(FORECAST), PRICES[priceFor(calibration, rate)]!)]).toBeGreaterThanOrEqual(rate);
  }
});

test("with neither a past nor forecasts, levels hold what they say", () => {
  const calibration = calibrate([], TODAY);
  for (const rate of [0.8, 0.9, 0.95]) expect(windowLevelFor(calibration, rate)).toBeCloseTo(rate, 2);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calibrate, priceFor, remember, windowLevelFor, type Remembered } from "./calibration.ts";
import { medianDay, shortestWindow } from "./forecast-dates.ts";
import { DAYS, fitModel, forecastOf, settingWith, type Model } from "./model.ts";
import type { Parcels, Question } from "./parcels.ts";
import { FIRST_DAY, parcelsOfWorld, questionOf, trueMedian, type World } from "./synthetic-world.fixture.ts";

const WORLD: World = { seed: 11, parcels: 9_000, days: 200, regions: 5, zipsPerRegion: 6, locations: 12, spread: 0.35 };
const TODAY = FIRST_DAY + 180;
const SETTING = settingWith(new Set());
const NO_PARCELS: Parcels = { size: 0, bought: new Float64Array(), handedOver: new Float64Array(), arrived: new Float64Array(), keys: {}, measures: {} };
const UNKNOWN: Question = { bought: TODAY + 0.5, handedOver: null, keys: {}, measures: {} };

const learn = (parcels: Parcels, today = TODAY): Model => fitModel(parcels, today, SETTING);
const world = parcelsOfWorld(WORLD);
const model = learn(world);

/** The same columns with every row read from another place. */
const reordered = (parcels: Parcels, order: readonly number[]): Parcels => {
  const float = (column: Float64Array): Float64Array => Float64Array.from(order, (at) => column[at]!);
  return {
    size: order.length, bought: float(parcels.bought), handedOver: float(parcels.handedOver), arrived: float(parcels.arrived),
    keys: Object.fromEntries(Object.entries(parcels.keys).map(([name, codes]) => [name, Int32Array.from(order, (at) => codes[at]!)])),
    measures: Object.fromEntries(Object.entries(parcels.measures).map(([name, values]) => [name, float(values)])),
  };
};
const mapArrived = (parcels: Parcels, arrived: (at: number) => number): Parcels => ({ ...parcels, arrived: Float64Array.from({ length: parcels.size }, (_, at) => arrived(at)) });
const farthest = (one: Float64Array, other: Float64Array): number => one.reduce((most, chance, day) => Math.max(most, Math.abs(chance - other[day]!)), 0);
const atHandOff = (region: number, handedOver = TODAY + 0.6): Question => ({ bought: handedOver - 1, handedOver, keys: { region, area: region % 6 }, measures: {} });

describe("a forecast", () => {
  test("is a distribution for any question whatever: it never falls, lies from 0 to 1 and ends at 1", () => {
    const code = fc.integer({ min: -1, max: 2_000 });
    const questions = fc.record({
      bought: fc.double({ min: -1_000, max: 40_000, noNaN: true }), delay: fc.option(fc.double({ min: 0, max: 40, noNaN: true })),
      keys: fc.record({ region: code, area: code, zip3: code, location: code, carrier: code, cell: code }), measures: fc.record({ weight: fc.double({ min: -5, max: 5, noNaN: true }) }),
    });
    const models = [model, learn(NO_PARCELS)];
    fc.assert(fc.property(questions, fc.constantFrom(...models), ({ bought, delay, keys, measures }, asked) => {
      const forecast = forecastOf(asked, { bought, handedOver: delay === null ? null : bought + delay, keys, measures });
      expect(forecast).toHaveLength(DAYS);
      for (let day = 0; day < DAYS; day += 1) {
        expect(forecast[day]).toBeGreaterThanOrEqual(day === 0 ? 0 : forecast[day - 1]!);
        expect(forecast[day]).toBeLessThanOrEqual(1);
      }
      expect(forecast[DAYS - 1]).toBe(1);
    }));
  });

  test("of a shop without a past is the published standard: wide, and around its working days", () => {
    const forecast = forecastOf(learn(NO_PARCELS), UNKNOWN);
    expect(medianDay(forecast)).toBeGreaterThanOrEqual(8);
    expect(medianDay(forecast)).toBeLessThanOrEqual(15);
    const { from, to } = shortestWindow(forecast, 0.8);
    expect(to - from).toBeGreaterThanOrEqual(9);
  });

  test("follows another published standard while nothing else is known", () => {
    const express = { ...SETTING, carrier: { ...SETTING.carrier, standard: { workingDays: 2, spread: 0.3 } } };
    const median = medianDay(forecastOf(fitModel(NO_PARCELS, TODAY, express), atHandOff(0, FIRST_DAY + 0.5)));
    expect(median).toBeGreaterThanOrEqual(1);
    expect(median).toBeLessThanOrEqual(3);
  });

  test("of a place never seen is that of the shop at large", () => {
    const [unseen, all] = [medianDay(forecastOf(model, atHandOff(99))), [0, 1, 2, 3, 4].map((region) => medianDay(forecastOf(model, atHandOff(region))))];
    expect(unseen).toBeGreaterThan(Math.min(...all));
    expect(unseen).toBeLessThan(Math.max(...all));
  });
});

describe("what is learned", () => {
  test("recovers each region's true working days", () => {
    for (let region = 0; region < WORLD.regions; region += 1) {
      const monday = FIRST_DAY + 182; // from a Monday morning, working days of under a week are days
      const forecast = forecastOf(model, atHandOff(region, monday + 0.01));
      const calendar = trueMedian(WORLD, region) + 2 * Math.floor(trueMedian(WORLD, region) / 5);
      expect(Math.abs(medianDay(forecast) - calendar)).toBeLessThanOrEqual(1);
    }
  });

  test("before any calibration windows hold at least what they say, and not far more", () => {
    const wild = parcelsOfWorld({ ...WORLD, spread: 0.6 });
    const learned = learn(wild);
    const asked = Array.from({ length: wild.size }, (_, row) => row).filter((row) => wild.bought[row]! >= TODAY && wild.bought[row]! < TODAY + 14);
    for (const [level, most] of [[0.8, 0.91], [0.9, 0.97]] as const) {
      const held = asked.filter((row) => {
        const { from, to } = shortestWindow(forecastOf(learned, questionOf(wild, row, false)), level);
        const days = Math.floor(wild.arrived[row]!) - Math.floor(wild.bought[row]!);
        return from <= days && days <= to;
      });
      expect(held.length / asked.length).toBeGreaterThan(level - 0.02);
      expect(held.length / asked.length).toBeLessThan(most);
    }
  });

  test("calibrated on its own forecasts its 80 % and 90 % windows hold at those rates, and its promises are kept", () => {
    const asked: { row: number; askedDay: number; remembered: Remembered }[] = [];
    let [judged, held80, held90, kept] = [0, 0, 0, 0];
    const taken = (row: number): number => Math.floor(world.arrived[row]!) - Math.floor(world.bought[row]!);
    for (let today = FIRST_DAY + 70; today < FIRST_DAY + 182; today += 7) {
      const calibration = calibrate(asked.map(({ row, askedDay, remembered }) => ({ askedDay, remembered, days: world.arrived[row]! < today ? taken(row) : null })), today);
      const [level80, level90, price] = [windowLevelFor(calibration, 0.8), windowLevelFor(calibration, 0.9), priceFor(calibration, 0.9)];
      const learned = learn(world, today);
      for (let row = 0; row < world.size; row += 1) {
        if (world.bought[row]! < today || world.bought[row]! >= today + 7) continue;
        const forecast = forecastOf(learned, questionOf(world, row, false));
        const remembered = remember(forecast);
        asked.push({ row, askedDay: Math.floor(world.bought[row]!), remembered });
        if (today < FIRST_DAY + 120) continue;
        const holds = (level: number): number => { const { from, to } = shortestWindow(forecast, level); return Number(from <= taken(row) && taken(row) <= to); };
        judged += 1;
        held80 += holds(level80);
        held90 += holds(level90);
        kept += Number(taken(row) <= remembered.promised[price]!);
      }
    }
    expect(judged).toBeGreaterThan(2_000);
    expect(Math.abs(held80 / judged - 0.8)).toBeLessThan(0.04);
    expect(Math.abs(held90 / judged - 0.9)).toBeLessThan(0.03);
    expect(Math.abs(kept / judged - 0.9)).toBeLessThan(0.04);
  });

  test("later parcels of a lane never make its median earlier", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 10 }), (region, later) => {
      const slower = learn(mapArrived(world, (at) => world.arrived[at]! + (world.keys["region"]![at] === region ? later : 0)));
      expect(medianDay(forecastOf(slower, atHandOff(region)))).toBeGreaterThanOrEqual(medianDay(forecastOf(model, atHandOff(region))));
    }), { numRuns: 6 });
  });

  test("parcels under way count: a lane from which nothing arrives any more gets slower", () => {
    const stuck = learn(mapArrived(world, (at) => (world.keys["region"]![at] === 1 && world.handedOver[at]! > TODAY - 21 ? Number.NaN : world.arrived[at]!)));
    expect(medianDay(forecastOf(stuck, atHandOff(1)))).toBeGreaterThan(medianDay(forecastOf(model, atHandOff(1))) + 1);
  });

  test("parcels that are not late yet are not taken for lost", () => {
    const known = learn(mapArrived(world, (at) => (world.arrived[at]! < TODAY ? world.arrived[at]! : Number.NaN)));
    expect(Math.abs(medianDay(forecastOf(known, atHandOff(4))) - (trueMedian(WORLD, 4) + 2))).toBeLessThanOrEqual(1);
  });
});

describe("a carrier that slows down by half", () => {
  const shift = { day: FIRST_DAY + 150, factor: 1.5, region: null };
  const slow = parcelsOfWorld({ ...WORLD, shift });

  test("is noticed within two weeks", () => {
    const calm = learn(world, shift.day + 14).carrier.level.general;
    const noticed = learn(slow, shift.day + 14).carrier.level.general;
    expect(noticed - calm).toBeGreaterThan(0.5 * Math.log(1.5));
  });

  test("is forgotten two weeks after it is over", () => {
    const over = mapArrived(slow, (at) => (slow.handedOver[at]! < shift.day + 14 ? slow.arrived[at]! : world.arrived[at]!));
    expect(learn(over, shift.day + 35).carrier.level.general).toBeLessThan(0.4 * Math.log(1.5));
  });
});

describe("nothing but the parcels known matters", () => {
  test("what happened today or later is not seen", () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 190 }), fc.integer({ min: 0, max: 30 }), (after, delay) => {
      const today = FIRST_DAY + after;
      const future = (column: Float64Array): Float64Array => column.map((at) => (at < today ? at : delay === 0 ? Number.NaN : at + delay));
      const otherwise = learn({ ...world, bought: future(world.bought), handedOver: future(world.handedOver), arrived: future(world.arrived) }, today);
      const honest = learn(world, today);
      for (const region of [0, 3]) {
        expect(forecastOf(otherwise, atHandOff(region, today + 0.5))).toEqual(forecastOf(honest, atHandOff(region, today + 0.5)));
        expect(forecastOf(otherwise, { ...UNKNOWN, bought: today + 0.5 })).toEqual(forecastOf(honest, { ...UNKNOWN, bought: today + 0.5 }));
      }
    }), { numRuns: 6 });
  });

  test("the order of the rows changes nothing", () => {
    const rows = Array.from({ length: world.size }, (_, at) => at);
    fc.assert(fc.property(fc.integer({ min: 1, max: world.size - 1 }), (by) => {
      const other = learn(reordered(world, [...rows.slice(by), ...rows.slice(0, by)].toReversed()));
      for (let row = 0; row < 40; row += 1) expect(farthest(forecastOf(other, questionOf(world, row, false)), forecastOf(model, questionOf(world, row, false)))).toBeLessThan(1e-9);
    }), { numRuns: 4 });
  });

  test("learning twice gives the same model to the last bit", () => {
    expect(learn(world)).toEqual(model);
  });
});

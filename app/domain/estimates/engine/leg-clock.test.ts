import { describe, expect, test } from "vitest";
import { EVEN_DAYS, learnClock, readingAt, withinClock } from "./leg-clock.ts";
import { rowsKnownOn } from "./leg-rows.ts";
import { FIRST_DAY, parcelsOfWorld } from "./synthetic-world.fixture.ts";

const world = { seed: 3, parcels: 4_000, days: 120, regions: 3, zipsPerRegion: 4, locations: 5, spread: 0.3 };
const TODAY = FIRST_DAY + 120;
const clockOf = (parcels: number, holidays: ReadonlySet<number> = new Set()) => {
  const { handedOver, arrived } = parcelsOfWorld({ ...world, parcels });
  const rows = rowsKnownOn(handedOver, arrived, TODAY, 35);
  return learnClock(rows, new Float64Array(rows.size).fill(1), TODAY, holidays);
};

describe("a leg's own clock", () => {
  test("learns that nothing arrives at the weekend", () => {
    const { worth } = clockOf(4_000);
    expect(worth[5]).toBeLessThan(0.1);
    expect(worth[6]).toBeLessThan(0.1);
    for (const weekday of worth.subarray(0, 5)) expect(weekday).toBeGreaterThan(0.8);
  });

  test("without parcels it is a plausible guess, and holidays are nearly free", () => {
    expect([...clockOf(0).worth]).toEqual([1, 1, 1, 1, 1, 0.35, 0.08, 0.2]);
    const clock = clockOf(0, new Set([TODAY]));
    expect(readingAt(clock, TODAY + 1) - readingAt(clock, TODAY)).toBeCloseTo(0.2);
  });

  test("where days are known to count alike nothing is learned of them", () => {
    const { handedOver, arrived } = parcelsOfWorld(world);
    const rows = rowsKnownOn(handedOver, arrived, TODAY, 35);
    const clock = learnClock(rows, new Float64Array(rows.size).fill(1), TODAY, new Set([TODAY]), EVEN_DAYS);
    expect([...clock.worth]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(readingAt(clock, TODAY + 20) - readingAt(clock, TODAY)).toBe(20);
  });

  test("a date it does not know is taken for the nearest of the same weekday that it knows", () => {
    const clock = clockOf(0);
    for (const instant of [TODAY - 5_000.3, TODAY + 5_000.3]) {
      const known = withinClock(clock, instant, 120);
      expect((known - instant) % 7).toBeCloseTo(0);
      expect(readingAt(clock, known + 120)).toBeGreaterThan(0);
    }
    expect(withinClock(clock, TODAY + 0.5, 120)).toBe(TODAY + 0.5);
  });
});

import { expect, test } from "vitest";
import { filterLevel, LEVELS } from "./level-filter.ts";

const WALK = { step: 0.12, memory: 0.98, start: 0.3 };
/** A week that says: the level is about here, as surely as so many parcels. */
const week = (level: number, parcels: number): Float64Array => Float64Array.from(LEVELS, (one) => -0.5 * parcels * ((one - level) / 0.5) ** 2);

test("without evidence the level is the usual one, and uncertain", () => {
  const { mean, spread } = filterLevel(Array.from({ length: 20 }, () => new Float64Array(LEVELS.length)), WALK);
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(spread).toBeGreaterThan(0.3);
});

test("a shift of the last two weeks is believed, and the weeks before keep their level", () => {
  const { mean, path } = filterLevel(Array.from({ length: 20 }, (_, ago) => week(ago < 2 ? 0.5 : 0, 60)), WALK);
  expect(mean).toBeGreaterThan(0.4);
  expect(Math.abs(path[6] ?? 1)).toBeLessThan(0.08);
});

test("a single odd parcel moves the level little", () => {
  expect(Math.abs(filterLevel(Array.from({ length: 20 }, (_, ago) => (ago === 0 ? week(1, 0.2) : week(0, 60))), WALK).mean)).toBeLessThan(0.06);
});

import { expect, test } from "vitest";
import { fitAdditive, type FittingTable } from "./additive-tables.ts";

const LANES = [0, 0.3, -0.4];
const SIZE = 3_000;
/** Parcels of three lanes whose log progress is 2, their lane's, and a spread of ±0.2 that repeats; `waits` says which are still under way and since when. */
const fitted = (waits: (at: number, progress: number) => number | null, shrinkage = 1) => {
  const table: FittingTable = { entryOf: Int32Array.from({ length: SIZE }, (_, at) => at % 3), shrinkage, effects: new Float64Array(3) };
  const [low, high, arrived] = [new Float64Array(SIZE), new Float64Array(SIZE), new Uint8Array(SIZE)];
  for (let at = 0; at < SIZE; at += 1) {
    const progress = 2 + LANES[at % 3]! + 0.02 * ((Math.floor(at / 3) % 21) - 10);
    const outlasted = waits(at, progress);
    arrived[at] = outlasted === null ? 1 : 0;
    low[at] = high[at] = outlasted ?? progress;
  }
  const { intercept } = fitAdditive({ low, high, arrived, weights: new Float64Array(SIZE).fill(1) }, [table], [], 2);
  return Array.from(table.effects, (effect) => intercept + effect);
};

test("each lane's progress is found", () => {
  fitted(() => null).forEach((location, lane) => expect(location).toBeCloseTo(2 + LANES[lane]!, 1));
});

test("with half of a lane still waiting its progress is nearly the same, not that of those who arrived", () => {
  const slow = fitted((at, progress) => (at % 3 === 1 && progress > 2.3 ? 2.3 : null));
  expect(Math.abs(slow[1]! - 2.3)).toBeLessThan(0.03); // those who arrived alone have 2.2
});

test("a lane with little evidence is pulled towards the shop at large", () => {
  const [near, far] = [fitted(() => null, 10), fitted(() => null, 5_000)];
  expect(far[2]! - far[1]!).toBeGreaterThan(near[2]! - near[1]! + 0.4);
});

test("what is stated of parcels is taken as it is, and lanes are learned as deviations from it", () => {
  const stated = Float64Array.from({ length: SIZE }, (_, at) => (at % 2 === 0 ? 1 : 0)); // every other parcel was said to take longer, and does
  const table: FittingTable = { entryOf: Int32Array.from({ length: SIZE }, (_, at) => at % 3), shrinkage: 1, effects: new Float64Array(3) };
  const progress = Float64Array.from({ length: SIZE }, (_, at) => 2 + stated[at]! + LANES[at % 3]!);
  const { intercept, location } = fitAdditive({ low: progress, high: progress, arrived: new Uint8Array(SIZE).fill(1), weights: new Float64Array(SIZE).fill(1) }, [table], [], 2, stated);
  LANES.forEach((lane, at) => expect(intercept + table.effects[at]!).toBeCloseTo(2 + lane, 1));
  location.forEach((one, at) => expect(one).toBeCloseTo(progress[at]!, 1));
});

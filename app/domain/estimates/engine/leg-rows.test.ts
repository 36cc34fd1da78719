import { expect, test } from "vitest";
import { rowsKnownOn } from "./leg-rows.ts";

const known = (starts: number[], ends: number[]) => {
  const { row, endDay } = rowsKnownOn(Float64Array.from(starts), Float64Array.from(ends), 100, 35);
  return [...row].map((at, one) => [at, endDay[one]]);
};

test("what begins today or later, or never, is not looked at", () => {
  expect(known([99.9, 100, 140, Number.NaN], [Number.NaN, Number.NaN, 150, 90])).toEqual([[0, -1]]);
});

test("what arrives today or later is still under way", () => {
  expect(known([90.5, 90.5, 90.5], [99.99, 100, 120])).toEqual([[0, 99], [1, -1], [2, -1]]);
});

test("a parcel under way for too long, and one that arrived before it left, do not teach", () => {
  expect(known([60.5, 90.5, 90.5], [Number.NaN, 89.9, 90.1])).toEqual([[2, 90]]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsKnownOn } from "./leg-rows.ts";
import type { Parcels } from "./parcels.ts";
import { entryFor, indexTable, startCode } from "./table-index.ts";

const codes = fc.integer({ min: -1, max: 6 });
const parcelsWith = (a: number[], b: number[]): Parcels => {
  const days = Float64Array.from(a, (_, at) => 100 + at / 10);
  return { size: a.length, bought: days, handedOver: days, arrived: days.map((day) => day + 2), keys: { a: Int32Array.from(a), b: Int32Array.from(b) }, measures: {} };
};

test("two parcels share an entry exactly where all their codes agree, and a question finds it again", () => {
  fc.assert(fc.property(fc.array(fc.tuple(codes, codes), { minLength: 1, maxLength: 40 }), (pairs) => {
    const parcels = parcelsWith(pairs.map(([a]) => a), pairs.map(([, b]) => b));
    const { index, entryOf } = indexTable({ by: ["a", "b"], shrinkage: 1 }, parcels, rowsKnownOn(parcels.bought, parcels.arrived, 200, 300), 200);
    pairs.forEach(([a, b], one) => {
      expect(entryFor(index, (column) => (column === "a" ? a : b))).toBe(entryOf[one]);
      expect(entryOf[one] === -1).toBe(a < 0 || b < 0);
      const sharing = pairs.map((_, other) => entryOf[one] !== -1 && entryOf[other] === entryOf[one]);
      expect(sharing).toEqual(pairs.map(([c, d]) => a >= 0 && b >= 0 && a === c && b === d));
    });
  }));
});

test("codes and columns never seen have no entry", () => {
  const parcels = parcelsWith([0, 1], [0, 1]);
  const rows = rowsKnownOn(parcels.bought, parcels.arrived, 200, 300);
  const { index } = indexTable({ by: ["a", "b"], shrinkage: 1 }, parcels, rows, 200);
  expect([[0, 1], [1, 5], [-1, 0]].map(([a, b]) => entryFor(index, (column) => (column === "a" ? a! : b!)))).toEqual([-1, -1, -1]);
  expect([...indexTable({ by: ["carrier"], shrinkage: 1 }, parcels, rows, 200).entryOf]).toEqual([-1, -1]);
});

test("the start's own codes: weekday, parts of the day, weeks from Monday, fortnights before the refit", () => {
  const monday = 4 + 7 * 2_500; // day 4 of 1970 was a Monday
  expect(["weekday", "quarterDay", "eighthDay", "week", "fortnight"].map((column) => startCode(column, monday + 0.8, 0))).toEqual([0, 3, 6, 2_500, 1_250]);
  expect([monday, monday - 1, monday - 14, monday + 3].map((start) => startCode("fortnightsAgo", start, monday + 1))).toEqual([0, 0, 1, 0]);
  expect(startCode("region", monday, 0)).toBeNull();
});

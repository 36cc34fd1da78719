import { expect, test } from "vitest";
import { evenSample } from "./even-sample.ts";
import { packedOf } from "./packed-parcels.ts";
import { parcelsOfShop } from "./synthetic-shop.fixture.ts";

const parcels = parcelsOfShop({ seed: 1, past: 4_000, pastDays: 100, future: 0, futureDays: 1, regions: 5, spread: 0.3 });
const keysOf = (all: typeof parcels, rows: Int32Array): string[] => [...rows].map((row) => all[row]!.key).toSorted();

test("all rows that fit are taken where they are few", () => {
  expect([...evenSample(packedOf(parcels), (row) => row % 1_000 === 7, 10)]).toEqual([7, 1_007, 2_007, 3_007]);
  expect(evenSample(packedOf([]), () => true, 10)).toHaveLength(0);
});

test("of many, about as many as wanted, the same ones in whatever order they come", () => {
  const rows = evenSample(packedOf(parcels), () => true, 500);
  expect(Math.abs(rows.length - 500)).toBeLessThan(75);
  const turned = parcels.toReversed();
  expect(keysOf(turned, evenSample(packedOf(turned), () => true, 500))).toEqual(keysOf(parcels, rows));
});

test("slow parcels are taken as often as quick ones", () => {
  const took = (row: number): number => parcels[row]!.arrivedAt! - parcels[row]!.orderedAt!;
  const mean = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + took(row), 0) / rows.length;
  const all = [...parcels.keys()];
  expect(Math.abs(mean([...evenSample(packedOf(parcels), () => true, 1_000)]) / mean(all) - 1)).toBeLessThan(0.05);
});

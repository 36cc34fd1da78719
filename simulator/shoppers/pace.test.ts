import { expect, it } from "vitest";
import { createPace } from "./pace.ts";

it("lets so many pass in a second, in the order in which they came", async () => {
  const waited: number[] = [];
  const turn = createPace(2, 10, { now: () => 1_000, wait: async (ms) => void waited.push(ms) });
  expect(await Promise.all(Array.from({ length: 5 }, turn))).toEqual([true, true, true, true, true]);
  expect(waited).toEqual([0, 500, 1_000, 1_500, 2_000]);
});

it("sends away whoever finds too many waiting, and nobody who comes when they have passed", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const turn = createPace(2, 3, { now: () => 0, wait: () => promise });
  const first = Array.from({ length: 4 }, turn);
  expect(await first[3]).toBe(false);
  resolve();
  expect(await Promise.all(first)).toEqual([true, true, true, false]);
  expect(await turn()).toBe(true);
});

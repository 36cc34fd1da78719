import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "#app/domain/shared/time.ts";
import { createPace } from "./pace.ts";

const at = (ms: number) => (1_800_000_000_000 + ms) as Instant;

describe("a pace", () => {
  it("lets a burst through, then says when to go on, and lets one more through for each step that has passed", () => {
    const pace = createPace({ perSecond: 10, burst: 3 });
    expect([1, 2, 3, 4].map(() => pace("a", at(0)))).toEqual([0, 0, 0, 1]);
    expect([pace("a", at(40)), pace("a", at(100)), pace("a", at(100)), pace("b", at(100))]).toEqual([1, 0, 1, 0]);
  });

  it("never lets more through in any stretch of time than the rate and the burst allow", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 }), (waits) => {
      const pace = createPace({ perSecond: 10, burst: 5 });
      let now = 0;
      const passed = waits.flatMap((wait) => ((now += wait), pace("a", at(now)) === 0 ? [now] : []));
      for (const [from, begin] of passed.entries()) for (const [more, end] of passed.slice(from).entries()) expect(more + 1).toBeLessThanOrEqual(6 + (end - begin) / 100);
    }));
  });

  it("knows its burst exactly at a rate that is no round number of milliseconds", () => {
    const pace = createPace({ perSecond: 1_500, burst: 3_000 });
    expect(Array.from({ length: 3_100 }, () => pace("a", at(0))).filter((wait) => wait === 0)).toHaveLength(3_000);
  });

  it("does not hinder whoever keeps to the rate", () => {
    const pace = createPace({ perSecond: 1_500, burst: 3_000 });
    for (let ms = 0; ms < 10_000; ms += 1) expect(pace("a", at(ms))).toBe(0);
  });

  it("forgets whoever came first rather than grow", () => {
    const pace = createPace({ perSecond: 1, burst: 1, mostKept: 2 });
    expect(["a", "b", "a", "c", "a", "b"].map((who) => pace(who, at(0)))).toEqual([0, 0, 1, 0, 0, 0]);
  });
});

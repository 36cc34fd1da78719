import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../../tests/builders/journey.ts";
import { heardOf, type FeedState, type Heard } from "./feed-state.ts";

const anyHeard: fc.Arbitrary<Heard> = fc.record({ source: fc.constantFrom("ups" as const, "easypost" as const), number: fc.constantFrom("", "1Z1"), h: fc.integer({ min: 0, max: 50 }), whole: fc.option(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: -50, max: 0 }))) })
  .map(({ source, number, h, whole }) => ({ source, number, heardAt: at(h), whole: whole && { at: at(whole[0]), from: at(whole[1]) } }));
const byName = (feeds: readonly FeedState[]) => [...feeds].sort((a, b) => (`${a.source} ${a.number}` < `${b.source} ${b.number}` ? -1 : 1));

describe("the freshness of a feed", () => {
  it("is that of the newest message and of the newest whole history, each on its own", () => {
    const told = [{ source: "ups", number: "1Z1", heardAt: at(9), whole: null }, { source: "ups", number: "1Z1", heardAt: at(5), whole: { at: at(5), from: at(1) } }] as const;
    expect(told.reduce<readonly FeedState[]>(heardOf, [])).toEqual([{ source: "ups", number: "1Z1", heardAt: at(9), checkedAt: null, wholeAt: at(5), wholeFrom: at(1) }]);
  });

  it("is kept by source and number", () => {
    const feeds = heardOf(heardOf([], { source: "ups", number: "1Z1", heardAt: at(1), whole: null }), { source: "ups", number: "9400", heardAt: at(2), whole: null });
    expect(feeds.map(({ number, heardAt }) => [number, heardAt])).toEqual([["1Z1", at(1)], ["9400", at(2)]]);
  });

  it("is the same in whatever order messages come, and however often", () => {
    fc.assert(fc.property(fc.array(anyHeard, { maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all.slice(0, 4)], { minLength: all.length + Math.min(4, all.length) }))), ([all, shuffled]) => {
      expect(byName(shuffled.reduce<readonly FeedState[]>(heardOf, []))).toEqual(byName(all.reduce<readonly FeedState[]>(heardOf, [])));
    }));
  });
});

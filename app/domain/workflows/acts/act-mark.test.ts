import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActId } from "../../shared/ids.ts";
import { actId } from "./act-id.ts";
import { codeOf, markOf, tagOf } from "./act-mark.ts";

describe("the mark of an act", () => {
  it("is FNV-1a of its id, 64 bits", () => {
    expect(BigInt.asUintN(64, [...markOf("a" as ActId)].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)).toString(16)).toBe("af63dc4c8601ec8c"); // test vector of the algorithm's page
  });

  it("is the same for the same wish, another for another, and fits a tag and a code at Shopify", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      const [one, other] = [actId(a), actId(b)];
      expect(tagOf(one).length).toBeLessThanOrEqual(40);
      expect(codeOf(one)).toMatch(/^SORRY-[0-9A-Z]{13}$/);
      expect(markOf(one) === markOf(other)).toBe(one === other);
      expect(one).not.toMatch(/\s/);
    }));
  });
});

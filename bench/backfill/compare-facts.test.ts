import { expect, test } from "vitest";
import { difference } from "./compare-facts.ts";

test("a fact only Shopify has is missing, one only we have is extra, and both are told in words", () => {
  expect(difference(new Set(["order 1", "line 2", "event 3"]), new Set(["order 1", "line 2 changed"]))).toEqual({
    missing: 2, extra: 1, examples: ["missing: line 2", "missing: event 3", "extra: line 2 changed"],
  });
  expect(difference(new Set(["order 1"]), new Set(["order 1"]))).toEqual({ missing: 0, extra: 0, examples: [] });
});

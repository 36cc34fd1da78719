import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson, writeJson } from "./json.ts";
import { gid, parseGid } from "./ids.ts";

describe("JSON without rounding", () => {
  it("writes and reads whole numbers of any length", () => {
    fc.assert(fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }), (id) => {
      expect(writeJson({ id })).toBe(`{"id":${id}}`);
      expect(readJson(writeJson({ id }))).toEqual({ id });
    }));
  });

  it("reads everything else as JSON.parse does", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      // Numbers such as 1e300 are whole, too large to be exact, and not written digit by digit.
      fc.pre(!/\d{16,}/.test(text));
      expect(readJson(text)).toEqual(JSON.parse(text));
    }));
  });
});

describe("global ids", () => {
  it("are taken apart again, and nothing else is", () => {
    expect(parseGid(gid("Order", "9007199254740993"))).toEqual({ type: "Order", id: "9007199254740993" });
    for (const text of ["", "17", "gid://shopify/Order/", "gid://other/Order/1", "Order/1"]) expect(parseGid(text)).toBeNull();
  });
});

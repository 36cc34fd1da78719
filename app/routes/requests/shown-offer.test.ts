import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readShownOffer } from "./shown-offer.ts";

const GOOD = { table: "t-7", lane: "US-CA-941", service: "*", day: "2026-11-20", surface: "product" };
const read = (changes: Readonly<Record<string, unknown>> = {}) => readShownOffer(JSON.stringify({ ...GOOD, ...changes }));

describe("reading what a page says it showed", () => {
  it("takes the line of the table by its names", () => {
    expect(read()).toEqual({ tableId: "t-7", lane: "US-CA-941", service: "*", day: "2026-11-20", surface: "product" });
  });

  it.each(["*", "US", "US-CA", "GB-ENG", "CA-ON-M5V"])("knows the lane %s", (lane) => {
    expect(read({ lane })?.lane).toBe(lane);
  });

  it.each([
    ["a lane that is none", { lane: "us" }], ["a lane with a whole postcode", { lane: "US-CA-94110" }], ["another page", { surface: "checkout" }], ["a day that is none", { day: "2026-02-30" }],
    ["no table", { table: "" }], ["an endless name", { service: "x".repeat(121) }], ["more than was asked", { email: "ada@example.com" }], ["a number for a name", { table: 7 }],
  ])("refuses %s", (_what, changes) => {
    expect(read(changes)).toBeNull();
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(readShownOffer(body)).toBeNull();
    }));
  });
});

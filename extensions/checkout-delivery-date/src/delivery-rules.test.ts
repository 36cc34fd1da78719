import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCurrent, readRules } from "./delivery-rules.ts";

const GOOD = {
  v: 1, apiUrl: "https://hither.example.com", publishedAt: "2026-11-20T00:00:00Z", expiresAt: "2026-11-27T00:00:00Z", timeZone: "Europe/Berlin", cutoff: "14:00",
  workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5, 6], closedDates: [], handlingDays: { min: 0, max: 1 }, transit: [{ country: "*", method: null, minDays: 2, maxDays: 5 }],
};

describe("reading the published rules", () => {
  it("accepts what the app publishes", () => {
    expect(readRules(JSON.stringify(GOOD))).toEqual(GOOD);
  });

  it.each([
    ["another version", { v: 2 }], ["an unknown zone", { timeZone: "Mars/Olympus" }], ["an impossible cut-off", { cutoff: "25:00" }],
    ["an eighth weekday", { workingDays: [7] }], ["negative transit", { transit: [{ country: "*", method: null, minDays: -1, maxDays: 2 }] }],
    ["no expiry", { expiresAt: undefined }], ["a missing table", { transit: null }],
  ])("refuses %s", (_what, change) => {
    expect(readRules(JSON.stringify({ ...GOOD, ...change }))).toBeNull();
  });

  it("never throws, whatever the metafield holds", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      expect(readRules(text)).toBeNull();
    }));
  });

  it("trusts the table up to its expiry and not from then on", () => {
    const rules = readRules(JSON.stringify(GOOD));
    expect(rules && isCurrent(rules, new Date("2026-11-26T23:59:59.999Z"))).toBe(true);
    expect(rules && isCurrent(rules, new Date("2026-11-27T00:00:00Z"))).toBe(false);
  });
});

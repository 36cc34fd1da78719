import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetText, shopTime, startOfDay } from "./shop-time.ts";

describe("the shop's wall clock", () => {
  it.each([
    ["America/New_York", "2026-11-01T05:59:59Z", "2026-11-01T01:59:59-04:00"],
    ["America/New_York", "2026-11-01T06:00:00Z", "2026-11-01T01:00:00-05:00"],
    ["Asia/Kathmandu", "2026-11-20T18:20:00Z", "2026-11-21T00:05:00+05:45"],
    ["UTC", "2026-11-20T00:00:00Z", "2026-11-20T00:00:00+00:00"],
  ])("in %s shows %s as %s", (zone, utc, local) => {
    expect(shopTime(zone, utc)).toBe(local);
  });

  it("names the same instant as UTC does, in every zone", () => {
    const zones = fc.constantFrom("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia");
    fc.assert(fc.property(zones, fc.integer({ min: 0, max: 2_000_000_000 }), (zone, seconds) => {
      expect(Date.parse(shopTime(zone, new Date(seconds * 1000).toISOString()))).toBe(seconds * 1000);
    }));
  });

  it("begins its days at its own midnight, also when the clocks change", () => {
    expect(startOfDay("America/New_York", "2026-11-20").toISOString()).toBe("2026-11-20T05:00:00.000Z");
    expect(startOfDay("America/New_York", "2026-11-01").toISOString()).toBe("2026-11-01T04:00:00.000Z");
    expect(startOfDay("America/New_York", "2026-11-02").toISOString()).toBe("2026-11-02T05:00:00.000Z");
    expect(startOfDay("Pacific/Auckland", "2026-11-20").toISOString()).toBe("2026-11-19T11:00:00.000Z");
    expect(startOfDay("Pacific/Auckland", "2026-04-05").toISOString()).toBe("2026-04-04T11:00:00.000Z");
  });

  it("writes offsets with sign, hours and minutes", () => {
    expect([offsetText(-300), offsetText(345), offsetText(0), offsetText(-210)]).toEqual(["-05:00", "+05:45", "+00:00", "-03:30"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryRules } from "./delivery-rules.ts";
import { deliveryWindow } from "./delivery-window.ts";

const RULES: DeliveryRules = {
  v: 1, apiUrl: "https://hither.example.com", publishedAt: "2026-11-20T00:00:00Z", expiresAt: "2026-11-27T00:00:00Z",
  timeZone: "America/New_York", cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5, 6], closedDates: ["2026-11-26"],
  handlingDays: { min: 0, max: 1 },
  transit: [
    { country: "US", method: "express", minDays: 1, maxDays: 2 },
    { country: "US", method: null, minDays: 2, maxDays: 5 },
    { country: "*", method: "economy", minDays: 20, maxDays: 30 },
    { country: "*", method: null, minDays: 7, maxDays: 14 },
  ],
};

const ask = (now: string, country: string | null, method: string | null, rules: DeliveryRules = RULES) => deliveryWindow(rules, { now: new Date(now), country, method });

describe("the delivery window", () => {
  it("counts an order before the cut-off on its own day", () => {
    // Tuesday 13:59 in New York: packed Tuesday or Wednesday, then 2 to 5 carrier days without Sunday.
    expect(ask("2026-11-17T18:59:00Z", "US", "Standard")).toEqual({ from: "2026-11-19", to: "2026-11-24" });
  });

  it("counts an order at the cut-off on the next working day", () => {
    expect(ask("2026-11-17T19:00:00Z", "US", "Standard")).toEqual({ from: "2026-11-20", to: "2026-11-25" });
  });

  it("moves the cut-off with daylight saving, not with UTC", () => {
    expect(ask("2026-07-14T17:59:00Z", "US", "Express")?.from).toBe("2026-07-15");
    expect(ask("2026-07-14T18:00:00Z", "US", "Express")?.from).toBe("2026-07-16");
  });

  it("reads the day on the shop's clock: late on Thursday in New York is already Friday in UTC", () => {
    expect(ask("2026-11-20T02:00:00Z", "US", "Express")).toEqual({ from: "2026-11-21", to: "2026-11-25" });
  });

  it("packs nothing on a weekend or a closed date", () => {
    expect(ask("2026-11-21T12:00:00Z", "US", "Express")?.from).toBe("2026-11-24");
    // Wednesday after the cut-off; Thursday the 26th is closed, so it counts on Friday and leaves then.
    expect(ask("2026-11-25T20:00:00Z", "US", "Express")?.from).toBe("2026-11-28");
  });

  it("prefers country and option, then country, then anywhere with the option, then anywhere", () => {
    expect(ask("2026-11-17T15:00:00Z", "US", "Express (UPS)")?.from).toBe("2026-11-18");
    expect(ask("2026-11-17T15:00:00Z", "US", "Economy")?.from).toBe("2026-11-19");
    expect(ask("2026-11-17T15:00:00Z", "FR", "Economy")?.from).toBe("2026-12-10");
    expect(ask("2026-11-17T15:00:00Z", "FR", "International")?.from).toBe("2026-11-25");
    expect(ask("2026-11-17T15:00:00Z", null, null)?.from).toBe("2026-11-25");
  });

  it("takes the first of two equally specific rows", () => {
    const rules = { ...RULES, transit: [{ country: "US", method: null, minDays: 1, maxDays: 1 }, { country: "US", method: null, minDays: 9, maxDays: 9 }] };
    expect(ask("2026-11-17T15:00:00Z", "US", null, rules)?.from).toBe("2026-11-18");
  });

  it("is null where the table has no row", () => {
    expect(ask("2026-11-17T15:00:00Z", "FR", "Standard", { ...RULES, transit: RULES.transit.filter(({ country }) => country !== "*") })).toBeNull();
  });

  const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
  const span = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const anyRules = fc.record({ workingDays: days, carrierWorkingDays: days, handlingDays: span, transit: span, cutoffHour: fc.integer({ min: 0, max: 23 }), timeZone: fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland") })
    .map(({ cutoffHour, transit, ...rules }): DeliveryRules => ({ ...RULES, ...rules, cutoff: `${String(cutoffHour).padStart(2, "0")}:00`, closedDates: [], transit: [{ country: "*", method: null, minDays: transit.min, maxDays: transit.max }] }));
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

  it("never ends before it begins, and both ends are days the carrier works", () => {
    fc.assert(fc.property(anyRules, moments, (rules, now) => {
      const window = deliveryWindow(rules, { now, country: "US", method: null });
      expect(window).not.toBeNull();
      expect(window && window.from <= window.to).toBe(true);
      expect(window && rules.carrierWorkingDays.includes(weekday(window.from)) && rules.carrierWorkingDays.includes(weekday(window.to))).toBe(true);
    }));
  });

  it("never promises an earlier date to a later order", () => {
    fc.assert(fc.property(anyRules, moments, fc.nat(10 * 86_400), (rules, now, later) => {
      const early = deliveryWindow(rules, { now, country: null, method: null });
      const late = deliveryWindow(rules, { now: new Date(now.getTime() + later * 1_000), country: null, method: null });
      expect(early && late && early.from <= late.from && early.to <= late.to).toBe(true);
    }));
  });
});

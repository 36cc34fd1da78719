import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrival, handOver, type DeliveryRules } from "#app/domain/estimates/delivery-rules.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { deliveryWindow } from "../../extensions/checkout-delivery-date/src/delivery-window.ts";

// A calendar without working days is searched for a year before it is given up: rare here, as in life.
const weekdays = fc.oneof({ weight: 60, arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }) }, { weight: 1, arbitrary: fc.constant<number[]>([]) });
const range = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const anyDay = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
const row = fc.record({ country: fc.constantFrom("US", "CA", "*"), method: fc.constantFrom(null, "express", "standard"), minDays: fc.nat(10), maxDays: fc.nat(20) });
const published = fc.record({
  v: fc.constant(1 as const), apiUrl: fc.constant("https://hither.example"), publishedAt: fc.constant("2026-01-01T00:00:00Z"), expiresAt: fc.constant("2027-01-01T00:00:00Z"),
  timeZone: fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland"),
  cutoff: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`),
  workingDays: weekdays, carrierWorkingDays: weekdays, closedDates: fc.array(anyDay.map((day) => day.toISOString().slice(0, 10)), { maxLength: 30 }),
  handlingDays: range, transit: fc.array(row, { maxLength: 5 }),
});

describe("the evaluator inside the checkout extension", () => {
  it("gives the same dates as the engine in 10,000 random shops, moments and destinations", () => {
    fc.assert(fc.property(published, anyDay, fc.constantFrom("US", "CA", "FR", null), fc.constantFrom("Express Air", "Standard", "Other", null), (rules, now, country, method) => {
      const ours = { ...rules, zone: rules.timeZone } as unknown as DeliveryRules;
      expect(deliveryWindow(rules, { now, country, method })).toEqual(arrival(ours, handOver(ours, now.getTime() as Instant), country, method));
    }), { numRuns: 10_000 });
  }, 120_000);
});

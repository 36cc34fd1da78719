import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../shared/calendar.ts";
import { hours, plus } from "../shared/time.ts";
import { EMPTY_TIMELINE } from "../shipments/timeline.ts";
import { dateModel } from "./date-model.ts";
import { knowledgeOf, MORNING, TODAY } from "./dates.fixture.ts";
import type { EstimateQuestion } from "./estimate.ts";

const HOME = { country: "US", region: "S2", city: null, zip: null };
const knowledge = knowledgeOf();
const model = dateModel(knowledge);
const chance = (question: EstimateQuestion, days: number): number => model.chanceAfter?.(question, { rules: knowledge.rules, zone: knowledge.rules.zone }, addDays(TODAY, days)) ?? -1;
const underWay = (after: number): EstimateQuestion => ({ stage: "shipped", at: plus(MORNING, hours(after)), shippedAt: MORNING, destination: HOME, method: null, carrier: null, timeline: { ...EMPTY_TIMELINE, milestone: "in_transit", acceptedAt: MORNING, lastScanAt: MORNING } });
const waiting = (after: number): EstimateQuestion => ({ stage: "ordered", at: plus(MORNING, hours(after)), orderedAt: MORNING, destination: HOME, method: null });

describe("the chance of missing a day", () => {
  it("is a chance, and never grows with a later day", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 24 * 12 }), fc.integer({ min: -3, max: 40 }), fc.boolean(), (after, days, isSent) => {
      const question = isSent ? underWay(after) : waiting(after);
      const [now, later] = [chance(question, days), chance(question, days + 1)];
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThanOrEqual(1);
      expect(later).toBeLessThanOrEqual(now + 1e-9);
    }), { numRuns: 60 });
  });

  it("fits the window that is shown: small after its end, large before its beginning", () => {
    for (const question of [underWay(2), waiting(30)]) {
      const window = model.answer(question, { rules: knowledge.rules, zone: knowledge.rules.zone });
      if (window.kind === "none") throw new Error(window.because);
      const after = (day: typeof window.latest) => model.chanceAfter?.(question, { rules: knowledge.rules, zone: knowledge.rules.zone }, day) ?? -1;
      expect(after(window.latest)).toBeLessThan(0.35);
      expect(after(addDays(window.earliest, -1))).toBeGreaterThan(0.65);
    }
  });

  it("grows with every silent day, and is certain for a day that has passed", () => {
    expect(chance(underWay(24 * 4), 5)).toBeGreaterThan(chance(underWay(2), 5));
    expect(chance(underWay(24 * 4), 2)).toBe(1);
  });

  it("is moved by what the carrier says itself", () => {
    const told = (eta: number): EstimateQuestion => { const asked = underWay(2); return asked.stage === "shipped" ? { ...asked, timeline: { ...asked.timeline, carrierEta: plus(MORNING, hours(24 * eta)) } } : asked; };
    expect(chance(told(12), 5)).toBeGreaterThanOrEqual(0.9);
    expect(chance(told(3), 5)).toBeLessThan(chance(underWay(2), 5));
  });

  it("is not known before an order", () => expect(model.chanceAfter?.({ stage: "before_purchase", at: MORNING, destination: HOME, method: null }, { rules: knowledge.rules, zone: knowledge.rules.zone }, TODAY)).toBeNull());
});

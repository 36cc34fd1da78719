import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hours, plus, type Instant } from "../../shared/time.ts";
import { SILENCE_STAGES, type SilenceQuestion, type SilenceStage } from "../silence-model.ts";
import { falseAlarmsAWeek, learnedSilence, patienceWith } from "./learned-silence.ts";
import { NOTHING_LEARNED } from "./learned-silences.ts";
import { gapsOf, knowing, learnedFrom, NOW, type QuietShop } from "./quiet-shop.fixture.ts";

const asked = (more: Partial<SilenceQuestion> = {}): SilenceQuestion => ({ stage: "in_transit", since: NOW, carrier: "UPS", destination: { country: "US", region: "TX", city: null, zip: null }, location: null, ...more });
const monday = (h: number): Instant => plus(NOW, hours(h));
const patience = (shop: QuietShop, rate = 0.01) => patienceWith(knowing(learnedFrom(shop), rate));
const anywhere = fc.record({ stage: fc.constantFrom<SilenceStage>(...SILENCE_STAGES), h: fc.integer({ min: -2_000, max: 2_000 }), carrier: fc.constantFrom("UPS", "Nobody's Vans", null) });

describe("without anything to learn from", () => {
  const cold = learnedSilence(knowing(NOTHING_LEARNED));
  it("the published figures hold, in working hours", () => {
    const wait = (stage: SilenceStage) => (cold.answer(asked({ stage })).until - NOW) / 3_600_000;
    expect(SILENCE_STAGES.map((stage) => [stage, wait(stage)])).toEqual([["before_label", 72], ["label", 48], ["in_transit", 36], ["customs", 72], ["out_for_delivery", 24], ["after_attempt", 48], ["returning", 216]]);
    expect(cold.answer(asked())).toMatchObject({ basis: "published", usual: expect.stringContaining("within 36 hours") });
  });

  it("a weekend or a holiday never ends in an alarm, and is never counted", () => {
    expect(cold.answer(asked({ since: monday(4 * 24 + 12) })).until).toBe(monday(8 * 24)); // Friday noon: twelve hours, then Monday, whole
    const holiday = Math.floor(NOW / 86_400_000) + 1;
    const closed = learnedSilence({ ...knowing(NOTHING_LEARNED), carrying: { days: [1, 1, 1, 1, 1, 0, 0, 0], holidays: new Set([holiday]) } });
    expect(closed.answer(asked()).until).toBe(monday(60));
    fc.assert(fc.property(anywhere, ({ h, ...more }) => {
      const until = cold.answer(asked({ ...more, since: monday(h) })).until;
      expect([1, 2, 3, 4, 5]).toContain(new Date(until).getUTCDay());
    }));
  });
});

describe("with a shop's own scans", () => {
  const shop: QuietShop = { seed: 1, gaps: 6_000, medians: { TX: 20, NY: 8 } };

  it("as many stretches are called silence that end by themselves as the merchant chose", () => {
    const known = { ...shop, gaps: 15_000 };
    const fresh = gapsOf({ ...known, seed: 2 }).filter(({ until }) => until !== null);
    for (const rate of [0.005, 0.01, 0.02, 0.05]) {
      const patient = patience(known, rate);
      const alarms = fresh.filter((gap) => patient(asked({ since: gap.since, destination: { country: "US", region: gap.region, city: null, zip: null } })).until < gap.until!).length;
      expect(alarms / fresh.length, String(rate)).toBeGreaterThan(0.5 * rate);
      expect(alarms / fresh.length, String(rate)).toBeLessThan(1.5 * rate);
    }
  });

  it("a lane that is slow is waited for longer, and the answer says on what it rests", () => {
    const silences = learnedSilence(knowing(learnedFrom(shop)));
    const near = silences.answer(asked({ destination: { country: "US", region: "NY", city: null, zip: null } }));
    const far = silences.answer(asked());
    expect(far.until).toBeGreaterThan(near.until + 3_600_000 * 10);
    expect(far.basis).toBe("learned");
    expect(far.usual).toMatch(/^Of [\d,]+ waits for the next scan with UPS to Texas, about 99 % were over within \d+ hours, not counting days of rest\.$/);
  });

  it("who begins to be quiet on a Friday evening is waited for over the weekend", () => {
    const patient = patience({ seed: 4, gaps: 6_000, medians: { TX: 10 } });
    const [tuesday, friday] = [monday(24 + 20), monday(4 * 24 + 20)];
    expect(patient(asked({ since: friday })).until - friday).toBeGreaterThan(patient(asked({ since: tuesday })).until - tuesday + 3_600_000 * 30);
    expect([0, 6]).not.toContain(new Date(patient(asked({ since: friday })).until).getUTCDay());
  });

  it("patience only shortens as more false alarms are allowed, whatever is asked", () => {
    const learned = learnedFrom(shop);
    const rate = fc.double({ min: 1e-4, max: 0.3, noNaN: true });
    fc.assert(fc.property(anywhere, rate, rate, ({ h, ...more }, a, b) => {
      const wait = (one: number): Instant => patienceWith(knowing(learned, one))(asked({ ...more, since: monday(h) })).until;
      expect(wait(Math.max(a, b))).toBeLessThanOrEqual(wait(Math.min(a, b)));
    }));
  });

  it("comes nearer to the truth the more it has seen, from the published figure on", () => {
    const truth = 20 * Math.exp(0.5 * 2.326);
    const off = (gaps: number) => Math.abs(Math.log(patience({ seed: 9, gaps, medians: { TX: 20 } })(asked()).hours / truth));
    const [none, some, many] = [Math.abs(Math.log(36 / truth)), off(200), off(8_000)];
    expect(some).toBeLessThan(none);
    expect(many).toBeLessThan(some);
    expect(many).toBeLessThan(0.12);
  });

  it("parcels that are lost for good, and a strike of two weeks, excuse no later silence", () => {
    const usual = patience(shop)(asked()).hours;
    expect(patience({ ...shop, lost: 0.02 })(asked()).hours / usual).toBeLessThan(1.1);
    const strike = { from: monday(-70 * 24), to: monday(-56 * 24) };
    expect(gapsOf({ ...shop, strike }).filter(({ since, until }) => until !== null && until - since > 100 * 3_600_000).length).toBeGreaterThan(60);
    expect(patience({ ...shop, strike })(asked()).hours / usual).toBeLessThan(1.1);
  });

  it("teaches the same from the same stretches, in a few kilobytes that JSON can carry", () => {
    const learned = learnedFrom(shop);
    expect(learnedFrom(shop)).toEqual(learned);
    expect(JSON.parse(JSON.stringify(learned))).toEqual(learned);
    expect(JSON.stringify(learned).length).toBeLessThan(10_000);
  });

  it("says how many false alarms a rate has meant in a week", () => {
    const learned = learnedFrom(shop);
    expect(falseAlarmsAWeek(learned, 0.01)).toBeCloseTo(3, 0); // 6,000 stretches in twenty weeks
    expect(falseAlarmsAWeek(learned, 0.02)).toBeCloseTo(2 * falseAlarmsAWeek(learned, 0.01), 6);
    expect(falseAlarmsAWeek(NOTHING_LEARNED, 0.02)).toBe(0);
  });

  it("knows nothing of what happened after it was learned", () => {
    const all = gapsOf(shop);
    const early = monday(-8 * 7 * 24);
    const then = all.filter(({ since }) => since < early).map((gap) => ({ ...gap, until: gap.until !== null && gap.until <= early ? gap.until : null }));
    expect(learnedFrom(shop, { gaps: all, now: early })).toEqual(learnedFrom(shop, { gaps: then, now: early }));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hours, plus, since, type Instant } from "../shared/time.ts";
import { hasEnded, MILESTONES } from "./milestone.ts";
import { nextPoll, type PollQuestion } from "./poll-schedule.ts";

const START = Date.parse("2026-11-17T15:00:00Z") as Instant;
const at = (h: number): Instant => plus(START, hours(h));
const ask = (change: Partial<PollQuestion>) => nextPoll({ id: "4001.1", pushes: false, milestone: "in_transit", registeredAt: at(0), heardAt: at(10), checkedAt: at(10), hurriedAt: null, deliveredAt: null, ended: false, now: at(10), ...change });
/** Hours from the last question, rounded up to the stage's figure. */
const wait = (change: Partial<PollQuestion>) => { const next = ask(change); return next === null ? null : (next - at(10)) / 3_600_000; };

describe("when a feed is asked about a parcel", () => {
  it("is a minute after it was registered, when nothing was heard since", () => {
    expect(ask({ heardAt: null, checkedAt: null })).toBe(at(1 / 60));
    expect(ask({ heardAt: null, checkedAt: null, pushes: true })).toBe(at(1 / 60));
    expect(ask({ heardAt: at(-30), checkedAt: at(-20), pushes: true })).toBe(at(1 / 60));
  });

  it.each([["unknown", 12], ["label_created", 12], ["accepted", 4], ["in_transit", 4], ["out_for_delivery", 1], ["ready_for_pickup", 12], ["returning", 12]] as const)("depends on the stage where the feed never pushes: %s every %i hours", (milestone, every) => {
    expect(wait({ milestone })).toBeGreaterThanOrEqual(every * 0.9);
    expect(wait({ milestone })).toBeLessThanOrEqual(every);
  });

  it("waits for a push until it is 48 hours overdue, then asks every 12 hours", () => {
    expect(ask({ pushes: true, checkedAt: null })).toBe(at(58));
    expect(ask({ pushes: true, checkedAt: at(20) })).toBe(at(58));
    expect(since(at(58), ask({ pushes: true, checkedAt: at(58), now: at(58) }) ?? START)).toBeGreaterThan(hours(10.7));
    expect(ask({ pushes: true, heardAt: at(60), checkedAt: at(58), now: at(60) })).toBe(at(108));
  });

  it("is at once where pushes may have been missed, whether it pushes or not, until it was asked about", () => {
    const missed = { hurriedAt: at(12), now: at(13) } as const;
    expect([ask({ ...missed, pushes: true }), ask(missed), ask({ ...missed, checkedAt: null })]).toEqual([at(12), at(12), at(12)]);
    expect(ask({ ...missed, pushes: true, milestone: "delivered", ended: true, deliveredAt: at(-70) })).toBe(at(12));
    expect(ask({ ...missed, pushes: true, checkedAt: at(13) })).toBe(ask({ pushes: true, checkedAt: at(13), now: at(13) }));
    expect(ask({ ...missed, milestone: "returned", ended: true })).toBeNull();
  });

  it("ends when the parcel ended, and 72 hours after a delivery, in case it is taken back", () => {
    const delivered = { milestone: "delivered", ended: true, deliveredAt: at(10) } as const;
    expect(ask({ milestone: "returned", ended: true })).toBeNull();
    expect(wait(delivered)).toBeGreaterThan(21);
    expect(ask({ ...delivered, checkedAt: at(60), now: at(60) })).toBeNull();
    expect(ask({ ...delivered, now: at(83) })).toBeNull();
    expect(ask({ ...delivered, pushes: true })).toBe(at(58));
    expect(ask({ ...delivered, pushes: true, checkedAt: at(58), now: at(58) })).toBeNull();
  });

  it("slows down for a parcel that is a month old and stops when carriers have forgotten it", () => {
    const late = at(24 * 31);
    expect(since(late, ask({ now: late, checkedAt: late, heardAt: late }) ?? START)).toBeGreaterThan(hours(21));
    expect(ask({ now: at(24 * 121), checkedAt: at(24 * 120) })).toBeNull();
  });
});

const hour = fc.integer({ min: 0, max: 24 * 20 });
const question: fc.Arbitrary<PollQuestion> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 12 }), pushes: fc.boolean(), milestone: fc.constantFrom(...MILESTONES), registeredAt: fc.constant(START),
  heardAt: fc.option(hour.map(at), { nil: null }), checkedAt: fc.option(hour.map(at), { nil: null }), hurriedAt: fc.option(hour.map(at), { nil: null }), deliveredAt: fc.constant(null), ended: fc.constant(false), now: hour.map(at),
}).chain((one) => fc.option(hour.map(at), { nil: null }).map((deliveredAt) => ({ ...one, ended: hasEnded(one.milestone), deliveredAt: one.milestone === "delivered" ? (deliveredAt ?? START) : null })));

describe("the schedule, whatever is asked", () => {
  it("answers the same twice, and never more than a day and 48 hours after the last word", () => {
    fc.assert(fc.property(question, (one) => {
      const next = nextPoll(one);
      expect(nextPoll(one)).toBe(next);
      if (next === null) return;
      const last = Math.max(one.registeredAt, one.heardAt ?? 0, one.checkedAt ?? 0, one.hurriedAt ?? 0, one.deliveredAt ?? 0);
      expect(next - last).toBeLessThanOrEqual(hours(48));
    }));
  });

  it("spreads parcels over a tenth of the wait", () => {
    const all = Array.from({ length: 200 }, (_, n) => wait({ id: `40${n}.1` }) ?? 0);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(3.6);
    expect(Math.max(...all)).toBeLessThanOrEqual(4);
    expect(new Set(all).size).toBeGreaterThan(190);
  });
});

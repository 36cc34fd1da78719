import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../shared/calendar.ts";
import { days, plus, type Instant } from "../../shared/time.ts";
import { clockOf, day, LAST, noticeOf, on, ORDERED, ZONE } from "./clock.fixture.ts";
import { clockSentence } from "./clock-words.ts";
import { endOfDay, type DelayNotice } from "./ship-clock.ts";
import { standingOf } from "./standing.ts";

const stands = (notices: readonly DelayNotice[], at: Instant) => standingOf(clockOf({ notices }), ZONE, at);

describe("where an order stands with the rule", () => {
  it("an order can leave until its last day is over; whose shopper was not asked by then is owed a refund within seven working days", () => {
    expect(stands([], on("2026-12-17", 23))).toEqual({ kind: "open", from: "2026-11-17", shipBy: LAST, renewed: false });
    expect(stands([], on("2026-12-18", 0))).toEqual({ kind: "owed", because: "no_notice", since: on("2026-12-18", 0), refundBy: "2026-12-28" });
  });

  it("a notice that could not be sent, waits to be sent, or went out after the last day counts for nothing", () => {
    for (const one of [noticeOf({ sentAt: null }), noticeOf({ sentAt: null, failed: "No address." }), noticeOf({ sentAt: on("2026-12-18", 1), answer: "wait", answeredAt: on("2026-12-18", 2) })]) expect(stands([one], on("2026-12-18", 3))).toMatchObject({ kind: "owed", because: "no_notice" });
  });

  it("silence to a first notice consents to a date within thirty days, and to no later one", () => {
    const near = noticeOf({ revisedOn: day("2027-01-16") });
    expect(stands([near], on("2027-01-16", 23))).toEqual({ kind: "open", from: LAST, shipBy: "2027-01-16", renewed: true });
    expect(stands([near], on("2027-01-17", 0))).toMatchObject({ kind: "owed", because: "no_notice" });
    const far = noticeOf({ revisedOn: day("2027-01-17") });
    expect(stands([far], on("2026-12-20"))).toMatchObject({ kind: "asked", answerBy: "2027-01-16" });
    expect(stands([far], on("2027-01-17", 0))).toMatchObject({ kind: "owed", because: "no_consent", since: on("2027-01-17", 0) });
    expect(stands([{ ...far, answer: "wait", answeredAt: on("2027-01-16", 23) }], on("2027-01-17", 1))).toMatchObject({ kind: "open", shipBy: "2027-01-17", renewed: true });
    expect(stands([{ ...far, answer: "wait", answeredAt: on("2027-01-17", 1) }], on("2027-01-17", 2))).toMatchObject({ kind: "owed" });
  });

  it("who agrees to wait without a date waits as long as it takes, and may cancel all the time", () => {
    const agreed = noticeOf({ answer: "wait", answeredAt: on("2026-12-20") });
    expect(stands([agreed], on("2028-01-01"))).toMatchObject({ kind: "waiting" });
    expect(stands([{ ...agreed, answer: "cancel", answeredAt: on("2028-01-01") }], on("2028-01-02"))).toMatchObject({ kind: "owed", because: "buyer", refundBy: "2028-01-11" });
  });

  it("a second delay needs a yes before the date of the first is over", () => {
    const first = noticeOf({ revisedOn: day("2027-01-08") });
    const second = noticeOf({ number: 2, shipBy: day("2027-01-08"), revisedOn: day("2027-01-20"), sentAt: on("2027-01-04") });
    expect(stands([first, second], on("2027-01-08", 23))).toMatchObject({ kind: "asked", answerBy: "2027-01-08", notice: { number: 2 } });
    expect(stands([first, second], on("2027-01-09", 0))).toMatchObject({ kind: "owed", because: "no_consent" });
    expect(stands([first, { ...second, answer: "wait", answeredAt: on("2027-01-08", 20) }], on("2027-01-09", 0))).toMatchObject({ kind: "open", from: "2027-01-08", shipBy: "2027-01-20", renewed: true });
  });
});

describe("the sentence of a clock", () => {
  const says = (notices: readonly DelayNotice[], at: Instant, more: Parameters<typeof clockOf>[0] = {}) => clockSentence(clockOf(more), standingOf(clockOf({ notices, ...more }), ZONE, at), ZONE, at);

  it("names the day, the days left and what the rule asks", () => {
    expect(says([], on("2026-12-12"))).toBe("It must be with the carrier by 2026-12-17 (5 days are left): 30 days after the complete and paid order, because no time was stated. If it cannot, the shopper has to be asked before that day is over whether to wait or to cancel.");
    expect(says([], on("2026-12-17"), { basis: "stated" })).toContain("by 2026-12-17 (today is the last day): the time stated at checkout.");
    expect(says([noticeOf()], on("2027-01-15"))).toBe("The shopper was asked whether to wait without a new date. If it has not left and they have not said yes by 2027-01-16 (1 day is left), it counts as cancelled and must be refunded.");
    expect(says([noticeOf({ answer: "cancel", answeredAt: on("2026-12-16") })], on("2026-12-16", 13))).toBe("The shopper cancelled what has not left. Cancel it and refund it by 2026-12-25 (9 days are left).");
    expect(says([], on("2026-12-30"))).toContain("Cancel it and refund it by 2026-12-28 (that day is over).");
    expect(says([noticeOf({ answer: "wait", answeredAt: on("2026-12-16") })], on("2027-03-01"))).toBe("The shopper agreed to wait without a date. They may still cancel at any time until it leaves.");
  });
});

const answers = fc.constantFrom(null, "wait", "cancel") satisfies fc.Arbitrary<DelayNotice["answer"]>;
/** Notices as a shop could send them: each for the day before it, sent in its time, answered or not. */
const histories = fc.array(fc.record({ after: fc.option(fc.integer({ min: 1, max: 90 })), lead: fc.integer({ min: 1, max: 20 }), answer: answers, answeredAfter: fc.integer({ min: 0, max: 100 }) }), { maxLength: 4 }).map((all) => {
  let shipBy = LAST;
  return all.map((one, index): DelayNotice => {
    const revisedOn = one.after === null ? null : addDays(shipBy, one.after);
    const sentAt = plus(on(shipBy), days(-one.lead));
    const made = noticeOf({ number: index + 1, shipBy, revisedOn, sentAt, askedAt: sentAt, answer: one.answer, answeredAt: one.answer === null ? null : plus(sentAt, days(one.answeredAfter)) });
    shipBy = revisedOn ?? shipBy;
    return made;
  });
});
const moments = fc.integer({ min: 0, max: 500 }).map((n) => plus(ORDERED, days(n)));

describe("whatever was asked and answered", () => {
  it("a refund once owed stays owed, for the same reason and from the same moment", () => {
    fc.assert(fc.property(histories, moments, fc.integer({ min: 0, max: 300 }), (notices, at, later) => {
      const now = stands(notices, at);
      fc.pre(now.kind === "owed");
      expect(stands(notices, plus(at, days(later)))).toEqual(now);
    }));
  });

  it("the moment since which a refund is owed is never still to come", () => {
    fc.assert(fc.property(histories, moments, (notices, at) => {
      const heard = notices.filter((one) => (one.sentAt ?? at) <= at).map((one) => ((one.answeredAt ?? at) <= at ? one : { ...one, answer: null, answeredAt: null }));
      const now = stands(heard, at);
      expect(now.kind === "owed" ? now.since : at).toBeLessThanOrEqual(at);
    }));
  });

  it("nobody who was silent waits longer than thirty days past the first last one, and nobody waits past a date without having been asked", () => {
    fc.assert(fc.property(histories, moments, (notices, at) => {
      const silent = notices.map((one) => ({ ...one, answer: null, answeredAt: null }));
      const now = stands(silent, at);
      expect(now.kind).not.toBe("waiting");
      expect(now.kind === "owed" || at < endOfDay(addDays(LAST, 30), ZONE)).toBe(true);
    }));
  });

  it("seven working days are nine to eleven days of the calendar, whenever the refund is owed", () => {
    fc.assert(fc.property(moments, (at) => {
      const now = stands([noticeOf({ sentAt: ORDERED, answer: "cancel", answeredAt: at })], at);
      if (now.kind !== "owed") throw new Error("a cancelled order is owed");
      const within = daysBetween(day(new Date(at - 5 * 3_600_000).toISOString().slice(0, 10)), now.refundBy);
      expect(within).toBeGreaterThanOrEqual(9);
      expect(within).toBeLessThanOrEqual(11);
    }));
  });
});

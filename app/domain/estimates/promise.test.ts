import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import { days, hours, instant, plus, type Instant } from "../shared/time.ts";
import { MILESTONES } from "../shipments/milestone.ts";
import type { Estimate } from "./estimate.ts";
import { promiseOf, type PromiseQuestion } from "./promise.ts";

const ZONE = "America/New_York" as TimeZone;
const DAY = "2026-11-17" as CalendarDate;
const on = (n: number, hour = 17): Instant => plus(plus(instant("2026-11-17T00:00:00Z") as Instant, days(n)), hours(hour));
const window = (from: number, to: number): Estimate => ({ kind: "window", earliest: addDays(DAY, from), latest: addDays(DAY, to), rate: null, basis: "rules", because: "" });
const NONE: Estimate = { kind: "none", because: "The address is wrong." };
const ask = (change: Partial<PromiseQuestion>) => promiseOf({ first: window(2, 4), present: window(2, 4), milestone: "in_transit", deliveredAt: null, silent: false, now: on(1), zone: ZONE, ...change });

describe("the promise to the shopper", () => {
  it("does not exist where no date was ever shown, and ends with a cancelled shipment", () => {
    expect(ask({ first: null })).toMatchObject({ state: "no_promise", promised: null });
    expect(ask({ first: NONE }).because).toContain("The address is wrong.");
    expect(ask({ milestone: "cancelled" }).state).toBe("no_promise");
  });

  it("holds while the present date lies within it, is at risk when only its end does not, and is broken when even its beginning does not", () => {
    expect(ask({ present: window(3, 4) })).toMatchObject({ state: "on_time", promised: { from: "2026-11-19", to: "2026-11-21" } });
    expect(ask({ present: window(3, 5) })).toMatchObject({ state: "at_risk", because: expect.stringContaining("2026-11-22") });
    expect(ask({ present: window(5, 6) })).toMatchObject({ state: "late" });
  });

  it("is at risk when the date was withdrawn, and when nobody has heard of the parcel for too long", () => {
    expect(ask({ silent: true })).toMatchObject({ state: "at_risk", because: expect.stringContaining("Nothing was heard") });
    expect(ask({ silent: true, present: window(5, 6) }).state).toBe("late");
    expect(ask({ present: NONE })).toMatchObject({ state: "at_risk", because: "No date can be kept now: The address is wrong." });
  });

  it("is late once its last day has passed, whatever is expected", () => {
    expect(ask({ now: on(5), present: window(3, 4) }).state).toBe("late");
  });

  it("is met on its last evening in the shopper's zone, although it is already tomorrow in Greenwich", () => {
    expect(ask({ milestone: "delivered", deliveredAt: on(5, 3), now: on(6) }).state).toBe("met");
    expect(ask({ milestone: "delivered", deliveredAt: on(5, 6), now: on(6) }).state).toBe("missed");
  });

  it("is met by a parcel that comes early, and missed by one that goes back", () => {
    expect(ask({ milestone: "delivered", deliveredAt: on(1) })).toMatchObject({ state: "met", because: expect.stringContaining("before the first promised day") });
    expect(ask({ milestone: "returning" }).state).toBe("missed");
    expect(ask({ milestone: "undeliverable" }).state).toBe("missed");
  });
});

const someEstimate = fc.option(fc.oneof(fc.constant(NONE), fc.tuple(fc.nat(12), fc.nat(6)).map(([from, length]) => window(from, from + length))), { nil: null });
const someQuestion = fc.record({
  first: someEstimate, present: someEstimate, milestone: fc.constantFrom(...MILESTONES), deliveredAt: fc.option(fc.tuple(fc.nat(20), fc.nat(23)).map(([n, hour]) => on(n, hour)), { nil: null }), silent: fc.boolean(),
  now: fc.tuple(fc.nat(25), fc.nat(23)).map(([n, hour]) => on(n, hour)), zone: fc.constantFrom(ZONE, "Pacific/Auckland" as TimeZone, "UTC" as TimeZone),
});
const BAD = { no_promise: 0, met: 0, on_time: 1, at_risk: 2, late: 3, missed: 4 } as const;

describe("the promise, whatever is asked", () => {
  it("is always judged with a reason, and final exactly when the parcel has come or will not come", () => {
    fc.assert(fc.property(someQuestion, (question) => {
      const { state, promised, because } = promiseOf(question);
      expect(because.length).toBeGreaterThan(10);
      expect(promised === null).toBe(state === "no_promise");
      if (state === "no_promise") return;
      const over = question.deliveredAt !== null || ["delivered", "returning", "returned", "undeliverable"].includes(question.milestone);
      expect(state === "met" || state === "missed").toBe(over);
    }));
  });

  it("never gets better by waiting, and a final answer never changes", () => {
    fc.assert(fc.property(someQuestion, fc.nat(40), (question, more) => {
      const today = promiseOf(question).state;
      const later = promiseOf({ ...question, now: plus(question.now, days(more)) }).state;
      expect(BAD[later]).toBeGreaterThanOrEqual(BAD[today]);
      expect(["met", "missed", "no_promise"].includes(today) ? later : today).toBe(today);
    }));
  });

  it("never gets better when the expected date moves back", () => {
    fc.assert(fc.property(someQuestion, fc.nat(5), fc.nat(5), fc.nat(5), (question, from, length, later) => {
      const before = promiseOf({ ...question, present: window(from, from + length) }).state;
      const after = promiseOf({ ...question, present: window(from + later, from + length + later) }).state;
      expect(BAD[after]).toBeGreaterThanOrEqual(BAD[before]);
    }));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../shared/calendar.ts";
import { faultOf, isKept, type Fared, type Promised } from "./miss-reason.ts";

const DAY = "2026-11-17" as CalendarDate;
const on = (n: number): CalendarDate => addDays(DAY, n);
/** Promised on day 3 to 5, to leave by day 1. */
const PROMISE: Promised = { earliest: on(3), latest: on(5), shipsBy: on(1) };
const fared = (more: Partial<Fared>): Fared => ({ handedOverOn: on(1), deliveredOn: on(8), over: false, troubles: [], ...more });
const fault = (more: Partial<Fared>, promise = PROMISE, tooEarlyDays: number | null = null, today = on(20)) => faultOf(promise, fared(more), tooEarlyDays, today)?.fault ?? null;

describe("whose doing a missed promise is", () => {
  it("is nobody's while it was kept, is still open, or was cancelled before it left", () => {
    expect(fault({ deliveredOn: on(5) })).toBeNull();
    expect(fault({ deliveredOn: null }, PROMISE, null, on(5))).toBeNull();
    expect(fault({ deliveredOn: null, handedOverOn: null, over: true })).toBeNull();
  });

  it.each([
    ["merchant", "left as late as it came", { handedOverOn: on(4) }], ["merchant", "never left", { handedOverOn: null, deliveredOn: null }],
    ["carrier", "left in time, and nothing was told", {}], ["carrier", "left one day late and came ten days late", { handedOverOn: on(2), deliveredOn: on(15) }],
    ["carrier", "was lost", { deliveredOn: null, over: true, troubles: [{ category: "lost", on: on(6) }] }],
    ["customs", "was held by customs", { troubles: [{ category: "delayed", on: on(3) }, { category: "customs_hold", on: on(4) }] }],
    ["weather", "met a storm", { troubles: [{ category: "weather", on: on(4) }] }], ["address", "had a bad address", { troubles: [{ category: "address_problem", on: on(4) }] }],
    ["shopper", "found nobody at home", { troubles: [{ category: "attempt_failed", on: on(5) }] }], ["carrier", "was sent the wrong way", { troubles: [{ category: "misrouted", on: on(2) }] }],
    ["model", "took no longer than usual", { usualDays: 7 }], ["carrier", "took longer than usual", { usualDays: 5 }], ["carrier", "came as late as usual, but with a carrier that was slow with many", { usualDays: 7, troubles: [{ category: "carrier_slow", on: on(4) }] }], ["model", "was never seen leaving", { handedOverOn: null }],
  ] as const)("is the %s's when it %s", (expected, _, more) => expect(fault(more)).toBe(expected));

  it("does not blame trouble that came after the parcel", () => expect(fault({ troubles: [{ category: "not_received", on: on(9) }, { category: "customs_hold", on: on(9) }] })).toBe("carrier"));

  it("calls a parcel early only where the merchant says how early that is", () => {
    expect(fault({ deliveredOn: on(1) })).toBeNull();
    expect(fault({ deliveredOn: on(1) }, PROMISE, 1)).toBe("early");
    expect(fault({ deliveredOn: on(2) }, PROMISE, 1)).toBeNull();
  });

  it("gives a reason exactly where a promise was not kept", () => {
    const maybe = fc.option(fc.integer({ min: -2, max: 15 }).map(on), { nil: null });
    const trouble = fc.record({ category: fc.constantFrom("weather", "delayed", "customs_hold", "something_new"), on: fc.nat(12).map(on) });
    fc.assert(fc.property(maybe, maybe, fc.boolean(), fc.array(trouble, { maxLength: 3 }), fc.option(fc.nat(3), { nil: null }), fc.integer({ min: 0, max: 20 }).map(on), (handedOverOn, deliveredOn, over, troubles, tooEarly, today) => {
      const one: Fared = { handedOverOn, deliveredOn, over, troubles };
      expect(faultOf(PROMISE, one, tooEarly, today) !== null).toBe(isKept(PROMISE, one, tooEarly, today) === false);
    }));
  });
});

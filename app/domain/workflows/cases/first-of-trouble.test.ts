import { describe, expect, it } from "vitest";
import { days, hours, plus, type Instant } from "../../shared/time.ts";
import type { TimelineEvent } from "../../shipments/timeline.ts";
import { firstOfTrouble } from "./first-of-trouble.ts";

const MONDAY = Date.UTC(2026, 10, 23, 9) as Instant;
const after = (n: number): Instant => plus(MONDAY, hours(n));
const event = (n: number, exception: TimelineEvent["exception"], standing: TimelineEvent["standing"] = "believed"): TimelineEvent => ({ at: after(n), milestone: "in_transit", exception, reason: null, place: null, told: [], standing, because: null });
const first = (events: readonly TimelineEvent[], began: number) => firstOfTrouble({ events }, "attempt_failed", after(began));

describe("when a trouble first came", () => {
  it("is when it began where it came once, or where another came before", () => {
    expect(first([event(0, null), event(8, "attempt_failed")], 8)).toBe(after(8));
    expect(first([event(0, "address_problem"), event(4, null), event(8, "attempt_failed")], 8)).toBe(after(8));
  });

  it("is its first time where it was over and came back within a week, however often", () => {
    expect(first([event(0, "attempt_failed"), event(14, null), event(24, "attempt_failed"), event(30, null), event(48, "attempt_failed")], 48)).toBe(after(0));
  });

  it("is reckoned from its end, and does not look past an end that is too long ago", () => {
    const week = days(7) / 3_600_000;
    expect(first([event(0, "attempt_failed"), event(10, null), event(10 + week, "attempt_failed")], 10 + week)).toBe(after(0));
    expect(first([event(0, "attempt_failed"), event(10, null), event(11 + week, "attempt_failed")], 11 + week)).toBe(after(11 + week));
    expect(first([event(0, "attempt_failed"), event(10, null), event(11 + week, "attempt_failed"), event(12 + week, null), event(20 + week, "attempt_failed")], 20 + week)).toBe(after(11 + week));
  });

  it("leaves out what is not believed, and what came later", () => {
    expect(first([event(0, "attempt_failed", "rejected"), event(2, null), event(8, "attempt_failed"), event(20, "attempt_failed")], 8)).toBe(after(8));
  });
});

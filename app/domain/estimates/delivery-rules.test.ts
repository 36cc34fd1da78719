import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEW_YORK } from "../../../tests/builders/journey.ts";
import { weekdayOf, type CalendarDate } from "../shared/calendar.ts";
import { instant, type Instant } from "../shared/time.ts";
import { arrival, DEFAULT_RULES, handOver, orderDay, transitRule, type DeliveryRules } from "./delivery-rules.ts";

const rules: DeliveryRules = { ...DEFAULT_RULES, zone: NEW_YORK };
const day = (text: string) => text as CalendarDate;
const moment = (text: string): Instant => {
  const at = instant(text);
  if (at === null) throw new Error(text);
  return at;
};

describe("delivery rules", () => {
  it("count an order before the cut-off on its own day and one after it on the next working day", () => {
    expect(orderDay(rules, moment("2026-11-17T13:59:00-05:00"))).toBe("2026-11-17");
    expect(orderDay(rules, moment("2026-11-17T14:00:00-05:00"))).toBe("2026-11-18");
    expect(orderDay(rules, moment("2026-11-20T18:00:00-05:00"))).toBe("2026-11-23");
  });

  it("read the clock on the warehouse wall, not the server's", () => {
    expect(orderDay(rules, moment("2026-11-18T03:00:00Z"))).toBe("2026-11-18");
    expect(orderDay({ ...rules, zone: "Europe/Berlin" as never }, moment("2026-11-18T03:00:00Z"))).toBe("2026-11-18");
    expect(orderDay({ ...rules, zone: "Pacific/Kiritimati" as never }, moment("2026-11-18T03:00:00Z"))).toBe("2026-11-19");
  });

  it("neither pack nor hand over on a closed date", () => {
    expect(handOver({ ...rules, closedDates: [day("2026-11-26"), day("2026-11-27")] }, moment("2026-11-25T15:00:00-05:00"))).toEqual({ from: "2026-11-30", to: "2026-12-01" });
  });

  it("prefer the row for country and method, then country, then anywhere", () => {
    expect(transitRule(rules, "US", "Express (1–2 days)")).toMatchObject({ minDays: 1, maxDays: 2 });
    expect(transitRule(rules, "US", "Standard")).toMatchObject({ minDays: 2, maxDays: 5 });
    expect(transitRule(rules, "DE", null)).toMatchObject({ country: "*" });
    expect(transitRule({ ...rules, transit: [] }, "US", null)).toBeNull();
  });

  it("answer with no date where nothing is shipped", () => {
    expect(arrival({ ...rules, transit: [{ country: "US", method: null, minDays: 1, maxDays: 2 }] }, { from: day("2026-11-17"), to: day("2026-11-17") }, "DE", null)).toBeNull();
  });

  it("always give a window in order, on days the carrier works, no earlier than the order", () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse("2024-01-01T00:00Z"), max: Date.parse("2030-01-01T00:00Z") }), fc.constantFrom("US", "CA", "DE", null), fc.constantFrom("Express", "Standard", null), (ms, country, method) => {
      const dates = arrival(rules, handOver(rules, ms as Instant), country, method);
      if (!dates) throw new Error("the default table answers for every country");
      expect(dates.from <= dates.to).toBe(true);
      expect(dates.from >= orderDay(rules, ms as Instant)).toBe(true);
      expect(rules.carrierWorkingDays).toContain(weekdayOf(dates.from));
      expect(rules.carrierWorkingDays).toContain(weekdayOf(dates.to));
    }));
  });
});

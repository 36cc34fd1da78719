import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addWorkingDays, dateIn, daysBetween, isTimeZone, weekdayOf, workingDayOnOrAfter, type CalendarDate, type TimeZone } from "./calendar.ts";
import type { Instant } from "./time.ts";

const anyDate = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays("1990-01-01" as CalendarDate, n));
const monToFri = (day: CalendarDate) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5;

describe("the calendar", () => {
  it("adds and counts days as each other's inverse", () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, n) => {
      expect(daysBetween(date, addDays(date, n))).toBe(n);
    }));
  });

  it("adds working days that are working days, one by one", () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 0, max: 40 }), (date, n) => {
      const day = addWorkingDays(date, n, monToFri);
      expect(monToFri(day)).toBe(true);
      expect(addWorkingDays(day, 1, monToFri) > day).toBe(true);
    }));
  });

  it("answers with the date itself where no day is a working day, instead of searching for ever", () => {
    expect(workingDayOnOrAfter("2026-11-17" as CalendarDate, () => false)).toBe("2026-11-17");
  });

  it("knows that the date depends on where one stands", () => {
    const at = Date.parse("2026-11-01T05:30:00Z") as Instant; // the hour that America/New_York has twice
    expect(dateIn(at, "America/New_York" as TimeZone)).toBe("2026-11-01");
    expect(dateIn(at, "America/Los_Angeles" as TimeZone)).toBe("2026-10-31");
  });

  it("recognises time zones", () => {
    expect([isTimeZone("Europe/Berlin"), isTimeZone("Mars/Olympus"), isTimeZone("")]).toEqual([true, false, false]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addWorkingDays, dateIn, daysBetween, isTimeZone, startOfDay, weekdayOf, workingDayOnOrAfter, type CalendarDate, type TimeZone } from "./calendar.ts";
import type { Instant } from "./time.ts";

const anyDate = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays("1990-01-01" as CalendarDate, n));
const monToFri = (day: CalendarDate) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5;

describe("the calendar", () => {
  it("begins a day where its first minute is shown on the wall, within an hour where clocks change at midnight", () => {
    const zones = ["America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC", "America/Sao_Paulo", "Africa/Cairo"] as TimeZone[];
    fc.assert(fc.property(anyDate, fc.constantFrom(...zones), (date, zone) => {
      const begins = startOfDay(date, zone);
      expect(dateIn((begins + 3_600_000) as Instant, zone)).toBe(date);
      expect(dateIn((begins - 3_600_001) as Instant, zone)).toBe(addDays(date, -1));
    }));
    expect(startOfDay("2026-11-24" as CalendarDate, "America/New_York" as TimeZone)).toBe(Date.parse("2026-11-24T05:00:00Z"));
  });

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

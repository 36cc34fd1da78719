import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addWorkingDays, dateIn, daysBetween, isTimeZone, startOfDay, wallClock, weekdayOf, workingDayOnOrAfter, type CalendarDate, type TimeZone } from "./calendar.ts";
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

describe("a wall clock that is remembered", () => {
  const ZONES = ["UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/St_Johns", "Pacific/Apia", "Pacific/Chatham", "Asia/Tehran", "Africa/Monrovia"] as TimeZone[];
  const shown = (at: Instant, zone: TimeZone) => {
    const part = Object.fromEntries(new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(at).map(({ type, value }) => [type, value]));
    return { date: `${part["year"]}-${part["month"]}-${part["day"]}`, minutes: Number(part["hour"]) * 60 + Number(part["minute"]) };
  };

  it("shows what the clock shows, to the minute, around every change and in every year", () => {
    fc.assert(fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.parse("1971-06-01T00:00:00Z"), max: Date.parse("2038-01-01T00:00:00Z") }), (zone, ms) => {
      expect(wallClock(ms as Instant, zone)).toEqual(shown(ms as Instant, zone));
    }), { numRuns: 3_000 });
    for (const [zone, change] of [["America/New_York", "2026-11-01T06:00:00Z"], ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"], ["Africa/Casablanca", "2026-02-15T02:00:00Z"], ["Pacific/Apia", "2011-12-30T10:00:00Z"]] as const) {
      for (let minute = -400; minute <= 400; minute += 1) {
        const at = (Date.parse(change) + minute * 60_000) as Instant;
        expect(wallClock(at, zone as TimeZone)).toEqual(shown(at, zone as TimeZone));
      }
    }
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { wallClock, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { dateOfDay, dayOfDate, localDays } from "./zone-days.ts";

const zones = fc.constantFrom(...["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"].map((one) => one as TimeZone));

test("a local day and its fraction are what the wall of the zone shows, also where the clocks change", () => {
  const instants = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) }).map((at) => at as Instant);
  fc.assert(fc.property(zones, fc.array(instants, { minLength: 1, maxLength: 20 }), (zone, many) => {
    const days = localDays(zone);
    for (const at of many) {
      const { date, minutes } = wallClock(at, zone);
      const day = days(at);
      expect(dateOfDay(Math.floor(day))).toBe(date);
      expect(Math.floor((day - Math.floor(day)) * 1_440 + 1e-6)).toBe(minutes);
    }
  }));
});

test("the hour before and after the clocks change is read by the right clock", () => {
  const days = localDays("America/New_York" as TimeZone);
  const [before, after] = ["2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"].map((text) => days(Date.parse(text) as Instant));
  expect((after! - before!) * 24).toBeCloseTo(2); // from half past one to half past three
});

test("no instant is no day, and dates go to days and back", () => {
  expect(localDays("Europe/Berlin" as TimeZone)(null)).toBeNaN();
  expect(dateOfDay(dayOfDate(dateOfDay(20_711)))).toBe(dateOfDay(20_711));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkingDays, type CalendarDate, type TimeZone, type Weekday } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { countsOn, worksOn, type WorkCalendar } from "../work-calendar.ts";
import { countingDay, dayOfNumber, numberOfDay, numberOnOrAfter, workDaysOf } from "./work-days.ts";
import { dateOfDay, dayOfDate, localDays } from "./zone-days.ts";

const MONDAY = dayOfDate("2026-03-02" as CalendarDate);
const calendars = fc.record({
  zone: fc.constantFrom("America/New_York" as TimeZone, "Europe/Berlin" as TimeZone), cutoff: fc.constantFrom("00:00", "09:30", "14:00", "23:59"),
  workingDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }).map((day) => day as Weekday), { maxLength: 7 }),
  closed: fc.uniqueArray(fc.integer({ min: -5, max: 40 }), { maxLength: 12 }).map((days) => new Set(days.map((day) => dateOfDay(MONDAY + day)))),
}).filter(({ workingDays, closed }) => workingDays.length > 0 || closed.size === 0);

test("an order counts on the same day as by the location's calendar", () => {
  fc.assert(fc.property(calendars, fc.integer({ min: 0, max: 30 * 86_400 }), (calendar, later) => {
    if (calendar.workingDays.length === 0) return;
    const at = (MONDAY * 86_400_000 + later * 1_000) as Instant;
    const [hour, minute] = calendar.cutoff.split(":").map(Number);
    expect(dateOfDay(countingDay(workDaysOf(calendar), localDays(calendar.zone)(at), hour! * 60 + minute!))).toBe(countsOn(calendar, at));
  }));
});

test("numbers count the working days between two dates", () => {
  fc.assert(fc.property(calendars, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 }), (calendar, day, many) => {
    if (calendar.workingDays.length === 0) return;
    const work = workDaysOf(calendar);
    const date = dateOfDay(MONDAY + day);
    expect(dateOfDay(dayOfNumber(work, numberOnOrAfter(work, MONDAY + day) + many))).toBe(addWorkingDays(date, many, worksOn(calendar)));
  }));
});

test("a hand-off on a day on which nobody works belongs to the working day before", () => {
  const calendar: WorkCalendar = { zone: "Europe/Berlin" as TimeZone, cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], closed: new Set(["2026-03-06" as CalendarDate]) };
  const work = workDaysOf(calendar);
  const thursday = dayOfDate("2026-03-05" as CalendarDate);
  expect([0, 1, 2, 3].map((after) => numberOfDay(work, thursday + after) - numberOfDay(work, thursday))).toEqual([0, 0, 0, 0]);
  expect(numberOfDay(work, thursday + 4) - numberOfDay(work, thursday)).toBe(1);
});

test("a calendar without working days never rests, and dates out of its reach are the nearest within", () => {
  const work = workDaysOf({ zone: "Europe/Berlin" as TimeZone, cutoff: "14:00", workingDays: [], closed: new Set() });
  expect(numberOfDay(work, MONDAY + 6) - numberOfDay(work, MONDAY)).toBe(6);
  expect(dayOfNumber(work, 10_000_000)).toBe(dayOfNumber(work, 1_000_000));
  expect(numberOfDay(work, -50)).toBe(0);
});

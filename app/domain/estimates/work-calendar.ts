import { addDays, addWorkingDays, instantOnWall, wallClock, weekdayOf, workingDayOnOrAfter, type CalendarDate, type TimeZone, type Weekday } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";

/** When one location works. `closed`: holidays and planned closures; `cutoff`: "HH:MM" on its wall clock. */
export type WorkCalendar = { readonly zone: TimeZone; readonly cutoff: string; readonly workingDays: readonly Weekday[]; readonly closed: ReadonlySet<CalendarDate> };

/** Every calendar of a shop. `main` answers for a location nobody described; on `carrierHolidays` carriers rest. */
export type Calendars = { readonly main: WorkCalendar; readonly byLocation: ReadonlyMap<string, WorkCalendar>; readonly carrierHolidays: ReadonlySet<CalendarDate> };

/** The calendar of a location, by its Shopify id. */
export const calendarOf = (calendars: Calendars, location: string | null): WorkCalendar => (location === null ? undefined : calendars.byLocation.get(location)) ?? calendars.main;

/** Whether a location works on a day. */
export const worksOn = ({ workingDays, closed }: WorkCalendar) => (day: CalendarDate): boolean => workingDays.includes(weekdayOf(day)) && !closed.has(day);

const cutoffMinutes = (cutoff: string): number => Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3, 5));

/** The working day on which an order placed at `at` starts to count: its own before the cut-off, else the next. */
export const countsOn = (calendar: WorkCalendar, at: Instant): CalendarDate => {
  const { date, minutes } = wallClock(at, calendar.zone);
  const works = worksOn(calendar);
  const today = workingDayOnOrAfter(date, works);
  return today === date && minutes >= cutoffMinutes(calendar.cutoff) ? addWorkingDays(date, 1, works) : today;
};

/** The instant of the cut-off of a day: orders from then on count on a later day. */
export const cutoffOn = (calendar: WorkCalendar, day: CalendarDate): Instant => instantOnWall((Date.parse(`${day}T00:00:00Z`) + cutoffMinutes(calendar.cutoff) * 60_000) as Instant, calendar.zone);

/** The days on which orders count that are placed from `at` on, each with the instant until which they do. */
export const nextCountingDays = (calendar: WorkCalendar, at: Instant, many: number): readonly { readonly day: CalendarDate; readonly until: Instant }[] => {
  const found: { day: CalendarDate; until: Instant }[] = [];
  for (let day = countsOn(calendar, at); found.length < many; day = workingDayOnOrAfter(addDays(day, 1), worksOn(calendar))) found.push({ day, until: cutoffOn(calendar, day) });
  return found;
};

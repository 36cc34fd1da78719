import { addDays, daysBetween, wallClock, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const FIRST = "1970-01-01" as CalendarDate;

/** Whole days from 1 January 1970 to a date. */
export const dayOfDate = (date: CalendarDate): number => daysBetween(FIRST, date);

/** The same of several dates. */
export const daysOfDates = (dates: ReadonlySet<CalendarDate>): ReadonlySet<number> => new Set([...dates].map(dayOfDate));

/** The date so many whole days after 1 January 1970. */
export const dateOfDay = (day: number): CalendarDate => addDays(FIRST, day);

/** Days since 1970 with their fraction, as a wall in `zone` shows them; `NaN` for no instant (null or `NaN`). A day's two ends are read from the calendar once: a million parcels share few days. */
export const localDays = (zone: TimeZone): LocalDays => {
  const made = clocks.get(zone) ?? readZone(zone);
  clocks.set(zone, made);
  return made;
};

type LocalDays = (at: Instant | number | null) => number;

/** One for each of the world's few hundred zones. */
const clocks = new Map<TimeZone, LocalDays>();
/** Fifty years of days. */
const MOST_DAYS = 18_000;

const readZone = (zone: TimeZone): LocalDays => {
  const ahead = (at: number): number => {
    const { date, minutes } = wallClock(at as Instant, zone);
    return dayOfDate(date) * DAY_MS + (minutes - Math.floor(at / MINUTE_MS)) * MINUTE_MS;
  };
  const known = new Map<number, number>();
  return (at) => {
    if (at === null || Number.isNaN(at)) return Number.NaN;
    const day = Math.floor(at / DAY_MS);
    let shift = known.get(day);
    if (shift === undefined) {
      const [first, last] = [ahead(day * DAY_MS), ahead((day + 1) * DAY_MS)];
      if (known.size >= MOST_DAYS) known.clear();
      known.set(day, (shift = first === last ? first : Number.NaN)); // the clocks change on this day
    }
    return (at + (Number.isNaN(shift) ? ahead(at) : shift)) / DAY_MS;
  };
};

import type { Brand } from "./brand.ts";
import type { Instant } from "./time.ts";

/** A day without a time zone, `YYYY-MM-DD`. What a shopper is promised is a date, never an instant. */
export type CalendarDate = Brand<string, "CalendarDate">;
/** IANA zone, for example `America/New_York`. */
export type TimeZone = Brand<string, "TimeZone">;
/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const formatter = (zone: TimeZone): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  formatters.set(zone, made);
  return made;
};

/** Whether the runtime knows this zone. */
export const isTimeZone = (text: string): text is TimeZone => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
};

/** The date and the minutes since midnight that a clock on the wall of `zone` shows at `at`. */
export const wallClock = (at: Instant, zone: TimeZone): { date: CalendarDate; minutes: number } => {
  const part = Object.fromEntries(formatter(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}` as CalendarDate,
    minutes: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
};

/** The calendar date in `zone` at `at`. */
export const dateIn = (at: Instant, zone: TimeZone): CalendarDate => wallClock(at, zone).date;

const toUtc = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** The day of the week. */
export const weekdayOf = (date: CalendarDate): Weekday => new Date(toUtc(date)).getUTCDay() as Weekday;

/** `date` moved by whole calendar days; `n` may be negative. */
export const addDays = (date: CalendarDate, n: number): CalendarDate =>
  new Date(toUtc(date) + n * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => Math.round((toUtc(b) - toUtc(a)) / DAY_MS);

/** The first of `date`, `date + 1`, … that is a working day. A calendar without working days answers `date` itself. */
export const workingDayOnOrAfter = (date: CalendarDate, works: (day: CalendarDate) => boolean): CalendarDate => {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    if (works(day)) return day;
  }
  return date;
};

/** `n` working days after `date`; 0 rolls a day off forward to the next working day. */
export const addWorkingDays = (date: CalendarDate, n: number, works: (day: CalendarDate) => boolean): CalendarDate => {
  let day = workingDayOnOrAfter(date, works);
  for (let left = n; left > 0; left -= 1) day = workingDayOnOrAfter(addDays(day, 1), works);
  return day;
};

/** By how much the walls of a zone are ahead of UTC, in milliseconds. */
const aheadOfUtc = (at: Instant, zone: TimeZone): number => {
  const { date, minutes } = wallClock(at, zone);
  return toUtc(date) + minutes * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
};

/**
 * The instant a wall clock of a zone means; `wall` is what it shows, read as if it hung in Greenwich. An hour that comes twice means its first
 * coming; an hour that is left out is read by the clock before the change.
 */
export const instantOnWall = (wall: Instant, zone: TimeZone): Instant => {
  const before = aheadOfUtc((wall - DAY_MS) as Instant, zone);
  const after = aheadOfUtc((wall + DAY_MS) as Instant, zone);
  const isRight = (ahead: number) => aheadOfUtc((wall - ahead) as Instant, zone) === ahead;
  return (wall - (before !== after && !isRight(before) && isRight(after) ? after : before)) as Instant;
};

/** The instant at which a day begins on the walls of `zone`; an hour off where the clocks change at midnight. */
export const startOfDay = (date: CalendarDate, zone: TimeZone): Instant => instantOnWall(toUtc(date) as Instant, zone);

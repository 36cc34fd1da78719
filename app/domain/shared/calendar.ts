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

/** Reads the clock itself, which costs microseconds. */
const readClock = (at: Instant, zone: TimeZone): { date: CalendarDate; minutes: number } => {
  const part = Object.fromEntries(formatter(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}` as CalendarDate,
    minutes: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
};

/** Zones shifted their clocks by odd seconds until 1972 (Liberia was the last); since then only on whole quarters of an hour. */
const STEADY_SINCE = Date.parse("1973-01-01T00:00:00Z");
/** Clocks that show the same shift at both ends of so short a span show it throughout: no zone has ever changed twice within it. */
const SPAN_MS = 6 * 60 * MINUTE_MS;
const MOST_SPANS = 20_000;
/** The shift against UTC of each span that was asked about, by zone, in milliseconds; null: it changes within. */
const shifts = new Map<TimeZone, Map<number, number | null>>();

const shiftRead = (at: Instant, zone: TimeZone): number => {
  const { date, minutes } = readClock(at, zone);
  return toUtc(date) + minutes * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
};

const shiftOf = (at: Instant, zone: TimeZone): number | null => {
  if (at < STEADY_SINCE) return null;
  const ofZone = shifts.get(zone) ?? new Map<number, number | null>();
  const span = Math.floor(at / SPAN_MS);
  const known = ofZone.get(span);
  if (known !== undefined) return known;
  const [first, last] = [shiftRead((span * SPAN_MS) as Instant, zone), shiftRead(((span + 1) * SPAN_MS - MINUTE_MS) as Instant, zone)];
  if (ofZone.size >= MOST_SPANS) ofZone.clear();
  shifts.set(zone, ofZone.set(span, first === last ? first : null));
  return first === last ? first : null;
};

/** The date and the minutes since midnight that a clock on the wall of `zone` shows at `at`. */
export const wallClock = (at: Instant, zone: TimeZone): { date: CalendarDate; minutes: number } => {
  const shift = shiftOf(at, zone);
  if (shift === null) return readClock(at, zone);
  const wall = at + shift;
  const day = Math.floor(wall / DAY_MS);
  return { date: dateOfDay(day), minutes: Math.floor((wall - day * DAY_MS) / MINUTE_MS) };
};

/** The calendar date in `zone` at `at`. */
export const dateIn = (at: Instant, zone: TimeZone): CalendarDate => wallClock(at, zone).date;

/** Days and their names, both ways: reading and writing them is most of what calendars cost. */
const MOST_DAYS = 20_000;
const starts = new Map<CalendarDate, number>();
const names = new Map<number, CalendarDate>();

const toUtc = (date: CalendarDate): number => {
  const known = starts.get(date);
  if (known !== undefined) return known;
  const read = Date.parse(`${date}T00:00:00Z`);
  if (starts.size >= MOST_DAYS) starts.clear();
  starts.set(date, read);
  return read;
};

/** The name of a day counted from 1970-01-01. */
const dateOfDay = (day: number): CalendarDate => {
  const known = names.get(day);
  if (known !== undefined) return known;
  const made = new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
  if (names.size >= MOST_DAYS) names.clear();
  names.set(day, made);
  return made;
};

/** The day of the week. */
export const weekdayOf = (date: CalendarDate): Weekday => ((((toUtc(date) / DAY_MS + 4) % 7) + 7) % 7) as Weekday; // 1970-01-01 was a Thursday

/** `date` moved by whole calendar days; `n` may be negative. */
export const addDays = (date: CalendarDate, n: number): CalendarDate => {
  const day = toUtc(date) / DAY_MS + n;
  return Number.isInteger(day) ? dateOfDay(day) : (new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate);
};

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

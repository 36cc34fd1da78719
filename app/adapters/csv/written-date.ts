import { instantOnWall, type TimeZone } from "#app/domain/shared/calendar.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** Whether 03/04 is 3 April or 4 March. */
export type DayOrder = "day_first" | "month_first";

/** A date as somebody wrote it. Where the order of day and month is not plain, `first` and `second` are as written. */
export type WrittenDate = {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly order: DayOrder | null; // null: the text alone does not say
  readonly seconds: number | null; // since midnight; null: no time was written
  readonly offset: number | null; // minutes ahead of UTC; null: no zone was written
};

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|[ecmp][sd]t|[+-]\d{2}:?\d{2}))?)?`;
const shape = (date: string): RegExp => new RegExp(`^${date}${TIME}$`, "i");
const YEAR_FIRST = shape(String.raw`(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})`); // 2026-11-24, 2026/11/24, 20261124
const NUMBERS = shape(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`); // 11/24/2026, 24.11.26
const DAY_NAMED = shape(String.raw`(?:[a-z]{3,9},? )?(\d{1,2})[- .]+([a-z]{3,9})\.?,?[- ](\d{4})`); // Tue, 24 Nov 2026; 24-Nov-2026
const MONTH_NAMED = shape(String.raw`(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`); // November 24, 2026

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const GERMAN: Readonly<Record<string, string>> = { mai: "may", okt: "oct", dez: "dec", mrz: "mar" };
const monthNamed = (name: string): number => {
  const short = name.toLowerCase().slice(0, 3);
  return MONTHS.indexOf(GERMAN[short] ?? short) + 1;
};

/** The zones of RFC 2822, section 4.3, in minutes. */
const ZONES: Readonly<Record<string, number>> = { z: 0, utc: 0, gmt: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 };
const offsetOf = (zone: string | undefined): number | null => {
  if (zone === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? (ZONES[zone.toLowerCase()] ?? null) : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

type Time = Pick<WrittenDate, "seconds" | "offset">;
const timeOf = ([hours, minutes, seconds = "0", half, zone]: readonly (string | undefined)[]): Time | null => {
  if (hours === undefined) return { seconds: null, offset: null };
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 24 || minute > 59 || second > 60 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const inDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return { seconds: inDay * 3600 + minute * 60 + second, offset: offsetOf(zone) };
};

const made = (year: number, first: number, second: number, order: DayOrder | null, rest: readonly (string | undefined)[]): WrittenDate | null => {
  const time = timeOf(rest);
  return time === null || year < 2000 || year > 2099 ? null : { year, first, second, order, ...time };
};

/** Reads a date, with or without time and zone, in the forms that exports and spreadsheets write. Null: it is none of them, or not of this century. */
export const writtenDate = (text: string): WrittenDate | null => {
  const ymd = YEAR_FIRST.exec(text);
  if (ymd) return made(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]), "month_first", ymd.slice(5));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const year = Number(numbers[4]) + (numbers[4]?.length === 2 ? 2000 : 0);
    return made(year, Number(numbers[1]), Number(numbers[3]), numbers[2] === "." ? "day_first" : null, numbers.slice(5)); // nobody writes the month first with points
  }
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed) return made(Number(dayNamed[3]), Number(dayNamed[1]), monthNamed(dayNamed[2] ?? ""), "day_first", dayNamed.slice(4));
  const named = MONTH_NAMED.exec(text);
  return named ? made(Number(named[3]), monthNamed(named[1] ?? ""), Number(named[2]), "month_first", named.slice(4)) : null;
};

/** The moment a written date means; `zone` counts where it names none. A date without a time is noon of that day. Null: no calendar has that day. */
export type Reckoner = (date: WrittenDate, order: DayOrder) => Instant | null;

const DAY_MS = 86_400_000;

/** A reckoner for one zone. It remembers by how much each day's walls differ from UTC, for a file names the same days over and over. */
export const reckonIn = (zone: TimeZone): Reckoner => {
  const ahead = new Map<number, number | null>();
  /** Null on days whose clocks change: there each time is looked up. */
  const aheadOn = (midnight: number): number | null => {
    const kept = ahead.get(midnight);
    if (kept !== undefined) return kept;
    const [start, end] = [midnight, midnight + DAY_MS].map((wall) => wall - instantOnWall(wall as Instant, zone));
    const same = start !== undefined && start === end ? start : null;
    ahead.set(midnight, same);
    return same;
  };
  return ({ year, first, second, order: written, seconds, offset }, order) => {
    const [month, day] = (written ?? order) === "month_first" ? [first, second] : [second, first];
    const midnight = Date.UTC(year, month - 1, day);
    if (new Date(midnight).getUTCDate() !== day || month < 1 || month > 12) return null;
    const wall = midnight + (seconds ?? 43_200) * 1000;
    if (offset !== null) return (wall - offset * 60_000) as Instant;
    const by = aheadOn(midnight);
    return by === null ? instantOnWall(wall as Instant, zone) : ((wall - by) as Instant);
  };
};

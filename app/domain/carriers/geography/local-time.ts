import { instantOnWall, isTimeZone, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { zoneOf, type WrittenPlace } from "./zone-of.ts";

/** A wall clock read as an instant, and how far that can be trusted; the values are those of a scan's timing. */
export type ReadClock = { readonly occurredAt: Instant; readonly timing: "local" | "assumed" | "day" };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/;

/** What the wall shows, read as if it hung in Greenwich. Null for a day or an hour no calendar has. */
const asUtc = (date: string, time: string): Instant | null => {
  const day = DATE.exec(date);
  const clock = TIME.exec(time);
  if (!day || !clock) return null;
  const at = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]), Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0));
  return new Date(at).toISOString().startsWith(date) ? (at as Instant) : null;
};

const runtimeKnows = new Map<TimeZone, boolean>();

/** Whether the runtime has this zone; asking it is slow, so it is asked once. */
const isKnown = (zone: TimeZone): boolean => {
  const known = runtimeKnows.get(zone) ?? isTimeZone(zone);
  runtimeKnows.set(zone, known);
  return known;
};

/**
 * Reads a carrier's date (`YYYY-MM-DD`) and time (`HH:MM[:SS]`, or null when it gave none) that carry no offset, in the zone of the place.
 * Without a known zone the clock is read as UTC and called `assumed`; without a time it is noon UTC of that `day`. Null for text that is neither.
 */
export const localInstant = (date: string, time: string | null, place: WrittenPlace | null): ReadClock | null => {
  const wall = asUtc(date, time ?? "12:00");
  if (wall === null) return null;
  if (time === null) return { occurredAt: wall, timing: "day" };
  const zone = place && zoneOf(place);
  return zone && isKnown(zone) ? { occurredAt: instantOnWall(wall, zone), timing: "local" } : { occurredAt: wall, timing: "assumed" };
};

/** The same for `YYYY-MM-DDTHH:MM[:SS]`, a blank in place of the `T`, or a date alone. */
export const instantOfLocal = (text: string, place: WrittenPlace | null): ReadClock | null => {
  const [date = "", time = null, ...rest] = text.trim().split(/[T ]/);
  return rest.length > 0 ? null : localInstant(date, time, place);
};

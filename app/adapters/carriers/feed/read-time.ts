import { instantOfLocal } from "#app/domain/carriers/geography/local-time.ts";
import type { Place, Timing } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";

/** A time as read, with how exactly it was stated. */
export type ReadTime = { readonly at: Instant; readonly timing: Timing };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Noon UTC of a day: the same day in every zone from UTC-12 to UTC+11, so that a day never turns into the evening before it. Null for no real day. */
export const noonOf = (day: string | null): Instant | null => (day !== null && DAY.test(day) ? instant(`${day}T12:00:00Z`) : null);

/**
 * A time in ISO 8601, read as exactly as it was stated: with its offset, or as a wall clock in the zone of `place`, or as a day.
 * Null when it cannot be read: a statement without a time says nothing.
 */
export const readTime = (text: string | null, place: Place | null): ReadTime | null => {
  const stated = text?.trim() ?? "";
  const exact = instant(stated);
  return exact === null ? onWallClock(stated, place) : { at: exact, timing: "exact" };
};

/** A wall clock `YYYY-MM-DDTHH:MM[:SS]` without offset, in the zone of the place where that is known, otherwise read as UTC. Null when no calendar has it. */
export const onWallClock = (clock: string, place: Place | null): ReadTime | null => {
  const read = instantOfLocal(clock, place);
  return read === null ? null : { at: read.occurredAt, timing: read.timing };
};

/** The day of an estimate as noon UTC of that day; an estimate at midnight UTC is a day, any other time stays what it is. Null when unreadable. */
export const readEstimate = (text: string | null): Instant | null => {
  const stated = text?.trim() ?? "";
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?(?:[zZ]|[+]00:?00)?)?$/.exec(stated)?.[1];
  if (day !== undefined) return noonOf(day);
  const exact = instant(stated);
  return exact ?? noonOf(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(stated)?.[1] ?? null);
};

import type { Brand } from "./brand.ts";

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, "Instant">;
/** A length of time in milliseconds. */
export type Duration = Brand<number, "Duration">;

/** A duration of `n` seconds. */
export const seconds = (n: number): Duration => (n * 1_000) as Duration;
/** A duration of `n` minutes. */
export const minutes = (n: number): Duration => seconds(n * 60);
/** A duration of `n` hours. */
export const hours = (n: number): Duration => minutes(n * 60);
/** A duration of `n` times 24 hours; a calendar day can be longer or shorter. */
export const days = (n: number): Duration => hours(n * 24);

/** The instant `by` later. */
export const plus = (at: Instant, by: Duration): Instant => (at + by) as Instant;
/** The instant `by` earlier. */
export const minus = (at: Instant, by: Duration): Instant => (at - by) as Instant;
/** The time from `earlier` to `later`; negative when they are the other way round. */
export const since = (earlier: Instant, later: Instant): Duration => (later - earlier) as Duration;
/** The later of two instants. */
export const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);
/** The earlier of two instants. */
export const earliest = (a: Instant, b: Instant): Instant => (a <= b ? a : b);

/** Reads ISO 8601 text that carries an offset or `Z`; null when it is missing, malformed or has no zone. */
export const instant = (text: string | null | undefined): Instant | null => {
  if (!text || !/(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : (at as Instant);
};

/** ISO 8601 in UTC, for logs, JSON and SQL. */
export const iso = (at: Instant): string => new Date(at).toISOString();

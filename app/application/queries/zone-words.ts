import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";

/** A calendar date in words: "Tue, Nov 24". Text that is no date comes back unchanged. */
export const dayWords = (date: string): string => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" }).format(at);
};

/** A moment as the wall clock of the shop shows it, with its zone: "Tue, Nov 24, 2:05 PM EST". */
export const momentWords = (at: Instant, zone: TimeZone): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZone: zone, timeZoneName: "short" }).format(at).replaceAll("\u202f", " ");

/** A stored sentence with its ISO moments and dates in words. */
export const sentenceWords = (sentence: string, zone: TimeZone): string =>
  sentence.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, (text) => { const at = instant(text); return at === null ? text : momentWords(at, zone); }).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayWords);

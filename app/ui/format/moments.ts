import { isTimeZone, wallClock, type TimeZone } from "#app/domain/shared/calendar.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { formatDate, formatDateWithYear } from "./dates.ts";
import type { Locale } from "./locale.ts";

const two = (n: number): string => String(n).padStart(2, "0");

const clockTime = (minutes: number, locale: Locale): string => {
  const hour = Math.floor(minutes / 60);
  const rest = two(minutes % 60);
  if (locale === "de") return `${two(hour)}:${rest} Uhr`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? "AM" : "PM"}`;
};

const known = (zone: string): TimeZone => (isTimeZone(zone) ? zone : ("UTC" as TimeZone));

/** The moment as the wall clock of `zone` shows it: "Tue, Nov 24, 2:05 PM". An unknown zone reads as UTC; text that is no moment comes back unchanged. */
export const formatMoment = (at: string | Instant, zone: string, locale: Locale = "en"): string => {
  const moment = typeof at === "string" ? instant(at) : at;
  if (moment === null) return String(at);
  const { date, minutes } = wallClock(moment, known(zone));
  return `${formatDate(date, locale)}, ${clockTime(minutes, locale)}`;
};

/** Only the date of the moment in `zone`, with its year. */
export const formatDay = (at: string, zone: string, locale: Locale = "en"): string => {
  const moment = instant(at);
  return moment === null ? at : formatDateWithYear(wallClock(moment, known(zone)).date, locale);
};

/** A zone as people say it: "New York time". */
export const zoneName = (zone: string): string => (zone === "UTC" || !zone.includes("/") ? zone : `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time`);

/** A sentence with its ISO moments in the words of `zone`'s wall clock, and its ISO dates in words: sentences are stored with exact times and read by people. */
export const withMoments = (sentence: string, zone: string, locale: Locale = "en"): string =>
  sentence.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, (at) => formatMoment(at, zone, locale)).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date, locale));

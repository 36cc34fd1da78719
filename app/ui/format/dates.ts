import { weekdayOf, type CalendarDate } from "#app/domain/shared/calendar.ts";
import { CALENDAR_NAMES } from "./calendar-names.ts";
import type { Locale } from "./locale.ts";

type Parts = { readonly year: string; readonly month: string; readonly day: string; readonly weekday: string };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const partsOf = (date: string, locale: Locale): Parts | null => {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (!year || !month || !day) return null;
  const names = CALENDAR_NAMES[locale];
  return { year, month: names.months[Number(month) - 1] ?? month, day: String(Number(day)), weekday: names.weekdays[weekdayOf(date as CalendarDate)] ?? "" };
};

/** `2026-11-24` as "Tue, Nov 24" or "Di., 24. Nov.". Text that is no date comes back unchanged. */
export const formatDate = (date: string, locale: Locale = "en"): string => {
  const parts = partsOf(date, locale);
  if (!parts) return date;
  return locale === "de" ? `${parts.weekday}, ${parts.day}. ${parts.month}` : `${parts.weekday}, ${parts.month} ${parts.day}`;
};

/** The same with its year, for dates far from today. */
export const formatDateWithYear = (date: string, locale: Locale = "en"): string => {
  const parts = partsOf(date, locale);
  if (!parts) return date;
  return locale === "de" ? `${parts.day}. ${parts.month} ${parts.year}` : `${parts.month} ${parts.day}, ${parts.year}`;
};

/**
 * Both ends of a window, read as dates: "Tue, Nov 24", "Nov 23 – 25", "Nov 30 – Dec 2". People read ranges of dates
 * correctly and ranges of days ("3 to 5 days") wrongly, so days are never counted here.
 */
export const formatWindow = (window: { readonly from: string; readonly to: string }, locale: Locale = "en"): string => {
  if (window.from === window.to) return formatDate(window.from, locale);
  const from = partsOf(window.from, locale);
  const to = partsOf(window.to, locale);
  if (!from || !to) return `${window.from} – ${window.to}`;
  if (locale === "de") return from.month === to.month ? `${from.day}. – ${to.day}. ${to.month}` : `${from.day}. ${from.month} – ${to.day}. ${to.month}`;
  return from.month === to.month ? `${from.month} ${from.day} – ${to.day}` : `${from.month} ${from.day} – ${to.month} ${to.day}`;
};

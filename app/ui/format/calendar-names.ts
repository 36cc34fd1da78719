import type { Locale } from "./locale.ts";

type Names = { readonly weekdays: readonly string[]; readonly months: readonly string[] };

/**
 * Short names of weekdays (Sunday first) and months. Written out instead of asking the runtime: server and browser carry
 * different versions of the locale data, and one different space would break hydration.
 */
export const CALENDAR_NAMES: Readonly<Record<Locale, Names>> = {
  en: {
    weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  },
  de: {
    weekdays: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."],
    months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
  },
};

import { createRequire } from "node:module";
import type DateHolidays from "date-holidays";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { Holidays } from "#app/application/ports.ts";

type Library = typeof DateHolidays;
/** What the library calls a day on which offices and banks are closed, and carriers with them; the rest is observed at work or at school. */
const OFF_WORK: ReadonlySet<string> = new Set(["public", "bank"]);
const HOUR_MS = 3_600_000;

type Named = { readonly date: string; readonly start: Date; readonly end: Date; readonly type: string };

/** The whole days of a holiday. One that begins at noon, like Christmas Eve in Germany, is a day on which parcels still move. */
const wholeDays = ({ date, start, end }: Named): CalendarDate[] => {
  if (!date.includes(" 00:00:00")) return [];
  const length = Math.round((end.getTime() - start.getTime()) / (24 * HOUR_MS)); // a day on which the clocks change has 23 or 25 hours
  return Array.from({ length }, (_day, after) => addDays(date.slice(0, 10) as CalendarDate, after));
};

const codesOf = (library: Library): Holidays["codes"] => {
  const known = new library();
  const names = new Intl.DisplayNames("en", { type: "region" });
  return Object.entries(known.getCountries("en")).flatMap(([country, name]) => {
    const here = names.of(country) ?? name;
    const regions = Object.entries(known.getStates(country, "en") ?? {});
    return [{ code: country, name: here }, ...regions.map(([region, regionName]) => ({ code: `${country}-${region}`, name: `${here}, ${regionName}` }))];
  }).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
};

/**
 * Public holidays of 207 countries and 364 of their regions, from the package date-holidays. The package takes a third of a second and 40 MB to load, so
 * it is loaded at the first question; a year of a calendar takes some milliseconds and is kept.
 */
export const createHolidays = (): Holidays => {
  let loaded: { readonly library: Library; readonly codes: Holidays["codes"]; readonly known: ReadonlySet<string> } | null = null;
  const load = () => {
    if (loaded !== null) return loaded;
    const library = createRequire(import.meta.url)("date-holidays") as Library;
    const codes = codesOf(library);
    return (loaded = { library, codes, known: new Set(codes.map(({ code }) => code)) });
  };

  const years = new Map<string, readonly CalendarDate[]>();
  const inYear = (library: Library, code: string, year: number): readonly CalendarDate[] => {
    const key = `${code}/${year}`;
    const kept = years.get(key);
    if (kept !== undefined) return kept;
    const [country = "", region] = code.split("-");
    const calendar = region === undefined ? new library(country) : new library(country, region);
    const days = calendar.getHolidays(year, "en").filter(({ type }) => OFF_WORK.has(type)).flatMap(wholeDays);
    years.set(key, days);
    return days;
  };

  return {
    get codes() {
      return load().codes;
    },
    between: (code, from, to) => {
      const { library, known } = load();
      const days = new Set<CalendarDate>();
      if (!known.has(code)) return days;
      // A year can hold days of its neighbours: a New Year's Day that is observed in December, a feast that runs on.
      for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) {
        for (const day of inYear(library, code, year)) if (from <= day && day <= to) days.add(day);
      }
      return days;
    },
  };
};

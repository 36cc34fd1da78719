import type { Policy } from "#app/domain/decisions/policy.ts";
import type { Calendars, WorkCalendar } from "#app/domain/estimates/work-calendar.ts";
import { addDays, dateIn, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Holidays } from "../ports.ts";

/** Days before and after now whose holidays are looked up: what is learned from lies before, what is promised after. */
const BEHIND = 500;
const AHEAD = 400;

type Hours = Pick<WorkCalendar, "zone" | "cutoff" | "workingDays"> & { readonly closedDates: readonly CalendarDate[]; readonly holidays: string | null };

/** Every calendar of a shop: what the merchant set, with the public holidays of the calendars they chose. */
export const calendarsOf = ({ rules, holidays: chosen, locations }: Policy, holidays: Holidays, now: Instant): Calendars => {
  const today = dateIn(now, rules.zone);
  const off = (code: string | null) => (code === null ? new Set<CalendarDate>() : holidays.between(code, addDays(today, -BEHIND), addDays(today, AHEAD)));
  const calendar = ({ zone, cutoff, workingDays, closedDates, holidays: code }: Hours): WorkCalendar => ({ zone, cutoff, workingDays, closed: new Set([...closedDates, ...off(code)]) });
  return {
    main: calendar({ ...rules, holidays: chosen }),
    byLocation: new Map(locations.map((one) => [one.id, calendar(one)])),
    // Carriers keep the holidays of the whole country, whatever a state adds.
    carrierHolidays: off(chosen?.split("-")[0] ?? null),
  };
};

import { dayOfDate } from "../../estimates/learning/zone-days.ts";
import type { Calendars } from "../../estimates/work-calendar.ts";
import type { CalendarDate, Weekday } from "../../shared/calendar.ts";
import type { Policy } from "../policy.ts";
import type { Rhythm } from "./fit-silences.ts";

/** The days on which somebody works as worth per kind of day: Monday to Sunday, then holidays, on which nobody does. Who never works is taken to work always. */
export const rhythmOf = (workingDays: readonly Weekday[], closed: ReadonlySet<CalendarDate>): Rhythm => ({
  days: [1, 2, 3, 4, 5, 6, 0].map((day) => (workingDays.length === 0 || workingDays.some((one) => one === day) ? 1 : 0)).concat(0),
  holidays: new Set([...closed].map(dayOfDate)),
});

/** The rhythms of who packs and who carries for a shop, as its merchant states them. */
export const rhythmsOf = ({ rules }: Pick<Policy, "rules">, { main, carrierHolidays }: Calendars): { readonly packing: Rhythm; readonly carrying: Rhythm } => ({
  packing: rhythmOf(main.workingDays, main.closed), carrying: rhythmOf(rules.carrierWorkingDays, carrierHolidays),
});

import type { CalendarDate } from "../../shared/calendar.ts";
import type { WorkCalendar } from "../work-calendar.ts";
import { dayOfDate } from "./zone-days.ts";

/** A location's working days in order. `numbers[i]` is that of the last working day up to and with the day `FIRST + i`; `days[n]` is the n-th. Days since 1970. */
export type WorkDays = { readonly numbers: Int32Array; readonly days: Int32Array };

/** 2010 to 2059: no parcel is older, and no date is asked for later. */
const [FIRST, PAST] = [14_610, 32_872];

const built = new WeakMap<WorkCalendar, WorkDays>();

const build = ({ workingDays, closed }: WorkCalendar): WorkDays => {
  const resting = new Set([...closed].map((date: CalendarDate) => dayOfDate(date)));
  const open = Array.from({ length: 7 }, (_, weekday) => workingDays.length === 0 || workingDays.some((one) => one === weekday)); // a calendar without working days never rests
  const [numbers, days] = [new Int32Array(PAST - FIRST), new Int32Array(PAST - FIRST)];
  let many = 0;
  for (let day = FIRST; day < PAST; day += 1) {
    if (open[(day + 4) % 7] && !resting.has(day)) { days[many] = day; many += 1; } // 1 January 1970 was a Thursday
    numbers[day - FIRST] = many - 1;
  }
  return { numbers, days: days.slice(0, Math.max(1, many)) };
};

/** The working days of a calendar; counted once as long as the same calendar object is given. */
export const workDaysOf = (calendar: WorkCalendar): WorkDays => {
  let days = built.get(calendar);
  if (!days) built.set(calendar, (days = build(calendar)));
  return days;
};

/** The number of a day; one on which nobody works belongs to the working day before. */
export const numberOfDay = ({ numbers }: WorkDays, day: number): number => numbers[Math.max(0, Math.min(numbers.length - 1, day - FIRST))]!;

/** The working day with a number. */
export const dayOfNumber = ({ days }: WorkDays, number: number): number => days[Math.max(0, Math.min(days.length - 1, number))]!;

/** The number of the first working day that is not before a day. */
export const numberOnOrAfter = (work: WorkDays, day: number): number => {
  const number = numberOfDay(work, day);
  return dayOfNumber(work, number) >= day ? number : number + 1;
};

/** The day on which an order counts that is placed at a local time (days since 1970): its own before the cut-off, else the next working day. */
export const countingDay = (work: WorkDays, ordered: number, cutoffMinutes: number): number => {
  const day = Math.floor(ordered);
  const number = numberOnOrAfter(work, day);
  const tooLate = dayOfNumber(work, number) === day && Math.floor((ordered - day) * 1_440 + 1e-6) >= cutoffMinutes;
  return dayOfNumber(work, tooLate ? number + 1 : number);
};

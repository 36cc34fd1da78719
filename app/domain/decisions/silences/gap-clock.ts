import { dayKind, type Holidays } from "../../estimates/engine/day-kinds.ts";

/** What an hour is worth in working hours: that of its kind of day (`DayKind`) times that of its place in the day. A plain weekday is worth 24. */
export type GapClock = { readonly days: readonly number[]; readonly hours: readonly number[] };

const DAY = 24;
/** Nothing is waited for longer, in days. */
const LONGEST = 120;
const LEAST = 1e-9;

/** Every hour of a day alike. */
export const EVEN_HOURS: readonly number[] = Array.from({ length: DAY }, () => 1);

const partOfDay = (hours: readonly number[], from: number, to: number): number => {
  let sum = 0;
  for (let hour = Math.floor(from); hour < to; hour += 1) sum += hours[hour]! * (Math.min(to, hour + 1) - Math.max(from, hour));
  return sum;
};

/** Working hours between two local times, both in hours since 1970. */
export const workingHours = ({ days, hours }: GapClock, holidays: Holidays, from: number, to: number): number => {
  let sum = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day += 1) {
    const begin = Math.max(0, from - day * DAY);
    const end = Math.min(DAY, to - day * DAY);
    const worth = days[dayKind(day, holidays)]!;
    sum += worth * (begin === 0 && end === DAY ? DAY : partOfDay(hours, begin, end));
  }
  return sum;
};

/** When so many working hours have passed since a local time; both times in hours since 1970. */
export const afterWorkingHours = ({ days, hours }: GapClock, holidays: Holidays, from: number, wanted: number): number => {
  let left = wanted;
  const first = Math.floor(from / DAY);
  for (let day = first; day < first + LONGEST; day += 1) {
    const worth = days[dayKind(day, holidays)]!;
    const begin = day === first ? from - day * DAY : 0;
    const whole = worth * partOfDay(hours, begin, DAY);
    if (whole < left + LEAST) { left = Math.max(0, left - whole); continue; } // what ends with a day is noticed when somebody works again
    for (let hour = Math.floor(begin); hour < DAY; hour += 1) {
      const [start, rate] = [Math.max(begin, hour), worth * hours[hour]!];
      const part = rate * (hour + 1 - start);
      if (part >= left && rate > 0) return day * DAY + start + left / rate;
      left -= part;
    }
  }
  return from + LONGEST * DAY;
};

const DAY_MS = 86_400_000;

/** Calendar days are written `YYYY-MM-DD`; Sunday is 0. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The calendar day `count` days later, or earlier. */
export const addDays = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** The `nth` (−1: last) `weekday` of a month. */
const nthWeekday = (year: number, month: number, weekday: number, nth: number): string => {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const days = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((day) => day.slice(0, 7) === first.slice(0, 7) && weekdayOf(day) === weekday);
  return days.at(nth > 0 ? nth - 1 : nth) ?? first;
};

const years = new Map<number, ReadonlySet<string>>();
const holidaysOf = (year: number): ReadonlySet<string> => {
  const known = years.get(year);
  if (known !== undefined) return known;
  const made = new Set([`${year}-01-01`, nthWeekday(year, 5, 1, -1), `${year}-07-04`, nthWeekday(year, 9, 1, 1), nthWeekday(year, 11, 4, 4), `${year}-12-25`]);
  years.set(year, made);
  return made;
};

/** The six days on which neither the shop nor any of its carriers works: New Year, Memorial, Independence, Labor, Thanksgiving and Christmas Day. */
export const isHoliday = (day: string): boolean => holidaysOf(Number(day.slice(0, 4))).has(day);

/** Whether somebody who works on these weekdays works on that day. */
export const isWorkday = (day: string, weekdays: readonly number[]): boolean => weekdays.includes(weekdayOf(day)) && !isHoliday(day);

/** The `count`-th working day after `day`; the first one from `day` on when `count` is 0. */
export const addWorkdays = (day: string, count: number, weekdays: readonly number[]): string => {
  let reached = day;
  while (!isWorkday(reached, weekdays)) reached = addDays(reached, 1);
  for (let left = count; left > 0; left -= 1) do reached = addDays(reached, 1); while (!isWorkday(reached, weekdays));
  return reached;
};

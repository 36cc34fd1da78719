/** Monday to Friday 0–4, Saturday 5, Sunday 6, a holiday on a weekday 7. */
export type DayKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Whole days since 1970, local dates. */
export type Holidays = ReadonlySet<number>;

export const DAY_KINDS = 8;

/** Monday is 0. The first day of 1970 was a Thursday. */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** What kind of day a local date is. A holiday at the weekend stays a weekend day. */
export const dayKind = (day: number, holidays: Holidays): DayKind => {
  const weekday = weekdayOfDay(day);
  return (weekday < 5 && holidays.has(day) ? 7 : weekday) as DayKind;
};

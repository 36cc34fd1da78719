const DAY_MS = 86_400_000;

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; Nature, 20 April 1876), in days since 1970. */
export const easterDay = (year: number): number => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / DAY_MS;
};

/** Law 662 of 1949 with 6,802 of 1980 and 10,607 of 2002: the national holidays. */
const FIXED = ["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25"];
/** From Easter: carnival's Monday and Tuesday, Good Friday, Corpus Christi; the government's yearly list names them, and carriers keep them. */
const FROM_EASTER = [-48, -47, -2, 60];

/** Days since 1970 on which Brazil does not work, years included. */
export const brazilHolidays = (from: number, to: number): ReadonlySet<number> =>
  new Set(Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((year) => [
    ...FIXED.map((date) => Date.parse(`${year}-${date}T00:00:00Z`) / DAY_MS), ...FROM_EASTER.map((days) => easterDay(year) + days),
  ]));

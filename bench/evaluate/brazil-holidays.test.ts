import { expect, test } from "vitest";
import { brazilHolidays, easterDay } from "./brazil-holidays.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test("Easter falls where the calendar has it", () => {
  expect([2016, 2017, 2018, 2024, 2038].map(easterDay)).toEqual(["2016-03-27", "2017-04-16", "2018-04-01", "2024-03-31", "2038-04-25"].map(day));
});

test("carnival, Good Friday and Corpus Christi of 2018 are free, Ash Wednesday is not", () => {
  const days = brazilHolidays(2017, 2018);
  expect(["2018-02-12", "2018-02-13", "2018-03-30", "2018-05-31", "2017-09-07"].every((date) => days.has(day(date)))).toBe(true);
  expect(["2018-02-14", "2018-04-02", "2019-01-01"].some((date) => days.has(day(date)))).toBe(false);
});

import { expect, test } from "vitest";
import { dayKind, weekdayOfDay } from "./day-kinds.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test("Monday is 0 and Sunday 6, before 1970 too", () => {
  expect(["2018-02-05", "2018-02-11", "1969-12-29"].map((date) => weekdayOfDay(day(date)))).toEqual([0, 6, 0]);
});

test("a holiday is its own kind of day, but at the weekend it changes nothing", () => {
  const holidays = new Set([day("2018-05-01"), day("2018-09-08")]);
  expect([dayKind(day("2018-05-01"), holidays), dayKind(day("2018-09-08"), holidays), dayKind(day("2018-05-02"), holidays)]).toEqual([7, 5, 2]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import { formatDate, formatDateWithYear, formatWindow } from "./dates.ts";

describe("dates", () => {
  test.each([["2026-11-24", "Tue, Nov 24", "Di., 24. Nov."], ["2026-03-01", "Sun, Mar 1", "So., 1. März"]])("%s is %s and %s", (date, english, german) => {
    expect(formatDate(date)).toBe(english);
    expect(formatDate(date, "de")).toBe(german);
  });

  test("a date far away carries its year", () => {
    expect(formatDateWithYear("2026-11-02")).toBe("Nov 2, 2026");
    expect(formatDateWithYear("2026-11-02", "de")).toBe("2. Nov. 2026");
  });

  test("text that is no date is shown as it is", () => expect(formatDate("soon")).toBe("soon"));
});

describe("windows", () => {
  test.each([
    ["2026-11-24", "2026-11-24", "Tue, Nov 24", "Di., 24. Nov."],
    ["2026-11-23", "2026-11-25", "Nov 23 – 25", "23. – 25. Nov."],
    ["2026-11-30", "2026-12-02", "Nov 30 – Dec 2", "30. Nov. – 2. Dez."],
  ])("%s to %s reads %s and %s", (from, to, english, german) => {
    expect(formatWindow({ from, to })).toBe(english);
    expect(formatWindow({ from, to }, "de")).toBe(german);
  });

  test("every window names both of its days", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
      const from = addDays("2020-01-01" as CalendarDate, start);
      const to = addDays(from, length);
      const said = formatWindow({ from, to });
      expect(said).toContain(String(Number(from.slice(8))));
      expect(said).toContain(String(Number(to.slice(8))));
    }));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import { createHolidays } from "./holidays.ts";

const holidays = createHolidays();
const day = (text: string) => text as CalendarDate;
const off = (code: string, from: string, to: string) => [...holidays.between(code, day(from), day(to))].toSorted();

describe("public holidays", () => {
  it("of the United States in 2026 are the eleven federal ones and the day on which the Fourth of July is observed", () => {
    expect(off("US", "2026-01-01", "2026-12-31")).toEqual([
      "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-07-04", "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25",
    ]);
  });

  it("of England and Wales in 2027 include the substitutes for a Christmas at the weekend", () => {
    expect(off("GB-ENG", "2027-12-01", "2027-12-31")).toEqual(["2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28"]);
  });

  it("observed in the year before are found there", () => {
    expect(off("US", "2021-12-26", "2021-12-31")).toEqual(["2021-12-31"]);
  });

  it("of a region are those of its country and its own", () => {
    expect(off("DE", "2026-01-01", "2026-01-31")).toEqual(["2026-01-01"]);
    expect(off("DE-BY", "2026-01-01", "2026-01-31")).toEqual(["2026-01-01", "2026-01-06"]);
    expect(off("CA-QC", "2026-06-20", "2026-07-02")).toEqual(["2026-06-24", "2026-07-01"]);
    expect(off("CA-ON", "2026-06-20", "2026-07-02")).toEqual(["2026-07-01"]);
    expect(off("US-CA", "2026-11-26", "2026-11-27")).toEqual(["2026-11-26", "2026-11-27"]);
  });

  it("that last several days are off on each of them", () => {
    expect(off("AE", "2026-03-15", "2026-03-25")).toEqual(["2026-03-20", "2026-03-21", "2026-03-22"]);
    expect(off("CN", "2026-02-10", "2026-02-28").length).toBeGreaterThanOrEqual(3);
  });

  it("that begin in the afternoon, and days that are only remembered, are working days", () => {
    expect(off("DE", "2026-12-20", "2026-12-31")).toEqual(["2026-12-25", "2026-12-26"]); // Christmas Eve closes at 14:00
    expect(off("US", "2026-02-10", "2026-02-15")).toEqual([]); // Valentine's Day
    expect(off("US", "2026-11-27", "2026-11-27")).toEqual([]); // the day after Thanksgiving is California's
  });

  it("on the very first and the very last day of the question count", () => {
    expect(off("US", "2026-12-25", "2026-12-25")).toEqual(["2026-12-25"]);
    expect(off("US", "2026-12-26", "2026-12-24")).toEqual([]);
  });

  it("of a code nobody knows are none", () => {
    for (const code of ["", "XX", "US-XX", "us", "US-LA-NO", "__proto__", "US-"]) expect(off(code, "2026-01-01", "2026-12-31"), code).toEqual([]);
  });

  it("asked for in two parts are the same as in one", () => {
    const codes = holidays.codes.map(({ code }) => code);
    fc.assert(fc.property(fc.constantFrom(...codes), fc.integer({ min: 0, max: 1500 }), fc.nat(400), fc.nat(400), (code, start, first, second) => {
      const from = addDays(day("2024-01-01"), start);
      const [middle, to] = [addDays(from, first), addDays(from, first + second + 1)];
      const whole = [...holidays.between(code, from, to)];
      const parts = [...holidays.between(code, from, middle), ...holidays.between(code, addDays(middle, 1), to)];
      expect(parts.toSorted()).toEqual(whole.toSorted());
      expect(whole.every((one) => from <= one && one <= to)).toBe(true);
    }), { numRuns: 60 });
  });
});

describe("the calendars", () => {
  it("are named in English, in the order of their names, each once", () => {
    const names = new Map(holidays.codes.map(({ code, name }) => [code, name]));
    expect(names.size).toBe(holidays.codes.length);
    expect(["US", "US-CA", "CA-QC", "GB-SCT", "BR"].map((code) => names.get(code))).toEqual(["United States", "United States, California", "Canada, Quebec", "United Kingdom, Scotland", "Brazil"]);
    expect(holidays.codes.map(({ name }) => name)).toEqual(holidays.codes.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en")));
  });

  it("have a code of a country, or of a country and a region, and cover the world's larger shops", () => {
    expect(holidays.codes.filter(({ code, name }) => !/^[A-Z]{2}(?:-[A-Za-z0-9]+)?$/.test(code) || name.trim() === "")).toEqual([]);
    const codes = new Set(holidays.codes.map(({ code }) => code));
    for (const code of ["US", "CA", "GB", "IE", "AU", "NZ", "DE", "FR", "NL", "IT", "ES", "SE", "JP", "SG", "HK", "IN", "BR", "MX", "ZA", "AE"]) expect(codes, code).toContain(code);
  });
});

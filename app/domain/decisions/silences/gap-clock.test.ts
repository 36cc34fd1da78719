import fc from "fast-check";
import { expect, it } from "vitest";
import { afterWorkingHours, EVEN_HOURS, workingHours } from "./gap-clock.ts";

const worth = fc.double({ min: 0.01, max: 2, noNaN: true });
const clocks = fc.record({ days: fc.array(worth, { minLength: 8, maxLength: 8 }), hours: fc.array(worth, { minLength: 24, maxLength: 24 }).map((hours) => { const mean = hours.reduce((sum, one) => sum + one, 0) / 24; return hours.map((one) => one / mean); }) });
const MONDAY = 4 * 24; // the fifth of January 1970

it("counts a plain weekday as a day, and rests when nobody works", () => {
  const weekdays = { days: [1, 1, 1, 1, 1, 0, 0, 0], hours: EVEN_HOURS };
  expect(workingHours(weekdays, new Set(), MONDAY, MONDAY + 7 * 24)).toBe(120);
  expect(workingHours(weekdays, new Set([5]), MONDAY, MONDAY + 7 * 24)).toBe(96);
  expect(afterWorkingHours(weekdays, new Set(), MONDAY + 5 * 24, 6)).toBe(MONDAY + 7 * 24 + 6);
});

it("reads back what it counted, from any time on", () => {
  fc.assert(fc.property(clocks, fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }), (clock, from, wanted) => {
    expect(workingHours(clock, new Set([3]), from, afterWorkingHours(clock, new Set([3]), from, wanted))).toBeCloseTo(wanted, 6);
  }));
});

it("gives up where nobody ever works", () => {
  expect(afterWorkingHours({ days: [0, 0, 0, 0, 0, 0, 0, 0], hours: EVEN_HOURS }, new Set(), 10, 5)).toBe(10 + 120 * 24);
});

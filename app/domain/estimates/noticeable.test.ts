import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../shared/calendar.ts";
import type { Estimate } from "./estimate.ts";
import { noticeablyDifferent } from "./noticeable.ts";

const TODAY = "2026-11-17" as CalendarDate;
const on = (n: number): CalendarDate => addDays(TODAY, n);
const window = (from: number, to: number, more: object = {}): Estimate => ({ kind: "window", earliest: on(from), latest: on(to), rate: 0.9, basis: "learned", because: "", ...more });
const NONE: Estimate = { kind: "none", because: "Too little is known." };
const matters = (before: Estimate | null, after: Estimate, today = 0): boolean => noticeablyDifferent(before, after, on(today));

describe("a date that moved enough to matter", () => {
  it.each([
    ["appears", null, window(3, 5), true], ["vanishes", window(3, 5), NONE, true], ["comes back", NONE, window(3, 5), true],
    ["has another reason only", window(3, 5), window(3, 5, { because: "Other." }), false], ["is still missing, for another reason", NONE, { kind: "none", because: "Other." } as const, false],
    ["ends a day later", window(5, 8), window(5, 9), true], ["ends a day earlier", window(5, 8), window(5, 7), false], ["ends two days earlier", window(5, 8), window(5, 6), true],
    ["begins a day later, of ten", window(4, 13), window(5, 13), false], ["begins a day later, of three", window(4, 6), window(5, 6), true], ["begins earlier", window(5, 8), window(3, 8), false],
    ["ends a day earlier, the day after tomorrow", window(1, 3), window(1, 2), true],
    ["arrived on a day of the window", window(0, 4), window(2, 2, { basis: "arrived" }), true],
  ])("%s: %#", (_, before, after, expected) => expect(matters(before, after)).toBe(expected));

  it("moves on when its first day has passed, and not when that day is not shown", () => {
    expect(matters(window(1, 8), window(2, 8), 2)).toBe(true);
    expect(matters(window(1, 8, { style: "arrives_by" }), window(2, 8, { style: "arrives_by" }), 2)).toBe(false);
  });

  it("is always replaced once its last day has passed", () => {
    fc.assert(fc.property(fc.nat(10), fc.nat(10), fc.nat(10), fc.integer({ min: 1, max: 5 }), (from, width, later, late) => {
      const before = window(from, from + width);
      const today = from + width + late;
      expect(matters(before, window(today, today + later), today)).toBe(true);
    }));
  });

  it("does not waver with answers that waver by a day at either end, until three days before", () => {
    const answers = fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 2, maxLength: 40 });
    fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 8 }), answers, (from, width, wavering) => {
      let shown = window(from, from + width);
      let changes = 0;
      for (const [start, end] of wavering) {
        const asked = window(from + start, from + width + end);
        if (!matters(shown, asked)) continue;
        shown = asked;
        changes += 1;
      }
      expect(changes).toBeLessThanOrEqual(3); // a start let in, the later end, the start beside it
    }));
  });

  it("never leaves a window on show that ends before the one we believe in", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (from, width, start, later) => {
      const end = from + width + later;
      expect(matters(window(from, from + width), window(Math.min(start, end), end))).toBe(true);
    }));
  });
});

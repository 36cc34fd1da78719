import { describe, expect, test } from "vitest";
import { formatDays, formatPercent, formatShift } from "./percent.ts";

describe("a share", () => {
  test.each([[0.931, "93.1 %"], [0.9, "90 %"], [1, "100 %"], [0, "0 %"], [0.29, "29 %"], [0.575, "57.5 %"]])("%d reads %s", (share, words) => expect(formatPercent(share)).toBe(words));

  test("is never rounded up to a goal or to all", () => {
    expect(formatPercent(0.8999)).toBe("89.9 %");
    expect(formatPercent(0.99999)).toBe("99.9 %");
  });
});

describe("an amount of days", () => {
  test.each([[3.24, "3.2 days"], [1, "1 day"], [0.96, "1 day"], [2, "2 days"], [0, "0 days"], [-0.01, "0 days"]])("%d reads %s", (days, words) => expect(formatDays(days)).toBe(words));

  test.each([[0.8, "0.8 days later"], [-1, "1 day earlier"], [0.04, "on the same day"], [0, "on the same day"]])("a shift of %d reads %s", (days, words) => expect(formatShift(days)).toBe(words));
});

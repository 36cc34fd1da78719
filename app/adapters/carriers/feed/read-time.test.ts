import { expect, it } from "vitest";
import { instant } from "#app/domain/shared/time.ts";
import { readEstimate, readTime } from "./read-time.ts";

const AUSTIN = { city: "Austin", region: "TX", country: "US", zip: null };

it.each([
  ["2026-11-20T09:00:00-06:00", AUSTIN, "2026-11-20T15:00:00Z", "exact"],
  ["2026-11-20T15:00:00.123Z", null, "2026-11-20T15:00:00.123Z", "exact"],
  ["2026-11-20T09:00:00", AUSTIN, "2026-11-20T15:00:00Z", "local"],
  ["2026-11-20 09:00", AUSTIN, "2026-11-20T15:00:00Z", "local"],
  ["2026-11-20T09:00:00", null, "2026-11-20T09:00:00Z", "assumed"],
  ["2026-11-20", AUSTIN, "2026-11-20T12:00:00Z", "day"],
])("reads %s as exactly as it was stated", (text, place, at, timing) => {
  expect(readTime(text, place)).toEqual({ at: instant(at), timing });
});

it("reads nothing that is no time", () => {
  for (const text of ["", "soon", "2026-02-30", "2026-11-20T25:00:00", "20/11/2026", null]) expect(readTime(text, AUSTIN), String(text)).toBeNull();
});

it("keeps the day of an estimate the same day in the shop's zone", () => {
  for (const text of ["2026-11-12", "2026-11-12T00:00:00Z", "2026-11-12T00:00:00", "2026-11-12T17:00:00"]) expect(readEstimate(text), text).toBe(instant("2026-11-12T12:00:00Z"));
  expect(readEstimate("2026-11-12T17:00:00-06:00")).toBe(instant("2026-11-12T23:00:00Z"));
  for (const text of [null, "", "Thursday", "2026-13-45"]) expect(readEstimate(text)).toBeNull();
});

import { describe, expect, test } from "vitest";
import type { PromiseSettingsView } from "#app/contracts/dates-views.ts";
import { formOf, plainForm, readForm, type PromiseForm } from "./promise-form.ts";

const shop = { zone: "America/New_York", cutoff: "15:30", workingDays: [5, 1, 2, 3, 4] };
const view: PromiseSettingsView = {
  ratePercent: 90.5, style: "range", tooEarlyDays: null, floorDays: 1, ceilingDays: 21, overrides: [{ method: "express", ratePercent: 95, floorDays: null, ceilingDays: 5 }],
  publishToShopify: false, holidays: "US", holidayCalendars: [{ code: "US", name: "United States" }], imports: [], zone: "America/New_York",
  locations: [
    { id: "1", name: "Main", place: "Brooklyn, NY", active: true, own: null },
    { id: "2", name: "West", place: null, active: true, own: { zone: "America/Los_Angeles", cutoff: "12:00", workingDays: [1, 2], closedDates: ["2026-12-24"], holidays: null } },
  ],
};
const form = formOf(view, shop);
const read = (change: Partial<PromiseForm>) => readForm({ ...form, ...change });
const faults = (change: Partial<PromiseForm>) => {
  const result = read(change);
  return result.kind === "unreadable" ? result.errors : {};
};

describe("the form of the promise settings", () => {
  test("untouched, it says what is stored", () => {
    const { holidayCalendars: _calendars, imports: _imports, zone: _zone, locations, ...stored } = view;
    expect(readForm(form)).toEqual({ kind: "read", draft: { ...stored, locations: locations.map(({ id, own }) => ({ id, own })) } });
  });

  test("a location's own hours begin with the shop's", () => {
    const [main] = form.locations;
    expect(main).toMatchObject({ isOwn: false, zone: "America/New_York", cutoff: "15:30", workingDays: [1, 2, 3, 4, 5] });
    const result = read({ locations: form.locations.map((one) => ({ ...one, isOwn: true, holidays: "US", closedDates: "2026-12-24, 2026-12-25\n" })) });
    expect(result.kind === "read" && result.draft.locations[0]?.own).toEqual({ zone: "America/New_York", cutoff: "15:30", workingDays: [1, 2, 3, 4, 5], closedDates: ["2026-12-24", "2026-12-25"], holidays: "US" });
  });

  test("an emptied limit is none, and what is no number is named, never taken for none or zero", () => {
    const emptied = read({ ceilingDays: " ", tooEarlyDays: "2" });
    expect(emptied.kind === "read" && [emptied.draft.ceilingDays, emptied.draft.tooEarlyDays]).toEqual([null, 2]);
    expect(faults({ floorDays: "two" })).toEqual({ floorDays: "“two” is not a number." });
    expect(faults({ ratePercent: "" })).toEqual({ ratePercent: "Enter a share in percent." });
    expect(faults({ overrides: [{ key: "a", method: "air", ratePercent: "x", floorDays: "y", ceilingDays: "" }] })).toEqual({ "overrides.0": "“x” is not a number." });
  });

  test("a decimal comma is a decimal point", () => {
    const result = read({ ratePercent: "92,5" });
    expect(result.kind === "read" && result.draft.ratePercent).toBe(92.5);
  });

  test("it is unsaved as soon as it says something else, and not because of what says nothing", () => {
    expect(plainForm({ ...form, overrides: form.overrides.map((row) => ({ ...row, key: "other" })) })).toBe(plainForm(form));
    expect(plainForm({ ...form, locations: form.locations.map((one) => (one.isOwn ? one : { ...one, cutoff: "09:00" })) })).toBe(plainForm(form));
    expect(plainForm({ ...form, locations: form.locations.map((one) => ({ ...one, isOwn: true })) })).not.toBe(plainForm(form));
    expect(plainForm({ ...form, ratePercent: "95" })).not.toBe(plainForm(form));
  });
});

import { describe, expect, test } from "vitest";
import type { SettingsView } from "#app/contracts/admin-views.ts";
import { draftOf, sameDraft, settingsFrom } from "./settings-draft.ts";

const view: SettingsView = {
  zone: "America/New_York", cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5, 6], closedDates: ["2026-12-25", "2027-01-01"], handlingDays: { min: 0, max: 1 },
  transit: [{ country: "US", method: "express", minDays: 1, maxDays: 2 }, { country: "*", method: null, minDays: 7, maxDays: 14 }], silenceHours: 36, silenceRate: 0.01, riskPercent: 50, silenceLearned: { stretches: 900, weekly: 90 }, emailShoppers: true, senderName: null, replyTo: "care@example.com",
};

describe("the settings form", () => {
  test("untouched, it says what is stored", () => {
    const { silenceLearned: _learned, ...stored } = view;
    expect(settingsFrom(draftOf(view))).toEqual(stored);
  });

  test("what is no number reaches the command as such, and is never taken for zero", () => {
    const read = settingsFrom({ ...draftOf(view), handlingMin: "", handlingMax: "two", silenceHours: "36,5" });
    expect(read.handlingDays.min).toBeNaN();
    expect(read.handlingDays.max).toBeNaN();
    expect(read.silenceHours).toBe(36.5);
  });

  test("closed dates may be separated by lines, commas and blanks", () => {
    expect(settingsFrom({ ...draftOf(view), closedDates: " 2026-12-25,2026-12-26\n\n2027-01-01 " }).closedDates).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
  });

  test("countries are read in capital letters, an empty method as any", () => {
    expect(settingsFrom({ ...draftOf(view), transit: [{ key: "new-1", country: " us ", method: " ", minDays: "1", maxDays: "2" }] }).transit).toEqual([{ country: "US", method: null, minDays: 1, maxDays: 2 }]);
  });

  test("it is unsaved as soon as it says something else, and not because rows were counted anew", () => {
    const draft = draftOf(view);
    expect(sameDraft(draft, { ...draft, transit: draft.transit.map((row, index) => ({ ...row, key: `new-${index}` })) })).toBe(true);
    expect(sameDraft(draft, { ...draft, cutoff: "15:00" })).toBe(false);
  });
});

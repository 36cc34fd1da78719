import { describe, expect, it } from "vitest";
import { settingsErrors, type SettingsInput } from "./save-settings.ts";

const good: SettingsInput = {
  zone: "America/New_York", cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], carrierWorkingDays: [1, 2, 3, 4, 5, 6], closedDates: ["2026-12-25"], handlingDays: { min: 0, max: 1 },
  transit: [{ country: "US", method: "express", minDays: 1, maxDays: 2 }, { country: "*", method: null, minDays: 5, maxDays: 12 }],
  silenceHours: 36, silenceRate: 0.01, riskPercent: 50, emailShoppers: true, senderName: "Hearth & Wool", replyTo: "help@example.com",
};
const faults = (change: Partial<SettingsInput>) => settingsErrors({ ...good, ...change });

describe("settings", () => {
  it("that make sense have no faults", () => {
    expect(faults({})).toEqual({});
    expect(faults({ senderName: null, replyTo: null, closedDates: [], transit: [] })).toEqual({});
  });

  it("are refused field by field, in plain words", () => {
    expect(faults({ zone: "Mars/Olympus" })).toEqual({ zone: '"Mars/Olympus" is not a time zone.' });
    expect(Object.keys(faults({ cutoff: "25:00", workingDays: [], carrierWorkingDays: [7], silenceHours: 2 }))).toEqual(["cutoff", "workingDays", "carrierWorkingDays", "silenceHours"]);
    expect(faults({ handlingDays: { min: 3, max: 1 } })["handlingDays"]).toMatch(/longer/);
    expect(faults({ handlingDays: { min: 0.5, max: 1 } })["handlingDays"]).toMatch(/whole days/);
    expect(faults({ silenceHours: Number.NaN })).toHaveProperty("silenceHours");
    for (const silenceRate of [0, 0.5, Number.NaN]) expect(faults({ silenceRate })).toHaveProperty("silenceRate");
    for (const riskPercent of [0, 100, Number.NaN]) expect(faults({ riskPercent })).toHaveProperty("riskPercent");
  });

  it("name the row of the transit table that is wrong", () => {
    const row = { country: "US", method: null, minDays: 1, maxDays: 2 };
    expect(Object.keys(faults({ transit: [row, { ...row, country: "usa" }, { ...row, minDays: 9 }] }))).toEqual(["transit.1", "transit.2"]);
  });

  it("take only dates that exist", () => {
    for (const date of ["2026-02-30", "25.12.2026", "2026-13-01", ""]) expect(faults({ closedDates: [date] })).toHaveProperty("closedDates");
  });

  it("let no header be smuggled through a name or an address", () => {
    expect(faults({ senderName: "Shop\r\nBcc: all@example.com" })).toHaveProperty("senderName");
    expect(faults({ replyTo: "a@b.c\nBcc: d@e.f" })).toHaveProperty("replyTo");
  });
});

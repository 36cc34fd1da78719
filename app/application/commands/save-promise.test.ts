import { describe, expect, it } from "vitest";
import { fakeDates, fakeHolidays } from "../../../tests/fakes/dates.ts";
import { at, NEW_YORK, SHOP } from "../../../tests/builders/journey.ts";
import type { PromiseDraft } from "#app/contracts/dates-views.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import type { ShopSettings, Store } from "../ports.ts";
import { promiseErrors, savePromise } from "./save-promise.ts";

const DRAFT: PromiseDraft = { ratePercent: 92.5, style: "arrives_by", tooEarlyDays: 2, floorDays: 1, ceilingDays: 20, overrides: [{ method: " Express ", ratePercent: 97, floorDays: null, ceilingDays: 5 }], publishToShopify: true, holidays: "US", locations: [] };
const OWN = { zone: "America/Los_Angeles", cutoff: "11:00", workingDays: [1, 2, 3, 4], closedDates: ["2026-12-24"], holidays: "US" };
const codes = new Set(["US"]);

describe("promise settings", () => {
  it("are saved as shares and lower-case parts of names, with the hours of locations that have their own", async () => {
    const { dates, held } = fakeDates();
    held.locations = [{ id: "2", name: "Reno", country: "US", region: "NV", zip: null, active: true }];
    const saved: Partial<ShopSettings>[] = [];
    const [woken, noted]: [string[], string[]] = [[], []];
    const store = { shops: { settings: async () => ({ policy: defaultPolicy(NEW_YORK) }), saveSettings: async (_shop: string, change: Partial<ShopSettings>) => void saved.push(change) }, rules: { notePolicy: async (_shop: string, _before: unknown, _policy: unknown, change: { readonly what: string }) => void noted.push(change.what) } } as unknown as Store;
    const save = savePromise({ transact: (work) => work(store), dates, holidays: fakeHolidays, clock: () => at(1), jobs: { wake: async (job: string) => void woken.push(job) } });
    expect(await save(SHOP, { ...DRAFT, locations: [{ id: "1", own: null }, { id: "2", own: OWN }] })).toEqual({ outcome: "saved" });
    expect(saved[0]?.policy).toMatchObject({
      holidays: "US", promise: { rate: 0.925, style: "arrives_by", tooEarlyDays: 2, overrides: [{ method: "express", rate: 0.97, ceilingDays: 5 }], publishToShopify: true },
      locations: [{ id: "2", name: "Reno", cutoff: "11:00", workingDays: [1, 2, 3, 4], closedDates: ["2026-12-24"] }],
    });
    expect(noted).toEqual([expect.stringContaining("Promises to keep: 90 % → 92.5 %.")]);
    expect(woken).toEqual(["measure_dates", "refit_dates"]);
  });

  it("are refused with every fault by its field, in plain words, and nothing is saved", async () => {
    const faults = promiseErrors({
      ...DRAFT, ratePercent: 20, tooEarlyDays: -1, floorDays: 9, ceilingDays: 3, holidays: "XX",
      overrides: [{ method: " ", ratePercent: 90, floorDays: null, ceilingDays: null }, { method: "express", ratePercent: 101, floorDays: null, ceilingDays: null }],
      locations: [{ id: "1", own: { ...OWN, cutoff: "25:00" } }, { id: "2", own: { ...OWN, closedDates: ["24.12.2026"] } }, { id: "3", own: { ...OWN, workingDays: [] } }, { id: "4", own: { ...OWN, zone: "Nowhere" } }],
    }, codes);
    expect(Object.keys(faults).sort()).toEqual(["floorDays", "holidays", "locations.0", "locations.1", "locations.2", "locations.3", "overrides.0", "overrides.1", "ratePercent", "tooEarlyDays"]);
    expect(Object.values(faults).every((one) => one.endsWith("."))).toBe(true);
    const save = savePromise({ transact: () => Promise.reject(new Error("must not be reached")), dates: fakeDates().dates, holidays: fakeHolidays, clock: () => at(1), jobs: { wake: async () => {} } });
    expect(await save(SHOP, { ...DRAFT, ratePercent: 20 })).toMatchObject({ outcome: "invalid" });
    expect(promiseErrors(DRAFT, codes)).toEqual({});
  });
});

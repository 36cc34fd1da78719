import type { PromiseDraft } from "#app/contracts/dates-views.ts";
import type { LocationRules, Policy } from "#app/domain/decisions/policy.ts";
import type { PromiseSettings } from "#app/domain/estimates/promise-settings.ts";
import { isTimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, DateStore, Holidays, Jobs, Transact } from "../ports.ts";
import { areWeekdays, isCount, isDate, notePolicy, type SettingsErrors, type SettingsSaved } from "./save-settings.ts";

/** Every fault of the draft at once, by field. `codes`: the holiday calendars there are. */
export const promiseErrors = (draft: PromiseDraft, codes: ReadonlySet<string>): SettingsErrors => {
  const errors: Record<string, string> = {};
  const rate = (percent: number): boolean => Number.isFinite(percent) && percent >= 50 && percent <= 99.5;
  const limits = (floor: number | null, ceiling: number | null): string | null => {
    if ((floor !== null && !isCount(floor, 120)) || (ceiling !== null && !isCount(ceiling, 120))) return "Earliest and latest are whole days, from 0 to 120.";
    return floor !== null && ceiling !== null && floor > ceiling ? "The earliest day is later than the latest." : null;
  };
  if (!rate(draft.ratePercent)) errors["ratePercent"] = "Choose a share between 50 and 99.5 %.";
  if (draft.tooEarlyDays !== null && !isCount(draft.tooEarlyDays, 60)) errors["tooEarlyDays"] = "Too early is a whole number of days, from 0 to 60.";
  const wrong = limits(draft.floorDays, draft.ceilingDays);
  if (wrong !== null) errors["floorDays"] = wrong;
  if (draft.holidays !== null && !codes.has(draft.holidays)) errors["holidays"] = `There is no holiday calendar "${draft.holidays}".`;
  if (draft.overrides.length > 50) errors["overrides"] = "No more than 50 exceptions.";
  draft.overrides.forEach((one, at) => {
    const fault = one.method.trim() === "" ? "Write a part of the shipping option's name, like express." : !rate(one.ratePercent) ? "Choose a share between 50 and 99.5 %." : limits(one.floorDays, one.ceilingDays);
    if (fault !== null) errors[`overrides.${at}`] = fault;
  });
  draft.locations.forEach(({ own }, at) => {
    if (own === null) return;
    const odd = own.closedDates.find((date) => !isDate(date));
    const fault = !isTimeZone(own.zone) ? `"${own.zone}" is not a time zone.` : !/^([01]\d|2[0-3]):[0-5]\d$/.test(own.cutoff) ? "Write the cut-off as a time of day, like 14:00."
      : !areWeekdays(own.workingDays) ? "Choose at least one day on which this location packs." : odd !== undefined ? `"${odd}" is not a date. Write dates like 2026-12-25, one per line.`
      : own.closedDates.length > 200 ? "No more than 200 closed dates." : own.holidays !== null && !codes.has(own.holidays) ? `There is no holiday calendar "${own.holidays}".` : null;
    if (fault !== null) errors[`locations.${at}`] = fault;
  });
  return errors;
};

/** A sound draft as what the engine reads. */
export const promiseOfDraft = (draft: PromiseDraft): PromiseSettings => ({
  rate: draft.ratePercent / 100, style: draft.style, tooEarlyDays: draft.tooEarlyDays, floorDays: draft.floorDays, ceilingDays: draft.ceilingDays, publishToShopify: draft.publishToShopify,
  overrides: draft.overrides.map(({ method, ratePercent, floorDays, ceilingDays }) => ({ method: method.trim().toLowerCase(), rate: ratePercent / 100, floorDays, ceilingDays })),
});

const withDraft = (policy: Policy, draft: PromiseDraft, names: ReadonlyMap<string, string>): Policy => ({
  ...policy,
  holidays: draft.holidays,
  promise: promiseOfDraft(draft),
  locations: draft.locations.flatMap(({ id, own }): LocationRules[] =>
    own === null || !isTimeZone(own.zone) || !areWeekdays(own.workingDays) ? [] : [{ id, name: names.get(id) ?? id, zone: own.zone, cutoff: own.cutoff, workingDays: own.workingDays, closedDates: own.closedDates.filter(isDate), holidays: own.holidays }]),
});

type Ports = { readonly transact: Transact; readonly dates: Pick<DateStore, "locations">; readonly holidays: Holidays; readonly clock: Clock; readonly jobs: Jobs };

/** Saves what the merchant wants of dates. The published table follows at once; what was shown before stays as it was shown. */
export const savePromise =
  ({ transact, dates, holidays, clock, jobs }: Ports) =>
  async (shop: ShopId, draft: PromiseDraft, userId: string | null = null): Promise<SettingsSaved> => {
    const errors = promiseErrors(draft, new Set(holidays.codes.map((one) => one.code)));
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const names = new Map((await dates.locations(shop)).map((one) => [one.id, one.name]));
    const now = clock();
    await transact(async (store) => {
      const { policy } = await store.shops.settings(shop);
      const changed = withDraft(policy, draft, names);
      await store.shops.saveSettings(shop, { policy: changed, savedAt: now }, now);
      await notePolicy(store, shop, { before: policy, after: changed, userId, at: now });
    });
    await jobs.wake("measure_dates", shop);
    await jobs.wake("refit_dates", shop); // calendars decide what the past teaches
    return { outcome: "saved" };
  };

import type { Policy } from "#app/domain/decisions/policy.ts";
import { isTimeZone, type CalendarDate, type Weekday } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { hours, type Instant } from "#app/domain/shared/time.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { policyChanges } from "#app/domain/workflows/rules/describe-change.ts";
import type { Clock, Jobs, Store, Transact } from "../ports.ts";

/** What the settings form says, already read into plain values. Times are on the wall clock of `zone`. */
export type SettingsInput = {
  readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[]; readonly carrierWorkingDays: readonly number[];
  readonly closedDates: readonly string[]; readonly handlingDays: { readonly min: number; readonly max: number };
  readonly transit: readonly { readonly country: string; readonly method: string | null; readonly minDays: number; readonly maxDays: number }[];
  readonly silenceHours: number; readonly silenceRate: number; readonly riskPercent: number; readonly emailShoppers: boolean; readonly senderName: string | null; readonly replyTo: string | null;
};

/** Field name → what is wrong with it, in plain words. */
export type SettingsErrors = Readonly<Record<string, string>>;
export type SettingsSaved = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: SettingsErrors };

/** Whether a text is a calendar date that exists. */
export const isDate = (text: string): text is CalendarDate => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
/** Whether these are weekdays, and at least one. */
export const areWeekdays = (days: readonly number[]): days is readonly Weekday[] => days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 0 && day <= 6);
/** Whether a number is whole, not negative and at most `most`. */
export const isCount = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

/** Every fault at once, so that a merchant corrects the form in one go. */
export const settingsErrors = (input: SettingsInput): SettingsErrors => {
  const errors: Record<string, string> = {};
  if (!isTimeZone(input.zone)) errors["zone"] = `"${input.zone}" is not a time zone.`;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(input.cutoff)) errors["cutoff"] = "Write the cut-off as a time of day, like 14:00.";
  if (!areWeekdays(input.workingDays)) errors["workingDays"] = "Choose at least one day on which you pack.";
  if (!areWeekdays(input.carrierWorkingDays)) errors["carrierWorkingDays"] = "Choose at least one day on which your carriers deliver.";
  const odd = input.closedDates.find((date) => !isDate(date));
  if (odd !== undefined) errors["closedDates"] = `"${odd}" is not a date. Write dates like 2026-12-25, one per line.`;
  if (input.closedDates.length > 200) errors["closedDates"] = "No more than 200 closed dates.";
  const { min, max } = input.handlingDays;
  if (!isCount(min, 60) || !isCount(max, 60)) errors["handlingDays"] = "Handling takes whole days, from 0 to 60.";
  else if (min > max) errors["handlingDays"] = "The shortest handling time is longer than the longest.";
  input.transit.forEach((row, index) => {
    const at = `transit.${index}`;
    if (!/^([A-Z]{2}|\*)$/.test(row.country)) errors[at] = "Write the country as two letters, like US, or * for anywhere.";
    else if (!isCount(row.minDays, 120) || !isCount(row.maxDays, 120)) errors[at] = "Transit takes whole days, from 0 to 120.";
    else if (row.minDays > row.maxDays) errors[at] = "The shortest transit time is longer than the longest.";
  });
  if (input.transit.length > 250) errors["transit"] = "No more than 250 rows.";
  if (!(input.silenceHours >= 6 && input.silenceHours <= 720)) errors["silenceHours"] = "Choose between 6 and 720 hours.";
  if (!(input.silenceRate >= 0.001 && input.silenceRate <= 0.2)) errors["silenceRate"] = "Choose how many false alarms are bearable, from 0.1 % to 20 %.";
  if (!(input.riskPercent >= 5 && input.riskPercent <= 99)) errors["riskPercent"] = "Choose between 5 and 99 %.";
  if (input.replyTo !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.replyTo)) errors["replyTo"] = `"${input.replyTo}" is not an e-mail address.`;
  if (input.senderName !== null && (/[\r\n<>]/.test(input.senderName) || input.senderName.length > 80)) errors["senderName"] = "Use a short name without angle brackets or line breaks.";
  return errors;
};

/** Saves the policy; the table of dates in checkout and storefront follows at once. */
export const saveSettings =
  ({ transact, clock, jobs }: { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (shop: ShopId, input: SettingsInput, userId: string | null = null): Promise<SettingsSaved> => {
    const errors = settingsErrors(input);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const now = clock();
    await transact(async (store) => {
      const { policy } = await store.shops.settings(shop);
      const changed = policyOf(policy, input);
      await store.shops.saveSettings(shop, { policy: changed, senderName: input.senderName, replyTo: input.replyTo, savedAt: now }, now);
      await notePolicy(store, shop, { before: policy, after: changed, userId, at: now });
    });
    await jobs.wake("measure_dates", shop);
    return { outcome: "saved" };
  };

/** Keeps a changed policy as a version with what differs in words; the same policy saved again is none. */
export const notePolicy = async (store: Store, shop: ShopId, { before, after, userId, at }: { readonly before: Policy; readonly after: Policy; readonly userId: string | null; readonly at: Instant }): Promise<void> => {
  const changes = policyChanges(before, after);
  if (changes.length > 0) await store.rules.notePolicy(shop, before, after, { by: userId === null ? "merchant" : authorOf((await store.work.of(shop)).cases, userId), what: changes.join(" "), at });
};

const policyOf = (before: Policy, input: SettingsInput): Policy => ({
  ...before,
  silenceAfter: hours(input.silenceHours),
  silence: { falseAlarmRate: input.silenceRate },
  atRisk: input.riskPercent / 100,
  emailShoppers: input.emailShoppers,
  rules: {
    zone: isTimeZone(input.zone) ? input.zone : before.rules.zone,
    cutoff: input.cutoff,
    workingDays: areWeekdays(input.workingDays) ? input.workingDays : before.rules.workingDays,
    carrierWorkingDays: areWeekdays(input.carrierWorkingDays) ? input.carrierWorkingDays : before.rules.carrierWorkingDays,
    closedDates: input.closedDates.filter(isDate),
    handlingDays: input.handlingDays,
    transit: input.transit.map((row) => ({ ...row, method: row.method?.trim().toLowerCase() || null })),
  },
});

/** The merchant has seen the guide and does not want it on the home page. */
export const dismissGuide =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  (shop: ShopId): Promise<void> => transact((store) => store.shops.saveSettings(shop, { guideDismissed: true }, clock()));

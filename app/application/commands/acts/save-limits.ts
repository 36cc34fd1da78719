import type { ShopId } from "#app/domain/shared/ids.ts";
import type { ActLimits } from "#app/domain/workflows/acts/act-limits.ts";
import type { Clock, Transact } from "../../ports.ts";
import type { SettingsErrors, SettingsSaved } from "../save-settings.ts";

/** More than this is a slip of the finger: ten million of a currency with cents. */
const MOST_MINOR = 1_000_000_000;

/** Every fault of the limits at once, by field. */
export const limitErrors = (limits: ActLimits): SettingsErrors => {
  const errors: Record<string, string> = {};
  const whole = (field: keyof ActLimits, from: number, to: number, words: string) => {
    const value = limits[field];
    if (value !== null && !(Number.isInteger(value) && value >= from && value <= to)) errors[field] = words;
  };
  whole("undoMinutes", 0, 1_440, "Choose from 0 to 1440 minutes.");
  for (const field of ["perDayMinor", "perOrderMinor", "perShopperMinor"] as const) whole(field, 0, MOST_MINOR, "Enter an amount, or leave it empty for no limit.");
  whole("automaticPerDay", 0, 10_000, "Choose from 0 to 10000.");
  whole("automaticPerShopper", 0, 100, "Choose from 0 to 100.");
  return errors;
};

/** Saves how much may be given away before somebody has to look. Each saving is a version. */
export const saveLimits =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  async (shop: ShopId, limits: ActLimits, by: string): Promise<SettingsSaved> => {
    const errors = limitErrors(limits);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    await transact(async (store) => {
      const work = await store.work.of(shop);
      await store.work.save(shop, { ...work, acts: limits }, { by, what: "Limits of acts", at: clock() });
    });
    return { outcome: "saved" };
  };

import type { ActLimits } from "#app/domain/workflows/acts/act-limits.ts";
import { minorOf } from "./act-form.ts";

/** The limits as they are typed. */
export type LimitsForm = { readonly [K in keyof ActLimits]: string };

/** 4250 USD → "42.50", as it is typed. */
export const typedAmount = (minor: number | null, currency: string): string => {
  if (minor === null) return "";
  const places = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** places).toFixed(minor % 10 ** places === 0 ? 0 : places);
};

/** The stored limits, as they are typed. */
export const limitsForm = (limits: ActLimits, currency: string): LimitsForm => ({
  undoMinutes: String(limits.undoMinutes), automaticPerDay: String(limits.automaticPerDay), automaticPerShopper: String(limits.automaticPerShopper),
  perDayMinor: typedAmount(limits.perDayMinor, currency), perOrderMinor: typedAmount(limits.perOrderMinor, currency), perShopperMinor: typedAmount(limits.perShopperMinor, currency),
});

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : -1); // below what any of them allows: refused at its field
const amount = (text: string, currency: string): number | null => {
  const minor = minorOf(text, currency);
  return minor !== null && Number.isNaN(minor) ? -1 : minor;
};

/** What was typed, as limits; what cannot be read becomes a value the check refuses at its field. */
export const limitsFrom = (form: LimitsForm, currency: string): ActLimits => ({
  undoMinutes: whole(form.undoMinutes), automaticPerDay: whole(form.automaticPerDay), automaticPerShopper: whole(form.automaticPerShopper),
  perDayMinor: amount(form.perDayMinor, currency), perOrderMinor: amount(form.perOrderMinor, currency), perShopperMinor: amount(form.perShopperMinor, currency),
});

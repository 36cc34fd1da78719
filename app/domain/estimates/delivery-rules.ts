import type { CalendarDate, TimeZone, Weekday } from "../shared/calendar.ts";
import type { DateStyle } from "./promise-settings.ts";

/** Days between hand-over and door, in the carrier's working days. */
export type TransitRule = {
  readonly country: string; // ISO 3166-1 alpha-2, or "*" for anywhere
  readonly method: string | null; // lower-case part of the shipping option's name; null matches any
  readonly minDays: number;
  readonly maxDays: number;
};

/** What a merchant states about their own shipping, until parcels have taught better. */
export type DeliveryRules = {
  readonly zone: TimeZone; // the warehouse's
  readonly cutoff: string; // "HH:MM" on its wall clock; orders after it count as the next working day's
  readonly workingDays: readonly Weekday[];
  readonly carrierWorkingDays: readonly Weekday[];
  readonly closedDates: readonly CalendarDate[]; // neither packs nor hands over
  readonly handlingDays: { readonly min: number; readonly max: number }; // working days from order to hand-over
  readonly transit: readonly TransitRule[];
};

/** Two calendar dates, both included. `style`: how a shop wants it said; a range where nobody chose. */
export type DateWindow = { readonly from: CalendarDate; readonly to: CalendarDate; readonly style?: DateStyle };

export const DEFAULT_RULES: Omit<DeliveryRules, "zone"> = {
  cutoff: "14:00",
  workingDays: [1, 2, 3, 4, 5],
  carrierWorkingDays: [1, 2, 3, 4, 5, 6],
  closedDates: [],
  handlingDays: { min: 0, max: 1 },
  transit: [
    { country: "US", method: "express", minDays: 1, maxDays: 2 },
    { country: "US", method: null, minDays: 2, maxDays: 5 },
    { country: "CA", method: null, minDays: 5, maxDays: 9 },
    { country: "*", method: null, minDays: 7, maxDays: 14 },
  ],
};

/** The most specific rule wins: country and method, then country, then anywhere and method, then anywhere. */
export const transitRule = (rules: DeliveryRules, country: string | null, method: string | null): TransitRule | null => {
  const wanted = method?.toLowerCase() ?? "";
  const fits = (rule: TransitRule) => (rule.country === "*" || rule.country === country) && (rule.method === null || wanted.includes(rule.method));
  const weight = (rule: TransitRule) => (rule.country === "*" ? 0 : 2) + (rule.method === null ? 0 : 1);
  return rules.transit.filter(fits).reduce<TransitRule | null>((best, rule) => (!best || weight(rule) > weight(best) ? rule : best), null);
};

import { DEFAULT_RULES, type DeliveryRules } from "../estimates/delivery-rules.ts";
import { DEFAULT_PROMISE, type PromiseSettings } from "../estimates/promise-settings.ts";
import type { CalendarDate, TimeZone, Weekday } from "../shared/calendar.ts";
import { hours, type Duration } from "../shared/time.ts";

/** When one location packs, where it differs from the shop's own rules. `id` is Shopify's; `holidays`: a calendar's code like `US` or `US-CA`, null for none. */
export type LocationRules = {
  readonly id: string; readonly name: string; readonly zone: TimeZone; readonly cutoff: string; readonly workingDays: readonly Weekday[];
  readonly closedDates: readonly CalendarDate[]; readonly holidays: string | null;
};

/** How soon quiet is called silence. `falseAlarmRate`: the share of quiet stretches that would be called so although a scan follows by itself; 0 to 1. */
export type SilenceSettings = { readonly falseAlarmRate: number };

/** What holds until a merchant decides otherwise: one stretch in a hundred. */
export const DEFAULT_SILENCE: SilenceSettings = { falseAlarmRate: 0.01 };

/** What a merchant has decided in advance. Data, so that it can be shown, versioned and replayed. */
export type Policy = {
  readonly rules: DeliveryRules;
  /** Whose public holidays nobody packs on, `US` or `US-CA`; null for none. */
  readonly holidays: string | null;
  readonly locations: readonly LocationRules[];
  readonly promise: PromiseSettings;
  /** Until there is anything to learn from, a parcel on the road without a scan for this long counts as silent. 36 h is the figure the field publishes for the first apology. */
  readonly silenceAfter: Duration;
  readonly silence: SilenceSettings;
  /** From this chance of missing the first promise on, 0 to 1, something is at risk. */
  readonly atRisk: number;
  /** E-mail shoppers when something is wrong. Off means: decide, open cases, tell nobody. */
  readonly emailShoppers: boolean;
  /** What happened longer ago than this is history: it may open a case, which is told to who works on it, but shoppers hear nothing. */
  readonly newsFor: Duration;
};

/** What holds until a merchant decides otherwise. `country`: the shop's own, whose holidays are kept. */
export const defaultPolicy = (zone: TimeZone, country: string | null = null): Policy => ({
  rules: { ...DEFAULT_RULES, zone },
  holidays: country,
  locations: [],
  promise: DEFAULT_PROMISE,
  silenceAfter: hours(36),
  silence: DEFAULT_SILENCE,
  atRisk: 0.5, // the product's own figure, 2026-11
  emailShoppers: true,
  newsFor: hours(72),
});

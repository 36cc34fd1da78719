import type { DatesPublished } from "./dates-published.ts";
import type { Conditions } from "./conditions.ts";
import type { DeliveryRules } from "./delivery-rules.ts";
import { lanesWithDates } from "./learning/known-lanes.ts";
import type { Lane } from "./learning/lane.ts";
import type { Learned } from "./learning/learned.ts";
import type { PromiseSettings } from "./promise-settings.ts";
import type { Calendars } from "./work-calendar.ts";

/** All that dates are made from: what was learned, what the merchant states and wants, what is out of the ordinary, and what shoppers were told already. */
export type DateKnowledge = {
  readonly version: string;
  readonly learned: Learned;
  readonly rules: DeliveryRules;
  readonly promise: PromiseSettings;
  readonly calendars: Calendars;
  readonly conditions: Conditions | null; // null: never measured
  readonly table: DatesPublished | null; // what checkout and product pages show now
};

/** Parcels of the shop that must have arrived before its dates count as learned; with fewer they rest on what is stated. */
export const LEAST_LEARNED = 20;

/** Whether too few parcels have arrived to know better than what the merchant states. */
export const isCold = ({ learned }: Pick<DateKnowledge, "learned">): boolean => learned.parcels.arrivals < LEAST_LEARNED;

/** Every lane with dates of its own: stated countries, those with enough parcels, and regions something befell. `*` is among them. */
export const lanesOffered = ({ rules, learned, conditions }: Pick<DateKnowledge, "rules" | "learned" | "conditions">): ReadonlySet<Lane> =>
  new Set(["*", ...rules.transit.map(({ country }) => country), ...lanesWithDates(learned), ...(conditions?.disturbances ?? []).flatMap(({ region }) => (region === null ? [] : [region]))]);

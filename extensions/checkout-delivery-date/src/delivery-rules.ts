import type { PublishedDeliveryRules } from "../../../app/contracts/delivery-rules.ts";

/** What the app publishes in the shop metafield `$app.delivery_rules`: all that a date needs, so that checkout asks nobody. */
export type DeliveryRules = PublishedDeliveryRules;
export type TransitRule = DeliveryRules["transit"][number];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isDays = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 366;
const isWeekdays = (value: unknown): boolean => Array.isArray(value) && value.every((day) => Number.isInteger(day) && day >= 0 && day <= 6);
const isInstant = (value: unknown): boolean => typeof value === "string" && !Number.isNaN(Date.parse(value));
const isZone = (value: unknown): boolean => {
  try {
    return typeof value === "string" && value !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
};

const isTransitRule = (value: unknown): boolean =>
  isRecord(value) && typeof value["country"] === "string" && (value["method"] === null || typeof value["method"] === "string") &&
  isDays(value["minDays"]) && isDays(value["maxDays"]);

const isRules = (value: unknown): value is DeliveryRules =>
  isRecord(value) && value["v"] === 1 && isInstant(value["expiresAt"]) && isZone(value["timeZone"]) &&
  typeof value["cutoff"] === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value["cutoff"]) &&
  isWeekdays(value["workingDays"]) && isWeekdays(value["carrierWorkingDays"]) &&
  Array.isArray(value["closedDates"]) && value["closedDates"].every((date) => typeof date === "string") &&
  isRecord(value["handlingDays"]) && isDays(value["handlingDays"]["min"]) && isDays(value["handlingDays"]["max"]) &&
  Array.isArray(value["transit"]) && value["transit"].every(isTransitRule);

/** Reads the metafield's text. Null when it is missing, broken or of a version this bundle does not know: a wrong date is worse than none. */
export const readRules = (text: string | null | undefined): DeliveryRules | null => {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isRules(value) ? value : null;
  } catch {
    return null;
  }
};

/** Whether the app still vouches for these rules at `now`. */
export const isCurrent = (rules: DeliveryRules, now: Date): boolean => now.getTime() < Date.parse(rules.expiresAt);

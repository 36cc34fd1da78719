import type { DeliveryRules, TransitRule } from "./delivery-rules.ts";

/** Both ends included, as `YYYY-MM-DD`: what a shopper is promised is a date, never an instant. */
export type DeliveryWindow = { readonly from: string; readonly to: string };

export type DeliveryQuestion = {
  readonly now: Date;
  /** ISO 3166-1 alpha-2; null while the buyer has not said. */
  readonly country: string | null;
  /** The shipping option's title as the buyer reads it. */
  readonly method: string | null;
};

const DAY_MS = 86_400_000;
/** A calendar with no working day in a year has none at all. */
const YEAR_OF_DAYS = 366;

type Works = (day: string) => boolean;

const addDays = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const workingDayOnOrAfter = (day: string, works: Works): string => {
  for (let ahead = 0; ahead <= YEAR_OF_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (works(candidate)) return candidate;
  }
  return day;
};

const addWorkingDays = (day: string, n: number, works: Works): string => {
  let reached = workingDayOnOrAfter(day, works);
  for (let left = n; left > 0; left -= 1) reached = workingDayOnOrAfter(addDays(reached, 1), works);
  return reached;
};

/** The date and the minutes since midnight that a clock on the wall of `timeZone` shows. */
const wallClock = (now: Date, timeZone: string): { day: string; minutes: number } => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, minutes: Number(part("hour")) * 60 + Number(part("minute")) };
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The most specific rule wins: country and option, country, anywhere and option, anywhere; of equals the first. */
const transitRule = (rules: DeliveryRules, country: string | null, method: string | null): TransitRule | null => {
  const title = method?.toLowerCase() ?? "";
  const fits = (rule: TransitRule) => (rule.country === "*" || rule.country === country) && (rule.method === null || title.includes(rule.method));
  const weight = (rule: TransitRule) => (rule.country === "*" ? 0 : 2) + (rule.method === null ? 0 : 1);
  return rules.transit.filter(fits).reduce<TransitRule | null>((best, rule) => (best === null || weight(rule) > weight(best) ? rule : best), null);
};

/**
 * When an order placed now would arrive; null where the table has no row for the destination.
 * The same rules run in the app's estimate engine, and a test holds the two together:
 * the order counts on its own day until the cut-off and on the next working day after it, handling is counted in the shop's
 * working days (closed dates excluded), transit in the carrier's. Does not look at `expiresAt`.
 */
export const deliveryWindow = (rules: DeliveryRules, { now, country, method }: DeliveryQuestion): DeliveryWindow | null => {
  const transit = transitRule(rules, country, method);
  if (!transit) return null;

  const packs: Works = (day) => rules.workingDays.includes(weekdayOf(day)) && !rules.closedDates.includes(day);
  const carries: Works = (day) => rules.carrierWorkingDays.includes(weekdayOf(day));

  const { day, minutes } = wallClock(now, rules.timeZone);
  const today = workingDayOnOrAfter(day, packs);
  const orderDay = today === day && minutes >= minutesOf(rules.cutoff) ? addWorkingDays(day, 1, packs) : today;

  return {
    from: addWorkingDays(addWorkingDays(orderDay, rules.handlingDays.min, packs), transit.minDays, carries),
    to: addWorkingDays(addWorkingDays(orderDay, rules.handlingDays.max, packs), transit.maxDays, carries),
  };
};

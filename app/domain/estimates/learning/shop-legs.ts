import { transitRule, type DeliveryRules, type TransitRule } from "../delivery-rules.ts";
import type { DayWorth } from "../engine/leg-clock.ts";
import { EVEN_DAYS } from "../engine/leg-clock.ts";
import type { LegSpec, ServiceStandard, TableSpec } from "../engine/leg-spec.ts";

/** What is learned about each leg of a shop's parcels. */
export type ShopLegs = { readonly merchant: LegSpec; readonly carrier: LegSpec; readonly near: LegSpec };

const table = (shrinkage: number, ...by: string[]): TableSpec => ({ by, shrinkage });

/** Eight of ten parcels come within what is stated: that many standard deviations to either side (standard normal distribution). */
const EIGHT_IN_TEN = 1.2816;
/** Whoever states narrower times than these (log progress) is thought an optimist until parcels say so. */
const NARROWEST = { merchant: 0.45, carrier: 0.3 };
/** Of the stated spread so much is the doubt about the level, which the level brings itself. */
const LEVEL_DOUBT = 0.25;
/** Afternoon of the day of hand-off to the morning of the first day stated, and to the evening of the last. */
const [TO_MORNING, TO_EVENING] = [-0.6, 0.4];
const CARRIER_OFFSET = 1;
const MERCHANT_OFFSET = 0.5;
/** Where nothing is stated, and what statements are measured from. */
const USUAL_TRANSIT = 4;
/** The last part of the way begins in the destination's region; it takes a share of the whole, but hardly less than a day. */
const NEAR = { share: 0.35, least: 1, usual: 1.5, spread: 0.6 };

type Span = { readonly middle: number; readonly spread: number };
const spanOf = (least: number, most: number, offset: number): Span => {
  const [early, late] = [Math.log(Math.max(0.05, least + offset)), Math.log(most + offset)];
  return { middle: (early + late) / 2, spread: Math.sqrt(Math.max(0, ((late - early) / (2 * EIGHT_IN_TEN)) ** 2 - LEVEL_DOUBT ** 2)) };
};
const transitSpan = ({ minDays, maxDays }: TransitRule): Span => spanOf(Math.min(minDays, maxDays) + TO_MORNING, Math.max(minDays, maxDays) + TO_EVENING, CARRIER_OFFSET);

/** How far what is stated for a destination and service lies from the legs' standards, in log progress: 0 where nothing is. */
export type Stated = { readonly transit: number; readonly near: number };

/** Reads the merchant's stated times; every pair of country and service is worked out once. */
export const statedBy = (rules: DeliveryRules): ((country: string | null, service: string | null) => Stated) => {
  const known = new Map<string, Stated>();
  const read = (country: string | null, service: string | null): Stated => {
    const rule = transitRule(rules, country, service);
    const middle = rule ? transitSpan(rule).middle : Math.log(USUAL_TRANSIT + CARRIER_OFFSET);
    const near = Math.max(NEAR.least, NEAR.share * (Math.exp(middle) - CARRIER_OFFSET));
    return { transit: middle - Math.log(USUAL_TRANSIT + CARRIER_OFFSET), near: Math.log((near + CARRIER_OFFSET) / (NEAR.usual + CARRIER_OFFSET)) };
  };
  return (country, service) => {
    const key = `${country ?? ""}|${service ?? ""}`;
    let stated = known.get(key);
    if (!stated) known.set(key, (stated = read(country, service)));
    return stated;
  };
};

/** Saturday and Sunday as the merchant says of the carriers; even those who deliver then deliver less. A day without delivery still sees a few parcels. */
const carrierDays = ({ carrierWorkingDays }: DeliveryRules): DayWorth => {
  const worth = ([1, 2, 3, 4, 5, 6, 0] as const).map((weekday, at) => (!carrierWorkingDays.includes(weekday) ? 0.08 : at < 5 ? 1 : 0.7));
  return { guess: [...worth, 0.1], learned: true };
};

const place = [
  table(22, "country"), table(22, "region"), table(22, "zip2"), table(18, "zip3"), table(9, "location"), table(22, "location", "region"), table(20, "distance"), table(22, "carrier", "service", "distance"),
  table(22, "carrier"), table(22, "carrier", "country"), table(22, "carrier", "region"), table(22, "carrier", "service"), table(22, "carrier", "service", "region"),
  table(22, "service"), table(22, "service", "region"),
];

/**
 * The legs of a shop: the merchant's own statements are the standard of each. Shrinkages and steps are those measured on a marketplace's orders
 * (`CARRIER_LEG`, `MERCHANT_LEG`). The carrier's level moves by carrier: strikes, peaks and storms befall a network, whichever country it serves.
 * The merchant's leg counts working days of its location, so its days are even and its start table knows no weekend, only the weekday that an order counts on.
 */
export const shopLegs = (rules: DeliveryRules): ShopLegs => {
  const { min, max } = rules.handlingDays;
  const handling = spanOf(Math.min(min, max), Math.max(min, max) + 1, MERCHANT_OFFSET);
  const spread = rules.transit.reduce((widest, rule) => Math.max(widest, transitSpan(rule).spread), NARROWEST.carrier);
  const standard: ServiceStandard = { workingDays: USUAL_TRANSIT, spread };
  const carrier: LegSpec = {
    offset: CARRIER_OFFSET, longest: 45, standard, dayWorth: carrierDays(rules), stated: "transit", weeklyStep: 0.12, levelBy: "carrier",
    place, start: [table(60, "weekday"), table(60, "quarterDay")], season: [table(20, "week"), table(40, "carrier", "fortnight")], measures: ["items", "home", "abroad"],
  };
  return {
    carrier,
    near: {
      ...carrier, longest: 20, standard: { workingDays: NEAR.usual, spread: NEAR.spread }, stated: "near",
      place: [table(22, "country"), table(22, "region"), table(18, "zip3"), table(22, "carrier"), table(22, "carrier", "region"), table(22, "carrier", "service"), table(22, "service")],
      season: [table(20, "week")], measures: [],
    },
    merchant: {
      offset: MERCHANT_OFFSET, longest: 30, standard: { workingDays: Math.exp(handling.middle) - MERCHANT_OFFSET, spread: Math.max(NARROWEST.merchant, handling.spread) },
      dayWorth: EVEN_DAYS, stated: null, weeklyStep: 0.1, levelBy: null,
      place: [table(5, "location"), table(20, "service"), table(15, "location", "service"), table(30, "countsOn"), table(20, "location", "countsOn")],
      start: [table(10, "location", "fortnightsAgo")], season: [table(20, "week")], measures: ["items"],
    },
  };
};

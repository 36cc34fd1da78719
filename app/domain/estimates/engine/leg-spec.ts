import { SELDOM_AT_WEEKENDS, type DayWorth } from "./leg-clock.ts";

/** One additive table: the columns whose codes together are its key, and the parcels' worth of evidence that pulls each entry towards 0. */
export type TableSpec = { readonly by: readonly string[]; readonly shrinkage: number };

/** What a carrier or a merchant publishes about itself: half of the parcels in so many working days; `spread` is the standard deviation of the logarithm. */
export type ServiceStandard = { readonly workingDays: number; readonly spread: number };

/**
 * What is learned about a leg. Columns are those of the parcels, and of the start: `weekday`, `quarterDay` (6 hours), `eighthDay` (3 hours), `week`,
 * `fortnight`, `fortnightsAgo` (before the refit; 0 in a question). `place` does not depend on when the leg starts, `start` does, `season` is learned
 * only to be taken out of the others: what holds in future is the level.
 */
export type LegSpec = {
  /** Working days added before taking logarithms, so that a day more or less matters little in a quick leg. */
  readonly offset: number;
  /** Days after which a parcel under way no longer teaches. */
  readonly longest: number;
  readonly standard: ServiceStandard;
  /** What a day of each kind is worth in working days. */
  readonly dayWorth: DayWorth;
  /** The measure that says how far what is stated of a parcel lies from the leg's standard (log progress), or null: tables then learn deviations from what is stated. */
  readonly stated: string | null;
  readonly place: readonly TableSpec[];
  readonly start: readonly TableSpec[];
  readonly season: readonly TableSpec[];
  readonly measures: readonly string[];
  /** The column whose entries may move apart from the general level, or null. */
  readonly levelBy: string | null;
  /** How far the logarithm of the level walks in a week (standard deviation). */
  readonly weeklyStep: number;
};

const table = (shrinkage: number, ...by: string[]): TableSpec => ({ by, shrinkage });

/**
 * From the carrier's hands to the door. Each figure was compared at half and double on five seasons of a marketplace's orders of 2017 and 2018 (Olist);
 * all are flat within 0.3 % of the score, so none is fitted to a date.
 */
export const CARRIER_LEG: LegSpec = {
  offset: 1, longest: 35, standard: { workingDays: 6, spread: 0.6 }, weeklyStep: 0.12, levelBy: "area", dayWorth: SELDOM_AT_WEEKENDS, stated: null,
  place: [
    table(22, "region"), table(22, "originRegion"), table(22, "originRegion", "region"), table(22, "zip2"), table(18, "zip3"), table(9, "location"),
    table(22, "originZip3", "region"), table(20, "distance"), table(25, "distance", "freight"), table(20, "cell", "originCell"),
    table(22, "carrier"), table(22, "carrier", "area"), table(22, "carrier", "service"), table(22, "carrier", "service", "region"),
  ],
  start: [table(60, "weekday"), table(60, "quarterDay")],
  season: [table(20, "week"), table(40, "area", "fortnight")],
  measures: ["distance", "weight", "items"],
};

/** From the purchase to the carrier's hands. `location` by `fortnightsAgo` is how this location fares at present: its backlog. */
export const MERCHANT_LEG: LegSpec = {
  offset: 0.5, longest: 30, standard: { workingDays: 2, spread: 0.8 }, weeklyStep: 0.1, levelBy: null, dayWorth: SELDOM_AT_WEEKENDS, stated: null,
  place: [table(5, "location"), table(20, "originRegion"), table(15, "originZip3")],
  start: [table(30, "weekday"), table(30, "eighthDay"), table(20, "location", "weekday"), table(10, "location", "fortnightsAgo")],
  season: [table(20, "week")],
  measures: ["weight", "items", "freight"],
};

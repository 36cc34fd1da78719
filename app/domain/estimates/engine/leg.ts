import { fitAdditive, leaveOneOut, type FittingTable, type Progress } from "./additive-tables.ts";
import { FINE, fitHazard } from "./arrival-hazard.ts";
import type { Holidays } from "./day-kinds.ts";
import { learnClock, readingAt, type LegClock } from "./leg-clock.ts";
import type { LegRows } from "./leg-rows.ts";
import type { LegSpec, TableSpec } from "./leg-spec.ts";
import type { Parcels } from "./parcels.ts";
import { recentLevel, type RecentLevel } from "./recent-level.ts";
import { indexTable, type TableIndex } from "./table-index.ts";

/** A table as the forecast reads it: effects in log progress, found by the codes of a question. */
export type LearnedTable = { readonly index: TableIndex; readonly effects: Float64Array };

/** All that was learned about one leg: plain data, so that a worker may hand it over. `survival` is by stratum on the fine grid of excess. */
export type Leg = {
  readonly spec: LegSpec;
  readonly clock: LegClock;
  readonly intercept: number;
  readonly slopes: Float64Array;
  readonly place: readonly LearnedTable[];
  readonly start: readonly LearnedTable[];
  readonly middles: readonly number[];
  readonly survival: readonly Float64Array[];
  readonly level: RecentLevel;
  readonly parcels: number;
};

/** Evidence fades by e in so many days. 100 to 200 days score alike (measured, 2026-11). */
const MEMORY_DAYS = 140;

/** Log progress before and after the last day known of every row. */
const progressOf = (rows: LegRows, clock: LegClock, weights: Float64Array, today: number, offset: number): Progress => {
  const [low, high, arrived] = [new Float64Array(rows.size), new Float64Array(rows.size), new Uint8Array(rows.size)];
  for (let at = 0; at < rows.size; at += 1) {
    const begun = readingAt(clock, rows.start[at]!);
    const end = rows.endDay[at]!;
    const last = end < 0 ? today - 1 : end;
    low[at] = Math.log((last === rows.startDay[at]! ? 0 : readingAt(clock, last) - begun) + offset);
    high[at] = Math.log(readingAt(clock, last + 1) - begun + offset);
    if (end >= 0) arrived[at] = 1;
  }
  return { low, high, arrived, weights };
};

/** Survival with the level's own uncertainty mixed in: three-point Gauss–Hermite quadrature. */
const blur = (cumulative: Float64Array, spread: number): Float64Array => {
  const by = Math.round((Math.sqrt(3) * spread) / FINE.width);
  const at = (place: number): number => Math.exp(-cumulative[Math.max(0, Math.min(FINE.count - 1, place))]!);
  return cumulative.map((_, place) => (at(place) * 2) / 3 + (at(place - by) + at(place + by)) / 6);
};

/** Learns one leg from what was known on the morning of `today` (days since 1970). Without rows it is the published standard. */
export const fitLeg = (spec: LegSpec, parcels: Parcels, rows: LegRows, today: number, holidays: Holidays): Leg => {
  const weights = Float64Array.from(rows.startDay, (day) => Math.exp((day - today) / MEMORY_DAYS));
  const clock = learnClock(rows, weights, today, holidays, spec.dayWorth);
  const progress = progressOf(rows, clock, weights, today, spec.offset);
  const table = (one: TableSpec): FittingTable & LearnedTable => {
    const { index, entryOf } = indexTable(one, parcels, rows, today);
    return { index, entryOf, shrinkage: one.shrinkage, effects: new Float64Array(index.size) };
  };
  const [place, start, season] = [spec.place.map(table), spec.start.map(table), spec.season.map(table)];
  const all = [...place, ...start, ...season];
  const measure = (name: string): Float64Array => {
    const column = parcels.measures[name];
    return column ? Float64Array.from(rows.row, (row) => column[row]!) : new Float64Array(rows.size);
  };
  const standard = { middle: Math.log(spec.standard.workingDays + spec.offset), spread: spec.standard.spread };
  const { intercept, slopes, location, seen } = fitAdditive(progress, all, spec.measures.map(measure), standard.middle, spec.stated === null ? null : measure(spec.stated));
  leaveOneOut(location, seen, weights, all);
  const hazard = fitHazard(progress, location, spec.offset, standard);
  for (const { entryOf, effects } of season) for (let at = 0; at < rows.size; at += 1) if (entryOf[at]! >= 0) location[at]! -= effects[entryOf[at]!]!;
  const areas = spec.levelBy === null ? undefined : parcels.keys[spec.levelBy];
  const level = recentLevel(rows, progress, location, hazard, today, spec.weeklyStep, areas ? Int32Array.from(rows.row, (row) => areas[row]!) : null);
  const learned = ({ index, effects }: LearnedTable): LearnedTable => ({ index, effects });
  return {
    spec, clock, intercept, slopes, place: place.map(learned), start: start.map(learned), middles: hazard.middles,
    survival: hazard.cumulative.map((one) => blur(one, level.spread)), level, parcels: rows.size,
  };
};

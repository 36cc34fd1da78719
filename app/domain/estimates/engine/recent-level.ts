import type { Progress } from "./additive-tables.ts";
import { FINE, stratumOf, type ArrivalHazard } from "./arrival-hazard.ts";
import { filterLevel, LEVELS } from "./level-filter.ts";
import type { LegRows } from "./leg-rows.ts";

/** The level of the coming week (shift of log progress), how far an area's own lies from it by its code, and the standard deviation of both together. */
export type RecentLevel = { readonly general: number; readonly areas: ReadonlyMap<number, number>; readonly spread: number };

const WEEKS = 20;
/** Of a large shop's recent parcels an even sample speaks for all. */
const SAMPLE = 60_000;
/** How likely a parcel is to be where no level would have it: lost, misreported, delivered twice. */
const STRAY = { sure: 0.98, arrived: 0.0006, underWay: 0.02 };

const empty = (): Float64Array[] => Array.from({ length: WEEKS }, () => new Float64Array(LEVELS.length));

/**
 * Compares weekly cohorts of departures, arrived or not, with what the tables expect of them (`location`, without the season). Parcels that wait longest are
 * slow ones: counting only what arrived lately would take every delay for a fast week.
 */
export const recentLevel = (
  rows: LegRows, progress: Progress, location: Float64Array, { cuts, cumulative }: ArrivalHazard, today: number, weeklyStep: number, areaOf: Int32Array | null,
): RecentLevel => {
  const weekOf = (at: number): number => Math.floor((today - 1 - rows.startDay[at]!) / 7);
  let recent = 0;
  for (let at = 0; at < rows.size; at += 1) if (weekOf(at) < WEEKS) recent += 1;
  const every = Math.max(1, Math.ceil(recent / SAMPLE));
  const sample = new Int32Array(Math.ceil(recent / every));
  for (let at = 0, seen = 0; at < rows.size; at += 1) {
    if (weekOf(at) >= WEEKS) continue;
    if (seen % every === 0) sample[seen / every] = at;
    seen += 1;
  }
  const survival = cumulative.map((hazard) => hazard.map((one) => Math.exp(-one)));
  const surviving = (table: Float64Array, excess: number): number => {
    const at = Math.floor((excess - FINE.from) / FINE.width);
    return at <= 0 ? 1 : table[Math.min(at, FINE.count - 1)]!;
  };
  const say = (at: number, into: Float64Array, shift: number): void => {
    const table = survival[stratumOf(cuts, location[at]!)]!;
    const arrived = progress.arrived[at] === 1;
    const [low, high] = [progress.low[at]! - location[at]! - shift, progress.high[at]! - location[at]! - shift];
    for (let one = 0; one < LEVELS.length; one += 1) {
      const after = surviving(table, high - LEVELS[one]!);
      const chance = arrived ? Math.max(0, surviving(table, low - LEVELS[one]!) - after) : after;
      into[one]! += Math.log(STRAY.sure * chance + (arrived ? STRAY.arrived : STRAY.underWay));
    }
  };
  const evidence = empty();
  for (const at of sample) say(at, evidence[weekOf(at)]!, 0);
  const general = filterLevel(evidence, { step: weeklyStep, memory: 0.98, start: 0.3 });
  const byArea = new Map<number, Float64Array[]>();
  for (const at of areaOf ? sample : []) {
    const area = areaOf![at]!;
    if (area < 0) continue;
    const weeks = byArea.get(area) ?? empty();
    byArea.set(area, weeks);
    say(at, weeks[weekOf(at)]!, general.path[weekOf(at)]!);
  }
  const areas = [...byArea].map(([area, weeks]) => ({ area, level: filterLevel(weeks, { step: 0.05, memory: 0.9, start: 0.15 }) }));
  const variance = areas.length === 0 ? 0 : areas.reduce((sum, { level }) => sum + level.spread ** 2, 0) / areas.length;
  return { general: general.mean, areas: new Map(areas.map(({ area, level }) => [area, level.mean])), spread: Math.hypot(general.spread, Math.sqrt(variance)) };
};

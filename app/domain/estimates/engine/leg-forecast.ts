import { FINE, STRATA } from "./arrival-hazard.ts";
import { withinClock } from "./leg-clock.ts";
import type { Leg, LearnedTable } from "./leg.ts";
import type { Question } from "./parcels.ts";
import { entryFor, startCode } from "./table-index.ts";

const sumOf = (tables: readonly LearnedTable[], codeOf: (column: string) => number): number => {
  let sum = 0;
  for (const { index, effects } of tables) {
    const entry = entryFor(index, codeOf);
    if (entry >= 0) sum += effects[entry]!;
  }
  return sum;
};

/** Expected log progress of a parcel, but for what depends on the day its leg starts. What was never seen adds nothing. */
export const placeOf = (leg: Leg, { keys, measures }: Question): number => {
  let sum = leg.intercept + leg.level.general + sumOf(leg.place, (column) => keys[column] ?? -1);
  leg.spec.measures.forEach((name, at) => { sum += leg.slopes[at]! * (measures[name] ?? 0); });
  if (leg.spec.stated !== null) sum += measures[leg.spec.stated] ?? 0;
  return sum + (leg.spec.levelBy === null ? 0 : (leg.level.areas.get(keys[leg.spec.levelBy] ?? -1) ?? 0));
};

/** What starting at this instant (days since 1970, local) adds to the expected log progress. `fortnightsAgo` is 0: the start is today's. */
export const startOf = (leg: Leg, start: number, { keys }: Question): number =>
  sumOf(leg.start, (column) => startCode(column, start, 0) ?? keys[column] ?? -1);

/** Logarithms of progress to 1/32 of a working day: looked up, because a forecast needs hundreds of them. */
const LOGS = Float64Array.from({ length: 8192 }, (_, at) => Math.log((at + 0.5) / 32));
const logOf = (progress: number): number => LOGS[Math.floor(progress * 32)] ?? Math.log(progress);
const fineAt = (excess: number): number => Math.floor((excess - FINE.from) / FINE.width);

/** Adds `weight` × the chance of having arrived by the end of day `shift` + d after the start's day to `into[shift + d]`, for a leg that starts at `start`. */
export const addArrivals = (leg: Leg, location: number, start: number, weight: number, into: Float64Array, shift: number): void => {
  const { clock, survival, middles, spec } = leg;
  let stratum = 0;
  while (stratum < STRATA - 2 && location > middles[stratum + 1]!) stratum += 1;
  const part = Math.max(0, Math.min(1, (location - middles[stratum]!) / Math.max(1e-9, middles[stratum + 1]! - middles[stratum]!)));
  const [quick, slow] = [survival[stratum]!, survival[stratum + 1]!];
  const known = withinClock(clock, start, into.length);
  const first = Math.floor(known) - clock.firstDay;
  const begun = clock.total[first]! + clock.worth[clock.kinds[first]!]! * (known - Math.floor(known)) - spec.offset;
  const origin = Math.max(0, Math.min(FINE.count - 1, fineAt(Math.log(spec.offset) - location)));
  const alive = (1 - part) * quick[origin]! + part * slow[origin]!;
  const [quickly, slowly] = [(weight * (1 - part)) / alive, (weight * part) / alive];
  let day = shift;
  for (; day < into.length; day += 1) {
    const at = Math.max(0, fineAt(logOf(clock.total[first + day - shift + 1]! - begun) - location));
    if (at >= FINE.count) break;
    into[day]! += weight - quickly * quick[at]! - slowly * slow[at]!;
  }
  for (; day < into.length; day += 1) into[day]! += weight;
};

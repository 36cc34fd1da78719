import type { Progress } from "./additive-tables.ts";

/** Cumulative hazard of arrival over `excess` (log progress less its expectation) on a fine grid, by strata of expected progress: slow lanes spread otherwise than quick ones. */
export type ArrivalHazard = { readonly cuts: readonly number[]; readonly middles: readonly number[]; readonly cumulative: readonly Float64Array[] };

/** The fine grid of excess on which survival is tabulated. */
export const FINE = { count: 760, from: -4, width: 0.01 } as const;
export const STRATA = 3;

const COARSE = { count: 64, from: -3.2, width: 0.1 };
/** The published standard weighs as much as so many parcels. */
const STANDARD_WEIGHT = 40;
/** A stratum's own hazard is pulled towards that of all by so many expected arrivals per bin. */
const STRATUM_SHRINKAGE = 100;

/** Chance that a standard normal variable exceeds z (Abramowitz and Stegun, 26.2.17). */
const upperTail = (z: number): number => {
  const q = 1 / (1 + 0.2316419 * Math.abs(z));
  const p = 0.3989423 * Math.exp((-z * z) / 2) * q * (0.3193815 + q * (-0.3565638 + q * (1.781478 + q * (-1.821256 + q * 1.330274))));
  return z > 0 ? p : 1 - p;
};

const position = (excess: number): number => Math.max(0, Math.min(COARSE.count - 1e-9, (excess - COARSE.from) / COARSE.width));

const smooth = (values: Float64Array, width: number): Float64Array =>
  values.map((_, bin) => {
    let sum = 0;
    for (let by = -4; by <= 4; by += 1) sum += (values[bin + by] ?? 0) * Math.exp(-0.5 * (by / width) ** 2);
    return sum;
  });

/** The stratum of an expected log progress. */
export const stratumOf = (cuts: readonly number[], location: number): number => {
  let stratum = 0;
  while (stratum < cuts.length && location > cuts[stratum]!) stratum += 1;
  return stratum;
};

type Counts = { readonly arrivals: Float64Array; readonly exposure: Float64Array };
const counts = (): Counts => ({ arrivals: new Float64Array(COARSE.count), exposure: new Float64Array(COARSE.count) });

/** Arrivals and the time parcels were exposed to arriving; an arrival is spread evenly over its day, because only its date is known. */
const count = ({ low, high, arrived, weights }: Progress, location: Float64Array, offset: number, stratum: (location: number) => number): Counts[] => {
  const strata = Array.from({ length: STRATA }, counts);
  for (let at = 0; at < weights.length; at += 1) {
    const [middle, weight] = [location[at]!, weights[at]!];
    const { arrivals, exposure } = strata[stratum(middle)]!;
    const [begin, from, to] = [position(Math.log(offset) - middle), position(low[at]! - middle), position(high[at]! - middle)];
    const certain = arrived[at] ? from : to;
    for (let bin = Math.floor(begin); bin < certain; bin += 1) exposure[bin]! += weight * (Math.min(certain, bin + 1) - Math.max(begin, bin));
    if (!arrived[at]) continue;
    if (to - from <= 1e-6) { arrivals[Math.floor(from)]! += weight; continue; }
    for (let bin = Math.floor(from); bin < to; bin += 1) {
      const part = Math.min(to, bin + 1) - Math.max(from, bin);
      arrivals[bin]! += (weight * part) / (to - from);
      exposure[bin]! += (weight * part) / 2;
    }
  }
  return strata;
};

/** Arrivals per exposure and bin, with the standard's pseudo parcels. The last few arrivals share one hazard: alone they would say nothing. */
const sharedHazard = (strata: readonly Counts[], spread: number): Float64Array => {
  const all = counts();
  for (const one of strata) for (let bin = 0; bin < COARSE.count; bin += 1) { all.arrivals[bin]! += one.arrivals[bin]!; all.exposure[bin]! += one.exposure[bin]!; }
  for (let bin = 0; bin < COARSE.count; bin += 1) {
    const [left, right] = [upperTail((COARSE.from + COARSE.width * bin) / spread), upperTail((COARSE.from + COARSE.width * (bin + 1)) / spread)];
    all.arrivals[bin]! += STANDARD_WEIGHT * (left - right);
    all.exposure[bin]! += (STANDARD_WEIGHT * (left + right)) / 2;
  }
  const [arrivals, exposure] = [smooth(all.arrivals, 2), smooth(all.exposure, 2)];
  const hazard = arrivals.map((sum, bin) => (exposure[bin]! > 1e-9 ? sum / exposure[bin]! : 0));
  const few = Math.min(40, 0.06 * all.arrivals.reduce((sum, one) => sum + one, 0));
  let [arrivedLate, exposedLate, bin] = [0, 0, COARSE.count - 1];
  for (; bin >= 0 && arrivedLate <= few; bin -= 1) { arrivedLate += all.arrivals[bin]!; exposedLate += all.exposure[bin]!; }
  return hazard.fill(Math.max(0.05, arrivedLate / Math.max(exposedLate, 1e-9)), bin + 1);
};

/** Sums a hazard per coarse bin, straight between their middles, over the fine grid. */
const cumulate = (hazard: Float64Array): Float64Array => {
  let sum = 0;
  return Float64Array.from({ length: FINE.count }, (_, at) => {
    const before = sum;
    const x = Math.max(0, Math.min(COARSE.count - 1, (FINE.from + FINE.width * (at + 0.5) - COARSE.from) / COARSE.width - 0.5));
    const bin = Math.min(COARSE.count - 2, Math.floor(x));
    sum += (((1 - (x - bin)) * hazard[bin]! + (x - bin) * hazard[bin + 1]!) * FINE.width) / COARSE.width;
    return before;
  });
};

/** The hazard of arrival by strata. `standard` is the log progress expected of a new lane and its spread; it answers alone while nothing was seen. */
export const fitHazard = (progress: Progress, location: Float64Array, offset: number, standard: { readonly middle: number; readonly spread: number }): ArrivalHazard => {
  const sorted = location.length > 0 ? location.slice().sort() : Float64Array.of(standard.middle);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)]!;
  const cuts = Array.from({ length: STRATA - 1 }, (_, one) => at((one + 1) / STRATA));
  const middles = Array.from({ length: STRATA }, (_, one) => at((one + 0.5) / STRATA) + 1e-6 * one);
  const strata = count(progress, location, offset, (middle) => stratumOf(cuts, middle));
  const shared = sharedHazard(strata, standard.spread);
  const cumulative = strata.map(({ arrivals, exposure }) => {
    const [seen, expected] = [smooth(arrivals, 1.5), smooth(exposure.map((one, bin) => one * shared[bin]!), 1.5)];
    return cumulate(shared.map((one, bin) => (one * (seen[bin]! + STRATUM_SHRINKAGE)) / (expected[bin]! + STRATUM_SHRINKAGE)));
  });
  return { cuts, middles, cumulative };
};

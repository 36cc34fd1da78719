/** False-alarm rates at which tails are kept, from the commonest to the rarest. */
export const RATES: readonly number[] = [0.3, 0.2, 0.1, 0.05, 0.03, 0.02, 0.015, 0.01, 0.007, 0.005, 0.003, 0.002, 0.001];

const BINS = { count: 240, from: -6, width: 0.05 } as const;
/** A group's own hazard is pulled towards that of the group around it by so many stretches at risk. */
const PARENT_WEIGHT = 60;
/** The last few ends share one hazard: alone they would say nothing. */
const FEW_AT_RISK = 8;
const ROUNDS = 4;

/** Stretches as lengths in logarithm against what was expected of them; `ended` 0 where one is still open. */
export type Lengths = { readonly excess: Float64Array; readonly ended: Uint8Array; readonly weight: Float64Array };

/** Chance per bin that a stretch that lasted so long ends in it. */
type Hazard = Float64Array;

const binOf = (excess: number): number => Math.max(0, Math.min(BINS.count - 1, Math.floor((excess - BINS.from) / BINS.width)));

type Risk = { readonly ends: Float64Array; readonly atRisk: Float64Array };

const riskOf = ({ excess, ended, weight }: Lengths, rows: Int32Array, alive: Float64Array): Risk => {
  const [ends, leaving] = [new Float64Array(BINS.count), new Float64Array(BINS.count)];
  for (const row of rows) {
    const bin = binOf(excess[row]!);
    const own = weight[row]! * alive[row]!;
    leaving[bin]! += own;
    if (ended[row]) ends[bin]! += own;
  }
  const atRisk = new Float64Array(BINS.count);
  for (let bin = BINS.count - 1, sum = 0; bin >= 0; bin -= 1) { sum += leaving[bin]!; atRisk[bin] = sum; }
  return { ends, atRisk };
};

const survivalOf = (hazard: Hazard): Float64Array => {
  let left = 1;
  return hazard.map((one) => (left *= 1 - one));
};

/** The raw hazard of all, with one hazard for the last few. */
const rootHazard = ({ ends, atRisk }: Risk): Hazard => {
  const hazard = ends.map((one, bin) => (atRisk[bin]! > 0 ? Math.min(1, one / atRisk[bin]!) : 0));
  const last = ends.findLastIndex((one) => one > 0);
  let [late, exposed, bin] = [0, 0, last];
  for (; bin >= 0 && late <= FEW_AT_RISK; bin -= 1) { late += ends[bin]!; exposed += atRisk[bin]!; }
  return hazard.fill(Math.max(0.05, Math.min(0.6, late / Math.max(exposed, 1e-9))), bin + 1);
};

/**
 * The share of each open stretch that will still end by itself: some parcels stopped for good, and counting them as merely late would excuse any silence
 * (a mixture cure model; Farewell, Biometrics 1982). Found in a few rounds: how many never end, then how likely each open one is to be of them.
 */
export const aliveShares = (lengths: Lengths): Float64Array => {
  const { excess, ended, weight } = lengths;
  const rows = Int32Array.from(excess.keys());
  const alive = new Float64Array(excess.length).fill(1);
  const all = weight.reduce((sum, one) => sum + one, 0);
  let stopped = 0.005;
  for (let round = 0; round < ROUNDS; round += 1) {
    const survival = survivalOf(rootHazard(riskOf(lengths, rows, alive)));
    let gone = 0;
    for (const row of rows) {
      if (ended[row]) continue;
      const left = (1 - stopped) * survival[binOf(excess[row]!)]!;
      alive[row] = left / (left + stopped);
      gone += weight[row]! * (1 - alive[row]);
    }
    stopped = Math.max(1e-5, Math.min(0.2, gone / Math.max(all, 1e-9)));
  }
  return alive;
};

/** The hazard of a group, pulled towards that of the group around it; null for the outermost. */
export const hazardOf = (lengths: Lengths, rows: Int32Array, alive: Float64Array, parent: Hazard | null): Hazard => {
  const risk = riskOf(lengths, rows, alive);
  return parent === null ? rootHazard(risk) : parent.map((one, bin) => (risk.ends[bin]! + PARENT_WEIGHT * one) / (risk.atRisk[bin]! + PARENT_WEIGHT));
};

/** The rates between which the steepness of the outer tail is measured. One or two parcels in a hundred stop for a reason: one stretch in several hundred, and rarer rates are theirs. */
const STEEP = { from: RATES.indexOf(0.03), to: RATES.indexOf(0.005) } as const;

/** How rare a rate is, in standard deviations of a normal tail (Abramowitz and Stegun, 26.2.23): on this scale logarithms of lengths are straight. */
const rarity = (rate: number): number => {
  const t = Math.sqrt(-2 * Math.log(rate));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
};

const steepness = (tail: readonly number[]): number => (tail[STEEP.to]! - tail[STEEP.from]!) / (rarity(RATES[STEEP.to]!) - rarity(RATES[STEEP.from]!));

/**
 * How long stretches last that only so few outlast, for each of `RATES`. Beyond one in two hundred the tail is read no longer than it falls just before: far
 * out, most stretches are parcels that stood still for a reason and went on when somebody looked, and they must not excuse the next one.
 */
export const tailOf = (hazard: Hazard): readonly number[] => {
  const tail = rawTail(hazard);
  return tail.map((length, at) => (at <= STEEP.to ? length : Math.min(length, tail[STEEP.to]! + steepness(tail) * (rarity(RATES[at]!) - rarity(RATES[STEEP.to]!)))));
};

const rawTail = (hazard: Hazard): readonly number[] => {
  const survival = survivalOf(hazard);
  return RATES.map((rate) => {
    const bin = survival.findIndex((left) => left <= rate);
    if (bin < 0) return BINS.from + BINS.count * BINS.width;
    const [before, after] = [bin === 0 ? 1 : survival[bin - 1]!, survival[bin]!];
    const part = before === after ? 1 : (Math.log(before) - Math.log(rate)) / (Math.log(before) - Math.log(Math.max(after, 1e-9)));
    return BINS.from + (bin + part) * BINS.width;
  });
};

/** A tail read at any rate: straight between those that are kept, as steep as before beyond the rarest, level before the commonest. */
export const tailAt = (tail: readonly number[], rate: number): number => {
  const at = RATES.findIndex((one) => one <= rate);
  if (at < 0) return tail.at(-1)! + steepness(tail) * (rarity(rate) - rarity(RATES.at(-1)!));
  if (at === 0) return tail[0]!;
  const part = (rarity(rate) - rarity(RATES[at - 1]!)) / (rarity(RATES[at]!) - rarity(RATES[at - 1]!));
  return tail[at - 1]! + part * (tail[at]! - tail[at - 1]!);
};

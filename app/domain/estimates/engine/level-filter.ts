/** How a level moves: it walks by `step` a week (standard deviation), keeps the share `memory` of itself, and starts with the spread `start`. */
export type LevelWalk = { readonly step: number; readonly memory: number; readonly start: number };

/** The level expected for the coming week and its standard deviation; `path[k]` is the level k weeks ago as seen from today. Shifts of log progress. */
export type Level = { readonly mean: number; readonly spread: number; readonly path: readonly number[] };

/** Shifts of log progress a level may take: from −0.9 (2.5 times as fast) to +1.1 (three times as slow). */
export const LEVELS: readonly number[] = Array.from({ length: 41 }, (_, at) => -0.9 + 0.05 * at);

/** Parcels of one week are late together, so what they say counts for this part only. */
const TEMPER = 0.6;
/** Any jump is possible, though hardly. */
const JUMP = 1e-5;

const normal = (values: Float64Array): Float64Array => {
  const sum = values.reduce((all, one) => all + one, 0);
  return values.map((one) => one / sum);
};
const meanOf = (chances: Float64Array): number => chances.reduce((sum, chance, at) => sum + chance * LEVELS[at]!, 0);

/** One step of the walk forwards (`from` the earlier week) or backwards. */
const stepped = (walk: readonly Float64Array[], chances: Float64Array, forwards: boolean): Float64Array => {
  const out = new Float64Array(LEVELS.length);
  for (let from = 0; from < LEVELS.length; from += 1) {
    for (let to = 0; to < LEVELS.length; to += 1) {
      if (forwards) out[to]! += chances[from]! * walk[from]![to]!;
      else out[from]! += walk[from]![to]! * chances[to]!;
    }
  }
  return out;
};

/** Forward filter and smoothed means of a weekly level. `evidence[k][g]` is the log likelihood of `LEVELS[g]` in the week k weeks ago. */
export const filterLevel = (evidence: readonly Float64Array[], { step, memory, start }: LevelWalk): Level => {
  const walk = LEVELS.map((before) => normal(Float64Array.from(LEVELS, (after) => Math.exp(-0.5 * ((after - memory * before) / step) ** 2) + JUMP)));
  const likelihood = evidence.map((week) => {
    const most = week.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return week.map((one) => Math.exp(TEMPER * (one - most)));
  });
  const filtered: Float64Array[] = [];
  let coming = normal(Float64Array.from(LEVELS, (level) => Math.exp(-0.5 * (level / start) ** 2)));
  for (let week = evidence.length - 1; week >= 0; week -= 1) {
    filtered[week] = normal(coming.map((chance, at) => chance * likelihood[week]![at]!));
    coming = stepped(walk, filtered[week]!, true);
  }
  let later = new Float64Array(LEVELS.length).fill(1);
  const path = filtered.map((chances, week) => {
    const mean = meanOf(normal(chances.map((chance, at) => chance * later[at]!)));
    later = Float64Array.from(normal(stepped(walk, later.map((one, at) => one * likelihood[week]![at]!), false)));
    return mean;
  });
  const mean = meanOf(coming);
  return { mean, spread: Math.sqrt(coming.reduce((sum, chance, at) => sum + chance * (LEVELS[at]! - mean) ** 2, 0)), path };
};

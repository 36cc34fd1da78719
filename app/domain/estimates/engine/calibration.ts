import { chanceIn, shortestWindow } from "./forecast-dates.ts";
import type { Forecast } from "./model.ts";
import { PRICES, promisedDay, promiseSteps } from "./promise-price.ts";

/** Nominal chances of windows that are tried. */
export const WINDOW_LEVELS: readonly number[] = Array.from({ length: 60 }, (_, at) => 0.4 + 0.01 * at);

/** What is kept of a forecast: its window at every level and its promise at every price, with the chance it gave each. Days after the question. */
export type Remembered = {
  readonly from: Uint8Array; readonly to: Uint8Array; readonly inside: Float32Array;
  readonly promised: Uint8Array; readonly kept: Float32Array;
};

/** One past forecast. `days` is what the parcel took as known on the morning of the calibration, null while it is under way. */
export type PastForecast = { readonly askedDay: number; readonly days: number | null; readonly remembered: Remembered };

/** Shares of recent parcels inside the windows of each level, and on time at each price. Both rise. */
export type Calibration = { readonly windows: Float64Array; readonly promises: Float64Array };

/** What calibration needs of a forecast; about 700 bytes. */
export const remember = (forecast: Forecast): Remembered => {
  const windows = WINDOW_LEVELS.map((level) => shortestWindow(forecast, level));
  const steps = promiseSteps(forecast);
  const promised = Uint8Array.from(PRICES, (price) => promisedDay(steps, price));
  return {
    from: Uint8Array.from(windows, ({ from }) => from), to: Uint8Array.from(windows, ({ to }) => to), inside: Float32Array.from(windows, (one) => chanceIn(forecast, one)),
    promised, kept: Float32Array.from(promised, (day) => forecast[day]!),
  };
};

/** Evidence fades by e in so many days. */
const MEMORY_DAYS = 35;
/** Forecasts count for what they say of themselves as much as so many parcels. */
const OWN_WORD = 100;
/** A lane's own parcels are pulled towards the calibration of all by as much as so many parcels. */
const PRIOR_WORD = 40;
/** After so many days a parcel under way says nothing more: it is lost, or its arrival was never told. */
const LONGEST = 50;

type Knob = {
  readonly settings: number;
  readonly holds: (one: Remembered, setting: number, days: number) => boolean;
  /** A parcel that still waits after so many days is already outside at this setting. */
  readonly past: (one: Remembered, setting: number, waited: number) => boolean;
  readonly chance: (one: Remembered, setting: number) => number;
  /** What the first setting holds before any parcel is known. */
  readonly least: number;
};

/** The mean of what forecasts say of themselves at every setting. */
const ownWord = (said: readonly Remembered[], { settings, chance }: Knob): Float64Array | null =>
  said.length === 0 ? null : Float64Array.from({ length: settings }, (_, at) => said.reduce((sum, one) => sum + chance(one, at), 0) / said.length);

/** Kaplan–Meier over the settings of a knob: a parcel's score is the first setting that would have held it; one under way is censored at the first it has not outlived. */
const heldShares = (ledger: readonly PastForecast[], today: number, typical: readonly Remembered[], knob: Knob, prior: Float64Array | null): Float64Array => {
  const { settings, holds, past, chance } = knob;
  const word = ownWord(typical, knob);
  const [scored, censored, said] = [new Float64Array(settings + 1), new Float64Array(settings + 1), new Float64Array(settings)];
  let total = 0;
  for (const { askedDay, days, remembered } of ledger) {
    const age = today - askedDay;
    if (age < 1 || age > 4 * MEMORY_DAYS || (days === null ? age > LONGEST : days < 0)) continue;
    const weight = Math.exp(-age / MEMORY_DAYS);
    let first = 0;
    if (days === null) while (first < settings && past(remembered, first, age - 1)) first += 1;
    else while (first < settings && !holds(remembered, first, days)) first += 1;
    (days === null ? censored : scored)[first]! += weight;
    total += weight;
    for (let at = 0; at < settings; at += 1) said[at]! += weight * chance(remembered, at);
  }
  const trust = prior ? PRIOR_WORD : OWN_WORD;
  let [atRisk, outside] = [total + trust, 1];
  const unseen = prior ? atRisk / (atRisk + 1) : 1;
  return said.map((_, at) => {
    const [says, all] = prior ? [prior, 1] : total > 0 ? [said, total] : [word, 1];
    const own = says ? Math.max(0, says[at]! - (at === 0 ? 0 : says[at - 1]!)) / all : at === 0 ? knob.least : (0.99 - knob.least) / (settings - 1);
    atRisk -= censored[at]!;
    const events = scored[at]! + trust * own;
    outside *= 1 - Math.min(1, events / Math.max(atRisk, 1e-9));
    atRisk -= events;
    return (1 - outside) * unseen;
  });
};

/**
 * How often each setting of our two knobs held of late, by our own past forecasts and what came of them until the morning of `today` (days since 1970).
 * While there are none, `typical` forecasts are taken at their word. `prior`: the calibration of all lanes, towards which that of one is pulled as far as it has
 * too few parcels of its own; without it forecasts count for what they say of themselves. Of a lane the next parcel counts as outside of every setting (Barber,
 * Candès, Ramdas and Tibshirani, 2023, "Conformal prediction beyond exchangeability"): a level read from a hundred parcels holds a hundredth too few of others.
 */
export const calibrate = (ledger: readonly PastForecast[], today: number, typical: readonly Remembered[] = [], prior: Calibration | null = null): Calibration => ({
  windows: heldShares(ledger, today, typical, {
    settings: WINDOW_LEVELS.length, least: WINDOW_LEVELS[0]!, chance: (one, at) => one.inside[at]!,
    holds: (one, at, days) => one.from[at]! <= days && days <= one.to[at]!, past: (one, at, waited) => waited >= one.to[at]!,
  }, prior && prior.windows),
  promises: heldShares(ledger, today, typical, {
    settings: PRICES.length, least: WINDOW_LEVELS[0]!, chance: (one, at) => one.kept[at]!,
    holds: (one, at, days) => one.promised[at]! >= days, past: (one, at, waited) => one.promised[at]! <= waited,
  }, prior && prior.promises),
});

const firstHolding = (shares: Float64Array, rate: number): number => {
  const at = shares.findIndex((share) => share >= rate);
  return at < 0 ? shares.length - 1 : at;
};

/** The nominal level whose windows held `rate` of recent parcels, straight between the two nearest. */
export const windowLevelFor = ({ windows }: Calibration, rate: number): number => {
  const at = firstHolding(windows, rate);
  if (at === 0) return WINDOW_LEVELS[0]!;
  const [under, over] = [windows[at - 1]!, windows[at]!];
  return WINDOW_LEVELS[at - 1]! + 0.01 * (over > under ? Math.max(0, Math.min(1, (rate - under) / (over - under))) : 1);
};

/** The dearest price whose promises were kept at `rate`, as an index into `PRICES`. */
export const priceFor = ({ promises }: Calibration, rate: number): number => firstHolding(promises, rate);

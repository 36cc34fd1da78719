import type { Parcels, Question } from "./parcels.ts";

/** A made-up shop whose truth is known: log-normal working days, seven weekly days of which five count, levels that may shift on a day. */
export type World = {
  readonly seed: number;
  readonly parcels: number;
  /** Purchases fall evenly on so many days from `FIRST_DAY` on. */
  readonly days: number;
  readonly regions: number;
  readonly zipsPerRegion: number;
  readonly locations: number;
  /** Standard deviation of the logarithm of the carrier's working days. */
  readonly spread: number;
  /** From this day on the carrier takes `factor` times as long, everywhere or in one region. */
  readonly shift?: { readonly day: number; readonly factor: number; readonly region: number | null };
};

/** A Monday in 2016, in days since 1970. */
export const FIRST_DAY = 16_804;

/** Even numbers from 0 to 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export const evenFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Working days since the Monday of 5 January 1970, and back. */
const worked = (instant: number): number => 5 * Math.floor((instant - 4) / 7) + Math.min(5, (((instant - 4) % 7) + 7) % 7);
const instantAfter = (reading: number): number => 4 + 7 * Math.floor(reading / 5) + (reading - 5 * Math.floor(reading / 5));

/** Median working days of the carrier to a region before any shift: from 2 in region 0 to 8 in the last. */
export const trueMedian = (world: World, region: number): number => 2 + (6 * region) / Math.max(1, world.regions - 1);

/** The world's parcels with everything that ever happens to them, in order of no meaning. Only region, zip and location matter; every other column of the legs is there and misleads. */
export const parcelsOfWorld = (world: World): Parcels => {
  const even = evenFrom(world.seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  const [bought, handedOver, arrived] = [new Float64Array(world.parcels), new Float64Array(world.parcels), new Float64Array(world.parcels)];
  const columns = ["region", "area", "zip2", "zip3", "location", "originRegion", "originZip3", "distance", "freight", "cell", "originCell", "carrier", "service"] as const;
  const keys = Object.fromEntries(columns.map((name) => [name, new Int32Array(world.parcels)])) as Record<(typeof columns)[number], Int32Array>;
  const measures = { distance: new Float64Array(world.parcels), weight: new Float64Array(world.parcels), items: new Float64Array(world.parcels), freight: new Float64Array(world.parcels) };
  const zipEffects = Float64Array.from({ length: world.regions * world.zipsPerRegion }, () => 0.08 * normal());
  const locationEffects = Float64Array.from({ length: world.locations }, () => 0.2 * normal());
  for (let at = 0; at < world.parcels; at += 1) {
    const region = Math.floor(even() * world.regions);
    const zip = region * world.zipsPerRegion + Math.floor(even() * world.zipsPerRegion);
    const location = Math.floor(even() * world.locations);
    keys.region[at] = region;
    keys.area[at] = region % 6;
    keys.zip2[at] = zip >> 3;
    keys.zip3[at] = zip;
    keys.location[at] = location;
    keys.originRegion[at] = location % world.regions;
    keys.originZip3[at] = location >> 2;
    keys.distance[at] = Math.floor(even() * 12);
    keys.freight[at] = Math.floor(even() * 8);
    keys.cell[at] = zip >> 2;
    keys.originCell[at] = location % 60;
    keys.carrier[at] = Math.floor(even() * 3);
    keys.service[at] = Math.floor(even() * 2);
    for (const values of Object.values(measures)) values[at] = 0.5 * normal();
    bought[at] = FIRST_DAY + even() * world.days;
    handedOver[at] = instantAfter(worked(bought[at]!) + Math.exp(0.3 + locationEffects[location]! + 0.4 * normal()));
    const { shift } = world;
    const factor = shift && handedOver[at]! >= shift.day && (shift.region === null || shift.region === region) ? shift.factor : 1;
    arrived[at] = instantAfter(worked(handedOver[at]!) + trueMedian(world, region) * factor * Math.exp(zipEffects[zip]! + world.spread * normal()));
  }
  return { size: world.parcels, bought, handedOver, arrived, keys, measures };
};

/** The question about one of the columns' parcels, asked at its purchase or at its hand-off. */
export const questionOf = ({ bought, handedOver, keys, measures }: Parcels, row: number, atHandOff: boolean): Question => ({
  bought: bought[row]!, handedOver: atHandOff ? handedOver[row]! : null,
  keys: Object.fromEntries(Object.entries(keys).map(([name, codes]) => [name, codes[row]!])),
  measures: Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, values[row]!])),
});

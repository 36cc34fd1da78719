import type { MarketplaceOrder } from "./marketplace-orders.ts";
import type { Forecast } from "./score-dates.ts";

/** The quantile of sorted numbers, straight between the two nearest (type 7 of Hyndman and Fan, 1996). */
export const quantile = (sorted: readonly number[], level: number): number => {
  const at = (sorted.length - 1) * level;
  const below = sorted[Math.floor(at)] ?? 0;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
};

const ENOUGH = 30; // fewer parcels of a lane than this say too little about its tails

type Learned = { readonly all: readonly number[]; readonly lanes: ReadonlyMap<string, readonly number[]> };

/** What was known on the morning of `day`: parcels delivered before it, and within the last `window` days. */
const learn = (byDelivery: readonly MarketplaceOrder[], day: number, window: number): Learned => {
  const lanes = new Map<string, number[]>();
  const all: number[] = [];
  for (const one of byDelivery) {
    if (one.deliveredDay >= day) break;
    if (one.deliveredDay < day - window) continue;
    const days = one.deliveredDay - one.askedDay;
    all.push(days);
    const lane = lanes.get(one.lane) ?? [];
    lane.push(days);
    lanes.set(one.lane, lane);
  }
  for (const lane of lanes.values()) lane.sort((a, b) => a - b);
  return { all: all.sort((a, b) => a - b), lanes };
};

/** A table of quantiles refitted each morning from the last `window` days of deliveries, over everything or per pair of states. */
export const quantileTable = (known: readonly MarketplaceOrder[], window: number, by: "everything" | "lane") => {
  const byDelivery = [...known].sort((a, b) => a.deliveredDay - b.deliveredDay);
  const fits = new Map<number, Learned>();
  return (one: MarketplaceOrder): Forecast | null => {
    const fit = fits.get(one.askedDay) ?? learn(byDelivery, one.askedDay, window);
    fits.set(one.askedDay, fit);
    const lane = by === "lane" ? (fit.lanes.get(one.lane) ?? []) : [];
    const sample = lane.length >= ENOUGH ? lane : fit.all;
    return sample.length === 0 ? null : (level) => quantile(sample, level);
  };
};

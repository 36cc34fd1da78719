import type { SimulatedWorld } from "../world/simulated-world.ts";
import type { Director } from "./director.ts";
import { everydayHistory, everydayShop } from "./everyday-history.ts";
import { everydayStory } from "./everyday.ts";
import { pastMonth } from "./life.ts";
import { siteOf } from "./packing-sites.ts";
import { sentFrom } from "./places.ts";
import { seededRandom } from "../world/random.ts";
import type { Story } from "./story.ts";

const HOUR_MS = 3_600_000;

/** Everything that was in the shop before the app: the stories of the past month and `history` ordinary orders of the eight weeks before now. */
export const wholePast = (world: SimulatedWorld, seed: string | number, history: number): Story[] => {
  const now = world.clock.now();
  const month = pastMonth(now, seededRandom(seed, "past month"), world.products.length, (destination) => sentFrom(destination, siteOf(world.kernel.packsAt(destination.address)).place));
  return [...month, ...everydayHistory(now, history, seed, world.products.length, everydayShop(world.kernel, now))];
};

/** New ordinary orders, each a different one, drawn from the seed. */
export const everydayOrders = (world: SimulatedWorld, seed: string | number): ((placedAt: Date) => Story) => {
  const shop = { ...everydayShop(world.kernel, world.clock.now()), slow: [] };
  let count = 0;
  return (placedAt) => everydayStory(`${seed}/new/${(count += 1)}`, placedAt, world.products.length, shop);
};

/** Black Friday: that many ordinary orders within the coming hour. Everything waits for its turn until all of them are packed. */
export const startRush = (world: SimulatedWorld, director: Director, order: (placedAt: Date) => Story, count: number): void => {
  const now = world.clock.now().getTime();
  director.packing.expectRush(new Date(now + HOUR_MS));
  director.beginAll(Array.from({ length: count }, (_, index) => order(new Date(now + 1_000 + Math.floor((index * (HOUR_MS - 2_000)) / count)))));
};

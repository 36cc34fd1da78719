import type { JsonValue } from "./json.ts";
import type { NextId } from "./ids.ts";
import type { Store } from "./store.ts";
import type { Address, Clock, Location, Order, Product, Random, Shop } from "./types.ts";

/** What every act on the pretend shop works with. */
export type Kernel = {
  readonly clock: Clock;
  readonly shop: Shop;
  readonly locations: readonly Location[];
  readonly products: readonly Product[];
  readonly store: Store;
  /** Who packs for an address. */
  packsAt(to: Pick<Address, "country_code" | "province_code">): Location;
  readonly nextId: NextId;
  /** Sales tax by the code of the state an order goes to, as a share of the goods' price. */
  readonly taxRates: Readonly<Record<string, number>>;
  /** For tokens and confirmation numbers; not for stories. */
  readonly random: Random;
  /** Simulated time, or the time of the history being written. */
  now(): Date;
  /** Whether the app is installed: before, nobody listens and history may carry its own times. */
  installed(): boolean;
  /** Tells the app, if it subscribed to the topic. The body is only made when somebody listens. */
  publish(topic: string, body: () => JsonValue): void;
  /** Marks the tables as changed and wakes the live pages. */
  changed(): void;
};

/** Moves `updated_at` forward, never back. Text compares as time because all stamps are UTC seconds. */
export function touch(record: { updated_at: string }, stamp: string): void {
  if (stamp > record.updated_at) record.updated_at = stamp;
}

/** The order's own location: where its first item is packed. */
export function homeLocation(kernel: Kernel, order: Order): Location {
  const wanted = order.fulfillment_orders[0]?.locationId;
  const location = kernel.locations.find((one) => one.id === wanted) ?? kernel.locations[0];
  if (location === undefined) throw new Error("The pretend shop has no location");
  return location;
}

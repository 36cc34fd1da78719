import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";

/** Ship-by clocks within a transaction. Their orders are locked as cases' are. */
export interface ShipClockStore {
  /** The clocks of these orders, which must be locked; orders without one are left out. */
  of(shop: ShopId, orders: readonly OrderId[]): Promise<ReadonlyMap<OrderId, ShipClock>>;
  find(shop: ShopId, order: OrderId): Promise<ShipClock | null>; // locks the order for this transaction
  save(clocks: readonly ShipClock[]): Promise<void>;
  /** Looks at every clock that runs, because the shop decided otherwise about them. */
  lookAtAll(shop: ShopId, now: Instant): Promise<void>;
  /** Takes clocks whose time to be looked at has come, longest due first, with their orders locked for this transaction; other workers skip them. */
  takeDue(limit: number, now: Instant): Promise<readonly ShipClock[]>;
}

/** Ship-by clocks as pages and messages need them. Reads without a transaction. */
export interface ShipClockReads {
  byOrder(shop: ShopId, order: OrderId): Promise<ShipClock | null>;
}

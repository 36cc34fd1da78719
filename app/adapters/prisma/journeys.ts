import type { Store } from "#app/application/ports.ts";
import type { OrderId } from "#app/domain/shared/ids.ts";
import { normalTrackingNumber } from "#app/domain/shipments/shipment.ts";
import { readJourneys } from "./journeys-load.ts";
import { saveSteps } from "./journeys-save.ts";
import { lockOrders } from "./order-lock.ts";
import type { Privacy } from "./order-rows.ts";
import { instantOf, type Db } from "./sql.ts";

/** Journeys, locked by order from load to the end of the transaction. */
export const journeysOf = (db: Db, privacy: Privacy): Store["journeys"] => ({
  async load(shop, orders) {
    await lockOrders(db, shop, orders);
    return readJourneys(db, privacy.box, shop, orders);
  },
  async findByTracking(shop, trackingNumber) {
    const { rows } = await db.query<{ order_id: OrderId }>(
      "SELECT order_id FROM shipment WHERE shop = $1 AND tracking_key = $2 GROUP BY order_id ORDER BY max(created_at) DESC, order_id", [shop, normalTrackingNumber(trackingNumber)]);
    return rows.map((row) => row.order_id);
  },
  async versions(shop, orders) {
    const { rows } = await db.query<{ id: OrderId; updated_at: Date }>(`SELECT id, updated_at FROM "order" WHERE shop = $1 AND id = ANY($2)`, [shop, orders]);
    return new Map(rows.map((row) => [row.id, instantOf(row.updated_at)]));
  },
  save: (steps, now) => saveSteps(db, privacy, steps, now),
});

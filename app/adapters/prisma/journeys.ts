import type { Store } from "#app/application/ports.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import { hasEnded, MILESTONES } from "#app/domain/shipments/milestone.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
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
      `SELECT order_id FROM shipment WHERE shop = $1 AND id IN (
         SELECT id FROM shipment WHERE shop = $1 AND tracking_key = $2 UNION SELECT shipment_id FROM shipment_leg WHERE shop = $1 AND tracking_key = $2)
       GROUP BY order_id ORDER BY max(created_at) DESC, order_id`, [shop, normalTrackingNumber(trackingNumber)]);
    return rows.map((row) => row.order_id);
  },
  async findByName(shop, orderName) {
    const { rows } = await db.query<{ id: OrderId }>(`SELECT id FROM "order" WHERE shop = $1 AND upper(ltrim(name, '#')) = upper(ltrim($2, '#')) ORDER BY created_at DESC, id`, [shop, orderName.replaceAll("\0", "").trim()]);
    return rows.map((row) => row.id);
  },
  async underway(shop, limit) {
    const { rows } = await db.query<{ id: ShipmentId; order_id: OrderId; tracking_number: string; carrier: string | null }>(
      `SELECT id, order_id, tracking_number, carrier FROM shipment WHERE shop = $1 AND tracking_number IS NOT NULL AND NOT cancelled AND milestone <> ALL($2) ORDER BY created_at DESC, id LIMIT $3`,
      [shop, MILESTONES.filter(hasEnded), limit]);
    return rows.map((row) => ({ shipmentId: row.id, orderId: row.order_id, trackingNumber: row.tracking_number, carrier: row.carrier }));
  },
  async versions(shop, orders) {
    const { rows } = await db.query<{ id: OrderId; updated_at: Date }>(`SELECT id, updated_at FROM "order" WHERE shop = $1 AND id = ANY($2)`, [shop, orders]);
    return new Map(rows.map((row) => [row.id, instantOf(row.updated_at)]));
  },
  save: (steps, now) => saveSteps(db, privacy, steps, now),
});

import type { Step } from "#app/domain/journeys/advance.ts";
import type { Store } from "#app/application/ports.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

type DueRow = { shop: ShopId; order_id: OrderId; shipment_id: ShipmentId };

/**
 * Due timers whose order nobody else has locked. Only trying for the lock keeps this from waiting on a worker that holds
 * an order and wants its timer; what is skipped now is due a moment later.
 */
export const timersOf = (db: Db): Store["timers"] => ({
  async takeDue(limit, now) {
    const { rows } = await db.query<DueRow>(
      `WITH due AS MATERIALIZED (SELECT shop, order_id, shipment_id FROM timer WHERE due_at <= $1 ORDER BY due_at LIMIT $2),
         orders AS MATERIALIZED (SELECT DISTINCT shop, order_id FROM due),
         mine AS MATERIALIZED (SELECT shop, order_id FROM orders WHERE pg_try_advisory_xact_lock(hashtextextended(shop || '/' || order_id, 0)))
       SELECT shop, order_id, shipment_id FROM due JOIN mine USING (shop, order_id) ORDER BY shop, order_id, shipment_id`,
      [isoOrNull(now), limit],
    );
    return rows.map((row) => ({ shop: row.shop, orderId: row.order_id, shipmentId: row.shipment_id }));
  },
});

/** Sets, moves and removes timers as the steps say. */
export const writeTimers = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const timers = steps.flatMap(({ after, timers: asked }) => asked.map(({ shipmentId, dueAt }) => ({ shop: after.shop, shipment_id: shipmentId, order_id: after.orderId, due_at: isoOrNull(dueAt) })));
  const over = timers.filter((timer) => timer.due_at === null);
  const set = timers.filter((timer) => timer.due_at !== null);
  if (over.length > 0) {
    await db.query("DELETE FROM timer t USING jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text) WHERE t.shop = x.shop AND t.shipment_id = x.shipment_id", [jsonRows(over)]);
  }
  if (set.length > 0) {
    await db.query(
      `INSERT INTO timer (shop, shipment_id, order_id, due_at)
       SELECT shop, shipment_id, order_id, due_at FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, order_id text, due_at timestamptz) ORDER BY shop, shipment_id
       ON CONFLICT (shop, shipment_id) DO UPDATE SET due_at = excluded.due_at, order_id = excluded.order_id WHERE timer.due_at IS DISTINCT FROM excluded.due_at`,
      [jsonRows(set)],
    );
  }
};

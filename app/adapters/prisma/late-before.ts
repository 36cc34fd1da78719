import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Db } from "./sql.ts";

/** A shopper remembers their last orders, not all of them; and a wholesaler has thousands. */
const REMEMBERED = 10;

/**
 * How many parcels of the same customer's last orders before each of these came after the last day first said for them, in the shop's zone. Orders without a
 * customer, or whose customer never waited in vain, are missing.
 */
export const readLateBefore = async (db: Db, shop: ShopId, orders: readonly OrderId[]): Promise<ReadonlyMap<OrderId, number>> => {
  if (orders.length === 0) return new Map();
  const { rows } = await db.query<{ id: OrderId; late: number }>(
    `SELECT o.id, count(*)::int AS late
     FROM "order" o
     CROSS JOIN LATERAL (SELECT e.id FROM "order" e WHERE e.shop = o.shop AND e.customer_id = o.customer_id AND e.created_at < o.created_at ORDER BY e.created_at DESC LIMIT ${REMEMBERED}) earlier
     JOIN shipment s ON s.shop = o.shop AND s.order_id = earlier.id AND s.delivered_at IS NOT NULL
     CROSS JOIN LATERAL (
       SELECT p.latest FROM estimate p WHERE p.shop = o.shop AND p.shipment_id IN ('order.' || earlier.id, s.id) ORDER BY (p.shipment_id = s.id), p.id LIMIT 1) promised
     WHERE o.shop = $1 AND o.id = ANY($2) AND o.customer_id IS NOT NULL
       AND (s.delivered_at AT TIME ZONE coalesce((SELECT zone FROM shop WHERE shop = $1), 'UTC'))::date > promised.latest
     GROUP BY o.id`,
    [shop, orders]);
  return new Map(rows.map((row) => [row.id, row.late]));
};

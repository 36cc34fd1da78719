import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { OrderPast } from "#app/domain/workflows/rules/situation.ts";
import type { Db } from "./sql.ts";

type Row = { id: OrderId; home: string | null; earlier_orders: number | null; earlier_troubles: number | null; reships: number };

/** What rules ask of these orders' pasts. An earlier order had trouble when it ever had a case; one order's parcels share the answer. */
export const readPasts = async (db: Db, shop: ShopId, orders: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OrderPast>> => {
  if (orders.length === 0) return new Map();
  const { rows } = await db.query<Row>(
    `SELECT o.id, s.country AS home, CASE WHEN o.customer_id IS NOT NULL THEN coalesce(e.orders, 0) END AS earlier_orders, CASE WHEN o.customer_id IS NOT NULL THEN coalesce(e.troubles, 0) END AS earlier_troubles,
       (SELECT count(*)::int FROM act a WHERE a.shop = o.shop AND a.order_id = o.id AND a.kind = 'reship' AND a.state IN ('waiting', 'running', 'done')) AS reships
     FROM "order" o LEFT JOIN shop s ON s.shop = o.shop
     LEFT JOIN LATERAL (
       SELECT count(*)::int AS orders, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "case" c WHERE c.shop = q.shop AND c.order_id = q.id)))::int AS troubles
       FROM "order" q WHERE q.shop = o.shop AND q.customer_id = o.customer_id AND q.id <> o.id AND q.created_at < o.created_at) e ON true
     WHERE o.shop = $1 AND o.id = ANY($2)`,
    [shop, orders]);
  return new Map(rows.map((row): [OrderId, OrderPast] => [row.id, { homeCountry: row.home, earlierOrders: row.earlier_orders, earlierTroubles: row.earlier_troubles, reships: row.reships }]));
};

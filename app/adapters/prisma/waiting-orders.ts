import type { DateStore, LoadFacts } from "#app/application/ports.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import type pg from "pg";
import { isoOrNull } from "./sql.ts";
import { inTransaction } from "./transact.ts";

const LATELY = days(28);

/**
 * Orders of `$1` of which something is still to be sent, with how many pieces. Of lines told before Shopify's own count was read, what no parcel that
 * stands holds counts as waiting. Walks the lines that may wait, not all that were ever sold.
 */
export const WAITING = `
  lines AS MATERIALIZED (SELECT order_id, id, quantity, unfulfilled FROM order_line WHERE shop = $1 AND requires_shipping AND (unfulfilled IS NULL OR unfulfilled > 0)),
  sent AS MATERIALIZED (
    SELECT s.order_id, i.item->>'lineId' AS id, sum((i.item->>'quantity')::int)::int AS quantity
    FROM (SELECT DISTINCT order_id FROM lines WHERE unfulfilled IS NULL) untold JOIN shipment s ON s.shop = $1 AND s.order_id = untold.order_id AND NOT s.cancelled
      CROSS JOIN LATERAL jsonb_array_elements(s.items) AS i(item) GROUP BY 1, 2),
  waiting AS MATERIALIZED (
    SELECT o.id, o.created_at, o.location_id, sum(coalesce(l.unfulfilled, l.quantity - coalesce(t.quantity, 0)))::int AS items
    FROM lines l JOIN "order" o ON o.shop = $1 AND o.id = l.order_id AND o.cancelled_at IS NULL LEFT JOIN sent t ON t.order_id = l.order_id AND t.id = l.id AND l.unfulfilled IS NULL
    WHERE coalesce(l.unfulfilled, l.quantity - coalesce(t.quantity, 0)) > 0 GROUP BY o.id, o.created_at, o.location_id)`;

/** Parcels by the day they were marked sent on in the shop's zone, where they were packed. */
const HANDED_OVER = `
  SELECT coalesce(s.location_id, o.location_id) AS location, (s.created_at AT TIME ZONE coalesce(h.zone, 'UTC'))::date::text AS day, sum(i.items)::int AS items
  FROM shipment s LEFT JOIN "order" o ON o.shop = s.shop AND o.id = s.order_id LEFT JOIN shop h ON h.shop = s.shop
    CROSS JOIN LATERAL (SELECT coalesce(sum((item->>'quantity')::int), 0) AS items FROM jsonb_array_elements(s.items) AS e(item)) i
  WHERE s.shop = $1 AND NOT s.cancelled AND s.created_at > $2::timestamptz AND s.created_at <= $3::timestamptz GROUP BY 1, 2 HAVING sum(i.items) > 0 ORDER BY 2`;

type WaitingRow = { location_id: string | null; created_at: number; items: number };
type HandedOverRow = { location: string | null; day: CalendarDate; items: number };

/** What waits to be sent, what has left lately, and who is to be looked at again. */
export const waitingOrdersOver = (pool: pg.Pool): Pick<DateStore, "load" | "wakeWaiting" | "wakeUnderWay"> => ({
  async load(shop: ShopId, now: Instant): Promise<readonly LoadFacts[]> {
    const waiting = await pool.query<WaitingRow>(`WITH ${WAITING} SELECT location_id, (extract(epoch FROM created_at) * 1000)::float8 AS created_at, items FROM waiting ORDER BY waiting.created_at, id`, [shop]);
    const handedOver = await pool.query<HandedOverRow>(HANDED_OVER, [shop, isoOrNull(minus(now, LATELY)), isoOrNull(now)]);
    const locations = [...new Set([...waiting.rows.map((row) => row.location_id), ...handedOver.rows.map((row) => row.location)])];
    const waits = Map.groupBy(waiting.rows, (row) => row.location_id);
    const left = Map.groupBy(handedOver.rows, (row) => row.location);
    return locations.map((location) => ({
      location,
      waiting: (waits.get(location) ?? []).map((row) => ({ orderedAt: row.created_at as Instant, items: row.items })),
      handedOver: (left.get(location) ?? []).map((row) => ({ on: row.day, items: row.items })),
    }));
  },

  // In the order every writer of timers keeps, so that no two wait for each other in a circle.
  wakeWaiting: (shop, now) =>
    inTransaction(pool, async (db) => {
      const { rowCount } = await db.query(
        `WITH ${WAITING} INSERT INTO timer (shop, shipment_id, order_id, due_at) SELECT $1, 'order.' || id, id, $2::timestamptz FROM waiting ORDER BY 2
         ON CONFLICT (shop, shipment_id) DO UPDATE SET due_at = least(timer.due_at, excluded.due_at)`,
        [shop, isoOrNull(now)],
      );
      return rowCount ?? 0;
    }),

  wakeUnderWay: (shop, carriers, now) =>
    inTransaction(pool, async (db) => {
      const { rowCount } = await db.query(
        `INSERT INTO timer (shop, shipment_id, order_id, due_at)
         SELECT shop, id, order_id, $3::timestamptz FROM shipment
         WHERE shop = $1 AND NOT cancelled AND delivered_at IS NULL AND accepted_at IS NOT NULL AND milestone NOT IN ('returning', 'returned', 'undeliverable', 'cancelled')
           AND created_at > $3::timestamptz - interval '60 days' AND ($2::text[] IS NULL OR lower(carrier) = ANY($2)) ORDER BY id
         ON CONFLICT (shop, shipment_id) DO UPDATE SET due_at = least(timer.due_at, excluded.due_at)`,
        [shop, carriers, isoOrNull(now)],
      );
      return rowCount ?? 0;
    }),
});

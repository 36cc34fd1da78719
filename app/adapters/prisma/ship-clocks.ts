import type { ShipClockReads, ShipClockStore } from "#app/application/ports.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { ClockState, DelayNotice, ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";
import { lockOrders } from "./order-lock.ts";
import { instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

type ClockRow = { shop: ShopId; order_id: OrderId; state: ClockState; basis: ShipClock["basis"]; began_at: Date | null; day: CalendarDate | null; notices: readonly DelayNotice[]; owed_since: Date | null; look_at: Date | null };

const COLUMNS = "c.shop, c.order_id, c.state, c.basis, c.began_at, c.ship_by::text AS day, c.notices, c.owed_since, c.look_at";

const clockOf = (row: ClockRow): ShipClock => ({
  shop: row.shop, orderId: row.order_id, state: row.state, basis: row.basis, beganAt: instantOrNull(row.began_at), shipBy: row.day, notices: row.notices, owedSince: instantOrNull(row.owed_since), lookAt: instantOrNull(row.look_at),
});

/** Ship-by clocks within a transaction. */
export const shipClocksOf = (db: Db): ShipClockStore => ({
  async of(shop, orders) {
    if (orders.length === 0) return new Map();
    const { rows } = await db.query<ClockRow>(`SELECT ${COLUMNS} FROM ship_clock c WHERE c.shop = $1 AND c.order_id = ANY($2)`, [shop, orders]);
    return new Map(rows.map((row) => [row.order_id, clockOf(row)]));
  },
  async find(shop, order) {
    await lockOrders(db, shop, [order]);
    return shipClockReadsOver(db).byOrder(shop, order);
  },
  async save(clocks) {
    if (clocks.length === 0) return;
    const rows = clocks.map((one) => ({
      shop: one.shop, order_id: one.orderId, state: one.state, basis: one.basis, began_at: isoOrNull(one.beganAt), ship_by: one.shipBy, notices: one.notices, owed_since: isoOrNull(one.owedSince), look_at: isoOrNull(one.lookAt),
    }));
    await db.query(
      `INSERT INTO ship_clock (shop, order_id, state, basis, began_at, ship_by, notices, owed_since, look_at)
       SELECT shop, order_id, state, basis, began_at, ship_by, notices, owed_since, look_at
       FROM jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text, state text, basis text, began_at timestamptz, ship_by date, notices jsonb, owed_since timestamptz, look_at timestamptz) ORDER BY shop, order_id
       ON CONFLICT (shop, order_id) DO UPDATE SET state = excluded.state, basis = excluded.basis, began_at = excluded.began_at, ship_by = excluded.ship_by, notices = excluded.notices, owed_since = excluded.owed_since, look_at = excluded.look_at`,
      [jsonRows(rows)],
    );
  },
  async lookAtAll(shop, now) {
    await db.query("UPDATE ship_clock SET look_at = $2 WHERE shop = $1 AND state = 'running'", [shop, isoOrNull(now)]);
  },
  /** A second statement reads what is locked, for another worker may have been at it. */
  async takeDue(limit, now) {
    const { rows: mine } = await db.query<{ shop: ShopId; order_id: OrderId }>(
      `WITH due AS MATERIALIZED (SELECT shop, order_id FROM ship_clock WHERE look_at <= $1 ORDER BY look_at LIMIT $2)
       SELECT shop, order_id FROM due WHERE pg_try_advisory_xact_lock(hashtextextended(shop || '/' || order_id, 0))`, [isoOrNull(now), limit]);
    if (mine.length === 0) return [];
    const { rows } = await db.query<ClockRow>(
      `SELECT ${COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text) JOIN ship_clock c USING (shop, order_id) WHERE c.look_at <= $2 ORDER BY c.look_at, c.shop, c.order_id`, [jsonRows(mine), isoOrNull(now)]);
    return rows.map(clockOf);
  },
});

/** Ship-by clocks as pages and messages need them. */
export const shipClockReadsOver = (db: Db): ShipClockReads => ({
  async byOrder(shop, order) {
    const { rows: [row] } = await db.query<ClockRow>(`SELECT ${COLUMNS} FROM ship_clock c WHERE c.shop = $1 AND c.order_id = $2`, [shop, order]);
    return row ? clockOf(row) : null;
  },
});

import type { DueWatch, FeedDirectory } from "#app/application/ports.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { hasEnded, MILESTONES, type Milestone } from "#app/domain/shipments/milestone.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import { CORRECTABLE } from "#app/domain/shipments/poll-schedule.ts";
import { minus } from "#app/domain/shared/time.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

type DueRow = {
  shop: ShopId; shipment_id: ShipmentId; order_id: OrderId; source: FeedSource; number: string; carrier: string | null; pushes: boolean; registered_at: Date; next_poll_at: Date;
  heard_at: Date | null; checked_at: Date | null; hurried_at: Date | null; country: string | null; zip: string | null; created_at: Date; milestone: Milestone; cancelled: boolean; delivered_at: Date | null;
};

/**
 * One feed of one shop at a time, over an index: the feeds whose oldest watch has waited longest share the batch, so that a
 * shop with thousands of parcels does not hold up the others, and what is paused or gone is never even looked at.
 */
export const TAKE_DUE = `
  WITH callable AS (
    SELECT c.shop, c.source FROM feed_connection c JOIN shop o ON o.shop = c.shop WHERE o.uninstalled_at IS NULL AND (c.paused_until IS NULL OR c.paused_until <= $2::timestamptz)
  ),
  served AS MATERIALIZED (
    SELECT c.shop, c.source, oldest.next_poll_at FROM callable c CROSS JOIN LATERAL (
      SELECT w.next_poll_at FROM feed_watch w WHERE w.shop = c.shop AND w.source = c.source AND w.next_poll_at IS NOT NULL AND w.next_poll_at <= $2::timestamptz ORDER BY w.next_poll_at LIMIT 1
    ) oldest ORDER BY oldest.next_poll_at LIMIT $1::int
  ),
  share AS MATERIALIZED (SELECT greatest(1, $1::int / greatest(1, count(*)))::int AS each FROM served),
  mine AS MATERIALIZED (
    SELECT w.* FROM served CROSS JOIN share CROSS JOIN LATERAL (
      SELECT f.shop, f.shipment_id, f.source, f.number, f.next_poll_at FROM feed_watch f
      WHERE f.shop = served.shop AND f.source = served.source AND f.next_poll_at IS NOT NULL AND f.next_poll_at <= $2::timestamptz
      ORDER BY f.next_poll_at LIMIT share.each FOR UPDATE SKIP LOCKED
    ) w
  ),
  leased AS (
    UPDATE feed_watch f SET next_poll_at = $3::timestamptz FROM mine m WHERE f.shop = m.shop AND f.shipment_id = m.shipment_id AND f.source = m.source AND f.number = m.number
    RETURNING f.shop, f.shipment_id, f.source, f.number, f.carrier, f.pushes, f.registered_at, f.heard_at, f.checked_at, f.hurried_at, f.next_poll_at, m.next_poll_at AS was_due_at
  )
  SELECT l.*, s.order_id, o.country, o.zip, s.created_at, s.milestone, s.cancelled, s.delivered_at
  FROM leased l JOIN shipment s ON s.shop = l.shop AND s.id = l.shipment_id LEFT JOIN "order" o ON o.shop = s.shop AND o.id = s.order_id
  ORDER BY l.was_due_at, l.shop, l.shipment_id, l.source, l.number`;

const dueOf = (row: DueRow): DueWatch => ({
  shop: row.shop, shipmentId: row.shipment_id, orderId: row.order_id, source: row.source, number: row.number, carrier: row.carrier, pushes: row.pushes,
  registeredAt: instantOf(row.registered_at), nextPollAt: instantOf(row.next_poll_at), heardAt: instantOrNull(row.heard_at), checkedAt: instantOrNull(row.checked_at), hurriedAt: instantOrNull(row.hurried_at),
  country: row.country, zip: row.zip, sentAt: instantOf(row.created_at), milestone: row.milestone, deliveredAt: instantOrNull(row.delivered_at), ended: row.cancelled || hasEnded(row.milestone),
});

/** What feeds watch for us and when they are asked. A lease is a due time moved on: who never reports back is due again. */
export const feedWatchesOver = (db: Db): Pick<FeedDirectory, "watch" | "takeDue" | "hurry" | "asked"> => ({
  // Only for parcels that are still there, held fast until it is written: a redaction at this moment must leave nothing behind.
  async watch(watches) {
    if (watches.length === 0) return;
    const rows = watches.map((one) => ({
      shop: one.shop, shipment_id: one.shipmentId, source: one.source, number: normalTrackingNumber(one.number), carrier: one.carrier, pushes: one.pushes,
      registered_at: isoOrNull(one.registeredAt), next_poll_at: isoOrNull(one.nextPollAt),
    }));
    const distinct = new Map(rows.map((row) => [`${row.shop}/${row.shipment_id}/${row.source}/${row.number}`, row]));
    await db.query(
      `WITH there AS MATERIALIZED (
         SELECT x.* FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, source text, number text, carrier text, pushes boolean, registered_at timestamptz, next_poll_at timestamptz)
         JOIN shipment s ON s.shop = x.shop AND s.id = x.shipment_id FOR KEY SHARE OF s)
       INSERT INTO feed_watch (shop, shipment_id, source, number, carrier, pushes, registered_at, next_poll_at)
       SELECT shop, shipment_id, source, number, carrier, pushes, registered_at, next_poll_at FROM there ORDER BY shop, shipment_id, source, number
       ON CONFLICT (shop, shipment_id, source, number) DO UPDATE SET carrier = excluded.carrier, pushes = excluded.pushes, registered_at = coalesce(feed_watch.registered_at, excluded.registered_at),
         next_poll_at = excluded.next_poll_at`,
      [jsonRows([...distinct.values()])],
    );
  },

  async takeDue(limit, now, until) {
    const { rows } = await db.query<DueRow>(TAKE_DUE, [limit, isoOrNull(now), isoOrNull(until)]);
    return rows.map(dueOf);
  },

  // A later hurry takes the place of one nobody has asked for yet. A lease ends early: the worst that follows is one question more.
  async hurry(shop, source, missedSince, now, { batch, perSecond }) {
    const { rows } = await db.query<{ one: number }>(
      `WITH missed AS MATERIALIZED (
         SELECT f.shipment_id, f.number, (row_number() OVER (ORDER BY greatest(f.heard_at, f.checked_at) NULLS FIRST, f.shipment_id, f.number) - 1) / $5::int AS call
         FROM feed_watch f JOIN shipment s ON s.shop = f.shop AND s.id = f.shipment_id
         WHERE f.shop = $1 AND f.source = $2 AND f.registered_at IS NOT NULL AND NOT s.cancelled AND (s.milestone <> ALL ($7::text[]) OR s.delivered_at >= $4::timestamptz)),
         mine AS MATERIALIZED (
         SELECT f.shipment_id, f.number, m.call FROM missed m JOIN feed_watch f ON f.shop = $1 AND f.source = $2 AND f.shipment_id = m.shipment_id AND f.number = m.number
         ORDER BY f.shipment_id, f.number FOR UPDATE OF f)
       UPDATE feed_watch f SET hurried_at = $3::timestamptz, next_poll_at = least(coalesce(f.next_poll_at, 'infinity'), $3::timestamptz + m.call * interval '1 second' / $6::float8)
       FROM mine m WHERE f.shop = $1 AND f.source = $2 AND f.shipment_id = m.shipment_id AND f.number = m.number RETURNING 1 AS one`,
      [shop, source, isoOrNull(now), isoOrNull(minus(missedSince, CORRECTABLE)), batch, perSecond, MILESTONES.filter(hasEnded)],
    );
    return rows.length;
  },

  // Rows are locked in the order in which messages write them, so that neither waits for the other in a circle.
  async asked(results) {
    if (results.length === 0) return;
    const rows = results.map((one) => ({
      shop: one.shop, shipment_id: one.shipmentId, source: one.source, number: normalTrackingNumber(one.number), next_poll_at: isoOrNull(one.nextPollAt), checked_at: isoOrNull(one.checkedAt),
    }));
    await db.query(
      `WITH told AS MATERIALIZED (
         SELECT x.* FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, source text, number text, next_poll_at timestamptz, checked_at timestamptz)
         JOIN feed_watch f USING (shop, shipment_id, source, number) WHERE f.registered_at IS NOT NULL ORDER BY x.shop, x.shipment_id, x.source, x.number FOR UPDATE OF f)
       UPDATE feed_watch f SET next_poll_at = t.next_poll_at, checked_at = coalesce(greatest(f.checked_at, t.checked_at), f.checked_at)
       FROM told t WHERE f.shop = t.shop AND f.shipment_id = t.shipment_id AND f.source = t.source AND f.number = t.number`,
      [jsonRows(rows)],
    );
  },
});

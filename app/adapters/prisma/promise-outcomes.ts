import type { PromiseOutcome } from "#app/application/ports.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { PROMISE_COLUMNS, shownOf, type PromiseRow } from "./promise-rows.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** What came of a subject. */
export type Fate = { order_name: string | null; handed_over_on: CalendarDate | null; delivered_on: CalendarDate | null; over: boolean; troubles: { category: string; on: CalendarDate }[] };
/** Nothing is known of it: an offer. */
export const NO_FATE: Fate = { order_name: null, handed_over_on: null, delivered_on: null, over: false, troubles: [] };

/**
 * What came of subjects, which come as three lists: the planner knows how long a list is, and would take the rows of a query before it for one or two.
 * An order is delivered with the last of its parcels, when nothing of it waits to be sent; parcels taken back do not count. Who handed over without a
 * scan did so when it was marked sent. A carrier that fell silent, or was slow with many parcels so that the date moved, is trouble like any it told of.
 * Days in the shop's zone. A parcel's row may have been written without its order.
 */
const FATES = `
  WITH asked AS MATERIALIZED (
    SELECT a.subject, coalesce(a.order_id, (SELECT s.order_id FROM shipment s WHERE s.shop = $1 AND s.id = a.shipment_id)) AS order_id, a.shipment_id, a.subject LIKE 'shipment:%' AS one
    FROM unnest($2::text[], $3::text[], $4::text[]) AS a(subject, order_id, shipment_id)),
  zone AS MATERIALIZED (SELECT coalesce((SELECT zone FROM shop WHERE shop = $1), 'UTC') AS name),
  parcels AS MATERIALIZED (
    SELECT a.subject, a.one, s.id, s.cancelled, s.milestone = 'delivered' AS delivered, s.delivered_at,
      CASE WHEN s.milestone = 'delivered' AND coalesce(s.accepted_at >= s.delivered_at, true) THEN s.created_at ELSE s.accepted_at END AS handed_over_at,
      s.cancelled OR s.milestone IN ('returning', 'returned', 'undeliverable', 'cancelled') OR (s.exception IN ('lost', 'destroyed') AND s.milestone <> 'delivered') AS over
    FROM asked a JOIN shipment s ON s.shop = $1 AND s.order_id = a.order_id AND (NOT a.one OR s.id = a.shipment_id)),
  waits AS MATERIALIZED (
    SELECT DISTINCT l.order_id FROM order_line l
    WHERE l.shop = $1 AND l.requires_shipping AND (l.unfulfilled IS NULL OR l.unfulfilled > 0) AND l.order_id IN (SELECT order_id FROM asked WHERE NOT one)
      AND coalesce(l.unfulfilled, l.quantity - (SELECT coalesce(sum((i.item->>'quantity')::int), 0) FROM shipment s CROSS JOIN LATERAL jsonb_array_elements(s.items) AS i(item)
        WHERE s.shop = $1 AND s.order_id = l.order_id AND NOT s.cancelled AND i.item->>'lineId' = l.id)) > 0),
  sent AS MATERIALIZED (
    SELECT subject, bool_and(delivered) AS delivered, max(delivered_at) AS delivered_at, CASE WHEN bool_and(handed_over_at IS NOT NULL) THEN max(handed_over_at) END AS handed_over_at, bool_or(over) AS over
    FROM parcels WHERE one OR NOT cancelled GROUP BY subject),
  taken_back AS MATERIALIZED (SELECT DISTINCT subject FROM parcels WHERE cancelled AND NOT one),
  troubles AS MATERIALIZED (
    SELECT subject, jsonb_agg(jsonb_build_object('category', category, 'on', day) ORDER BY day, category) AS list FROM (
      SELECT DISTINCT p.subject, CASE WHEN d.rule = 'silence.no_scan' THEN 'no_movement' WHEN d.verdict->>'reason' LIKE 'weather%' THEN 'weather' ELSE substr(d.rule, 11) END AS category,
        (coalesce(to_timestamp((d.verdict->>'since')::float8 / 1000), d.at) AT TIME ZONE (SELECT name FROM zone))::date::text AS day
      FROM parcels p JOIN decision d ON d.shop = $1 AND d.shipment_id = p.id AND (d.rule LIKE 'exception.%' OR d.rule = 'silence.no_scan') WHERE p.one OR NOT p.cancelled
      UNION SELECT p.subject, 'carrier_slow', (min(e.at) AT TIME ZONE (SELECT name FROM zone))::date::text
      FROM parcels p JOIN estimate e ON e.shop = $1 AND e.shipment_id = p.id AND e.answer ? 'slow' WHERE p.one OR NOT p.cancelled GROUP BY p.subject, p.id) told GROUP BY subject)
  SELECT a.subject, o.name AS order_name,
    CASE WHEN w.order_id IS NULL THEN (s.handed_over_at AT TIME ZONE z.name)::date::text END AS handed_over_on,
    CASE WHEN s.delivered AND w.order_id IS NULL THEN (s.delivered_at AT TIME ZONE z.name)::date::text END AS delivered_on,
    NOT coalesce(s.delivered AND w.order_id IS NULL, false) AND (o.cancelled_at IS NOT NULL OR coalesce(s.over, false) OR (s.subject IS NULL AND b.subject IS NOT NULL AND w.order_id IS NULL)) AS over,
    coalesce(t.list, '[]'::jsonb) AS troubles
  FROM asked a CROSS JOIN zone z LEFT JOIN "order" o ON o.shop = $1 AND o.id = a.order_id
    LEFT JOIN sent s ON s.subject = a.subject LEFT JOIN taken_back b ON b.subject = a.subject LEFT JOIN waits w ON w.order_id = a.order_id AND NOT a.one LEFT JOIN troubles t ON t.subject = a.subject`;

/** What came of what these rows of the ledger were about, by subject; offers are about nothing that was ordered. */
export const readFates = async (db: Db, shop: ShopId, rows: readonly PromiseRow[]): Promise<ReadonlyMap<string, Fate>> => {
  const asked = [...new Map(rows.filter((row) => !row.subject.startsWith("offer:")).map((row) => [row.subject, row])).values()];
  if (asked.length === 0) return new Map();
  const { rows: fates } = await db.query<Fate & { subject: string }>(FATES, [shop, asked.map((row) => row.subject), asked.map((row) => row.order_id), asked.map((row) => row.shipment_id)]);
  return new Map(fates.map((fate) => [fate.subject, fate]));
};

/** Dates, not silences: a surface that said there is none has promised nothing. What was promised before the time asked about is not told as if it were first. */
const FIRST = `
  SELECT ${PROMISE_COLUMNS} FROM (
    SELECT DISTINCT ON (p.subject, p.stage) p.* FROM promise p
    WHERE p.shop = $1 AND p.shown_at >= $2::timestamptz AND p.surface <> 'admin' AND p.latest IS NOT NULL AND p.subject NOT LIKE 'offer:%' ORDER BY p.subject, p.stage, p.shown_at, p.id) p
  WHERE NOT EXISTS (
    SELECT 1 FROM promise e WHERE e.shop = $1 AND e.subject = p.subject AND e.stage = p.stage AND e.shown_at < $2::timestamptz AND e.surface <> 'admin' AND e.latest IS NOT NULL)
  ORDER BY p.shown_at, p.id`;

/** The first date shown at each stage of every order and parcel since, oldest first, with what came of it. */
export const readOutcomes = async (db: Db, shop: ShopId, since: Instant): Promise<readonly PromiseOutcome[]> => {
  const { rows } = await db.query<PromiseRow>(FIRST, [shop, isoOrNull(since)]);
  const fates = await readFates(db, shop, rows);
  return rows.map((row) => {
    const fate = fates.get(row.subject) ?? NO_FATE;
    return { ...shownOf(row), orderName: fate.order_name, handedOverOn: fate.handed_over_on, deliveredOn: fate.delivered_on, over: fate.over, troubles: fate.troubles };
  });
};

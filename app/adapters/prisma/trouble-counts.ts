import type { TroubleCounts } from "#app/domain/decisions/find-incidents.ts";
import { carrierKey, hubKey, type Incident, type Sharing } from "#app/domain/decisions/incident.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import { MILESTONES, hasEnded } from "#app/domain/shipments/milestone.ts";
import { instantOf, isoOrNull, type Db } from "./sql.ts";

/** Trouble older than this is each parcel's own; ordinary is what happened in the weeks before the last days. */
const STRUCK_DAYS = 21;
const USUAL = { from: 30, to: 2 };
/** What was found out so long after it became so was found out by an import, all at once: that says nothing of parcels being in trouble together. */
const IN_TIME = "24 hours";
/** Of so many parcels in trouble the newest are looked at; the others are in it all the same. */
const MOST_STRUCK = 5_000;
/** Few parcels say little about a busy week: it is pulled towards an ordinary one as by so many. */
const USUAL_PARCELS = 100;
/** Nothing is ordinary in a shop that was watched for less. */
const LEAST_DAYS = 3;

type Traits = { carrier: string | null; country: string | null; region: string | null; city: string | null };
type StruckRow = Traits & { kind: Incident["kind"]; shipment_id: ShipmentId; order_id: OrderId; since: Date };
type UsualRow = Traits & { kind: Incident["kind"]; parcels: number };

const sharingOf = ({ carrier, country, region, city }: Traits): Sharing => ({ carrier: carrierKey(carrier), country, region, hub: hubKey(city) });

/** Decisions that a parcel fell silent or will be later than promised, with the place of the scan they rest on. A silence began when it should have ended. */
const TOLD = `
  told AS MATERIALIZED (
    SELECT DISTINCT ON (kind, shipment_id) kind, shipment_id, since, key FROM (
      SELECT 'silent' AS kind, shipment_id, to_timestamp((verdict->>'expectedBy')::float8 / 1000) AS since, evidence[1] AS key, at, id FROM decision WHERE shop = $1 AND kind = 'silence' AND at >= $2::timestamptz AND shipment_id NOT LIKE 'order.%'
      UNION ALL
      SELECT 'late', shipment_id, at, evidence[1], at, id FROM decision WHERE shop = $1 AND kind = 'exception' AND at >= $2::timestamptz AND rule = 'late.vs_promise' AND shipment_id NOT LIKE 'order.%') d
    WHERE at - since <= interval '${IN_TIME}' ORDER BY kind, shipment_id, id DESC)`;

/** What is wrong in a shop now, and what was ordinary, each in one statement. */
export const readTroubleCounts = async (db: Db, shop: ShopId, running: readonly Incident[], now: Instant): Promise<TroubleCounts> => {
  const ago = (n: number): string | null => isoOrNull(minus(now, days(n)));
  const struck = await db.query<StruckRow>(
    `WITH ${TOLD}
     SELECT t.kind, t.shipment_id, s.order_id, t.since, s.carrier, o.country, o.region, c.city
     FROM told t JOIN shipment s ON s.shop = $1 AND s.id = t.shipment_id LEFT JOIN "order" o ON o.shop = $1 AND o.id = s.order_id LEFT JOIN scan c ON c.shop = $1 AND c.shipment_id = s.id AND c.key = t.key
     WHERE NOT s.cancelled AND s.milestone <> ALL($3) AND CASE t.kind
       WHEN 'silent' THEN s.silent_since = greatest(s.created_at, coalesce(s.last_scan_at, s.created_at))
       ELSE s.concluded->>'late' IS NOT NULL END
     ORDER BY t.since DESC, t.shipment_id LIMIT ${MOST_STRUCK}`,
    [shop, ago(STRUCK_DAYS), MILESTONES.filter(hasEnded)]);
  const { rows: [measure] } = await db.query<{ first: Date | null; recent: number; before: number }>(
    `SELECT (SELECT min(at) FROM decision WHERE shop = $1 AND kind = 'progress') AS first,
       (SELECT count(*)::int FROM shipment WHERE shop = $1 AND created_at >= $2::timestamptz) AS recent, (SELECT count(*)::int FROM shipment WHERE shop = $1 AND created_at >= $3::timestamptz AND created_at < $2::timestamptz) AS before`,
    [shop, ago(7), ago(35)]);
  const known = measure?.first == null ? 0 : Math.min(USUAL.from, (now - instantOf(measure.first)) / days(1)) - USUAL.to;
  if (known < LEAST_DAYS) return { shop, struck: [], usual: [], volume: 1, running };
  const usual = await db.query<UsualRow>(
    `WITH ${TOLD}
     SELECT t.kind, s.carrier, o.country, o.region, c.city, count(*)::int AS parcels
     FROM told t JOIN shipment s ON s.shop = $1 AND s.id = t.shipment_id LEFT JOIN "order" o ON o.shop = $1 AND o.id = s.order_id LEFT JOIN scan c ON c.shop = $1 AND c.shipment_id = s.id AND c.key = t.key
     WHERE t.since < $3::timestamptz AND NOT EXISTS (SELECT 1 FROM incident_parcel p JOIN incident i ON i.shop = p.shop AND i.id = p.incident_id WHERE p.shop = $1 AND p.shipment_id = s.id AND i.kind = t.kind)
     GROUP BY 1, 2, 3, 4, 5`,
    [shop, ago(USUAL.from), ago(USUAL.to)]);
  return {
    shop, running, volume: ((measure?.recent ?? 0) * 4 + USUAL_PARCELS) / ((measure?.before ?? 0) + USUAL_PARCELS),
    struck: struck.rows.map((row) => ({ kind: row.kind, shipmentId: row.shipment_id, orderId: row.order_id, sharing: sharingOf(row), since: instantOf(row.since) })),
    usual: usual.rows.map((row) => ({ kind: row.kind, sharing: sharingOf(row), perDay: row.parcels / known })),
  };
};

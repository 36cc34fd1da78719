import type { SourceReads, UnknownStatus } from "#app/application/ports.ts";
import type { Source } from "#app/domain/shipments/scan.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** The condition, in SQL, on the scans of table or alias `scan` whose status nothing could read: no step, no trouble, no estimate, and no text understood to be mere information. */
export const unreadable = (scan: string): string => `${scan}.milestone = 'unknown' AND ${scan}.exception IS NULL AND ${scan}.reason IS NULL AND ${scan}.carrier_eta IS NULL`;

/** The key of such a scan. */
export type UnknownScan = { shop: ShopId; shipment_id: ShipmentId; key: string };

/** One row per status, whatever is absent of it. The text alone can be longer than an index entry may be, so it is hashed. */
const id = (scan: string, shipment: string) => `left(encode(sha256(convert_to(jsonb_build_array(${scan}.source, coalesce(${scan}.carrier, ${shipment}.carrier), ${scan}.code, ${scan}.text)::text, 'UTF8')), 'hex'), 32)`;

/** Counts statuses nothing could read. Only scans that were added by this transaction may be given: counting knows no repeats. */
export const countUnknown = async (db: Db, scans: readonly UnknownScan[]): Promise<void> => {
  if (scans.length === 0) return;
  await db.query(
    `INSERT INTO unknown_status (shop, id, source, carrier, code, text, scans, first_seen_at, last_seen_at, shipment_id)
     SELECT c.shop, ${id("c", "p")} AS id, c.source, coalesce(c.carrier, p.carrier), c.code, c.text, count(*), min(c.received_at), max(c.received_at), (array_agg(c.shipment_id ORDER BY c.received_at DESC, c.key))[1]
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, key text) JOIN scan c USING (shop, shipment_id, key) JOIN shipment p ON p.shop = c.shop AND p.id = c.shipment_id
     GROUP BY c.shop, c.source, coalesce(c.carrier, p.carrier), c.code, c.text, ${id("c", "p")} ORDER BY 1, 2
     ON CONFLICT (shop, id) DO UPDATE SET scans = unknown_status.scans + excluded.scans, first_seen_at = least(unknown_status.first_seen_at, excluded.first_seen_at),
       last_seen_at = greatest(unknown_status.last_seen_at, excluded.last_seen_at),
       shipment_id = CASE WHEN excluded.last_seen_at >= unknown_status.last_seen_at THEN excluded.shipment_id ELSE unknown_status.shipment_id END`,
    [jsonRows(scans)],
  );
};

/** Lets no status name one of these parcels, which are being deleted: another parcel takes its place, or the status goes, text and all. */
export const forgetUnknownOf = async (db: Db, shop: ShopId, shipments: readonly ShipmentId[]): Promise<void> => {
  await db.query(
    `WITH others AS (
       SELECT u.id, (SELECT c.shipment_id FROM scan c JOIN shipment p ON p.shop = c.shop AND p.id = c.shipment_id
         WHERE c.shop = u.shop AND ${unreadable("c")} AND c.source = u.source AND c.code = u.code AND c.text IS NOT DISTINCT FROM u.text
           AND coalesce(c.carrier, p.carrier) IS NOT DISTINCT FROM u.carrier AND c.shipment_id <> ALL($2) ORDER BY c.received_at DESC LIMIT 1) AS shipment_id
       FROM unknown_status u WHERE u.shop = $1 AND u.shipment_id = ANY($2)),
       moved AS (UPDATE unknown_status u SET shipment_id = o.shipment_id FROM others o WHERE u.shop = $1 AND u.id = o.id AND o.shipment_id IS NOT NULL)
     DELETE FROM unknown_status u USING others o WHERE u.shop = $1 AND u.id = o.id AND o.shipment_id IS NULL`,
    [shop, shipments],
  );
};

type Row = { id: string; source: Source; carrier: string | null; code: string; text: string | null; scans: number; first_seen_at: Date; last_seen_at: Date; shipment_id: ShipmentId; reported_at: Date | null };
const COLUMNS = "id, source, carrier, code, text, scans, first_seen_at, last_seen_at, shipment_id, reported_at";

const statusOf = (row: Row): UnknownStatus => ({
  id: row.id, source: row.source, carrier: row.carrier, code: row.code, text: row.text, scans: row.scans,
  firstSeenAt: instantOf(row.first_seen_at), lastSeenAt: instantOf(row.last_seen_at), shipmentId: row.shipment_id, reportedAt: instantOrNull(row.reported_at),
});

/** What was counted, last seen first, and how a merchant's report of it is noted. */
export const unknownStatusesOver = (db: Db): Pick<SourceReads, "unknownStatuses" | "markReported"> => ({
  async unknownStatuses(shop, limit) {
    const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM unknown_status WHERE shop = $1 ORDER BY last_seen_at DESC, id LIMIT $2`, [shop, limit]);
    const { rows: [counted] } = await db.query<{ total: number }>("SELECT count(*)::int AS total FROM unknown_status WHERE shop = $1", [shop]);
    return { rows: rows.map(statusOf), total: counted?.total ?? 0 };
  },
  async markReported(shop, status, now) {
    const { rows: [row] } = await db.query<Row>(`UPDATE unknown_status SET reported_at = coalesce(reported_at, $3) WHERE shop = $1 AND id = $2 RETURNING ${COLUMNS}`, [shop, status, isoOrNull(now)]);
    return row ? statusOf(row) : null;
  },
});

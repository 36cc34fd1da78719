import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Scan, Source, Timing } from "#app/domain/shipments/scan.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";
import { unreadable, type UnknownScan } from "./unknown-statuses.ts";

/** A row of table `scan`, as the driver returns it. */
export type ScanRow = {
  shipment_id: ShipmentId; key: string; source: Source; occurred_at: Date; timing: Timing; received_at: Date; carrier: string | null; tracking_number: string | null; code: string; text: string | null;
  milestone: Milestone; exception: ExceptionCategory | null; reason: string | null; city: string | null; region: string | null; country: string | null; zip: string | null; carrier_eta: Date | null;
  photo: boolean | null; signature: boolean | null; withdrawn: boolean;
};

export const SCAN_TYPES = `shipment_id text, key text, source text, occurred_at timestamptz, timing text, received_at timestamptz, carrier text, tracking_number text, code text, text text, milestone text,
  exception text, reason text, city text, region text, country text, zip text, carrier_eta timestamptz, photo boolean, signature boolean, withdrawn boolean`;
export const SCAN_COLUMNS = SCAN_TYPES.split(",").map((column) => column.trim().split(" ")[0] ?? "");

/** The scan a row stands for. */
export const scanOf = (row: ScanRow): Scan => ({
  key: row.key, source: row.source, occurredAt: instantOf(row.occurred_at), timing: row.timing, receivedAt: instantOf(row.received_at), carrier: row.carrier, trackingNumber: row.tracking_number,
  code: row.code, text: row.text, milestone: row.milestone, exception: row.exception, reason: row.reason,
  place: [row.city, row.region, row.country, row.zip].some((part) => part !== null) ? { city: row.city, region: row.region, country: row.country, zip: row.zip } : null,
  carrierEta: instantOrNull(row.carrier_eta), proof: row.photo === null && row.signature === null ? null : { photo: row.photo, signature: row.signature }, withdrawn: row.withdrawn,
});

/** A scan together with the parcel it belongs to. */
export type ScanToWrite = { readonly shop: ShopId; readonly shipmentId: ShipmentId; readonly scan: Scan };

/** The columns of a scan, for a set-based insert. */
export const scanRow = ({ shop, shipmentId, scan }: ScanToWrite) => ({
  shop, shipment_id: shipmentId, key: scan.key, source: scan.source, occurred_at: isoOrNull(scan.occurredAt), timing: scan.timing, received_at: isoOrNull(scan.receivedAt),
  carrier: scan.carrier, tracking_number: scan.trackingNumber, code: scan.code, text: scan.text, milestone: scan.milestone, exception: scan.exception, reason: scan.reason,
  city: scan.place?.city ?? null, region: scan.place?.region ?? null, country: scan.place?.country ?? null, zip: scan.place?.zip ?? null, carrier_eta: isoOrNull(scan.carrierEta),
  photo: scan.proof?.photo ?? null, signature: scan.proof?.signature ?? null, withdrawn: scan.withdrawn,
});

/**
 * Adds statements not known yet and answers those of them nothing could read. What happened before its source could tell
 * us (before the app was installed, the feed connected, the feed asked to watch) is kept apart from the source's lag.
 */
export const addScans = async (db: Db, scans: readonly ScanToWrite[]): Promise<readonly UnknownScan[]> => {
  if (scans.length === 0) return [];
  const { rows } = await db.query<UnknownScan>(
    `WITH added AS (
       INSERT INTO scan (shop, ${SCAN_COLUMNS.join(", ")}, backdated)
       SELECT x.shop, ${SCAN_COLUMNS.map((name) => `x.${name}`).join(", ")}, coalesce(x.occurred_at < greatest(o.installed_at, c.connected_at, w.registered_at), false)
       FROM jsonb_to_recordset($1::jsonb) AS x(shop text, ${SCAN_TYPES})
         LEFT JOIN shop o ON o.shop = x.shop LEFT JOIN feed_connection c ON c.shop = x.shop AND c.source = x.source
         LEFT JOIN LATERAL (SELECT min(f.registered_at) AS registered_at FROM feed_watch f WHERE f.shop = x.shop AND f.shipment_id = x.shipment_id AND f.source = x.source) w ON true
       ORDER BY x.shop, x.shipment_id, x.key ON CONFLICT (shop, shipment_id, key) DO NOTHING
       RETURNING *)
     SELECT shop, shipment_id, key FROM added WHERE ${unreadable("added")}`,
    [jsonRows(scans.map(scanRow))],
  );
  return rows;
};

/** Notes of known statements that their source took them back or stands by them again, or deleted them, or that we heard of them earlier than we thought. */
export const changeScans = async (db: Db, scans: readonly ScanToWrite[]): Promise<void> => {
  if (scans.length === 0) return;
  await db.query(
    `UPDATE scan s SET withdrawn = x.withdrawn, reason = x.reason, received_at = least(s.received_at, x.received_at)
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, key text, withdrawn boolean, reason text, received_at timestamptz) WHERE s.shop = x.shop AND s.shipment_id = x.shipment_id AND s.key = x.key`,
    [jsonRows(scans.map(({ shop, shipmentId, scan }) => ({ shop, shipment_id: shipmentId, key: scan.key, withdrawn: scan.withdrawn, reason: scan.reason, received_at: isoOrNull(scan.receivedAt) })))],
  );
};

import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { PLAIN, type Scan, type Source } from "#app/domain/shipments/scan.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `scan`, as the driver returns it. */
export type ScanRow = {
  shipment_id: ShipmentId; key: string; source: Source; occurred_at: Date; received_at: Date; code: string; text: string | null; milestone: Milestone;
  exception: ExceptionCategory | null; reason: string | null; city: string | null; region: string | null; country: string | null; zip: string | null; carrier_eta: Date | null;
};

export const SCAN_COLUMNS = "shipment_id, key, source, occurred_at, received_at, code, text, milestone, exception, reason, city, region, country, zip, carrier_eta";

/** The scan a row stands for. */
export const scanOf = (row: ScanRow): Scan => ({
  key: row.key, source: row.source, occurredAt: instantOf(row.occurred_at), receivedAt: instantOf(row.received_at), code: row.code, text: row.text,
  milestone: row.milestone, exception: row.exception, reason: row.reason,
  place: [row.city, row.region, row.country, row.zip].some((part) => part !== null) ? { city: row.city, region: row.region, country: row.country, zip: row.zip } : null,
  carrierEta: instantOrNull(row.carrier_eta), ...PLAIN,
});

/** A scan together with the parcel it belongs to. */
export type ScanToWrite = { readonly shop: ShopId; readonly shipmentId: ShipmentId; readonly scan: Scan };

/** The columns of a scan, for a set-based insert. */
export const scanRow = ({ shop, shipmentId, scan }: ScanToWrite) => ({
  shop, shipment_id: shipmentId, key: scan.key, source: scan.source, occurred_at: isoOrNull(scan.occurredAt), received_at: isoOrNull(scan.receivedAt), code: scan.code, text: scan.text,
  milestone: scan.milestone, exception: scan.exception, reason: scan.reason, city: scan.place?.city ?? null, region: scan.place?.region ?? null,
  country: scan.place?.country ?? null, zip: scan.place?.zip ?? null, carrier_eta: isoOrNull(scan.carrierEta),
});

export const SCAN_TYPES = `key text, source text, occurred_at timestamptz, received_at timestamptz, code text, text text, milestone text, exception text, reason text,
  city text, region text, country text, zip text, carrier_eta timestamptz`;

/** Adds statements not known yet; a known one stays as it first arrived. */
export const writeScans = async (db: Db, scans: readonly ScanToWrite[]): Promise<void> => {
  if (scans.length === 0) return;
  await db.query(
    `INSERT INTO scan (shop, ${SCAN_COLUMNS}) SELECT shop, ${SCAN_COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, ${SCAN_TYPES})
     ORDER BY shop, shipment_id, key ON CONFLICT (shop, shipment_id, key) DO NOTHING`,
    [jsonRows(scans.map(scanRow))],
  );
};

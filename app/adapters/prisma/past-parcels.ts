import type { DateStore, PastImport } from "#app/application/ports.ts";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type pg from "pg";
import { instantOf, isoOrNull, jsonRows, type Db } from "./sql.ts";
import { inTransaction } from "./transact.ts";

type Row = {
  key: string; ordered_at: Instant | null; handed_over_at: Instant | null; near_at: Instant | null; arrived_at: Instant | null;
  location: string | null; carrier: string | null; service: string | null; country: string | null; region: string | null; zip: string | null; items: number;
};
type ImportRow = { id: string; name: string; rows: number; added: number; repeated: number; imported_at: Date };

/** Rows are read and written so many at a time: neither the driver nor the embedded database ever holds them all. */
const AT_ONCE = 20_000;
const WRITTEN_AT_ONCE = 5_000;
/** A number no carrier knew for so long is followed by nobody; before that the parcel may still stand in the warehouse. */
const UNKNOWN_FOR = "14 days";

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Who teaches something of those known since $2. */
const TEACHES = `(s.created_at >= $2::timestamptz OR s.accepted_at >= $2::timestamptz)
      AND NOT s.cancelled AND s.milestone NOT IN ('returning', 'returned', 'undeliverable', 'cancelled')
      AND NOT (s.milestone IN ('unknown', 'label_created') AND (s.tracking_number IS NULL OR s.created_at < (SELECT at FROM newest) - interval '${UNKNOWN_FOR}'))`;
const NEWEST = "newest AS MATERIALIZED (SELECT max(created_at) AS at FROM shipment WHERE shop = $1)";

/** The share $4 of all keys, chosen by nothing but themselves. */
const sampled = (key: string): string => `($4::float8 >= 1 OR ('x' || left(md5(${key}), 8))::bit(32)::bigint < $4::float8 * 4294967296)`;

/**
 * One slice of a shop's parcels in the order of their ids. A parcel whose first scan is its delivery was handed over at some time nobody saw: when the
 * merchant marked it sent is the best there is. One that arrived before it was sent, or that nobody follows, teaches nothing. Scans are looked up parcel by
 * parcel: joined as a set, every slice would read all that were ever kept.
 */
const OWN = `
  WITH ${NEWEST},
  slice AS MATERIALIZED (
    SELECT s.id, s.created_at, s.items, s.carrier, s.location_id, o.created_at AS ordered_at, o.location_id AS order_location, o.shipping_method, o.country, o.region, o.zip,
      CASE WHEN s.milestone = 'delivered' THEN s.delivered_at END AS arrived_at,
      CASE WHEN s.milestone = 'delivered' AND coalesce(s.accepted_at >= s.delivered_at, true) THEN s.created_at ELSE s.accepted_at END AS handed_over_at
    FROM shipment s LEFT JOIN "order" o ON o.shop = s.shop AND o.id = s.order_id
    WHERE s.shop = $1 AND s.id > $3 AND ${TEACHES} AND ${sampled("s.id")}
    ORDER BY s.id LIMIT ${AT_ONCE})
  SELECT s.id AS key, ${ms("s.ordered_at")} AS ordered_at, ${ms("s.handed_over_at")} AS handed_over_at, ${ms("n.at")} AS near_at, ${ms("s.arrived_at")} AS arrived_at,
    coalesce(s.location_id, s.order_location) AS location, lower(s.carrier) AS carrier, lower(s.shipping_method) AS service, s.country, s.region, s.zip,
    greatest(1, (SELECT coalesce(sum((item->>'quantity')::int), 1) FROM jsonb_array_elements(s.items) AS e(item)))::int AS items,
    coalesce(s.arrived_at < s.handed_over_at, false) AS never_sent
  FROM slice s CROSS JOIN LATERAL (
    SELECT min(c.occurred_at) AS at FROM scan c
    WHERE c.shop = $1 AND c.shipment_id = s.id AND upper(c.region) = upper(s.region) AND upper(coalesce(c.country, s.country)) = upper(s.country)
      AND NOT c.withdrawn AND c.milestone NOT IN ('unknown', 'label_created') AND c.occurred_at <= coalesce(s.arrived_at, c.occurred_at)) n ORDER BY s.id`;

const IMPORTED = `
  SELECT key, ${ms("ordered_at")} AS ordered_at, ${ms("handed_over_at")} AS handed_over_at, ${ms("near_at")} AS near_at, ${ms("arrived_at")} AS arrived_at, location, carrier, service, country, region, zip, items
  FROM past_parcel WHERE shop = $1 AND key > $3 AND greatest(ordered_at, handed_over_at) >= $2::timestamptz AND ${sampled("key")} ORDER BY key LIMIT ${AT_ONCE}`;

const COUNTED = `
  WITH ${NEWEST}
  SELECT ((SELECT count(*) FROM shipment s WHERE s.shop = $1 AND ${TEACHES}) + (SELECT count(*) FROM past_parcel WHERE shop = $1 AND greatest(ordered_at, handed_over_at) >= $2::timestamptz))::float8 AS many`;

const parcelOf = (row: Row): PastParcel => ({
  key: row.key, orderedAt: row.ordered_at, handedOverAt: row.handed_over_at, nearAt: row.near_at, arrivedAt: row.arrived_at, location: row.location,
  carrier: row.carrier, service: row.service, country: row.country, region: row.region, zip: row.zip, items: row.items,
});

const importOf = (row: ImportRow): PastImport => ({ id: row.id, name: row.name, rows: row.rows, added: row.added, repeated: row.repeated, at: instantOf(row.imported_at) });

/** The share of a shop's parcels, its own and the imported ones, slice by slice: each query goes on after the last key. */
const inSlices = async (pool: pg.Pool, shop: ShopId, since: Instant, share: number, each: (parcel: PastParcel) => void): Promise<void> => {
  for (const asked of [OWN, IMPORTED]) {
    for (let after: string | null = ""; after !== null;) {
      const { rows }: pg.QueryResult<Row & { never_sent?: boolean }> = await pool.query(asked, [shop, isoOrNull(since), after, share]);
      for (const row of rows) if (row.never_sent !== true) each(parcelOf(row));
      after = rows.length < AT_ONCE ? null : (rows.at(-1)?.key ?? null);
    }
  }
};

/** What a shop's past teaches: its own parcels, and those of files it gave us. */
export const pastParcelsOver = (pool: pg.Pool): Pick<DateStore, "pastParcels" | "eachPastParcel" | "importPast" | "pastImports" | "forgetImport"> => ({
  async pastParcels(shop, since) {
    const parcels: PastParcel[] = [];
    await inSlices(pool, shop, since, 1, (parcel) => parcels.push(parcel));
    return parcels;
  },

  async eachPastParcel(shop, { since, most }, begin) {
    const { rows: [counted] } = await pool.query<{ many: number }>(COUNTED, [shop, isoOrNull(since)]);
    const many = counted?.many ?? 0;
    await inSlices(pool, shop, since, most / Math.max(1, many), begin(Math.min(most, many)));
  },

  importPast: (shop, file, rows, now) =>
    inTransaction(pool, async (db) => {
      await db.query("INSERT INTO past_import (shop, id, name, rows, added, repeated, imported_at) VALUES ($1, $2, $3, 0, 0, 0, $4) ON CONFLICT (shop, id) DO NOTHING", [shop, file.id, file.name.replaceAll("\0", ""), isoOrNull(now)]);
      let added = 0;
      for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE) added += await addRows(db, shop, file.id, rows.slice(from, from + WRITTEN_AT_ONCE));
      const { rows: [kept] } = await db.query<ImportRow>(
        "UPDATE past_import SET name = $3, rows = rows + $4, added = added + $5, repeated = repeated + $4 - $5, imported_at = $6 WHERE shop = $1 AND id = $2 RETURNING id, name, rows, added, repeated, imported_at",
        [shop, file.id, file.name.replaceAll("\0", ""), rows.length, added, isoOrNull(now)]);
      if (!kept) throw new Error("An import that was just written is not there.");
      return importOf(kept);
    }),

  async pastImports(shop) {
    const { rows } = await pool.query<ImportRow>("SELECT id, name, rows, added, repeated, imported_at FROM past_import WHERE shop = $1 ORDER BY imported_at DESC, id", [shop]);
    return rows.map(importOf);
  },

  forgetImport: (shop, id) =>
    inTransaction(pool, async (db) => {
      await db.query("DELETE FROM past_parcel WHERE shop = $1 AND import_id = $2", [shop, id]);
      await db.query("DELETE FROM past_import WHERE shop = $1 AND id = $2", [shop, id]);
    }),
});

const addRows = async (db: Db, shop: ShopId, importId: string, rows: readonly PastParcel[]): Promise<number> => {
  const { rowCount } = await db.query(
    `INSERT INTO past_parcel (shop, key, import_id, ordered_at, handed_over_at, near_at, arrived_at, location, carrier, service, country, region, zip, items)
     SELECT $1, key, $2, ordered_at, handed_over_at, near_at, arrived_at, location, carrier, service, country, region, zip, items
     FROM jsonb_to_recordset($3::jsonb) AS x(key text, ordered_at timestamptz, handed_over_at timestamptz, near_at timestamptz, arrived_at timestamptz, location text, carrier text, service text, country text,
       region text, zip text, items int) ORDER BY key
     ON CONFLICT (shop, key) DO NOTHING`,
    [shop, importId, jsonRows(rows.map((one) => ({
      key: one.key, ordered_at: isoOrNull(one.orderedAt), handed_over_at: isoOrNull(one.handedOverAt), near_at: isoOrNull(one.nearAt), arrived_at: isoOrNull(one.arrivedAt),
      location: one.location, carrier: one.carrier, service: one.service, country: one.country, region: one.region, zip: one.zip, items: one.items,
    })))],
  );
  return rowCount ?? 0;
};

import type { SilenceStore } from "#app/application/ports.ts";
import { gapsOfParcel, type PastScan, type ScannedParcel } from "#app/domain/decisions/silences/gaps-of-parcel.ts";
import { SILENCES_FORMAT, type LearnedSilences } from "#app/domain/decisions/silences/learned-silences.ts";
import type { ScanGap } from "#app/domain/decisions/silences/scan-gap.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import type pg from "pg";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** Parcels read at a time, with all their scans. */
const AT_ONCE = 1_000;
/** Which parcels are in a sample is decided in so many parts, by their ids alone. */
const PARTS = 10_000;
/** An order that waits for longer is not waiting to be packed. */
const WAITS_FOR = days(30);
const MOST_WAITING = 5_000;

type ParcelRow = {
  id: ShipmentId; ordered_at: Instant | null; created_at: Instant; location: string | null; carrier: string | null; number: string | null; has_order: boolean;
  country: string | null; region: string | null; city: string | null; zip: string | null;
  scans: [PastScan["at"], PastScan["milestone"], PastScan["exception"], string | null, string | null, string | null, string | null, string | null][] | null;
};

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** One slice of a shop's parcels in the order of their ids, each with its scans in one array: scans are looked up parcel by parcel. */
const SLICE = `
  WITH slice AS MATERIALIZED (
    SELECT s.id, s.created_at, s.carrier, s.tracking_number, s.location_id, s.order_id FROM shipment s
    WHERE s.shop = $1 AND s.id > $3 AND s.created_at >= $2::timestamptz AND NOT s.cancelled AND abs(hashtext(s.id)::bigint) % ${PARTS} < $4::int ORDER BY s.id LIMIT ${AT_ONCE})
  SELECT s.id, ${ms("o.created_at")} AS ordered_at, ${ms("s.created_at")} AS created_at, coalesce(s.location_id, o.location_id) AS location, s.carrier, s.tracking_number AS number, o.id IS NOT NULL AS has_order,
    o.country, o.region, o.city, o.zip,
    (SELECT json_agg(json_build_array(${ms("c.occurred_at")}, c.milestone, c.exception, c.reason, c.city, c.region, c.country, c.zip) ORDER BY c.occurred_at, c.key)
     FROM scan c WHERE c.shop = $1 AND c.shipment_id = s.id AND NOT c.withdrawn AND c.source NOT IN ('warehouse', 'merchant')) AS scans
  FROM slice s LEFT JOIN "order" o ON o.shop = $1 AND o.id = s.order_id ORDER BY s.id`;

const WAITING = `
  SELECT ${ms("o.created_at")} AS since, o.location_id AS holder, o.country, o.region FROM "order" o
  WHERE o.shop = $1 AND o.created_at >= $2::timestamptz AND o.cancelled_at IS NULL AND NOT EXISTS (SELECT FROM shipment s WHERE s.shop = o.shop AND s.order_id = o.id) ORDER BY o.id LIMIT ${MOST_WAITING}`;

const parcelOf = (row: ParcelRow): ScannedParcel => ({
  orderedAt: row.ordered_at, createdAt: row.created_at, location: row.location, carrier: row.carrier, number: row.number,
  destination: row.has_order ? { country: row.country, region: row.region, city: row.city, zip: row.zip } : null,
  scans: (row.scans ?? []).map(([at, milestone, exception, reason, city, region, country, zip]) => ({ at, milestone, exception, reason, city, region, country, zip })),
});

/** The newest model of a shop, in a transaction or outside; null where there is none in today's format. */
export const learnedSilencesOf = async (db: Db, shop: ShopId): Promise<{ readonly version: string; readonly learned: LearnedSilences } | null> => {
  const { rows: [row] } = await db.query<{ version: string; body: LearnedSilences }>("SELECT version, body FROM silence_model WHERE shop = $1", [shop]);
  return row?.body.format === SILENCES_FORMAT ? { version: row.version, learned: row.body } : null;
};

/** What shops' scans taught about quiet, over one database. */
export const silencesOver = (pool: pg.Pool): SilenceStore => ({
  learned: (shop) => learnedSilencesOf(pool, shop),

  async gaps(shop, since, now, most) {
    const { rows: [counted] } = await pool.query<{ many: number }>("SELECT count(*)::int AS many FROM shipment WHERE shop = $1 AND created_at >= $2::timestamptz AND NOT cancelled", [shop, isoOrNull(since)]);
    const part = Math.min(PARTS, Math.ceil((PARTS * most) / Math.max(1, counted?.many ?? 0)));
    const gaps: ScanGap[] = [];
    for (let after = ""; ;) {
      const { rows } = await pool.query<ParcelRow>(SLICE, [shop, isoOrNull(since), after, part]);
      for (const row of rows) gaps.push(...gapsOfParcel(parcelOf(row)));
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      after = last.id;
    }
    const { rows: waiting } = await pool.query<{ since: Instant; holder: string | null; country: string | null; region: string | null }>(WAITING, [shop, isoOrNull(minus(now, WAITS_FOR))]);
    for (const one of waiting) gaps.push({ stage: "before_label", step: "any", until: null, ...one });
    return gaps;
  },

  async keep(shop, { version, learned, gaps }, now) {
    await pool.query(
      `INSERT INTO silence_model (shop, version, fitted_at, gaps, body) SELECT $1, $2, $3, $4, x.body FROM json_to_recordset($5::json) AS x(body json)
       ON CONFLICT (shop) DO UPDATE SET version = excluded.version, fitted_at = excluded.fitted_at, gaps = excluded.gaps, body = excluded.body`,
      [shop, version, isoOrNull(now), gaps, jsonRows([{ body: learned }])],
    );
  },

  async dueForSilences(before, limit) {
    const { rows } = await pool.query<{ shop: ShopId }>(
      `SELECT o.shop FROM shop o JOIN import_run r ON r.shop = o.shop AND r.phase = 'done' LEFT JOIN silence_model m ON m.shop = o.shop
       WHERE o.uninstalled_at IS NULL AND (m.shop IS NULL OR m.fitted_at < $1 OR m.body->>'format' <> '${SILENCES_FORMAT}') ORDER BY m.fitted_at NULLS FIRST, o.shop LIMIT $2`,
      [isoOrNull(before), limit]);
    return rows.map(({ shop }) => shop);
  },
});

import type { DateStore } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import type pg from "pg";
import { bytesOf, FORMAT } from "./date-model-bytes.ts";
import { dateReadsOf } from "./date-reads.ts";
import { locationsOver } from "./locations.ts";
import { pastParcelsOver } from "./past-parcels.ts";
import { rehearsalBytes, rehearsalIn } from "./rehearsal-bytes.ts";
import { isoOrNull, jsonRows } from "./sql.ts";
import { waitingOrdersOver } from "./waiting-orders.ts";

/** A table outlives its end this long: an order placed on its last day may be told of, or disputed, weeks later. */
const KEEP_TABLES = days(100);

/** Installed shops whose past has been read; the one that waited longest first, who never had it before all. */
const INSTALLED = "shop o JOIN import_run r ON r.shop = o.shop AND r.phase = 'done'";
const DUE_FOR_REFIT = `
  SELECT o.shop FROM ${INSTALLED} LEFT JOIN date_model m ON m.shop = o.shop
  WHERE o.uninstalled_at IS NULL AND (m.shop IS NULL OR m.fitted_at < $1 OR get_byte(substring(m.learned FROM 1 FOR 1), 0) <> ${FORMAT}) ORDER BY m.fitted_at NULLS FIRST, o.shop LIMIT $2`;
const DUE_FOR_MEASURE = `
  SELECT o.shop FROM ${INSTALLED} LEFT JOIN date_conditions c ON c.shop = o.shop
  WHERE o.uninstalled_at IS NULL AND (c.shop IS NULL OR c.measured_at < $1) ORDER BY c.measured_at NULLS FIRST, o.shop LIMIT $2`;

/** Everything about dates that is kept, over one database. */
export const datesOver = (pool: pg.Pool): DateStore => {
  const dueShops = async (asked: string, before: Instant, limit: number): Promise<readonly ShopId[]> =>
    (await pool.query<{ shop: ShopId }>(asked, [isoOrNull(before), limit])).rows.map((row) => row.shop);
  return {
    ...dateReadsOf(pool), ...pastParcelsOver(pool), ...waitingOrdersOver(pool), ...locationsOver(pool),

    async keepModel(shop, { version, learned, rehearsal }, now) {
      await pool.query(
        `INSERT INTO date_model (shop, version, fitted_on, fitted_at, hand_offs, arrivals, lanes, learned, rehearsal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (shop) DO UPDATE SET version = excluded.version, fitted_on = excluded.fitted_on, fitted_at = excluded.fitted_at, hand_offs = excluded.hand_offs, arrivals = excluded.arrivals,
           lanes = excluded.lanes, learned = excluded.learned, rehearsal = excluded.rehearsal`,
        [shop, version, learned.fittedOn, isoOrNull(now), learned.parcels.handOffs, learned.parcels.arrivals, learned.lanes.length, bytesOf(learned), rehearsalBytes(rehearsal)],
      );
    },
    async rehearsal(shop) {
      const { rows: [row] } = await pool.query<{ rehearsal: Buffer }>("SELECT rehearsal FROM date_model WHERE shop = $1", [shop]);
      return rehearsalIn(row?.rehearsal ?? null);
    },
    dueForRefit: (before, limit) => dueShops(DUE_FOR_REFIT, before, limit),

    async keepConditions(shop, conditions) {
      await pool.query(
        "INSERT INTO date_conditions (shop, measured_at, body) SELECT $1, $2, x.body FROM json_to_recordset($3::json) AS x(body json) ON CONFLICT (shop) DO UPDATE SET measured_at = excluded.measured_at, body = excluded.body",
        [shop, isoOrNull(conditions.measuredAt), jsonRows([{ body: conditions }])],
      );
    },
    dueForMeasure: (before, limit) => dueShops(DUE_FOR_MEASURE, before, limit),

    async keepTable(shop, table) {
      const published = (table.published * 1_000) as Instant;
      await pool.query(
        "INSERT INTO date_table (shop, id, published_at, expires_at, body) SELECT $1, $2, $3, $4, x.body FROM json_to_recordset($5::json) AS x(body json) ON CONFLICT (shop, id) DO NOTHING",
        [shop, table.id, isoOrNull(published), isoOrNull((table.expires * 1_000) as Instant), jsonRows([{ body: table }])],
      );
      await pool.query("DELETE FROM date_table WHERE shop = $1 AND expires_at < $2", [shop, isoOrNull(minus(published, KEEP_TABLES))]);
    },
  };
};

import type { DateStore, ShopLocation } from "#app/application/ports.ts";
import type pg from "pg";
import { jsonRows } from "./sql.ts";
import { inTransaction } from "./transact.ts";

/** The places a shop sends from. Keeping them replaces all that were known: Shopify always names every one. */
export const locationsOver = (pool: pg.Pool): Pick<DateStore, "locations" | "namedLocations" | "keepLocations"> => ({
  async locations(shop) {
    const { rows } = await pool.query<ShopLocation>(`SELECT id, name, country, region, zip, active FROM location WHERE shop = $1 ORDER BY active DESC, name COLLATE "C", id`, [shop]);
    return rows;
  },

  // The last sixty days before the newest order or parcel: whose clock is asked does not matter then.
  async namedLocations(shop) {
    const { rows } = await pool.query<{ location_id: string }>(
      `WITH named AS (SELECT location_id, created_at FROM shipment WHERE shop = $1 UNION ALL SELECT location_id, created_at FROM "order" WHERE shop = $1)
       SELECT DISTINCT location_id FROM named WHERE location_id IS NOT NULL AND created_at > (SELECT max(created_at) FROM named) - interval '60 days' ORDER BY location_id`, [shop]);
    return rows.map((row) => row.location_id);
  },

  keepLocations: (shop, locations) =>
    inTransaction(pool, async (db) => {
      await db.query("DELETE FROM location WHERE shop = $1 AND id <> ALL($2)", [shop, locations.map((one) => one.id)]);
      await db.query(
        `INSERT INTO location (shop, id, name, country, region, zip, active)
         SELECT DISTINCT ON (id) $1, id, name, country, region, zip, active FROM jsonb_to_recordset($2::jsonb) AS x(id text, name text, country text, region text, zip text, active boolean) ORDER BY id
         ON CONFLICT (shop, id) DO UPDATE SET name = excluded.name, country = excluded.country, region = excluded.region, zip = excluded.zip, active = excluded.active`,
        [shop, jsonRows(locations)],
      );
    }),
});

import type { ShopDirectory, ShopInfo, ShopRecord, Store } from "#app/application/ports.ts";
import { defaultPolicy, type Policy } from "#app/domain/decisions/policy.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { readSettings, writeSettings } from "./shop-settings.ts";
import { instantOf, instantOrNull, isoOrNull, type Db } from "./sql.ts";

type Row = {
  shop: ShopId; gid: string; name: string; email: string; currency: string; zone: TimeZone; country: string | null; primary_url: string;
  scopes: string[]; token: string; installed_at: Date; uninstalled_at: Date | null; synced_until: Date | null; returned_at: Date | null;
};
const COLUMNS = "shop, gid, name, email, currency, zone, country, primary_url, scopes, token, installed_at, uninstalled_at, synced_until, returned_at";

/** The shops that use Hither and what their merchants have set. `newToken` names a shop in carriers' webhook addresses and must not be guessable. */
export const shopsOf = (db: Db, { newToken }: { readonly newToken: () => string }): ShopDirectory => {
  const one = async (where: string, value: string): Promise<ShopRecord | null> => {
    const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM shop WHERE ${where} = $1`, [value]);
    return row ? recordOf(row) : null;
  };
  return {
    find: (shop) => one("shop", shop),
    findByToken: (token) => one("token", token),

    async install(shop, info, scopes, now) {
      const { rows: [row] } = await db.query<Row>(
        `INSERT INTO shop (shop, gid, name, email, currency, zone, country, primary_url, scopes, token, installed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (shop) DO UPDATE SET gid = excluded.gid, name = excluded.name, email = excluded.email, currency = excluded.currency, zone = excluded.zone,
           country = excluded.country, primary_url = excluded.primary_url, scopes = excluded.scopes,
           installed_at = CASE WHEN shop.uninstalled_at IS NULL THEN shop.installed_at ELSE excluded.installed_at END, uninstalled_at = NULL
         RETURNING ${COLUMNS}`,
        [shop, info.gid, info.name, info.email, info.currency, info.zone, info.country, info.primaryUrl, scopes, newToken(), isoOrNull(now)],
      );
      if (!row) throw new Error("An upsert returned no row.");
      return recordOf(row);
    },

    async update(shop, change) {
      await db.query(
        `UPDATE shop SET gid = coalesce($2, gid), name = coalesce($3, name), email = coalesce($4, email), currency = coalesce($5, currency), zone = coalesce($6, zone),
           country = CASE WHEN $7 THEN $8 ELSE country END, primary_url = coalesce($9, primary_url) WHERE shop = $1`,
        [shop, change.gid ?? null, change.name ?? null, change.email ?? null, change.currency ?? null, change.zone ?? null, change.country !== undefined, change.country ?? null, change.primaryUrl ?? null],
      );
    },

    async setScopes(shop, scopes) {
      await db.query("UPDATE shop SET scopes = $2 WHERE shop = $1", [shop, scopes]);
    },

    async uninstall(shop, now) {
      await db.query("UPDATE shop SET uninstalled_at = coalesce(uninstalled_at, $2) WHERE shop = $1", [shop, isoOrNull(now)]);
      await db.query("DELETE FROM session WHERE shop = $1", [shop]);
    },

    settings: (shop) => readSettings(db, shop),
    saveSettings: (shop, change, now) => writeSettings(db, shop, change, now),

    async dueForSync(before, now, limit) {
      const { rows } = await db.query<{ shop: ShopId }>(
        "SELECT shop FROM shop WHERE uninstalled_at IS NULL AND (synced_until IS NULL OR synced_until < $1) AND (sync_not_before IS NULL OR sync_not_before <= $2) ORDER BY synced_until NULLS FIRST LIMIT $3",
        [isoOrNull(before), isoOrNull(now), limit],
      );
      return rows.map((row) => row.shop);
    },

    async putOffSync(shop, until) {
      await db.query("UPDATE shop SET sync_not_before = $2 WHERE shop = $1", [shop, isoOrNull(until)]);
    },

    async markSynced(shop, until) {
      await db.query("UPDATE shop SET synced_until = greatest(synced_until, $2) WHERE shop = $1", [shop, isoOrNull(until)]);
    },

    // While Shopify cannot be asked the comparison stays old: an absence noted after it is the same absence.
    async left(before) {
      const { rows } = await db.query<{ shop: ShopId; synced_until: Date }>(
        "SELECT shop, synced_until FROM shop WHERE uninstalled_at IS NULL AND synced_until < $1 AND (returned_at IS NULL OR returned_at < synced_until) ORDER BY shop", [isoOrNull(before)]);
      return rows.map((row) => ({ shop: row.shop, since: instantOf(row.synced_until) }));
    },

    async markReturned(shop, now) {
      await db.query("UPDATE shop SET returned_at = greatest(returned_at, $2) WHERE shop = $1", [shop, isoOrNull(now)]);
    },
  };
};

/** The policy in force for a shop: what its merchant saved, or the defaults in the shop's own time zone. */
export const policiesOf = (db: Db): Store["policies"] => ({
  async of(shop) {
    const { rows: [row] } = await db.query<{ policy: Partial<Policy> | null; zone: TimeZone | null; country: string | null }>(
      "SELECT s.policy, o.zone, o.country FROM (SELECT $1::text AS shop) asked LEFT JOIN shop o USING (shop) LEFT JOIN shop_settings s USING (shop)", [shop]);
    return { ...defaultPolicy(row?.zone ?? UTC, row?.country ?? null), ...row?.policy };
  },
});

const UTC = "UTC" as TimeZone;

const infoOf = (row: Row): ShopInfo => ({ gid: row.gid, name: row.name, email: row.email, currency: row.currency, zone: row.zone, country: row.country, primaryUrl: row.primary_url });

const recordOf = (row: Row): ShopRecord => ({
  ...infoOf(row), shop: row.shop, installedAt: instantOf(row.installed_at), uninstalledAt: instantOrNull(row.uninstalled_at), scopes: row.scopes,
  syncedUntil: instantOrNull(row.synced_until), returnedAt: instantOrNull(row.returned_at), token: row.token,
});

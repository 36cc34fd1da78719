import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** The query points each shop has left, shared by every process. */
export interface ApiBudget {
  /** Takes `cost` points, or says after how many milliseconds they will be there. */
  reserve(shop: ShopId, cost: number, now: Instant): Promise<{ readonly outcome: "granted" } | { readonly outcome: "wait"; readonly ms: number }>;
  /** What Shopify says is left: its word replaces our count. */
  report(shop: ShopId, bucket: { readonly available: number; readonly maximum: number; readonly restoreRate: number }, now: Instant): Promise<void>;
}

/** The smallest bucket Shopify's recorded answers show, until a shop's own is known: 2,000 points, 100 back a second (12,942 answers, 2026-11). */
const UNKNOWN = { maximum: 2_000, restoreRate: 100 };

/** What the bucket holds at $2. A clock that was set back restores nothing. */
const NOW_AVAILABLE = "least(b.maximum, b.available + b.restore_rate * greatest(0, extract(epoch FROM ($2::timestamptz - b.at))))";

/** The buckets of all shops in one table, so that every process spends from the same points. */
export const apiBudgetOver = (db: Db): ApiBudget => ({
  async reserve(shop, cost, now) {
    await db.query("INSERT INTO api_budget (shop, available, maximum, restore_rate, at) VALUES ($1, $3, $3, $4, $2) ON CONFLICT (shop) DO NOTHING", [shop, isoOrNull(now), UNKNOWN.maximum, UNKNOWN.restoreRate]);
    // A query larger than the whole bucket waits for a full one; Shopify itself decides then.
    const { rowCount } = await db.query(
      `UPDATE api_budget b SET available = ${NOW_AVAILABLE} - $3::float8, at = greatest(b.at, $2::timestamptz) WHERE b.shop = $1 AND ${NOW_AVAILABLE} >= least($3::float8, b.maximum)`,
      [shop, isoOrNull(now), cost],
    );
    if (rowCount === 1) return { outcome: "granted" };
    const { rows: [row] } = await db.query<{ missing: number; rate: number }>(
      `SELECT least($3::float8, b.maximum) - ${NOW_AVAILABLE} AS missing, b.restore_rate AS rate FROM api_budget b WHERE b.shop = $1`, [shop, isoOrNull(now), cost]);
    return { outcome: "wait", ms: row ? Math.max(50, Math.ceil((row.missing / Math.max(1, row.rate)) * 1_000)) : 50 };
  },
  async report(shop, { available, maximum, restoreRate }, now) {
    await db.query(
      `INSERT INTO api_budget (shop, available, maximum, restore_rate, at) VALUES ($1, $3, $4, $5, $2)
       ON CONFLICT (shop) DO UPDATE SET available = excluded.available, maximum = excluded.maximum, restore_rate = excluded.restore_rate, at = excluded.at`,
      [shop, isoOrNull(now), available, maximum, restoreRate],
    );
  },
});

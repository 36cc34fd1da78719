import type { Credentials, FeedConnection, FeedDirectory } from "#app/application/ports.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import { feedWatchesOver } from "./feed-watches.ts";
import type { SecretBox } from "./sealed.ts";
import { instantOf, instantOrNull, isoOrNull, type Db } from "./sql.ts";

type Row = { shop: ShopId; source: FeedSource; credentials_sealed: string; connected_at: Date; paused_until: Date | null; trouble: string | null; failures: number };

/** What a feed's credentials are sealed for; another feed's do not open in their place. */
const sealedFor = (shop: ShopId, source: FeedSource) => ({ shop, column: `feed_connection.${source}` });

/** A day in UTC as a `date` column takes it. */
const utcDay = (at: Parameters<typeof iso>[0]): string => iso(at).slice(0, 10);

/** The feeds shops have connected, over one database. */
export const feedsOver = (db: Db, box: SecretBox): FeedDirectory => ({
  ...feedWatchesOver(db),

  // Credentials sealed with a key we no longer have read as a feed that is not connected: the merchant enters them again.
  async connections(shop) {
    const { rows } = await db.query<Row>("SELECT shop, source, credentials_sealed, connected_at, paused_until, trouble, failures FROM feed_connection WHERE shop = $1 ORDER BY connected_at, source", [shop]);
    return rows.flatMap((row): FeedConnection[] => {
      const opened = box.open(row.credentials_sealed, sealedFor(row.shop, row.source));
      return opened === null ? [] : [{
        shop: row.shop, source: row.source, credentials: JSON.parse(opened) as Credentials, connectedAt: instantOf(row.connected_at),
        pausedUntil: instantOrNull(row.paused_until), trouble: row.trouble, failures: row.failures,
      }];
    });
  },

  async connect(shop, source, credentials, now) {
    await db.query(
      `INSERT INTO feed_connection (shop, source, credentials_sealed, connected_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (shop, source) DO UPDATE SET credentials_sealed = excluded.credentials_sealed, paused_until = NULL, trouble = NULL, failures = 0`,
      [shop, source, box.seal(JSON.stringify(credentials), sealedFor(shop, source)), isoOrNull(now)],
    );
  },

  async disconnect(shop, source) {
    await db.query(
      `WITH gone AS (DELETE FROM feed_connection WHERE shop = $1 AND source = $2),
         unheard AS (DELETE FROM feed_watch WHERE shop = $1 AND source = $2 AND heard_at IS NULL AND checked_at IS NULL)
       UPDATE feed_watch SET registered_at = NULL, next_poll_at = NULL, carrier = NULL, pushes = false
       WHERE shop = $1 AND source = $2 AND registered_at IS NOT NULL AND (heard_at IS NOT NULL OR checked_at IS NOT NULL)`,
      [shop, source],
    );
  },

  async noteCall(shop, source, { trouble, pausedUntil }) {
    await db.query(
      `UPDATE feed_connection SET trouble = $3::text, paused_until = CASE WHEN $3::text IS NULL THEN NULL ELSE $4::timestamptz END, failures = CASE WHEN $3::text IS NULL THEN 0 ELSE failures + 1 END
       WHERE shop = $1 AND source = $2 AND ($3::text IS NOT NULL OR trouble IS NOT NULL OR paused_until IS NOT NULL OR failures > 0)`,
      [shop, source, trouble?.replaceAll("\0", "").slice(0, 2_000) ?? null, isoOrNull(pausedUntil)],
    );
  },

  // A process whose clock is a moment behind at midnight takes from the new day too, and does not bring the old one back.
  async spend(shop, source, wanted, perDay, now) {
    const { rows: [row] } = await db.query<{ granted: number }>(
      `WITH so AS (
         SELECT shop, source, CASE WHEN calls_on >= $5::date THEN calls ELSE 0 END AS used FROM feed_connection WHERE shop = $1 AND source = $2 FOR UPDATE),
         granted AS (SELECT shop, source, used, greatest(0, least($3::int, coalesce($4::int - used, $3::int))) AS granted FROM so)
       UPDATE feed_connection c SET calls = g.used + g.granted, calls_on = greatest(c.calls_on, $5::date) FROM granted g WHERE c.shop = g.shop AND c.source = g.source RETURNING g.granted`,
      [shop, source, wanted, perDay, utcDay(now)],
    );
    return row?.granted ?? 0;
  },
});

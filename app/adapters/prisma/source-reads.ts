import type { EventsKey, SourceLag, SourceReads } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, iso, minus } from "#app/domain/shared/time.ts";
import { FEED_SOURCES, type Source } from "#app/domain/shipments/scan.ts";
import { openOrNull, type SecretBox } from "./sealed.ts";
import { instantOf, instantOrNull, isoOrNull, type Db } from "./sql.ts";
import { unknownStatusesOver } from "./unknown-statuses.ts";

const SOURCES: readonly Source[] = ["shopify", "warehouse", "merchant", ...FEED_SOURCES];
/** The newest so many scans of a source tell its lag; a page never waits for a million rows. */
const MOST_SCANS = 10_000;
const MOST_WATCHES = 10_000;
const RECENT = days(30);

/**
 * Nearest-rank percentiles in minutes, over an index, one source at a time. Only scans whose time was stated exactly, and that
 * happened when their source could already have told us: what a back-fill or the first answer about a parcel brings from the
 * past was never late. What an outage of ours delayed was, however long. A clock ahead of ours counts as no lag.
 * A warehouse tells of steps, before there is a parcel to scan.
 */
const LAGS = `
  SELECT s.source, lag.scans, lag.p50, lag.p90, lag.p99,
    greatest((SELECT max(w.heard_at) FROM feed_watch w WHERE w.shop = $1 AND w.source = s.source), (SELECT max(o.received_at) FROM order_step o WHERE o.shop = $1 AND s.source = 'warehouse')) AS heard_at,
    (SELECT max(w.checked_at) FROM feed_watch w WHERE w.shop = $1 AND w.source = s.source AND w.checked_at IS NOT NULL) AS checked_at,
    (SELECT count(*)::int FROM (SELECT 1 FROM feed_watch w WHERE w.shop = $1 AND w.source = s.source AND w.next_poll_at IS NOT NULL LIMIT ${MOST_WATCHES}) watched) AS watching,
    c.source IS NOT NULL AS connected, CASE WHEN c.calls_on >= $3::date THEN c.calls ELSE 0 END AS calls_today
  FROM unnest($2::text[]) WITH ORDINALITY AS s(source, place)
  LEFT JOIN feed_connection c ON c.shop = $1 AND c.source = s.source
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS scans, percentile_disc(0.5) WITHIN GROUP (ORDER BY late) AS p50, percentile_disc(0.9) WITHIN GROUP (ORDER BY late) AS p90, percentile_disc(0.99) WITHIN GROUP (ORDER BY late) AS p99
    FROM (SELECT greatest(0, extract(epoch FROM told.received_at - told.occurred_at) / 60)::float8 AS late FROM (
            (SELECT received_at, occurred_at FROM scan WHERE shop = $1 AND source = s.source AND timing = 'exact' AND NOT backdated AND received_at >= $4::timestamptz ORDER BY received_at DESC LIMIT ${MOST_SCANS})
            UNION ALL (SELECT received_at, occurred_at FROM order_step WHERE shop = $1 AND s.source = 'warehouse' AND received_at >= $4::timestamptz ORDER BY received_at DESC LIMIT ${MOST_SCANS})
          ) told) newest
  ) lag
  ORDER BY s.place`;

type LagRow = { source: Source; scans: number; p50: number | null; p90: number | null; p99: number | null; heard_at: Date | null; checked_at: Date | null; watching: number; connected: boolean; calls_today: number };
type KeyRow = { shop: ShopId; key_id: string; secret_sealed: string; made_at: Date };

/** Which column the secret of a key is sealed for. */
export const EVENTS_KEY_SEALED_FOR = "events_key.secret";

/** What is known about the sources themselves, over one database. */
export const sourceReadsOver = (db: Db, box: SecretBox): SourceReads => {
  const keyOf = (row: KeyRow | undefined): EventsKey | null => {
    const secret = row ? openOrNull(box, row.shop, EVENTS_KEY_SEALED_FOR, row.secret_sealed) : null;
    return row && secret !== null ? { keyId: row.key_id, secret, madeAt: instantOf(row.made_at) } : null;
  };
  return {
    ...unknownStatusesOver(db),

    async lags(shop, now) {
      const { rows } = await db.query<LagRow>(LAGS, [shop, SOURCES, iso(now).slice(0, 10), isoOrNull(minus(now, RECENT))]);
      return rows.filter((row) => row.connected || row.scans > 0 || row.heard_at !== null || row.checked_at !== null).map((row): SourceLag => ({
        source: row.source, scans: row.scans, p50: row.p50 ?? 0, p90: row.p90 ?? 0, p99: row.p99 ?? 0,
        heardAt: instantOrNull(row.heard_at), checkedAt: instantOrNull(row.checked_at), watching: row.watching, callsToday: row.calls_today,
      }));
    },

    async eventsKey(shop) {
      const { rows: [row] } = await db.query<KeyRow>("SELECT shop, key_id, secret_sealed, made_at FROM events_key WHERE shop = $1", [shop]);
      return keyOf(row);
    },
    async ownerOfEventsKey(keyId) {
      const { rows: [row] } = await db.query<KeyRow>("SELECT shop, key_id, secret_sealed, made_at FROM events_key WHERE key_id = $1", [keyId.replaceAll("\0", "")]);
      const key = keyOf(row);
      return row && key ? { ...key, shop: row.shop } : null;
    },
    async saveEventsKey(shop, key) {
      if (key === null) {
        await db.query("DELETE FROM events_key WHERE shop = $1", [shop]);
        return;
      }
      await db.query(
        `INSERT INTO events_key (shop, key_id, secret_sealed, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (shop) DO UPDATE SET key_id = excluded.key_id, secret_sealed = excluded.secret_sealed, made_at = excluded.made_at`,
        [shop, key.keyId, box.seal(key.secret, { shop, column: EVENTS_KEY_SEALED_FOR }), isoOrNull(key.madeAt)],
      );
    },
  };
};

import type { Step } from "#app/domain/journeys/advance.ts";
import type { FeedState } from "#app/domain/shipments/feed-state.ts";
import type { Source } from "#app/domain/shipments/scan.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import { instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** The freshness in a row of table `feed_watch`, as the driver returns it. */
export type FeedStateRow = { shipment_id: ShipmentId; source: Source; number: string; heard_at: Date | null; checked_at: Date | null; whole_at: Date | null; whole_from: Date | null };

export const FEED_STATE_COLUMNS = "shipment_id, source, number, heard_at, checked_at, whole_at, whole_from";

/** How fresh a source's word is, as a row says. */
export const feedStateOf = (row: FeedStateRow): FeedState => ({
  source: row.source, number: row.number, heardAt: instantOrNull(row.heard_at), checkedAt: instantOrNull(row.checked_at), wholeAt: instantOrNull(row.whole_at), wholeFrom: instantOrNull(row.whole_from),
});

const heardIn = ({ shop, shipments }: Step["before"]) =>
  shipments.flatMap(({ id, feeds }) => feeds.map(({ source, number, heardAt, wholeAt, wholeFrom }) => (
    { shop, shipment_id: id, source, number, heard_at: isoOrNull(heardAt), whole_at: isoOrNull(wholeAt), whole_from: isoOrNull(wholeFrom) })));

/** Writes what was heard and leaves alone what asking writes meanwhile: when we last asked, and when we ask again. */
export const writeHeard = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ before, after }) => {
    const known = new Set(heardIn(before).map((row) => JSON.stringify(row)));
    return heardIn(after).filter((row) => !known.has(JSON.stringify(row)));
  });
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO feed_watch (shop, shipment_id, source, number, heard_at, whole_at, whole_from)
     SELECT shop, shipment_id, source, number, heard_at, whole_at, whole_from
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, source text, number text, heard_at timestamptz, whole_at timestamptz, whole_from timestamptz) ORDER BY shop, shipment_id, source, number
     ON CONFLICT (shop, shipment_id, source, number) DO UPDATE SET heard_at = greatest(feed_watch.heard_at, excluded.heard_at), whole_at = excluded.whole_at, whole_from = excluded.whole_from`,
    [jsonRows(rows)],
  );
};

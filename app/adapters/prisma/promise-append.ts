import type { PromiseLedger } from "#app/application/ports.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A line as the columns of a set-based insert. */
const promiseRow = (shop: ShopId, one: ShownDate) => ({
  shop, subject: one.subject, surface: one.surface, stage: one.stage, shown_at: isoOrNull(one.shownAt), order_id: one.orderId, shipment_id: one.shipmentId, earliest: one.earliest, latest: one.latest,
  style: one.style, rate: one.rate, ships_by: one.shipsBy, lane: one.lane, service: one.service, carrier: one.carrier, location: one.location, model: one.model, evidence: one.evidence, because: one.because,
});

const TYPES = `shop text, subject text, surface text, stage text, shown_at timestamptz, order_id text, shipment_id text, earliest date, latest date, style text, rate float8, ships_by date,
  lane text, service text, carrier text, location text, model text, evidence jsonb, because text`;
const COLUMNS = TYPES.split(",").map((column) => column.trim().split(" ")[0] ?? "");

/**
 * Of the rows in `$1`, those that say something else than what their subject was last told on their surface by then, whether that is in the ledger or
 * among the rows themselves. A row written twice finds itself and is left out.
 */
const NEWS = `
  told AS MATERIALIZED (
    SELECT x.*, lag(ROW(x.earliest, x.latest, x.style)) OVER told AS told_before, lag(x.shown_at) OVER told AS told_at
    FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${TYPES})) WITH ORDINALITY AS x(${COLUMNS.join(", ")}, n) WINDOW told AS (PARTITION BY x.subject, x.surface ORDER BY x.shown_at, x.n)),
  news AS (
    SELECT t.* FROM told t LEFT JOIN LATERAL (
      SELECT p.shown_at, ROW(p.earliest, p.latest, p.style) AS said FROM promise p WHERE p.shop = t.shop AND p.subject = t.subject AND p.surface = t.surface AND p.shown_at <= t.shown_at ORDER BY p.shown_at DESC, p.id DESC LIMIT 1
    ) kept ON true
    WHERE ROW(t.earliest, t.latest, t.style) IS DISTINCT FROM CASE WHEN t.told_at IS NULL OR kept.shown_at > t.told_at THEN kept.said ELSE t.told_before END
      AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.shop = t.shop AND p.subject = t.subject AND p.surface = t.surface AND p.shown_at = t.shown_at
        AND (p.earliest, p.latest, p.style) IS NOT DISTINCT FROM (t.earliest, t.latest, t.style)))`;

/** Writes what is news, in the order it was shown. */
const WRITE_NEWS = `WITH ${NEWS} INSERT INTO promise (${COLUMNS.join(", ")})
  SELECT ${COLUMNS.map((name) => (name === "evidence" ? "ARRAY(SELECT jsonb_array_elements_text(evidence))" : name)).join(", ")} FROM news ORDER BY shown_at, n`;

/** Subjects are locked one by one, and the server's table of locks is small (6,400 by default). */
const WRITTEN_AT_ONCE = 500;

/** Adds to the ledger inside a transaction: what is shown is written down with what showed it. */
export const ledgerIn = (db: Db): Pick<PromiseLedger, "add"> => ({ add: (shop, rows) => addShown(db, (work) => work(db), shop, rows) });

/** Nearly always the date was shown before: then it takes one question and no lock. What is news is written `within` a transaction. */
export const addShown = async (db: Db, within: (work: (db: Db) => Promise<void>) => Promise<void>, shop: ShopId, rows: readonly ShownDate[]): Promise<void> => {
  if (rows.length === 0) return;
  const { rows: news } = await db.query<{ n: string }>(`WITH ${NEWS} SELECT n FROM news ORDER BY subject, n`, [jsonRows(rows.map((row) => promiseRow(shop, row)))]);
  const fresh = news.flatMap(({ n }) => rows[Number(n) - 1] ?? []);
  for (let from = 0; from < fresh.length; from += WRITTEN_AT_ONCE) {
    const slice = fresh.slice(from, from + WRITTEN_AT_ONCE);
    await within((locked) => write(locked, shop, slice));
  }
};

/** Of two who show the same date at the same moment the second sees what the first wrote. */
const write = async (db: Db, shop: ShopId, rows: readonly ShownDate[]): Promise<void> => {
  const keys = [...new Set(rows.map((row) => `${shop}/${row.subject}`.replaceAll("\0", "")))].sort();
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended(key, 4)) FROM unnest($1::text[]) AS key", [keys]);
  await db.query(WRITE_NEWS, [jsonRows(rows.map((row) => promiseRow(shop, row)))]);
};

import type { DueCase, Store } from "#app/application/ports.ts";
import type { CaseId, MemberId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { appendCaseEvents } from "./case-events.ts";
import { CASE_COLUMNS, caseOf, writeCases, type CaseDbRow } from "./case-rows.ts";
import { lockOrders } from "./order-lock.ts";
import { instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** What a case is locked by: its order, as journeys are, so that a person and a worker never wait for each other in a circle. An incident has no order: its own name is the lock. */
const LOCK = "coalesce(order_id, 'incident/' || coalesce(incident_id, id))";

/** Cases within a transaction. */
export const casesOf = (db: Db): Store["cases"] => ({
  async find(shop, id) {
    const { rows: [found] } = await db.query<{ lock: OrderId }>(`SELECT ${LOCK} AS lock FROM "case" WHERE shop = $1 AND id = $2`, [shop, id]);
    if (!found) return null;
    await lockOrders(db, shop, [found.lock]);
    const { rows: [row] } = await db.query<CaseDbRow>(`SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND id = $2`, [shop, id]);
    return row ? caseOf(row) : null;
  },
  async openOfOrder(shop, order) {
    await lockOrders(db, shop, [order]);
    const { rows } = await db.query<CaseDbRow>(`SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND order_id = $2 AND status <> 'resolved' ORDER BY opened_at, id`, [shop, order]);
    return rows.map(caseOf);
  },
  save: (cases) => writeCases(db, cases),
  tell: (shop, events) => appendCaseEvents(db, events.map((event) => ({ shop, event }))),
  async load(shop) {
    const { rows } = await db.query<{ owner_id: MemberId; open: number }>(`SELECT owner_id, count(*)::int AS open FROM "case" WHERE shop = $1 AND status <> 'resolved' AND owner_id IS NOT NULL GROUP BY owner_id`, [shop]);
    return new Map(rows.map((row) => [row.owner_id, row.open]));
  },
  takeDue: (limit, now) => takeDue(db, limit, isoOrNull(now)),
  async lookAgain(shop, when) {
    if (when.length === 0) return;
    await db.query(`UPDATE "case" c SET watched_at = x.at FROM jsonb_to_recordset($2::jsonb) AS x(id text, at timestamptz) WHERE c.shop = $1 AND c.id = x.id`, [shop, jsonRows(when.map(({ id, at }) => ({ id, at: isoOrNull(at) })))]);
  },
  async lookAtUnowned(shop, now) {
    await db.query(`UPDATE "case" SET watched_at = least(coalesce(watched_at, $2), $2) WHERE shop = $1 AND status <> 'resolved' AND owner_id IS NULL`, [shop, isoOrNull(now)]);
  },
  async keepFeedback(shop, id, { score, words, at }) {
    const { rowCount } = await db.query(
      `INSERT INTO feedback (shop, case_id, at, score, words) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (shop, case_id) DO UPDATE SET at = excluded.at, score = excluded.score, words = excluded.words WHERE feedback.score <> excluded.score OR feedback.words IS DISTINCT FROM excluded.words`,
      [shop, id, isoOrNull(at), score, words?.replaceAll("\0", "") ?? null],
    );
    return rowCount === 1 ? "kept" : "known";
  },
});

type WatchedRow = CaseDbRow & { country: string | null; carrier: string | null; quiet: boolean | null; told_at: Date | null; updates: number; escalated_at: Date | null };

/** What counts of a story is what it says since the case was last opened. A second statement reads what is locked, for another worker may have been at it. */
const takeDue = async (db: Db, limit: number, now: string | null): Promise<readonly DueCase[]> => {
  const { rows: mine } = await db.query<{ shop: ShopId; id: CaseId }>(
    `WITH due AS MATERIALIZED (SELECT shop, id, ${LOCK} AS lock FROM "case" WHERE watched_at <= $1 ORDER BY watched_at LIMIT $2),
       locks AS MATERIALIZED (SELECT DISTINCT shop, lock FROM due),
       held AS MATERIALIZED (SELECT shop, lock FROM locks WHERE pg_try_advisory_xact_lock(hashtextextended(shop || '/' || lock, 0)))
     SELECT shop, id FROM due JOIN held USING (shop, lock)`,
    [now, limit],
  );
  if (mine.length === 0) return [];
  const { rows } = await db.query<WatchedRow>(
    `SELECT ${CASE_COLUMNS.split(", ").map((column) => `c.${column}`).join(", ")}, o.country, s.carrier, t.quiet, t.told_at, t.updates, t.escalated_at
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text) JOIN "case" c USING (shop, id)
     LEFT JOIN "order" o ON o.shop = c.shop AND o.id = c.order_id LEFT JOIN shipment s ON s.shop = c.shop AND s.id = c.shipment_id
     CROSS JOIN LATERAL (
       SELECT bool_or(e.kind = 'opened' AND e.body->>'quiet' = 'true') AS quiet,
         max(e.at) FILTER (WHERE e.kind = 'told_shopper' AND e.body->>'template' IS DISTINCT FROM 'feedback') AS told_at,
         (count(*) FILTER (WHERE e.kind = 'told_shopper' AND e.body->>'template' = 'still_on_it'))::int AS updates,
         max(e.at) FILTER (WHERE e.kind = 'escalated') AS escalated_at
       FROM case_event e WHERE e.shop = c.shop AND e.case_id = c.id
         AND e.id > coalesce((SELECT max(r.id) FROM case_event r WHERE r.shop = c.shop AND r.case_id = c.id AND r.kind = 'reopened'), 0)
     ) t
     WHERE c.watched_at <= $2 ORDER BY c.watched_at, c.shop, c.id`,
    [jsonRows(mine), now],
  );
  return rows.map((row): DueCase => ({
    case: caseOf(row), about: { country: row.country, carrier: row.carrier },
    trail: { quiet: row.quiet === true, toldAt: instantOrNull(row.told_at), updates: row.updates, escalatedAt: instantOrNull(row.escalated_at) },
  }));
};

import type { PromiseLedger } from "#app/application/ports.ts";
import type { LedgerPage, LedgerRow } from "#app/contracts/dates-views.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type pg from "pg";
import { pageOf, readingOf, type PageQuery } from "./cursor.ts";
import { addShown } from "./promise-append.ts";
import { NO_FATE, readFates, readOutcomes, type Fate } from "./promise-outcomes.ts";
import { PROMISE_COLUMNS, type PromiseRow } from "./promise-rows.ts";
import { ABOUT, OF_ORDERS } from "./promises-of-orders.ts";
import { namesTyped } from "./read-shipments.ts";
import type { Db } from "./sql.ts";
import { inTransaction } from "./transact.ts";

/** The promise ledger, over one database. */
export const ledgerOver = (pool: pg.Pool): PromiseLedger => ({
  add: (shop, rows) => addShown(pool, (work) => inTransaction(pool, work), shop, rows),

  outcomes: (shop, since) => readOutcomes(pool, shop, since),

  page: (shop, query) => readPage(pool, shop, query),

  async ofOrder(shop, order) {
    const { rows } = await pool.query<{ id: string }>(`SELECT p.id FROM promise p WHERE ${OF_ORDERS} ORDER BY p.shown_at, p.id`, [shop, [order]]);
    return ledgerRows(pool, shop, rows.map((row) => row.id));
  },
});

/** One page, newest first; searched by the order's name (with or without its #), an exact id of ours or Shopify's, or the subject itself. */
const readPage = async (pool: pg.Pool, shop: ShopId, query: PageQuery & { readonly search: string }): Promise<LedgerPage> => {
  const { from, backwards } = readingOf(query);
  const place = from && /^\d{1,18}$/.test(from.id) ? from : null;
  const text = query.search.replaceAll("\0", "").trim();
  const { rows: orders } = text === "" ? { rows: [] } : await pool.query<{ id: string }>(`SELECT id FROM "order" WHERE shop = $1 AND name = ANY($2) ORDER BY created_at DESC, id LIMIT 50`, [shop, namesTyped(text)]);
  const { rows: read } = await pool.query<{ id: string; shown_at: Date }>(
    `SELECT p.id, p.shown_at FROM promise p
     WHERE p.shop = $1 AND ${text === "" ? "$2::text[] IS NOT NULL AND $3::text IS NOT NULL" : `p.id IN (${ABOUT} UNION SELECT id FROM promise WHERE shop = $1 AND subject IN ($3, 'shipment:' || $3))`}
       AND ${place ? `(p.shown_at, p.id) ${backwards ? ">" : "<"} ($5::timestamptz, $6::bigint)` : "$5::timestamptz IS NULL AND $6::bigint IS NULL"}
     ORDER BY p.shown_at ${backwards && place ? "ASC" : "DESC"}, p.id ${backwards && place ? "ASC" : "DESC"} LIMIT $4`,
    [shop, [...orders.map((row) => row.id), text], text, query.limit + 1, place?.at ?? null, place?.id ?? null],
  );
  const page = pageOf(read, place ? query : { ...query, after: null, before: null }, (row) => ({ at: row.shown_at, id: row.id }));
  return { ...page, rows: await ledgerRows(pool, shop, page.rows.map((row) => row.id)) };
};

/** Lines by their ids, in the order they were asked for, with what came of them. */
const ledgerRows = async (db: Db, shop: ShopId, ids: readonly string[]): Promise<readonly LedgerRow[]> => {
  const { rows } = await db.query<PromiseRow>(`SELECT ${PROMISE_COLUMNS} FROM promise p WHERE p.shop = $1 AND p.id = ANY($2::bigint[])`, [shop, ids]);
  const fates = await readFates(db, shop, rows);
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []).map((row) => ledgerRowOf({ ...row, ...(fates.get(row.subject) ?? NO_FATE) }));
};

const ledgerRowOf = (row: PromiseRow & Fate): LedgerRow => ({
  id: row.id, shownAt: row.shown_at.toISOString(), surface: row.surface, stage: row.stage, subject: row.subject, orderId: row.order_id, orderName: row.order_name, shipmentId: row.shipment_id,
  window: row.earliest !== null && row.latest !== null ? { from: row.earliest, to: row.latest } : null, style: row.style, rate: row.rate, lane: row.lane, service: row.service, carrier: row.carrier,
  model: row.model, evidence: row.evidence, because: row.because, outcome: outcomeOf(row), deliveredOn: row.delivered_on,
});

/** Whether it came by the last day shown. An offer nobody took, a date withheld, and a parcel that will not come any more have nothing to keep. */
const outcomeOf = (row: PromiseRow & Fate): LedgerRow["outcome"] => {
  if (row.latest === null || row.subject.startsWith("offer:")) return "none";
  if (row.delivered_on !== null) return row.delivered_on <= row.latest ? "kept" : "missed";
  return row.over ? "none" : "waiting";
};

import type { DispatchResult, OutboxItem, Store } from "#app/application/ports.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Intent, PlannedIntent } from "#app/domain/workflows/intent.ts";
import { instantOf, isoOrNull, jsonRows, type Db } from "./sql.ts";

type Row = { id: string; shop: ShopId; key: string; intent: Intent; attempts: number; created_at: Date };

/** Stores intents, each once per (shop, key); a known key is left as it is, whatever became of it. */
export const addIntents = async (db: Db, intents: readonly (PlannedIntent & { readonly shop: ShopId })[], now: Instant): Promise<void> => {
  if (intents.length === 0) return;
  const rows = intents.map(({ shop, key, intent, notBefore }) => ({
    shop, key, kind: intent.kind, intent, order_id: "orderId" in intent ? intent.orderId : null, shipment_id: "shipmentId" in intent ? intent.shipmentId : null, at: isoOrNull(now), due_at: isoOrNull(notBefore ?? now),
  }));
  await db.query(
    `INSERT INTO outbox (shop, key, kind, intent, order_id, shipment_id, created_at, due_at)
     SELECT shop, key, kind, intent, order_id, shipment_id, at, due_at
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, key text, kind text, intent jsonb, order_id text, shipment_id text, at timestamptz, due_at timestamptz)
     ON CONFLICT (shop, key) DO NOTHING`,
    [jsonRows(rows)],
  );
};

/** pending → sent | skipped | failed. A pending item that is being sent is leased: due again when the lease runs out. */
export const outboxOf = (db: Db): Store["outbox"] => ({
  add: (shop, intents, now) => addIntents(db, intents.map((planned) => ({ shop, ...planned })), now),

  // Thousands of parcels handed to a new feed must not hold up the one e-mail that is urgent.
  async claim(limit, now, until) {
    const { rows } = await db.query<Row>(
      `UPDATE outbox o SET attempts = o.attempts + 1, due_at = $3
       FROM (SELECT id FROM outbox WHERE state = 'pending' AND due_at <= $2 ORDER BY (kind = 'register_tracker'), due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) due
       WHERE o.id = due.id RETURNING o.id, o.shop, o.key, o.intent, o.attempts, o.created_at`,
      [limit, isoOrNull(now), isoOrNull(until)],
    );
    return rows.map((row): OutboxItem => ({ id: row.id, shop: row.shop, key: row.key, intent: row.intent, attempts: row.attempts, createdAt: instantOf(row.created_at) }))
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  },

  async settle(item, result, now) {
    const { state, detail, dueAt } = columnsOf(result);
    const { rowCount } = await db.query(
      `UPDATE outbox SET state = $3, detail = $4, due_at = coalesce($5::timestamptz, due_at), settled_at = CASE WHEN $3 = 'pending' THEN NULL ELSE $6::timestamptz END
       WHERE id = $1 AND attempts = $2 AND state = 'pending' AND shop = $7`,
      [item.id, item.attempts, state, detail?.replaceAll("\0", "").slice(0, 2_000) ?? null, isoOrNull(dueAt), isoOrNull(now), item.shop],
    );
    return rowCount === 1;
  },

  async prune(before) {
    const { rowCount } = await db.query("DELETE FROM outbox WHERE settled_at < $1", [isoOrNull(before)]);
    return rowCount ?? 0;
  },
});

const columnsOf = (result: DispatchResult): { state: string; detail: string | null; dueAt: Instant | null } => {
  switch (result.outcome) {
    case "sent": return { state: "sent", detail: result.detail, dueAt: null };
    case "skipped": return { state: "skipped", detail: result.because, dueAt: null };
    case "retry": return { state: "pending", detail: result.because, dueAt: result.at };
    case "failed": return { state: "failed", detail: result.because, dueAt: null };
    default: return assertNever(result);
  }
};

import type { InboxMessage, MessageOutcome, MessageSource, NewMessage, Store } from "#app/application/ports.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, seconds } from "#app/domain/shared/time.ts";
import { appendToInbox } from "./inbox-append.ts";
import { waitingKey, wakeIfThereMeanwhile } from "./inbox-waiting.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A message that broke this often is put aside, with its reason, until somebody resets it. */
export const MOST_ATTEMPTS = 8;

type Row = { id: string; shop: ShopId; source: MessageSource; topic: string; delivery_id: string; event_id: string | null; triggered_at: Date | null; received_at: Date; body: string; attempts: number };

/**
 * A message's life: pending → done | ignored | unreadable, or waiting (for a parcel with its number, an order of its name) → pending again,
 * or pending → pending later → … → dead after the eighth failure.
 */
export const inboxOf = (db: Db): Store["inbox"] => ({
  add: (messages: readonly NewMessage[]) => appendToInbox(db, messages),

  async claim(limit, now) {
    const { rows } = await db.query<Row>(CLAIM, [limit, isoOrNull(now)]);
    return rows.map(messageOf);
  },

  async close(closed, now) {
    if (closed.length === 0) return;
    const rows = closed.map(({ id, outcome }) => ({ id, ...columnsOf(outcome) }));
    await db.query(
      `UPDATE inbox i SET state = x.state, because = x.because, subject = x.subject, waits_for = x.waits_for, closed_at = $2, due_at = NULL
       FROM jsonb_to_recordset($1::jsonb) AS x(id bigint, state text, because text, subject text, waits_for text) WHERE i.id = x.id`,
      [jsonRows(rows), isoOrNull(now)],
    );
    await wakeIfThereMeanwhile(db, rows.filter((row) => row.state === "waiting").map((row) => row.id));
  },

  async fail(id, because, now) {
    const { rows } = await db.query<{ attempts: number }>("SELECT attempts FROM inbox WHERE id = $1 AND state = 'pending' FOR UPDATE", [id]);
    const attempts = (rows[0]?.attempts ?? 0) + 1;
    const dead = attempts >= MOST_ATTEMPTS;
    await db.query(
      "UPDATE inbox SET attempts = $2, because = $3, state = $4, due_at = $5, closed_at = $6 WHERE id = $1 AND state = 'pending'",
      [id, attempts, because.replaceAll("\0", "").slice(0, 2_000), dead ? "dead" : "pending", dead ? null : isoOrNull(plus(now, laterAfter(attempts))), dead ? isoOrNull(now) : null],
    );
  },

  async prune(before) {
    const { rowCount } = await db.query("DELETE FROM inbox WHERE closed_at < $1 AND state IN ('done', 'ignored')", [isoOrNull(before)]);
    return rowCount ?? 0;
  },
});

/** 4 s, 8 s, … up to 10 minutes. */
const laterAfter = (attempts: number) => seconds(Math.min(minutes(10) / seconds(1), 2 ** (attempts + 1)));

/**
 * Oldest first within a shop, and every waiting shop gets the same share of the batch, so that a storm of one shop does
 * not hold up the others. The recursive part hops from shop to shop over the index instead of reading all that is pending.
 */
const CLAIM = `
  WITH RECURSIVE hop AS (
    (SELECT shop FROM inbox WHERE state = 'pending' ORDER BY shop LIMIT 1)
    UNION ALL
    SELECT (SELECT i.shop FROM inbox i WHERE i.state = 'pending' AND i.shop > hop.shop ORDER BY i.shop LIMIT 1) FROM hop WHERE hop.shop IS NOT NULL
  ),
  oldest AS (
    SELECT hop.shop, first.id FROM hop CROSS JOIN LATERAL (
      SELECT i.id FROM inbox i WHERE i.state = 'pending' AND i.shop = hop.shop AND (i.due_at IS NULL OR i.due_at <= $2::timestamptz) ORDER BY i.id LIMIT 1
    ) first WHERE hop.shop IS NOT NULL
  ),
  served AS MATERIALIZED (SELECT shop FROM oldest ORDER BY id LIMIT $1::int),
  share AS MATERIALIZED (SELECT greatest(1, $1::int / greatest(1, count(*)))::int AS each FROM served)
  SELECT m.id, m.shop, m.source, m.topic, m.delivery_id, m.event_id, m.triggered_at, m.received_at, m.body, m.attempts
  FROM served CROSS JOIN share CROSS JOIN LATERAL (
    SELECT i.* FROM inbox i WHERE i.state = 'pending' AND i.shop = served.shop AND (i.due_at IS NULL OR i.due_at <= $2::timestamptz)
    ORDER BY i.id LIMIT share.each FOR UPDATE SKIP LOCKED
  ) m
  ORDER BY m.id`;

const messageOf = (row: Row): InboxMessage => ({
  id: row.id, shop: row.shop, source: row.source, topic: row.topic, deliveryId: row.delivery_id, eventId: row.event_id,
  triggeredAt: instantOrNull(row.triggered_at), receivedAt: instantOf(row.received_at), body: row.body, attempts: row.attempts,
});

const columnsOf = (outcome: MessageOutcome) => {
  switch (outcome.kind) {
    case "done": return { state: "done", because: null, subject: outcome.subject, waits_for: null };
    case "ignored": return { state: "ignored", because: outcome.because, subject: null, waits_for: null };
    case "unreadable": return { state: "unreadable", because: outcome.because, subject: null, waits_for: null };
    case "waiting": return { state: "waiting", because: null, subject: null, waits_for: waitingKey(outcome.waitsFor) };
    default: return assertNever(outcome);
  }
};

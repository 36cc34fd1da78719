import type { FlowAnswer, FlowDesk, FlowRuns } from "#app/application/ports.ts";
import { FLOW_TRIGGERS } from "#app/contracts/flow-triggers.ts";
import type { SecretBox } from "./sealed.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

const SEALED = "flow_run.words";

/** Which triggers a shop uses, and the words runs of actions left to be sent. */
export const flowDeskOver = (db: Db, box: SecretBox): FlowDesk => ({
  async useOf(shop, trigger) {
    const { rows } = await db.query<{ trigger: string; used: boolean }>("SELECT trigger, used FROM flow_trigger_use WHERE shop = $1 AND (trigger = $2 OR trigger LIKE 'id:%')", [shop, trigger]);
    // What Flow calls by an id we cannot read may be this one: rather told in vain than not at all.
    if (rows.some((row) => row.used)) return "used";
    return rows.some((row) => row.trigger === trigger) ? "unused" : "unknown";
  },

  async noteUse(shop, trigger, used, toldAt) {
    await db.query(
      `INSERT INTO flow_trigger_use (shop, trigger, used, told_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (shop, trigger) DO UPDATE SET used = excluded.used, told_at = excluded.told_at WHERE flow_trigger_use.told_at <= excluded.told_at`,
      [shop, trigger, used, isoOrNull(toldAt)],
    );
    // As soon as Flow names our triggers itself, ids we could not read say nothing any more.
    if (FLOW_TRIGGERS.some((one) => one === trigger)) await db.query("DELETE FROM flow_trigger_use WHERE shop = $1 AND trigger LIKE 'id:%'", [shop]);
  },

  async wordsOf(shop, run) {
    const { rows: [row] } = await db.query<{ words_sealed: string | null }>("SELECT words_sealed FROM flow_run WHERE shop = $1 AND run = $2", [shop, run]);
    return row?.words_sealed == null ? null : box.open(row.words_sealed, { shop, column: SEALED });
  },
});

/** Runs of actions within one transaction. */
export const flowRunsOf = (db: Db, box: SecretBox): FlowRuns => ({
  async take(shop, run) {
    await db.query("SELECT pg_advisory_xact_lock(hashtextextended('flow/' || $1 || '/' || $2, 5))", [shop, run]);
    const { rows: [row] } = await db.query<{ action: string; answer: FlowAnswer }>("SELECT action, answer FROM flow_run WHERE shop = $1 AND run = $2", [shop, run]);
    return row ?? null;
  },

  async keep(shop, run, { action, orderId, at, answer, words }) {
    await db.query(
      `INSERT INTO flow_run (shop, run, action, order_id, at, answer, words_sealed) VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)
       ON CONFLICT (shop, run) DO UPDATE SET answer = excluded.answer`,
      [shop, run, action, orderId, isoOrNull(at), jsonRows([answer]).slice(1, -1), words === null ? null : box.seal(words, { shop, column: SEALED })],
    );
  },
});

import type { ReplayRun, RuleDesk } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

type Row = { id: string; asked_at: Date; by: string; what: string; state: ReplayRun["state"]; proposed: ReplayRun["proposed"]; done: number; total: number; result: ReplayRun["result"]; because: string | null; ended_at: Date | null };
const COLUMNS = "id, asked_at, by, what, state, proposed, done, total, result, because, ended_at";
const json = (value: unknown): string => jsonRows([value]).slice(1, -1);

const runOf = (row: Row): ReplayRun => ({ id: row.id, askedAt: instantOf(row.asked_at), by: row.by, what: row.what, state: row.state, proposed: row.proposed, done: row.done, total: row.total, result: row.result, because: row.because, endedAt: instantOrNull(row.ended_at) });

/** Replays asked for, their progress and what came of them. */
export const replayRunsOf = (db: Db): Pick<RuleDesk, "askReplay" | "replay" | "newestReplay" | "progress" | "shopsWithReplay"> => ({
  async askReplay(shop, { id, askedAt, by, what, proposed }) {
    // The newest wins: one statement, so that there is never a moment with two that nobody replaced.
    await db.query(
      `WITH replaced AS (UPDATE replay_run SET state = 'replaced', ended_at = $3 WHERE shop = $1 AND state IN ('waiting', 'running') AND id <> $2)
       INSERT INTO replay_run (shop, id, asked_at, by, what, state, proposed) VALUES ($1, $2, $3, $4, $5, 'waiting', $6::jsonb) ON CONFLICT (shop, id) DO NOTHING`,
      [shop, id, isoOrNull(askedAt), by, what, json(proposed)]);
  },

  async replay(shop, id) {
    const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM replay_run WHERE shop = $1 AND id = $2`, [shop, id]);
    return row ? runOf(row) : null;
  },

  async newestReplay(shop) {
    const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM replay_run WHERE shop = $1 ORDER BY asked_at DESC, (state IN ('waiting', 'running')) DESC, id DESC LIMIT 1`, [shop]);
    return row ? runOf(row) : null;
  },

  async progress(shop, id, change) {
    const { rows } = await db.query<{ id: string }>(
      `UPDATE replay_run SET state = coalesce($3, state), done = coalesce($4, done), total = coalesce($5, total), result = coalesce($6::jsonb, result), because = coalesce($7, because), ended_at = coalesce($8, ended_at)
       WHERE shop = $1 AND id = $2 AND state IN ('waiting', 'running') RETURNING id`,
      [shop, id, change.state ?? null, change.done ?? null, change.total ?? null, change.result === undefined || change.result === null ? null : json(change.result), change.because ?? null, isoOrNull(change.endedAt ?? null)]);
    return rows.length > 0;
  },

  async shopsWithReplay(limit) {
    const { rows } = await db.query<{ shop: ShopId }>("SELECT DISTINCT r.shop FROM replay_run r JOIN shop s ON s.shop = r.shop AND s.uninstalled_at IS NULL WHERE r.state IN ('waiting', 'running') ORDER BY r.shop LIMIT $1", [limit]);
    return rows.map((row) => row.shop);
  },
});

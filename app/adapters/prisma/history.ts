import type { HistoryStore, ImportChange, ImportPhase, ImportRun } from "#app/application/ports.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type pg from "pg";
import { writeHistory } from "./history-rows.ts";
import type { Privacy } from "./order-rows.ts";
import { instantOf, instantOrNull, isoOrNull, type Db } from "./sql.ts";
import { inTransaction } from "./transact.ts";

type Row = {
  shop: ShopId; phase: ImportPhase; version: number; orders_export: string | null; fulfillments_export: string | null; orders_url: string | null; fulfillments_url: string | null;
  byte_offset: string; orders_total: number | null; orders_done: number; settled: number; started_at: Date; finished_at: Date | null; error: string | null; failures: number;
};
const COLUMNS = "shop, phase, version, orders_export, fulfillments_export, orders_url, fulfillments_url, byte_offset, orders_total, orders_done, settled, started_at, finished_at, error, failures";

/**
 * The back-fill's own books. A run is fenced by its version: every commit names the one it continues, and of two processes
 * that work on the same run the slower one writes nothing.
 */
export const historyOver = (pool: pg.Pool, privacy: Privacy): HistoryStore => ({
  current: (shop) => currentRun(pool, shop),

  async start(shop, now) {
    await pool.query(
      `INSERT INTO import_run (shop, phase, version, started_at) VALUES ($1, 'exporting', 1, $2)
       ON CONFLICT (shop) DO UPDATE SET phase = 'exporting', version = import_run.version + 1, orders_export = NULL, fulfillments_export = NULL, orders_url = NULL, fulfillments_url = NULL,
         byte_offset = 0, orders_total = NULL, orders_done = 0, settled = 0, started_at = $2, finished_at = NULL, error = NULL, failures = 0
       WHERE import_run.phase IN ('done', 'failed')`,
      [shop, isoOrNull(now)],
    );
    const run = await currentRun(pool, shop);
    if (!run) throw new Error("An import that was just started is not there.");
    return run;
  },

  commit: (run, change, rows) =>
    inTransaction(pool, async (db) => {
      const { names, values } = assignments({ ...change });
      const { rowCount } = await db.query(
        `UPDATE import_run SET version = version + 1${names.map((name, index) => `, ${name} = $${index + 3}`).join("")} WHERE shop = $1 AND version = $2`,
        [run.shop, run.version, ...values],
      );
      if (rowCount === 0) return false;
      if (rows) await writeHistory(db, run.shop, rows, privacy);
      return true;
    }),

  async unsettled(shop, limit) {
    const { rows } = await pool.query<{ order_id: OrderId }>("SELECT DISTINCT order_id FROM shipment WHERE shop = $1 AND NOT settled ORDER BY order_id LIMIT $2", [shop, limit]);
    return rows.map((row) => row.order_id);
  },

  async unfinished(limit) {
    const { rows } = await pool.query<{ shop: ShopId }>("SELECT r.shop FROM import_run r JOIN shop s USING (shop) WHERE r.phase NOT IN ('done', 'failed') AND s.uninstalled_at IS NULL ORDER BY r.started_at LIMIT $1", [limit]);
    return rows.map((row) => row.shop);
  },
});

const currentRun = async (db: Db, shop: ShopId): Promise<ImportRun | null> => {
  const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM import_run WHERE shop = $1`, [shop]);
  return row ? runOf(row) : null;
};

const runOf = (row: Row): ImportRun => ({
  shop: row.shop, phase: row.phase, version: row.version, ordersExport: row.orders_export, fulfillmentsExport: row.fulfillments_export, ordersUrl: row.orders_url, fulfillmentsUrl: row.fulfillments_url,
  byteOffset: Number(row.byte_offset), ordersTotal: row.orders_total, ordersDone: row.orders_done, settled: row.settled, startedAt: instantOf(row.started_at), finishedAt: instantOrNull(row.finished_at),
  error: row.error, failures: row.failures,
});

/** What may change, and under which name it is stored. */
const STORED_AS: Readonly<Record<keyof ImportChange, string>> = {
  phase: "phase", ordersExport: "orders_export", fulfillmentsExport: "fulfillments_export", ordersUrl: "orders_url", fulfillmentsUrl: "fulfillments_url", byteOffset: "byte_offset",
  ordersTotal: "orders_total", ordersDone: "orders_done", settled: "settled", startedAt: "started_at", finishedAt: "finished_at", error: "error", failures: "failures",
};

const assignments = (change: ImportChange) => {
  const entries = (Object.keys(STORED_AS) as (keyof ImportChange)[]).flatMap((key) => {
    const value = change[key];
    if (value === undefined) return [];
    return [{ name: STORED_AS[key], value: key === "startedAt" || key === "finishedAt" ? isoOrNull(value as Instant | null) : value }];
  });
  return { names: entries.map((entry) => entry.name), values: entries.map((entry) => entry.value) };
};

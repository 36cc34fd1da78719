import { PgBoss } from "pg-boss";
import type { Jobs, Log } from "#app/application/ports.ts";
import { catalog, JOB_NAMES, type JobName } from "./catalog.ts";

/** What pg-boss needs of a database: one way to run a statement, the same the rest of the process uses. */
export type SqlRunner = { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** pg-boss, started, with its queues made. */
export type Boss = {
  readonly jobs: Jobs;
  /** The same, waited for: when the job that woke another ends, the other stands in its queue. */
  readonly waited: Jobs;
  send(name: JobName, payload: object, afterSeconds?: number): Promise<void>;
  readonly boss: PgBoss;
  /** Remembers a local worker, so that a wake in this process need not wait for its next poll. */
  attach(name: JobName, workerId: string): void;
  stop(): Promise<void>;
};

/** Several statements in one text are answered by a list of results; pg-boss wants the rows of all of them. */
const rowsOf = (result: { rows: unknown[] } | { rows: unknown[] }[]): unknown[] => (Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows);

/** Wakes closer together than this in one process are one wake. */
const TOGETHER_MS = 50;

/** pg-boss reports a fault as an Error or as a plain object with its message. */
const messageOf = (fault: unknown): string => (typeof fault === "object" && fault !== null && "message" in fault ? String(fault.message) : String(fault));

/** Runs `work` while no other process runs work of its own. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Starts pg-boss on the process's own pool. On the embedded database that pool has one connection, and a second path to
 * it would let jobs vanish with somebody else's rollback. Its tables are made `alone`: two processes that start on a new
 * database at once would both make the schema, and one of them would fail.
 */
export const startBoss = async (pool: SqlRunner, kind: "postgres" | "pglite", log: Log, alone: Alone): Promise<Boss> => {
  const boss = new PgBoss({
    backend: kind, // a clock that is moved by hand makes no difference: nothing here depends on pg-boss's idea of skew
    db: { executeSql: async (text, values) => ({ rows: rowsOf(await pool.query(text, values?.length ? values : undefined)) }) },
    monitorVacuum: false,
  });
  boss.on("error", (fault: unknown) => log.for("process").error("jobs.error", { because: messageOf(fault) }));
  await alone(async () => {
    await boss.start();
    // short: at most one waiting per key, so that waking a job that already waits changes nothing
    for (const name of JOB_NAMES) await boss.createQueue(name, { policy: "short", retryLimit: catalog[name].retries, retryDelay: 2, retryBackoff: true, expireInSeconds: 900, deleteAfterSeconds: 3_600, retentionSeconds: 86_400 });
  });

  const workers = new Map<JobName, string[]>();
  const send = async (name: JobName, payload: object, afterSeconds = 0): Promise<void> => {
    const key = "shop" in payload ? String(payload.shop) : undefined;
    await boss.send(name, payload, { ...(key ? { singletonKey: key } : {}), ...(afterSeconds > 0 ? { startAfter: Math.ceil(afterSeconds) } : {}) });
    if (afterSeconds <= 0) for (const id of workers.get(name) ?? []) boss.notifyWorker(id);
  };

  const pending = new Set<string>();
  /** Never waited for: whoever wakes has something better to do, a webhook's sender above all. */
  const together = (name: JobName, payload: object): void => {
    const key = `${name}${JSON.stringify(payload)}`;
    if (pending.has(key)) return;
    pending.add(key);
    setTimeout(() => {
      pending.delete(key);
      // The rows are safe in their table; a wake that fails is made up for by the next tick.
      send(name, payload).catch((fault: unknown) => log.for("process").warn("jobs.wake_failed", { job: name, because: messageOf(fault) }));
    }, TOGETHER_MS);
  };

  const waited: Jobs = { wake: (job: JobName, shop?: string, after: number = 0) => send(job, shop === undefined ? {} : { shop }, after / 1000) };
  const jobs: Jobs = {
    wake: async (job: JobName, shop?: string, after: number = 0) => {
      const payload = shop === undefined ? {} : { shop };
      if (after > 0) await send(job, payload, after / 1000);
      else together(job, payload);
    },
  };
  return {
    jobs, waited, send, boss,
    attach: (name, workerId) => void workers.set(name, [...(workers.get(name) ?? []), workerId]),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
};

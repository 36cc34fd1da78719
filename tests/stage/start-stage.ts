import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startDemo, type Demo, type DemoOptions } from "../../simulator/demo.ts";
import { startCluster, type Cluster } from "../setup/postgres-cluster.ts";
import { startWorkerProcess, type WorkerProcess } from "./worker-process.ts";

export type StageDatabase = "pglite" | "postgres";

/** The pretend world with the unchanged app in it, on one of the databases, and a view into that database. */
export type Stage = {
  readonly demo: Demo;
  readonly database: StageDatabase;
  /** Rows of the app's own database, asked inside its process. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Resolves when the app has nothing left to do at the present simulated time; rejects with what is left after `limitMs`. */
  settle(limitMs?: number): Promise<void>;
  /** Moves the clock, stopping wherever a story goes on or the app has something due, and lets the app finish there. `grainMs` lets what comes so close together come at once. */
  advanceTo(at: Date, grainMs?: number): Promise<void>;
  /** The processes of the app that are alive. */
  pids(): readonly number[];
  /** Ends the process that does the work, at once and without warning, and starts another in its place. */
  killAndRestart(): Promise<void>;
  /** Ends every process of the app at once and without warning. The world goes on: what it sends is refused until the app comes back. */
  goDown(): Promise<void>;
  /** Starts the app again on what it left behind. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

export type StageOptions = { readonly database: StageDatabase; readonly cluster?: Cluster; readonly durable?: boolean; readonly world?: Partial<DemoOptions> };

/** Nine o'clock at the shop, New York, the week of Thanksgiving. */
export const MONDAY_MORNING = new Date("2026-11-23T14:00:00Z");

/** While time flows, so far from it is still abreast. */
const FLOWING_MS = 1_500;

type Answer = { readonly rows: readonly unknown[]; readonly now: number };
type Left = { readonly inbox: number; readonly outbox: number; readonly timers: number; readonly cases: number; readonly imports: number; readonly watches: number; readonly jobs: number; readonly names: readonly string[] };

/** The app's own jobs, but for looking around, which never ends while time flows. */
const OURS = "name NOT LIKE '\\_\\_%' AND name NOT IN ('tick', 'sweep', 'housekeeping')";

/** The app looks around every two seconds. At a stop it does so at once: what it then finds due depends on the stop alone, not on how long the machine took to get there. */
const LOOK_AROUND = "UPDATE pgboss.job SET start_after = least(start_after, now() - interval '1 second') WHERE name = 'tick' AND state = 'created' RETURNING id";

const LEFT = `SELECT
  (SELECT count(*)::int FROM inbox WHERE state = 'pending' AND (due_at IS NULL OR due_at <= $1)) AS inbox,
  (SELECT count(*)::int FROM outbox WHERE state = 'pending' AND (due_at <= $1 OR (attempts > 0 AND detail IS NULL))) AS outbox, -- the latter are being sent right now
  (SELECT count(*)::int FROM timer WHERE due_at <= $1) AS timers,
  (SELECT count(*)::int FROM "case" WHERE watched_at <= $1) + (SELECT count(*)::int FROM claim WHERE look_at <= $1) + (SELECT count(*)::int FROM ship_clock WHERE look_at <= $1) AS cases,
  (SELECT count(*)::int FROM feed_watch w JOIN feed_connection c USING (shop, source) WHERE w.next_poll_at <= $1 AND (c.paused_until IS NULL OR c.paused_until <= $1)) AS watches,
  (SELECT count(*)::int FROM pgboss.job WHERE (${OURS} AND state = 'active') OR (id = $2 AND state IN ('created', 'active', 'retry'))) AS jobs, -- for example between two questions to a slow vendor
  (SELECT coalesce(json_agg(DISTINCT name), '[]') FROM pgboss.job WHERE (${OURS} OR id = $2) AND state IN ('created', 'retry') AND start_after <= now()) AS names,
  (SELECT count(*)::int FROM import_run WHERE phase NOT IN ('done', 'failed')) AS imports`;

/** What an impatient test is shown: the messages and intents that are not done. */
const WHICH = `SELECT 'job' AS what, name, state::text, retry_count AS attempts, start_after AS due_at, coalesce(output::text, '') AS detail FROM pgboss.job WHERE state IN ('created', 'active', 'retry', 'failed')
  UNION ALL SELECT source AS what, topic AS name, state, attempts, due_at, because AS detail FROM inbox WHERE state = 'pending'
  UNION ALL SELECT kind, key, state, attempts, due_at, detail FROM outbox WHERE state = 'pending' LIMIT 40`;

const NEXT = `SELECT min(due_at) AS at FROM (
  SELECT due_at FROM timer UNION ALL SELECT look_at FROM ship_clock WHERE look_at IS NOT NULL UNION ALL SELECT due_at FROM outbox WHERE state = 'pending' UNION ALL SELECT due_at FROM inbox WHERE state = 'pending' AND due_at IS NOT NULL
  -- No story hangs on the minute of a question to a vendor: they are asked together, within six hours; but at once about what may have been missed, which the app waits for.
  UNION ALL SELECT greatest(w.next_poll_at, c.paused_until) + CASE WHEN w.hurried_at > coalesce(w.checked_at, '-infinity') THEN interval '0' ELSE interval '6 hours' END FROM feed_watch w JOIN feed_connection c USING (shop, source) WHERE w.next_poll_at IS NOT NULL) AS due`;

/** Starts everything; on PostgreSQL in a throw-away server, with web and worker as processes of their own. */
export const startStage = async ({ database, cluster: given, durable = false, world = {} }: StageOptions): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), "hither-stage-"));
  const inspector = join(folder, "inspector.port");
  const cluster = given ?? (database === "postgres" ? await startCluster({ durable }) : null);
  const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  if (cluster && !given) closers.push(() => cluster.stop());
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    return await start();
  } catch (fault) {
    await close();
    throw fault;
  }

  async function start(): Promise<Stage> {
    const inspect = `--import ${pathToFileURL(resolve(import.meta.dirname, "inspector.mjs")).href}`;
    const demo = await startDemo({
      port: 0, speed: 0, at: MONDAY_MORNING, life: false, visit: true, feeds: ["easypost"], build: process.env["VITEST"] === undefined, // a test run builds once, before everything
      dataDir: join(folder, "data"), databaseUrl: database === "postgres" && cluster ? (await cluster.createDatabase()).url : null,
      appEnvironment: { NODE_OPTIONS: inspect, INSPECTOR_FILE: inspector }, ...world,
    });
    closers.push(() => demo.stop());
    let inspectors = [inspector];
    const work = (): WorkerProcess => {
      inspectors = [inspector, join(folder, `worker-${randomUUID()}.port`)];
      return startWorkerProcess({ ...demo.environment, INSPECTOR_FILE: inspectors[1] ?? "" });
    };
    let worker = database === "postgres" ? work() : null;
    closers.push(async () => worker?.stop());
    await worker?.working();

    const asked = async (file: string, request?: RequestInit): Promise<Answer> => {
      const response = await fetch(`http://127.0.0.1:${await readFile(file, "utf8")}`, request);
      if (!response.ok) throw new Error(`The app's database did not answer: ${await response.text()}`);
      return (await response.json()) as Answer;
    };
    const ask = (text: string, values: readonly unknown[] = []): Promise<Answer> => asked(inspector, { method: "POST", body: JSON.stringify({ text, values }) });
    /** Where the app last looked around: at what time, and by which job. */
    let look: { readonly at: number; readonly job: string } | null = null;
    const lookAround = async (): Promise<void> => {
      const at = demo.world.clock.now().getTime();
      if (look?.at === at) return;
      const [job] = (await ask(LOOK_AROUND)).rows as readonly { readonly id: string }[];
      look = job ? { at, job: job.id } : null;
    };
    const left = async (): Promise<Left> => (await ask(LEFT, [demo.world.clock.now().toISOString(), look?.job ?? null])).rows[0] as Left;
    /** Every process looks now for the jobs of these names, not at its next poll. */
    const hurry = async (names: readonly string[]): Promise<void> => {
      if (names.length > 0) await Promise.all(inspectors.map((file) => asked(file, { method: "PUT", body: JSON.stringify(names) }).catch(() => undefined)));
    };

    /** How far the process that is farthest from it is from the world's time; one that does not answer, for example because it starts, is nowhere. */
    const clockBehind = async (): Promise<number> => {
      const clocks = await Promise.all(inspectors.map((file) => asked(file).then(({ now }) => now, () => Number.NEGATIVE_INFINITY)));
      return Math.max(...clocks.map((now) => Math.abs(demo.world.clock.now().getTime() - now)));
    };
    const isAbreast = (behind: number): boolean => behind <= (demo.world.clock.speed === 0 ? 0 : FLOWING_MS);
    let isDown = false;
    /** The world alone: whatever is sent fails before time goes on, and its retries are reckoned from then. */
    const goOnAlone = async (at: Date): Promise<void> => {
      for (;;) {
        await demo.settled();
        const now = demo.world.clock.now().getTime();
        if (now >= at.getTime()) return;
        const stops = [...demo.director.stories.flatMap((story) => story.ahead.map((step) => step.at.getTime())), at.getTime()].filter((stop) => stop > now);
        await demo.world.clock.advance(Math.max(1, Math.min(...stops) - now));
      }
    };

    const stage: Stage = {
      demo, database, close,
      sql: async <Row>(text: string, values?: readonly unknown[]) => (await ask(text, values)).rows as readonly Row[],
      async settle(limitMs = 60_000) {
        const until = performance.now() + limitMs;
        for (let quiet = 0; ; ) {
          await demo.settled();
          const behind = await clockBehind();
          // Before it knows the time, the app would look around at the time before.
          if (isAbreast(behind) && demo.world.clock.speed === 0) await lookAround();
          const { names, ...now } = await left();
          const hasLooked = demo.world.clock.speed !== 0 || look?.at === demo.world.clock.now().getTime();
          // Twice in a row: between two looks a job may be on its way from one table to the next.
          quiet = isAbreast(behind) && hasLooked && names.length === 0 && Object.values(now).every((count) => count === 0) ? quiet + 1 : 0;
          if (quiet >= 2) return;
          if (performance.now() > until) throw new Error(`After ${limitMs / 1000} s the app still has work: ${JSON.stringify(now)}, ${JSON.stringify((await ask(WHICH)).rows)}, its clock is ${behind} ms away.\n${demo.app().output().slice(-3_000)}\n${worker?.output().slice(-3_000) ?? ""}`);
          await hurry(names);
          // What fell due while it looked around is found when it looks again.
          if (now.timers + now.watches + now.cases > 0 && now.jobs + names.length === 0) look = null;
          await pause(quiet > 0 ? 5 : 10);
        }
      },
      async advanceTo(at, grainMs = 1) {
        if (isDown) return goOnAlone(at);
        for (;;) {
          await stage.settle();
          const now = demo.world.clock.now().getTime();
          if (now >= at.getTime()) return;
          const [due] = await stage.sql<{ at: string | null }>(NEXT);
          const stops = [...demo.director.stories.flatMap((story) => story.ahead.slice(0, 1).map((step) => step.at.getTime())), due?.at ? Date.parse(due.at) : Number.POSITIVE_INFINITY, at.getTime()];
          const next = Math.min(at.getTime(), Math.ceil(Math.min(...stops.filter((stop) => stop > now)) / grainMs) * grainMs);
          // The app learns of a jump over a connection of its own. What happens at the stop must not reach it before the jump does, nor before it has done what was due by then.
          await demo.world.clock.advance(Math.max(1, next - now), grainMs === 1 ? () => stage.settle() : undefined);
        }
      },
      pids: () => [demo.app().pid, worker?.pid].flatMap((pid) => (pid === undefined ? [] : [pid])),
      async killAndRestart() {
        look = null;
        if (worker) {
          await worker.kill();
          worker = work();
          return;
        }
        const { pid } = demo.app();
        if (pid !== undefined) process.kill(pid, "SIGKILL");
        await demo.restartApp();
      },
      async goDown() {
        [isDown, look] = [true, null];
        await worker?.kill();
        const { pid } = demo.app();
        if (pid !== undefined) process.kill(pid, "SIGKILL");
        await demo.app().stop();
      },
      async comeBack() {
        await demo.restartApp();
        if (worker) worker = work();
        await worker?.working();
        isDown = false;
      },
    };
    return stage;
  }
};

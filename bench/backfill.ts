import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { seedOrders } from "../simulator/world/seed-orders.ts";
import { seededRandom } from "../simulator/world/random.ts";
import { findPostgres } from "../tests/machine/find-postgres.ts";
import { startStage, type Stage } from "../tests/stage/start-stage.ts";
import { firstVisit } from "../simulator/launch/first-visit.ts";
import { factsInDatabase, factsInShopify, difference } from "./backfill/compare-facts.ts";
import { CannotRun } from "./evaluate/evaluation.ts";

const START = new Date("2026-11-20T15:00:00Z");
/** Far above what the largest run needs on a slow machine; past it the import counts as stuck. */
const LIMIT_MS = 30 * 60_000;

type Progress = { readonly phase: string; readonly orders_done: number; readonly settled: number; readonly error: string | null };

/** The largest memory a process ever held, in MiB, as Linux counts it; 0 where it does not say. */
const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};

const progressOf = async (stage: Stage): Promise<Progress | null> => {
  try {
    return (await stage.sql<Progress>("SELECT phase, orders_done, settled, error FROM import_run"))[0] ?? null;
  } catch {
    return null; // the process is between two lives
  }
};

const read = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options: { orders: { type: "string", default: "2000" }, database: { type: "string" }, "fail-rate": { type: "string", default: "0" }, kills: { type: "string", default: "0" }, seed: { type: "string", default: "7" } } });
  const number = (name: "orders" | "fail-rate" | "kills", most: number): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0 || value > most) throw new CannotRun(`--${name} wants a number from 0 to ${most}.`);
    return value;
  };
  const database = values.database ?? (findPostgres() ? "postgres" : "pglite");
  if (database !== "postgres" && database !== "pglite") throw new CannotRun("--database wants postgres or pglite.");
  if (database === "postgres" && !findPostgres()) throw new CannotRun("There is no PostgreSQL on this machine; --database pglite measures the embedded one.");
  return { database, orders: number("orders", 1_000_000), failRate: number("fail-rate", 0.9), kills: number("kills", 100), seed: values.seed } as const;
};

/**
 * `backfill [--orders N] [--fail-rate p] [--kills n] [--database pglite|postgres]`: a shop with a past installs the real app; the import is timed
 * and then compared, order by order, line by line, parcel by parcel and event by event, with what Shopify holds.
 */
export const backfill = async (args: readonly string[]): Promise<object> => {
  const { database, orders, failRate, kills, seed } = read(args);
  console.log(`Back-fill of ${orders} orders into ${database}${failRate > 0 ? `, ${failRate * 100} % of Shopify's answers fail` : ""}${kills > 0 ? `, ${kills} kills` : ""}.`);
  const stage = await startStage({ database, durable: true, world: { visit: false, speed: 1, at: START, say: (line) => console.error(line) } });
  let peakRssMiB = 0;
  try {
    const { world, context } = stage.demo;
    seedOrders(world, orders, seededRandom(seed, "bench"));
    const expected = factsInShopify(world.orders);
    console.log(`The shop has ${world.orders.length} orders: ${expected.size} facts to bring home.`);

    const began = performance.now();
    await firstVisit(context);
    if (failRate > 0) for (const faults of [world.admin.faults, world.admin.fileFaults]) faults.failRate(failRate);
    let killed = 0;
    let shown = 0;
    for (;;) {
      const now = await progressOf(stage);
      for (const pid of stage.pids()) peakRssMiB = Math.max(peakRssMiB, peakOf(pid));
      const elapsed = performance.now() - began;
      if (now?.phase === "done") break;
      if (now?.phase === "failed") throw new Error(`The import gave up: ${now.error}`);
      if (elapsed > LIMIT_MS) throw new Error(`The import is not done after ${LIMIT_MS / 60_000} minutes: ${JSON.stringify(now)}`);
      if (elapsed - shown > 2_000) {
        console.error(`${(elapsed / 1_000).toFixed(0)} s: ${now ? `${now.phase}, ${now.orders_done} orders, ${now.settled} settled` : "starting"}`);
        shown = elapsed;
      }
      // The kills are spread over the import by its own progress, so that they hit reading and settling alike.
      const share = now ? (now.orders_done + now.settled) / (2 * Math.max(1, orders)) : 0;
      if (killed < kills && share >= (killed + 0.5) / kills) {
        killed += 1;
        console.log(`Kill ${killed} of ${kills}, at ${(share * 100).toFixed(0)} % (${now?.phase}).`);
        await stage.killAndRestart();
      }
      await pause(50);
    }
    const seconds = (performance.now() - began) / 1_000;
    for (const faults of [world.admin.faults, world.admin.fileFaults]) faults.failRate(0);
    if (killed < kills) console.log(`The import was over before ${kills - killed} of the kills.`);

    const { missing, extra, examples } = difference(expected, await factsInDatabase(stage));
    for (const example of examples) console.log(example);
    return { database, orders: world.orders.length, facts: expected.size, seconds: round(seconds), ordersPerSecond: round(world.orders.length / seconds), peakRssMiB: Math.round(peakRssMiB), missing, extra, failRate, kills: killed };
  } finally {
    await stage.close();
  }
};

const round = (number: number): number => Math.round(number * 100) / 100;

import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { embeddedUrl } from "#app/adapters/prisma/embedded.ts";
import { findPostgres } from "../tests/machine/find-postgres.ts";
import { startCluster } from "../tests/setup/postgres-cluster.ts";
import { CannotRun } from "./evaluate/evaluation.ts";

const read = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: "string", default: "15" }, rate: { type: "string", default: "1000" }, orders: { type: "string", default: "2000" }, database: { type: "string" } } });
  const number = (name: "seconds" | "rate" | "orders", least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most) throw new CannotRun(`--${name} wants a whole number from ${least} to ${most}.`);
    return value;
  };
  const database = values.database ?? (findPostgres() ? "postgres" : "pglite");
  if (database !== "postgres" && database !== "pglite") throw new CannotRun("--database wants postgres or pglite.");
  if (database === "postgres" && !findPostgres()) throw new CannotRun("There is no PostgreSQL on this machine; --database pglite measures the embedded one.");
  return { database, seconds: number("seconds", 1, 3_600), rate: number("rate", 1, 1_400), orders: number("orders", 20, 100_000) } as const;
};

/** A database of the bench's own, thrown away afterwards. */
const databaseFor = async (kind: "postgres" | "pglite"): Promise<{ readonly url: string; readonly clean: () => Promise<void> }> => {
  if (kind === "postgres") {
    const cluster = await startCluster({ durable: true });
    return { url: (await cluster.createDatabase()).url, clean: () => cluster.stop() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), "hither-dates-"));
  return { url: embeddedUrl(path.join(folder, "data")), clean: () => rm(folder, { recursive: true, force: true }) };
};

const start = (file: string, args: readonly string[]): ChildProcess => fork(path.join(import.meta.dirname, "dates", file), args, { stdio: ["ignore", "inherit", "inherit", "ipc"], serialization: "advanced" });

const reportOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("disconnect", () => reject(new Error("A process of the bench ended before it reported."))); // after the last message was read, which the end of the process may precede
  });

type Ready = { readonly port: number; readonly token: string; readonly questions: readonly string[] };
type Asked = { readonly answered: number; readonly non2xx: number; readonly elapsedMs: number; readonly latencies: Float64Array };
type Ended = { readonly shownRows: number; readonly lost: number; readonly cpuSeconds: number; readonly rssMiB: number };

/** Questions of the first seconds find nothing prepared and the ledger empty; they are asked, and not counted. */
const WARM_SECONDS = 3;

/**
 * `dates [--seconds N] [--rate 1000] [--orders 2000] [--database pglite|postgres]`: questions to the dates API at a given rate, whether earlier ones
 * were answered or not: half about orders, a quarter about parcels, a quarter about carts. Latency counts from the moment a question was due. The door,
 * the stores and the ledger are the app's own, in a process of their own, over a real socket.
 */
export const dates = async (args: readonly string[]): Promise<object> => {
  const { database, seconds, rate, orders } = read(args);
  const { url, clean } = await databaseFor(database);
  const children: ChildProcess[] = [];
  try {
    console.log(`Seeding ${orders} orders into ${database}.`);
    const door = start("door.ts", [url, String(orders)]);
    children.push(door);
    const { port, token, questions } = await reportOf<Ready>(door);
    const ask = async (forSeconds: number): Promise<Asked> => {
      const asker = start("asker.ts", [String(port), String(rate), String(forSeconds)]);
      children.push(asker);
      asker.send({ token, questions });
      return reportOf<Asked>(asker);
    };
    console.log(`${rate} questions a second for ${seconds} s, after ${WARM_SECONDS} s of warming up.`);
    const warm = await ask(WARM_SECONDS);
    const asked = await ask(seconds);
    door.send("end");
    const ended = await reportOf<Ended>(door);
    const sorted = asked.latencies.toSorted();
    const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;
    console.log(`The door used ${ended.cpuSeconds.toFixed(1)} s of processor time and ${ended.rssMiB.toFixed(0)} MiB; the promise ledger holds ${ended.shownRows} dates, ${ended.lost} were lost.`);
    return { database, perSecond: Math.round(asked.answered / (asked.elapsedMs / 1_000)), p50: at(0.5), p95: at(0.95), p99: at(0.99), non2xx: warm.non2xx + asked.non2xx, shownRows: ended.shownRows };
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill();
    await clean();
  }
};

import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { embeddedUrl } from "#app/adapters/prisma/embedded.ts";
import { findPostgres } from "../tests/machine/find-postgres.ts";
import { startCluster } from "../tests/setup/postgres-cluster.ts";
import { CannotRun } from "./evaluate/evaluation.ts";

const SECRET = "bench-secret";

const read = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: "string", default: "10" }, bytes: { type: "string", default: "8000" }, connections: { type: "string", default: "64" }, database: { type: "string" } } });
  const number = (name: "seconds" | "bytes" | "connections", least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least || value > most) throw new CannotRun(`--${name} wants a number from ${least} to ${most}.`);
    return value;
  };
  const database = values.database ?? (process.env["DATABASE_URL"] || findPostgres() ? "postgres" : "pglite");
  if (database !== "postgres" && database !== "pglite") throw new CannotRun("--database wants postgres or pglite.");
  if (database === "postgres" && !process.env["DATABASE_URL"] && !findPostgres()) throw new CannotRun("There is no PostgreSQL on this machine; --database pglite measures the embedded one.");
  return { database, seconds: number("seconds", 1, 3_600), bytes: number("bytes", 300, 1_000_000), connections: number("connections", 1, 2_000) } as const;
};

/** A database of the bench's own; on a given server it uses that server's, which must be meant for it: the inbox is counted whole. */
const databaseFor = async (kind: "postgres" | "pglite"): Promise<{ readonly url: string; readonly clean: () => Promise<void> }> => {
  if (kind === "postgres") {
    const given = process.env["DATABASE_URL"];
    if (given) return { url: given, clean: async () => undefined };
    const cluster = await startCluster({ durable: true });
    return { url: (await cluster.createDatabase()).url, clean: () => cluster.stop() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), "hither-intake-"));
  return { url: embeddedUrl(path.join(folder, "data")), clean: () => rm(folder, { recursive: true, force: true }) };
};

const start = (file: string, args: readonly string[]): ChildProcess => fork(path.join(import.meta.dirname, "intake", file), args, { stdio: ["ignore", "inherit", "inherit", "ipc"], serialization: "advanced" });

const reportOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`A process of the bench ended (${code}) before it reported.`)));
  });

type Sent = { readonly acknowledged: number; readonly non2xx: number; readonly elapsedMs: number; readonly latencies: number[] };
type Kept = { readonly rows: number; readonly cpuSeconds: number; readonly rssMiB: number };

/**
 * `intake [--seconds N] [--bytes N] [--connections N] [--database pglite|postgres]`: signed Shopify webhooks over keep-alive connections
 * to the webhook door in a process of its own. Counted is what was answered 200, and compared with what the inbox holds afterwards.
 */
export const intake = async (args: readonly string[]): Promise<object> => {
  const { database, seconds, bytes, connections } = read(args);
  const { url, clean } = await databaseFor(database);
  const children: ChildProcess[] = [];
  try {
    const door = start("door.ts", [url, SECRET]);
    children.push(door);
    const { port } = await reportOf<{ port: number }>(door);
    const send = (forSeconds: number): Promise<Sent> => {
      const sender = start("sender.ts", [String(port), SECRET, String(bytes), String(connections), String(forSeconds)]);
      children.push(sender);
      return reportOf<Sent>(sender);
    };
    console.log(`Intake into ${database}: ${connections} connections, bodies of about ${bytes} bytes, ${seconds} s after 1 s of warming up.`);
    const warm = await send(1);
    const sent = await send(seconds);
    door.send("end");
    const kept = await reportOf<Kept>(door);
    const sorted = sent.latencies.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;
    const acknowledged = warm.acknowledged + sent.acknowledged;
    console.log(`${acknowledged} acknowledged, ${kept.rows} rows kept; the door used ${kept.cpuSeconds.toFixed(1)} s of processor time and ${kept.rssMiB.toFixed(0)} MiB.`);
    return { database, perSecond: Math.round(sent.acknowledged / (sent.elapsedMs / 1_000)), p50: at(0.5), p99: at(0.99), non2xx: warm.non2xx + sent.non2xx, rows: kept.rows, acknowledged };
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill();
    await clean();
  }
};

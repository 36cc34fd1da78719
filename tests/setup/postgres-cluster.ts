import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findPostgres } from "../machine/find-postgres.ts";

/** A throw-away PostgreSQL server of its own directory and port. */
export type Cluster = {
  /** A new empty database, or a copy of an existing one nobody is connected to. */
  createDatabase(template?: string): Promise<{ readonly name: string; readonly url: string }>;
  stop(): Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`. */
const unprivileged = (): { uid: number; gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
  return { uid: id("-u"), gid: id("-g") };
};

/** Starts a server; `durable` keeps fsync on, for measurements. */
export const startCluster = async ({ durable = false }: { readonly durable?: boolean } = {}): Promise<Cluster> => {
  const programs = findPostgres();
  if (!programs) throw new Error("PostgreSQL is not installed (initdb not found).");
  const directory = mkdtempSync(path.join(tmpdir(), "hither-postgres-"));
  const as = unprivileged();
  if ("uid" in as) chownSync(directory, Number(as.uid), Number(as.gid));
  const data = path.join(directory, "data");
  execFileSync(path.join(programs, "initdb"), ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], { ...as, stdio: "pipe", cwd: directory });
  const port = await freePort();
  // A session zone that is not UTC: whoever forgets to ask for UTC is found out.
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: directory, timezone: "America/New_York", max_connections: "200", fsync: durable ? "on" : "off", synchronous_commit: durable ? "on" : "off", max_wal_size: "1GB" };
  const server = spawn(path.join(programs, "postgres"), ["-D", data, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], { ...as, stdio: "ignore", cwd: directory });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const killNow = () => void server.kill("SIGQUIT");
  process.once("exit", killNow);

  const urlOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf("postgres") });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await run("SELECT 1");
      break;
    } catch (fault) {
      if (tries > 200 || server.exitCode !== null) throw fault;
      await pause(50);
    }
  }
  return {
    async createDatabase(template) {
      const name = `db_${randomBytes(6).toString("hex")}`;
      await run(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
      return { name, url: urlOf(name) };
    },
    async stop() {
      process.off("exit", killNow);
      server.kill("SIGINT"); // fast shutdown
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

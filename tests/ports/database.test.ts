import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DirectoryInUse, lockDirectory } from "#app/adapters/prisma/directory-lock.ts";
import { embeddedDirectory, embeddedUrl } from "#app/adapters/prisma/embedded.ts";
import { EmbeddedRefused, openDatabase, type Database } from "#app/adapters/prisma/open-database.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { MIGRATIONS } from "../setup/embedded.ts";
import { startCluster, type Cluster } from "../setup/postgres-cluster.ts";

const run = promisify(execFile);
const prisma = (databaseUrl: string, ...args: string[]) => run("node_modules/.bin/prisma", args, { env: { ...process.env, DATABASE_URL: databaseUrl } }).then(({ stdout }) => stdout);

let folder: string;
const opened: Database[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), "hither-database-")); });
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = async (databaseUrl: string | undefined, more: Partial<Parameters<typeof openDatabase>[0]> = {}): Promise<Database> => {
  const database = await openDatabase({ databaseUrl, dataDir: path.join(folder, "default"), production: false, migrationsDir: MIGRATIONS, ...more });
  opened.push(database);
  return database;
};
const closeAll = async () => { for (const database of opened.splice(0)) await database.close(); };

describe("the embedded database", () => {
  it("opens in a directory that does not exist yet, and what was written is there the next time", async () => {
    const dataDir = path.join(folder, "some", "where", "new");
    const first = await open(undefined, { dataDir });
    expect(first.kind).toBe("pglite");
    await first.pool.query("INSERT INTO timer VALUES ('s', 'p', 'o', now())");
    await closeAll();
    const again = await open(embeddedUrl(dataDir));
    expect((await again.pool.query("SELECT 1 FROM timer")).rowCount).toBe(1);
  });

  it("is refused in production, however it is asked for", async () => {
    await expect(open(undefined, { production: true })).rejects.toThrow(EmbeddedRefused);
    await expect(open(embeddedUrl(path.join(folder, "x")), { production: true })).rejects.toThrow(/NODE_ENV=production needs a PostgreSQL server: set DATABASE_URL/);
  });

  it("serves one process: another is refused with the directory's name, and a killed one leaves nothing in the way", async () => {
    const directory = path.join(folder, "locked");
    const script = path.join(folder, "hold.ts");
    await writeFile(script, `import { lockDirectory } from ${JSON.stringify(path.resolve("app/adapters/prisma/directory-lock.ts"))};\nvoid lockDirectory(${JSON.stringify(directory)}).then(() => { console.log("held"); setInterval(() => {}, 1000); });\n`);
    const holder = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(holder);
    await new Promise((resolve) => holder.stdout?.once("data", resolve));
    await expect(open(undefined, { dataDir: directory })).rejects.toThrow(DirectoryInUse);
    await expect(open(undefined, { dataDir: directory })).rejects.toThrow(directory);
    const refused = await prisma(embeddedUrl(directory), "migrate", "status").catch((fault: { stdout: string; stderr: string }) => `${fault.stdout}${fault.stderr}`);
    expect(refused).toContain("is open in another process");
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("exit", resolve));
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUse);
    await unlock();
    await (await lockDirectory(directory))();
  });

  it("is named the same way by the app and by Prisma's command line", () => {
    for (const directory of [".data/hither", "/var/lib/hither data/ä", "C:\\hither"]) expect(embeddedDirectory(embeddedUrl(directory))).toBe(directory);
    expect(embeddedDirectory("postgresql://pglite")).toBe("memory");
    expect(embeddedDirectory("postgresql://user:pw@db.example:5432/hither")).toBeNull();
    expect(embeddedDirectory("nonsense")).toBeNull();
  });

  it("does not starve timers while it is busy", async () => {
    const database = await open("postgresql://pglite/memory");
    let ticks = 0;
    const timer = setInterval(() => { ticks += 1; }, 5);
    for (let query = 0; query < 300; query += 1) await database.pool.query("SELECT pg_sleep(0)");
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  it("agrees with `prisma migrate` about what was applied, whoever applied it, and about the schema", { timeout: 120_000 }, async () => {
    const url = embeddedUrl(path.join(folder, "migrated"));
    expect(await prisma(url, "migrate", "deploy")).toContain("successfully applied");
    await open(url);
    await closeAll();
    expect(await prisma(url, "migrate", "status")).toContain("Database schema is up to date");
    expect(await prisma(url, "migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--exit-code")).toContain("No difference");
    const other = embeddedUrl(path.join(folder, "started"));
    await open(other);
    await closeAll();
    expect(await prisma(other, "migrate", "deploy")).toContain("No pending migrations");
    expect(await prisma(other, "migrate", "status")).toContain("Database schema is up to date");
  });

  it("takes a broken migration back whole, says so, and refuses to start until it is resolved", async () => {
    const migrationsDir = path.join(folder, "broken-migrations");
    await cp(MIGRATIONS, migrationsDir, { recursive: true });
    await mkdir(path.join(migrationsDir, "20990101000000_bad"));
    await writeFile(path.join(migrationsDir, "20990101000000_bad", "migration.sql"), "CREATE TABLE half (a int); SELECT nonsense;");
    const dataDir = path.join(folder, "broken");
    await expect(open(undefined, { dataDir, migrationsDir })).rejects.toThrow(/20990101000000_bad failed: .*nonsense/);
    await expect(open(undefined, { dataDir, migrationsDir })).rejects.toThrow(/20990101000000_bad failed earlier.*migrate resolve/);
  });

  it("refuses a migration that was edited after it was applied", async () => {
    const migrationsDir = path.join(folder, "edited-migrations");
    await cp(MIGRATIONS, migrationsDir, { recursive: true });
    await mkdir(path.join(migrationsDir, "20990101000000_more"));
    const file = path.join(migrationsDir, "20990101000000_more", "migration.sql");
    await writeFile(file, "CREATE TABLE more (a int);");
    const dataDir = path.join(folder, "edited");
    await open(undefined, { dataDir, migrationsDir });
    await closeAll();
    await writeFile(file, "CREATE TABLE more (a int, b int);");
    await expect(open(undefined, { dataDir, migrationsDir })).rejects.toThrow(/20990101000000_more was edited/);
  });
});

describe.runIf(findPostgres() !== null || process.env["CI"])("a PostgreSQL server", () => {
  let cluster: Cluster;
  beforeAll(async () => { cluster = await startCluster(); });
  afterAll(() => cluster.stop());

  it("agrees with `prisma migrate` about what was applied, whoever applied it, and about the schema", { timeout: 120_000 }, async () => {
    const deployed = (await cluster.createDatabase()).url;
    expect(await prisma(deployed, "migrate", "deploy")).toContain("successfully applied");
    await open(deployed, { production: true });
    await closeAll();
    const started = (await cluster.createDatabase()).url;
    await open(started, { production: true });
    for (const url of [deployed, started]) expect(await prisma(url, "migrate", "status")).toContain("Database schema is up to date");
    expect(await prisma(started, "migrate", "deploy")).toContain("No pending migrations");
    expect(await prisma(started, "migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--exit-code")).toContain("No difference");
  });

  it("is migrated once when several processes start together", async () => {
    const { url } = await cluster.createDatabase();
    const databases = await Promise.all(Array.from({ length: 4 }, () => open(url)));
    const { rows } = await (databases[0] as Database).pool.query("SELECT migration_name FROM _prisma_migrations");
    expect(new Set(rows.map((row) => row.migration_name)).size).toBe(rows.length);
  });

  it("is spoken to in UTC whatever its own time zone", async () => {
    const { pool, intake, prisma: client } = await open((await cluster.createDatabase()).url);
    for (const one of [pool, intake]) expect((await one.query("SHOW timezone")).rows).toEqual([{ TimeZone: "UTC" }]);
    const at = new Date("2026-11-17T15:00:00.123Z");
    await client.timer.create({ data: { shop: "s", shipmentId: "p", orderId: "o", dueAt: at } });
    expect((await client.timer.findFirstOrThrow()).dueAt).toEqual(at);
    expect((await pool.query("SELECT due_at FROM timer")).rows[0].due_at).toEqual(at);
  });

  it("may drop connections: the next query gets a new one", async () => {
    const lost: string[] = [];
    const { url } = await cluster.createDatabase();
    const { pool } = await open(url, { onConnectionLost: (fault) => lost.push(fault.message) });
    await Promise.all([pool.query("SELECT 1"), pool.query("SELECT 1")]);
    const other = await open(url);
    await other.pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    for (let tries = 0; pool.totalCount > 0 && tries < 250; tries += 1) await pause(20);
    expect(lost.length).toBeGreaterThan(0);
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });
});

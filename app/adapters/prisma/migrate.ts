import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

/** The advisory lock Prisma's own `migrate` takes (schema-engine, 2026-11): starting processes and the command line wait for each other. */
const PRISMA_LOCK = 72_707_369;

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Known = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies every migration of `directory` that the database has not seen, in order, and keeps Prisma's own books, so that
 * `prisma migrate deploy` and `prisma migrate status` agree with a start of the app. Returns the names applied now.
 * Throws when a migration fails (its file is rolled back whole), failed earlier, or was edited after it was applied.
 */
export const migrate = async (pool: pg.Pool, directory: string): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const { rows } = await client.query<Known>("SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL");
    const failed = rows.find((row) => row.finished_at === null);
    if (failed) throw new Error(`Migration ${failed.migration_name} failed earlier. Repair the database and tell Prisma with \`prisma migrate resolve\` (https://pris.ly/d/migrate-resolve).`);
    const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const applied: string[] = [];
    for (const name of await migrationNames(directory)) {
      const sql = await readFile(path.join(directory, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const known = checksums.get(name);
      if (known === undefined) {
        await apply(client, name, sql, checksum);
        applied.push(name);
      } else if (known !== checksum) {
        throw new Error(`Migration ${name} was edited after it was applied. Restore the file, and put the change into a migration of its own.`);
      }
    }
    return applied;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]).catch(() => undefined);
    client.release();
  }
};

const migrationNames = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

const apply = async (client: pg.PoolClient, name: string, sql: string, checksum: string): Promise<void> => {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [id, checksum, name]);
  try {
    await client.query(sql); // one simple-query message: PostgreSQL runs it as one implicit transaction
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, said]);
    throw new Error(`Migration ${name} failed: ${said}`, { cause: fault });
  }
  await client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id]);
};

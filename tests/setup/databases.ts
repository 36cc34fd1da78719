import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { openDatabase, type Database } from "#app/adapters/prisma/open-database.ts";
import { embeddedDatabase, MIGRATIONS } from "./embedded.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startCluster, type Cluster } from "./postgres-cluster.ts";

/** What a suite is given: a fresh, migrated database for each test that asks. Everything opened is closed after the test. */
export type Fixture = {
  readonly kind: Database["kind"];
  open(): Promise<Database>;
  /** Another process's view of the database opened last; on the embedded one, which has one process, the same. */
  openAgain(): Promise<Database>;
};

/** Runs a suite on the embedded database and on PostgreSQL. Without PostgreSQL that half is skipped, except in CI, where it fails. */
export const onBothDatabases = (name: string, suite: (fixture: Fixture) => void): void => {
  describe(`${name}, embedded`, () => {
    const opened: Database[] = [];
    afterEach(() => closeAll(opened));
    suite({
      kind: "pglite",
      open: () => kept(opened, embeddedDatabase()),
      openAgain: async () => opened.at(-1) ?? kept(opened, embeddedDatabase()),
    });
  });

  const available = findPostgres() !== null;
  if (!available && !process.env["CI"]) {
    describe(`${name}, PostgreSQL`, () => test.skip("skipped: PostgreSQL is not installed on this machine"));
    return;
  }
  describe(`${name}, PostgreSQL`, () => {
    const opened: Database[] = [];
    let cluster: Cluster;
    let template: string;
    let last: string;
    const openUrl = (url: string) => kept(opened, openDatabase({ databaseUrl: url, dataDir: "unused", production: true, migrationsDir: MIGRATIONS }));
    beforeAll(async () => {
      cluster = await startCluster();
      const made = await cluster.createDatabase();
      await (await openDatabase({ databaseUrl: made.url, dataDir: "unused", production: true, migrationsDir: MIGRATIONS })).close();
      template = made.name;
    });
    afterEach(() => closeAll(opened));
    afterAll(() => cluster.stop());
    suite({
      kind: "postgres",
      open: async () => openUrl((last = (await cluster.createDatabase(template)).url)),
      openAgain: () => openUrl(last),
    });
  });
};

const kept = async (opened: Database[], opening: Promise<Database>): Promise<Database> => {
  const database = await opening;
  opened.push(database);
  return database;
};

const closeAll = async (opened: Database[]): Promise<void> => {
  for (const database of opened.splice(0)) await database.close();
};

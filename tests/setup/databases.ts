import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { openDatabase, type Database } from "#app/adapters/prisma/open-database.ts";
import { embeddedDatabase, MIGRATIONS } from "./embedded.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startCluster, type Cluster } from "./postgres-cluster.ts";

/** What a suite is given: a fresh, migrated database for each test that asks. Everything opened is closed after the test. */
export type Fixture = {
  open(): Promise<Database>;
  /** Another process's view of the database opened last; on the embedded one, which has one process, the same. */
  openAgain(): Promise<Database>;
};

/** Runs a suite on the embedded database and on PostgreSQL. */
export const onBothDatabases = (name: string, suite: (fixture: Fixture) => void): void => {
  describe(`${name}, embedded`, () => {
    const opened: Database[] = [];
    afterEach(() => closeAll(opened));
    suite({ open: () => kept(opened, embeddedDatabase()), openAgain: async () => opened.at(-1) ?? kept(opened, embeddedDatabase()) });
  });
  onPostgres(name, suite);
};

/** In CI PostgreSQL must be there; elsewhere its tests are skipped without it, and the run says so. */
const mayRun = findPostgres() !== null || Boolean(process.env["CI"]);

/** Runs a suite on PostgreSQL alone: what takes two processes, which the embedded database does not serve. */
export const onPostgres = (name: string, suite: (fixture: Fixture) => void): void => {
  describe.runIf(mayRun)(`${name}, PostgreSQL`, () => {
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

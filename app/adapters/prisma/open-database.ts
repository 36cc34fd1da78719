import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { PrismaClient } from "../../generated/prisma/client.ts";
import { embeddedDirectory, embeddedPool, IN_MEMORY } from "./embedded.ts";
import { lockDirectory } from "./directory-lock.ts";
import { migrate } from "./migrate.ts";
import { shopLock, type ShopLock } from "./shop-lock.ts";

/** Where the database is and who may open it. */
export type DatabaseOptions = {
  readonly databaseUrl: string | undefined; // a PostgreSQL server, or `postgresql://pglite/<dir>`; absent: embedded in `dataDir`
  readonly dataDir: string;
  readonly production: boolean;
  readonly migrationsDir: string;
  /** Told of connections that broke while nobody was using them; the pool replaces them by itself. */
  readonly onConnectionLost?: (fault: Error) => void;
};

/** The database of this process. `intake` is what the webhook door writes through: apart from the rest where that is possible. */
export type Database = {
  readonly kind: "postgres" | "pglite";
  readonly pool: pg.Pool;
  readonly intake: pg.Pool;
  readonly prisma: PrismaClient;
  readonly withShopLock: ShopLock;
  close(): Promise<void>;
};

/** The embedded database was asked for where only a server will do. */
export class EmbeddedRefused extends Error {
  constructor() {
    super("NODE_ENV=production needs a PostgreSQL server: set DATABASE_URL. The embedded database serves one process and may lose data when the machine loses power; it is meant for trying Hither out and for development.");
    this.name = "EmbeddedRefused";
  }
}

/** Opens the database, brings its schema up to date and returns it ready for use. Throws with plain words when it may not be opened. */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { databaseUrl } = options;
  if (databaseUrl && embeddedDirectory(databaseUrl) === null) return openServer(databaseUrl, options);
  if (options.production) throw new EmbeddedRefused();
  return openEmbedded((databaseUrl && embeddedDirectory(databaseUrl)) || options.dataDir, options);
};

/** Every session thinks in UTC: adapter-pg misreads timestamps of any other zone. */
const UTC = "-c TimeZone=UTC";
const PATIENCE_MS = 5_000;
const CONNECTIONS = 10;

const openServer = async (connectionString: string, options: DatabaseOptions): Promise<Database> => {
  const lost = options.onConnectionLost ?? (() => undefined);
  const open = (max: number, extra: pg.PoolConfig = {}): pg.Pool => {
    const pool = new pg.Pool({ connectionString, max, options: UTC, connectionTimeoutMillis: PATIENCE_MS, keepAlive: true, ...extra });
    pool.on("error", lost); // without a listener a dropped idle connection would end the process
    return pool;
  };
  const pool = open(CONNECTIONS);
  try {
    await migrate(pool, options.migrationsDir);
  } catch (fault) {
    await pool.end();
    throw fault;
  }
  const intake = open(2, { connectionTimeoutMillis: 900, query_timeout: 4_000 });
  const locks = open(4, { connectionTimeoutMillis: 30_000 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = once(async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), intake.end(), locks.end()]);
  });
  return { kind: "postgres", pool, intake, prisma, withShopLock: shopLock(locks), close };
};

const openEmbedded = async (directory: string, options: DatabaseOptions): Promise<Database> => {
  const inMemory = directory === IN_MEMORY;
  const unlock = inMemory ? async () => undefined : await lockDirectory(directory);
  const { PGlite } = await import("@electric-sql/pglite");
  const database = inMemory ? new PGlite() : new PGlite(path.resolve(directory));
  try {
    await database.waitReady;
    return await overEmbedded(database, options.migrationsDir, unlock);
  } catch (fault) {
    await database.close().catch(() => undefined);
    await unlock();
    throw fault;
  }
};

/** A database over a PGlite that is already open. `released` runs after everything is closed. */
export const overEmbedded = async (embedded: PGlite, migrationsDir: string, released: () => Promise<unknown> = async () => undefined): Promise<Database> => {
  const pool = embeddedPool(embedded);
  await migrate(pool, migrationsDir);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = once(async () => {
    await prisma.$disconnect();
    await pool.end();
    await embedded.close();
    await released();
  });
  return { kind: "pglite", pool, intake: pool, prisma, withShopLock: shopLock(null), close };
};

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
};

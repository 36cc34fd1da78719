#!/usr/bin/env node
// Answers the Prisma command line in place of its native `schema-engine` binary, which would have to be downloaded
// (prisma.config.ts points to this file). The command line speaks line-delimited JSON-RPC; the answers come from the same
// engine compiled to WebAssembly, over node-postgres. A URL whose host is "pglite" names an embedded database directory.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { tsImport } from "tsx/esm/api";

const { embeddedDirectory, embeddedPool, IN_MEMORY } = await tsImport("../app/adapters/prisma/embedded.ts", import.meta.url);
const { lockDirectory } = await tsImport("../app/adapters/prisma/directory-lock.ts", import.meta.url);

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: "string", multiple: true, short: "d" }, datasource: { type: "string" }, version: { type: "boolean", short: "V" } },
});

// The command line reads faults as log lines on standard error.
const report = (fields) => process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
let panic = "";
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => { panic = message; } };
process.on("uncaughtException", (fault) => {
  report({ message: panic || fault.message, backtrace: fault.stack, is_panic: true });
  process.exit(101);
});

const wasm = new URL("./schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
const { instance } = await WebAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": glue });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
if (options.version) {
  console.log(`schema-engine-cli ${glue.version()} (wasm)`);
  process.exit(0);
}

const { url, shadowDatabaseUrl } = JSON.parse(options.datasource ?? "{}");
const isEmbedded = (address) => Boolean(address) && embeddedDirectory(address) !== null;
const cleanUps = [];

// node-postgres hands over connections for a server and for an embedded directory alike; the directory is locked as the app locks it.
const openPool = async (address) => {
  if (!address) throw new Error("No database: set DATABASE_URL to postgresql://… or postgresql://pglite/<directory>.");
  const directory = embeddedDirectory(address);
  if (directory === null) return new pg.Pool({ connectionString: address, max: 4, options: "-c TimeZone=UTC" });
  const unlock = directory === IN_MEMORY ? async () => undefined : await lockDirectory(directory);
  const database = new PGlite(directory === IN_MEMORY ? undefined : directory);
  cleanUps.push(async () => { await database.close(); await unlock(); });
  return embeddedPool(database);
};
let mainPool;
const main = () => (mainPool ??= openPool(url));

const CHAR = 18; // oid of PostgreSQL's one-byte "char", which catalogue queries return and adapter-pg does not know
const TEXT = 25;

// Two repairs of adapter-pg: "char" columns pass as text and are then named characters (NUL arrives as ""), and a whole
// script goes in one message (the adapter splits it on semicolons, which breaks functions).
const repaired = (connection) => {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  const charColumns = new WeakMap();
  connection.performIO = async (query) => {
    const result = await performIO(query);
    const found = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    for (const index of found) result.fields[index].dataTypeID = TEXT;
    if (found.length > 0) charColumns.set(result.rows, found);
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(result.rows) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character;
      for (const row of result.rows) row[index] ||= "\u0000";
    }
    return result;
  };
  connection.executeScript = (sql) => connection.underlyingDriver().query(sql).then(() => undefined, (fault) => connection.onError(fault));
  return connection;
};

class Connections {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  async connect() {
    return repaired(await new PrismaPg(await main()).connect());
  }

  async connectToShadowDb() {
    if (!url || isEmbedded(url) || isEmbedded(shadowDatabaseUrl)) {
      return repaired(await new PrismaPg(await openPool(`postgresql://pglite/${IN_MEMORY}`), { disposeExternalPool: true }).connect());
    }
    if (shadowDatabaseUrl) return repaired(await new PrismaPg(shadowDatabaseUrl).connect());
    // Third repair: given a connection string, adapter-pg would replay the migrations on the main database.
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const address = new URL(url);
    address.pathname = `/${name}`;
    await (await main()).query(`CREATE DATABASE "${name}"`);
    const connection = repaired(await new PrismaPg(address.href).connect());
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await (await main()).query(`DROP DATABASE "${name}" WITH (FORCE)`);
    };
    return connection;
  }
}

const finish = async (code) => {
  if (mainPool) await (await mainPool.catch(() => null))?.end();
  for (const cleanUp of cleanUps) await cleanUp().catch(() => undefined);
  process.exit(code);
};

if (positionals[0] === "cli") {
  try {
    if (positionals[1] === "can-connect-to-database") await (await main()).query("SELECT 1");
    else if (positionals[1] === "create-database") {
      const address = new URL(url);
      const name = decodeURIComponent(address.pathname.slice(1));
      address.pathname = "/postgres";
      const client = new pg.Client({ connectionString: address.href });
      await client.connect();
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      await client.end();
    } else throw new Error(`Unknown command ${positionals[1]}.`);
  } catch (fault) {
    report({ message: fault.message, error_code: fault.code === "3D000" ? "P1003" : "P1001", is_panic: false });
    await finish(1);
  }
  await finish(0);
}

const datamodels = options.datamodels ? await Promise.all(options.datamodels.map(async (file) => [file, await readFile(file, "utf8")])) : undefined;
const connections = bindMigrationAwareSqlAdapterFactory(new Connections());
let starting;
const engine = () => (starting ??= glue.SchemaEngine.new({ datamodels }, (line) => process.env.DEBUG && console.error(line), connections));

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
let printed = 1_000_000; // ids of our own requests, apart from the command line's

const answer = async ({ id, method, params }) => {
  try {
    const running = await engine();
    const name = method === "getDatabaseVersion" ? "version" : method;
    if (typeof running[name] !== "function") throw new Error(`${method} is not supported by the WebAssembly schema engine.`);
    const raw = await running[name](params);
    const result = (raw instanceof Map ? Object.fromEntries(raw) : raw) ?? {};
    if (method === "diff" && result.stdout != null) {
      send({ id: (printed += 1), method: "print", params: { content: result.stdout } });
      delete result.stdout;
    }
    send({ id, result });
  } catch (fault) {
    const message = fault?.message ?? String(fault);
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data: { is_panic: false, message: panic ? `${panic} (${message})` : message, error_code: fault?.code, meta: fault?.meta } } });
  }
};

let queue = Promise.resolve();
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const request = JSON.parse(line);
    if (request.method) queue = queue.then(() => answer(request)); // a line without a method answers one of our prints
  })
  .on("close", async () => {
    await queue;
    await finish(0);
  });

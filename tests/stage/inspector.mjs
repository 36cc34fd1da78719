/**
 * Loaded before the app (`node --import`), unknown to it: lets a test ask the app's own database, which on the embedded
 * engine no second process may open. POST a statement to the port written in INSPECTOR_FILE, get its rows and the
 * process's time; GET the time alone. PUT names of jobs: this process looks for them now instead of a second later.
 */
import { renameSync, writeFileSync } from "node:fs";
import http from "node:http";
import { isMainThread } from "node:worker_threads";
import pg from "pg";
import { PgBoss } from "pg-boss";

/** @type {import("pg").Pool | null} */
let pool = null;
const prototype = Object.getPrototypeOf(pg.Pool.prototype);
const connect = prototype.connect;
/** @this {import("pg").Pool} @param {...any} args */
prototype.connect = function remembered(...args) {
  pool ??= this;
  return connect.apply(this, args);
};

/** @type {Map<string, () => void>} */
const lookers = new Map();
const work = PgBoss.prototype.work;
/** @this {PgBoss} @param {...any} args */
PgBoss.prototype.work = async function noted(...args) {
  const id = await /** @type {any} */ (work).apply(this, args);
  lookers.set(args[0], () => this.notifyWorker(id));
  return id;
};

const server = http.createServer(async (request, response) => {
  if (request.method === "GET") return void response.end(JSON.stringify({ rows: [], now: Date.now() }));
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (request.method === "PUT") {
      for (const name of body) lookers.get(name)?.();
      return void response.end(JSON.stringify({ rows: [], now: Date.now() }));
    }
    const { text, values } = body;
    if (!pool) throw new Error("the app has not opened its database yet");
    const { rows } = await pool.query(text, values);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ rows, now: Date.now() }));
  } catch (fault) {
    response.writeHead(500, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: fault instanceof Error ? fault.message : String(fault) }));
  }
});
const file = process.env.INSPECTOR_FILE;
if (file && isMainThread) {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    writeFileSync(`${file}.draft`, String(typeof address === "object" && address ? address.port : ""));
    renameSync(`${file}.draft`, file); // whole or not at all
  });
  server.unref();
}

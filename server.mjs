// The processes of Hither: `node server.mjs web` serves, `node server.mjs worker` works. On the embedded database one
// process does both. Everything comes out of the one build, so that there is one copy of every module.
import compression from "compression";
import express from "express";
import { existsSync } from "node:fs";
import http from "node:http";
import { createRequestHandler } from "@remix-run/express";

if (existsSync(".env")) process.loadEnvFile(); // what is set already stays

const role = process.argv[2] ?? "web";
const production = process.env.NODE_ENV === "production";
const development = process.argv[3] === "--dev";

const say = (event, fields = {}) => process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level: "info", shop: "process", event, ...fields })}\n`);
const refuse = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const vite = development ? await (await import("vite")).createServer({ server: { middlewareMode: true } }) : null;
const loadBuild = async () => (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import("./build/server/index.js"));
const build = await loadBuild().catch((fault) => refuse(fault.code === "ERR_MODULE_NOT_FOUND" ? "There is no build yet: run `npm run build` first." : String(fault.stack ?? fault)));
const app = build.entry.module;

const closers = [];
let closing = false;
const shutDown = async () => {
  if (closing) return;
  closing = true;
  setTimeout(() => process.exit(1), 15_000).unref();
  for (const close of closers.reverse()) await close().catch((fault) => process.stderr.write(`${fault.stack}\n`));
  say("process.stopped", { role });
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, shutDown);

const web = await app.startWeb().catch((fault) => refuse(fault.message));
closers.push(web.close);
if (role === "worker" && web.embedded) refuse("The embedded database serves one process: `npm start` already runs the worker. Set DATABASE_URL to run workers of their own.");

if (role === "worker" || web.embedded) {
  const worker = await app.startWorker().catch((fault) => refuse(fault.message));
  closers.push(worker.close);
}
if (role === "web") {
  const site = express();
  site.disable("x-powered-by");
  site.set("trust proxy", "loopback, linklocal, uniquelocal");
  site.get("/healthz", (_request, response) => {
    web.health().then(() => response.type("text").send("ok"), () => response.status(503).type("text").send("The database does not answer."));
  });
  site.use(compression());
  if (vite) site.use(vite.middlewares);
  else {
    site.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
    site.use(express.static("build/client", { maxAge: "1h" }));
  }
  site.all("*", createRequestHandler({ build: vite ? loadBuild : build, mode: production ? "production" : "development" }));

  const server = http.createServer((request, response) => {
    if (!web.ingress(request, response)) site(request, response);
  });
  // A sender that dawdles must not hold a socket: Shopify itself gives up after five seconds.
  server.headersTimeout = 5_000;
  server.requestTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  server.listen(web.port, web.host, () => say("process.listening", { role, address: `http://${web.host}:${server.address().port}` }));
  closers.push(async () => {
    server.closeIdleConnections();
    await new Promise((resolve) => server.close(resolve));
  });
} else say("process.working", { role });

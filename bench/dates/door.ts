import http from "node:http";
import path from "node:path";
import { openDatabase } from "#app/adapters/prisma/open-database.ts";
import { createStores } from "#app/adapters/prisma/stores.ts";
import { systemClock } from "#app/adapters/system/clock.ts";
import { lookupHash } from "#app/adapters/system/lookup-hash.ts";
import { memoryRateLimit } from "#app/adapters/system/rate-limit.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { createShownRecorder } from "#app/application/commands/note-shown.ts";
import { datesAnswer } from "#app/application/queries/dates-answer.ts";
import { createDatesApi } from "#app/ingress/dates-api.ts";
import { questionsOf, seedShop, SHOP } from "./seed-shop.ts";

/** The dates API in a process of its own: the same door, query, stores and recorder as in the app, over a real socket. */
const [databaseUrl = "", orders = "0"] = process.argv.slice(2);
const KEY = { keyId: "hk_bench", secret: `whsec_${Buffer.alloc(24, 7).toString("base64")}` };
const database = await openDatabase({ databaseUrl, dataDir: "", production: false, migrationsDir: path.resolve("prisma/migrations") });
const stores = createStores({ database, box: secretBox([Buffer.alloc(32, 1)]), lookupHash: lookupHash(Buffer.alloc(32, 2)), newToken: () => "unused" });
await seedShop(stores, Number(orders), systemClock());
await stores.sourceReads.saveEventsKey(SHOP, { ...KEY, madeAt: systemClock() });
await database.pool.query("ANALYZE"); // as autovacuum does within a minute

const before = process.cpuUsage();
let lost = 0;
const log = { for: () => ({ info: () => {}, warn: (event: string, fields: object = {}) => console.error(event, fields), error: (event: string, fields: { readonly rows?: unknown } = {}) => {
  console.error(event, fields);
  lost += Number(fields.rows ?? 0);
} }) };
const shown = createShownRecorder({ ledger: stores.ledger, log, later: (after, run) => void setTimeout(run, after).unref() });
const door = createDatesApi({ answer: datesAnswer({ reads: stores.dateAnswers, shown, clock: systemClock }), rateLimit: memoryRateLimit(), clock: systemClock, log });

const server = http.createServer((request, response) => {
  if (!door(request, response)) response.writeHead(404).end();
});
server.keepAliveTimeout = 65_000; // as in server.mjs
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0, token: `${KEY.keyId}.${KEY.secret}`, questions: questionsOf(Number(orders)) });
});

/** Asked to end, says what was written down of what was shown, and what it took. */
process.once("message", () => {
  server.closeAllConnections();
  server.close(() => {
    void (async () => {
      await shown.flush();
      const { rows: [count] } = await database.pool.query<{ rows: number }>("SELECT count(*)::int AS rows FROM promise WHERE shop = $1 AND surface = 'api'", [SHOP]);
      const used = process.cpuUsage(before);
      await database.close();
      process.send?.({ shownRows: count?.rows ?? 0, lost, cpuSeconds: (used.user + used.system) / 1e6, rssMiB: process.memoryUsage().rss / 2 ** 20 }, () => process.disconnect());
    })();
  });
});

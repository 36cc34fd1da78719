import http from "node:http";
import path from "node:path";
import { openDatabase } from "#app/adapters/prisma/open-database.ts";
import { createStores } from "#app/adapters/prisma/stores.ts";
import { lookupHash } from "#app/adapters/system/lookup-hash.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { systemClock } from "#app/adapters/system/clock.ts";
import { groupCommit } from "#app/ingress/group-commit.ts";
import { createIngress } from "#app/ingress/ingress.ts";

/** The webhook door by itself, in a process of its own: the same ingress, group commit and store as in the app, over a real socket. */
const [databaseUrl = "", secret = ""] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, dataDir: "", production: false, migrationsDir: path.resolve("prisma/migrations") });
const { keepMessages } = createStores({ database, box: secretBox([Buffer.alloc(32, 1)]), lookupHash: lookupHash(Buffer.alloc(32, 2)), newToken: () => "unused" });
const silent = { for: () => ({ info: () => {}, warn: () => {}, error: (event: string, fields: object = {}) => console.error(event, fields) }) };
const ingress = createIngress({ commit: groupCommit(keepMessages), shopifySecrets: [secret], clock: systemClock, log: silent, pushOf: () => null, feedOf: async () => null,
  warehouse: { ownerOf: async () => null, isSigned: () => false, read: () => ({ outcome: "malformed", because: "No warehouse here." }) } });

const server = http.createServer((request, response) => {
  if (!ingress(request, response)) response.writeHead(404).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});

/** Asked to end, says how many rows the inbox holds and what it took to get there. */
process.once("message", () => {
  server.closeAllConnections();
  server.close(() => {
    void (async () => {
      const { rows: [count] } = await database.pool.query<{ rows: number }>("SELECT count(*)::int AS rows FROM inbox");
      await database.close();
      process.send?.({ rows: count?.rows ?? 0, cpuSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6, rssMiB: process.memoryUsage().rss / 2 ** 20 }, () => process.disconnect());
    })();
  });
});

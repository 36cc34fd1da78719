import type { IncomingMessage, ServerResponse } from "node:http";
import { container } from "./container.server.ts";
import { createDatesApi } from "./ingress/dates-api.ts";
import { groupCommit } from "./ingress/group-commit.ts";
import { createIngress } from "./ingress/ingress.ts";
import { startWorker as work } from "./jobs/worker.server.ts";

/** What the web server needs of the app, besides the pages themselves. */
export type Web = {
  readonly host: string;
  readonly port: number;
  readonly embedded: boolean; // one process for everything: the worker runs here too
  readonly ingress: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Rejects when the app cannot do its work. */
  readonly health: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens everything a web process needs. */
export const startWeb = async (): Promise<Web> => {
  const { env, log, clock, database, boss, shops, feeds, directory, sourceReads, warehouseDoor, receive, shown, queries, rateLimit } = await container();
  const secrets = [env.SHOPIFY_API_SECRET, ...(env.SHOPIFY_API_SECRET_PREVIOUS ? [env.SHOPIFY_API_SECRET_PREVIOUS] : [])];
  const ingress = createIngress({
    commit: groupCommit(receive, { patienceMs: database.kind === "pglite" ? 4_000 : 900 }), shopifySecrets: secrets, clock, log, pushOf: (source) => feeds[source].push,
    feedOf: async (source, token) => {
      const record = await shops.findByToken(token);
      if (!record || record.uninstalledAt !== null) return null;
      const connection = (await directory.connections(record.shop)).find((one) => one.source === source);
      return connection ? { shop: record.shop, credentials: connection.credentials } : null;
    },
    warehouse: { ...warehouseDoor, ownerOf: async (keyId) => {
      const key = await sourceReads.ownerOfEventsKey(keyId);
      const record = key && (await shops.find(key.shop));
      return key && record && record.uninstalledAt === null ? key : null;
    } },
  });
  const datesApi = createDatesApi({ answer: queries.datesAnswer, rateLimit, clock, log });
  return {
    host: env.HOST, port: env.PORT, embedded: database.kind === "pglite", ingress: (request, response) => datesApi(request, response) || ingress(request, response),
    health: async () => void (await database.pool.query("SELECT 1")),
    close: async () => {
      await boss.stop();
      await shown.flush();
      await database.close();
    },
  };
};

/** Starts background work in this process. */
export const startWorker = async (): Promise<{ readonly embedded: boolean; readonly close: () => Promise<void> }> => {
  const { database, boss, handlers, log, commands } = await container();
  await commands.comeBack(); // before anything that arrived meanwhile is read
  const worker = await work(boss, handlers, log);
  return {
    embedded: database.kind === "pglite",
    close: () => worker.stop(),
  };
};

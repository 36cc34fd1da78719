import type { IncomingMessage, ServerResponse } from "node:http";
import { container } from "./container.server.ts";
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
  const { env, log, clock, database, boss, shops, feeds, receive } = await container();
  const secrets = [env.SHOPIFY_API_SECRET, ...(env.SHOPIFY_API_SECRET_PREVIOUS ? [env.SHOPIFY_API_SECRET_PREVIOUS] : [])];
  const ingress = createIngress({
    commit: groupCommit(receive, { patienceMs: database.kind === "pglite" ? 4_000 : 900 }), shopifySecrets: secrets, clock, log,
    feeds,
    feedOf: async (_feed, token) => {
      const record = await shops.findByToken(token);
      const secret = record && record.uninstalledAt === null ? (await shops.settings(record.shop)).easypostSecret : null;
      return record && secret ? { shop: record.shop, secret } : null;
    },
  });
  return {
    host: env.HOST, port: env.PORT, embedded: database.kind === "pglite", ingress,
    health: async () => void (await database.pool.query("SELECT 1")),
    close: async () => {
      await boss.stop();
      await database.close();
    },
  };
};

/** Starts background work in this process. */
export const startWorker = async (): Promise<{ readonly embedded: boolean; readonly close: () => Promise<void> }> => {
  const { database, boss, handlers, log } = await container();
  const worker = await work(boss, handlers, log);
  return {
    embedded: database.kind === "pglite",
    close: () => worker.stop(),
  };
};

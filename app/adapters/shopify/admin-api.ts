import type { AdminApi } from "#app/application/ports.ts";
import { createAdminClient, type AdminClientDependencies } from "./admin/client.ts";
import { createEstimates } from "./estimates.ts";
import { createExports } from "./exports.ts";
import { createFlow } from "./flow.ts";
import { createOrders } from "./orders.ts";
import { createShop } from "./shop.ts";
import { createTables } from "./tables.ts";

/** Shopify's Admin API as the application speaks it. */
export const createAdminApi = (dependencies: AdminClientDependencies): AdminApi => {
  const client = createAdminClient(dependencies);
  const { fetch, clock, log } = dependencies;
  return { ...createShop(client, log), ...createOrders(client, log), ...createExports({ client, fetch, clock, log }), ...createFlow(client), ...createTables(client, log), ...createEstimates(client) };
};

import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { IntrospectionQuery } from "graphql";

const SCHEMA = new URL("../../../../simulator/shopify/schema/admin_2026-10.json.gz", import.meta.url);

/** The real Admin API 2026-10 as Shopify publishes it (npm @shopify/dev-mcp 1.16.0, ISC). For tools and tests; the app itself never reads it. */
export const readAdminSchema = async (): Promise<IntrospectionQuery> => {
  const text = gunzipSync(await readFile(SCHEMA)).toString("utf8");
  return (JSON.parse(text) as { data: IntrospectionQuery }).data;
};

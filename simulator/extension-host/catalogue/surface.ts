import { readFileSync } from "node:fs";
import type { Catalogue } from "./types.ts";

const read = (surface: string): Catalogue => JSON.parse(readFileSync(new URL(`./${surface}.json`, import.meta.url), "utf8")) as Catalogue;

/** The components of the surface a target belongs to. Throws for a surface we have no catalogue of. */
export const catalogueFor = (target: string): Catalogue => {
  if (target.startsWith("purchase.")) return read("checkout");
  if (target.startsWith("customer-account.order-status.")) return read("order-status");
  throw new Error(`no catalogue for ${target}: add its surface to generate.ts`);
};

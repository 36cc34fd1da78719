import { parse } from "lossless-json";
import { z } from "zod";
import { FLOW_TRIGGERS, type FlowTriggerHandle } from "#app/contracts/flow-triggers.ts";
import { shopId, type ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";

/** What a lifecycle callback of Flow says: whether a shop has a workflow switched on that begins with the trigger. */
export type FlowLifecycle =
  | { readonly outcome: "read"; readonly shop: ShopId; readonly trigger: FlowTriggerHandle | `id:${string}`; readonly used: boolean; readonly toldAt: Instant }
  | { readonly outcome: "unreadable"; readonly because: string };

const text = z.string().min(1).max(500);
const shape = z.object({ flow_trigger_definition_id: text, has_enabled_flow: z.boolean(), shopify_domain: text, timestamp: text });

const unreadable = (because: string): FlowLifecycle => ({ outcome: "unreadable", because });

/** Shopify's example names a trigger by its title; a deployed one has a handle, and its gid ends in something of Shopify's. What is none of ours is kept as it came. */
const triggerOf = (id: string): FlowTriggerHandle | `id:${string}` => {
  const handle = id.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return FLOW_TRIGGERS.find((one) => one === handle) ?? `id:${id.trim().slice(0, 200)}`;
};

/** Reads a lifecycle callback (https://shopify.dev/docs/apps/build/flow/track-lifecycle-events, 2025-12). */
export const readFlowLifecycle = (body: string): FlowLifecycle => {
  let content: unknown;
  try {
    content = parse(body, undefined, (number) => number);
  } catch {
    return unreadable("The body is not JSON.");
  }
  const read = shape.safeParse(content);
  if (!read.success) return unreadable(`The body lacks ${read.error.issues.map((issue) => issue.path.join(".")).join(", ") || "everything"}.`);
  const { flow_trigger_definition_id: id, has_enabled_flow: used, shopify_domain: domain, timestamp } = read.data;
  const shop = shopId(domain);
  if (shop === null) return unreadable("shopify_domain is not a shop's domain.");
  const toldAt = instant(timestamp);
  return toldAt === null ? unreadable("timestamp is not a moment.") : { outcome: "read", shop, trigger: triggerOf(id), used, toldAt };
};

import { parse } from "lossless-json";
import { z } from "zod";
import { legacyId, shopId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";

/** What Flow asks for. `run` names the attempt in logs. */
export type FlowAction =
  | { readonly outcome: "read"; readonly shop: ShopId; readonly orderId: OrderId; readonly resolution: string; readonly run: string | null }
  | { readonly outcome: "unreadable"; readonly because: string };

/** Ids exceed 2^53, so every number stays the text it was. */
const text = z.string().max(5_000);
const shape = z.object({
  shopify_domain: text,
  action_run_id: text.nullish(),
  properties: z.object({ order_id: text, resolution: text.nullish(), note: text.nullish() }),
});

const unreadable = (because: string): FlowAction => ({ outcome: "unreadable", because });

const plain = (body: string): unknown => {
  try {
    return parse(body, undefined, (number) => number);
  } catch {
    return undefined;
  }
};

/** Reads the body of a Flow action (`shopify_domain`, `action_run_id`, `properties.order_id`; Shopify's documentation, 2026-11). */
export const readFlowAction = (body: string): FlowAction => {
  const content = plain(body);
  if (content === undefined) return unreadable("The body is not JSON.");
  const read = shape.safeParse(content);
  if (!read.success) return unreadable(`The body lacks ${read.error.issues.map((issue) => issue.path.join(".")).join(", ") || "everything"}.`);
  const { shopify_domain, action_run_id, properties } = read.data;
  const shop = shopId(shopify_domain);
  if (shop === null) return unreadable("shopify_domain is not a shop's domain.");
  const orderId = legacyId(properties.order_id);
  if (orderId === null) return unreadable("properties.order_id is not an order's id.");
  const resolution = [properties.resolution?.trim() || "Resolved by a workflow", properties.note?.trim()].filter(Boolean).join(": ").slice(0, 600);
  return { outcome: "read", shop, orderId: orderId as OrderId, resolution, run: action_run_id ?? null };
};

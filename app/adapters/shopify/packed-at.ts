import { legacyId } from "#app/domain/shared/ids.ts";
import { child, children, text, type JsonObject } from "./json.ts";

/** The id of the location under a node of the GraphQL Admin API; null where there is none any more. */
export const locationOf = (node: JsonObject | null): string | null => legacyId(text(child(node, "location"), "id") ?? "");

/** Admin API 2026-10, enum FulfillmentOrderStatus (read 2026-11): in these nothing is left to pack. One that moved is closed or cancelled, and another takes its place. */
const NOTHING_LEFT: ReadonlySet<string> = new Set(["CLOSED", "CANCELLED", "INCOMPLETE"]);

/**
 * Where an order is packed: by its first fulfillment order with work left, else the first that was carried out. A bulk export, which holds no list inside
 * a list, has only the fulfillments to go by, so there an order of which nothing was sent has no location yet; the next sync tells it.
 */
export const packedAt = (node: JsonObject): string | null => {
  const orders = children(child(node, "fulfillmentOrders"), "nodes");
  const statusOf = (one: JsonObject) => text(one, "status") ?? "";
  const chosen = orders.find((one) => !NOTHING_LEFT.has(statusOf(one))) ?? orders.find((one) => statusOf(one) === "CLOSED") ?? orders[0];
  return chosen === undefined ? (children(node, "fulfillments").map(locationOf).find((id) => id !== null) ?? null) : locationOf(child(chosen, "assignedLocation"));
};

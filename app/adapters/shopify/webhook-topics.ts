import { legacyId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { InboxMessage, Normalise, Normalised } from "#app/application/ports.ts";
import { readObject, text, type JsonObject } from "./json.ts";
import { normaliseFulfillment } from "./normalise-fulfillment.ts";
import { normaliseDeletedEvent, normaliseFulfillmentEvent } from "./normalise-fulfillment-event.ts";
import { normaliseOrder } from "./normalise-order.ts";
import { normaliseOrderNode } from "./normalise-order-node.ts";
import { normaliseDataRequest, normaliseExportFinished, normaliseRedactCustomer, normaliseRedactShop, normaliseScopes, normaliseShopUpdate, normaliseUninstalled } from "./normalise-shop.ts";

type Context = { readonly shop: ShopId; readonly receivedAt: Instant; readonly triggeredAt: Instant | null };
type TopicNormaliser = (body: JsonObject, context: Context) => Normalised;

const order: TopicNormaliser = (body, { shop }) => normaliseOrder(body, shop);

const orderDeleted: TopicNormaliser = (body, { triggeredAt, receivedAt }) => {
  const orderId = legacyId(text(body, "admin_graphql_api_id") ?? text(body, "id") ?? "") as OrderId | null;
  return orderId === null
    ? { outcome: "unreadable", because: "The deleted order has no id." }
    : { outcome: "order_facts", orderId, facts: [{ kind: "order_deleted", at: triggeredAt ?? receivedAt }] };
};

/** Every topic of shopify.app.toml and what reads it; a test compares the two lists both ways. */
export const WEBHOOK_TOPICS: Readonly<Record<string, TopicNormaliser>> = {
  "orders/create": order,
  "orders/updated": order,
  "orders/cancelled": order,
  "orders/delete": orderDeleted,
  "fulfillments/create": normaliseFulfillment,
  "fulfillments/update": normaliseFulfillment,
  "fulfillment_events/create": (body, { receivedAt }) => normaliseFulfillmentEvent(body, receivedAt),
  "fulfillment_events/delete": (body, { receivedAt }) => normaliseDeletedEvent(body, receivedAt),
  "bulk_operations/finish": normaliseExportFinished,
  "shop/update": normaliseShopUpdate,
  "app/uninstalled": normaliseUninstalled,
  "app/scopes_update": normaliseScopes,
  "customers/data_request": normaliseDataRequest,
  "customers/redact": normaliseRedactCustomer,
  "shop/redact": normaliseRedactShop,
};

/** The topic of an order fetched by us; its body is the GraphQL node as JSON. */
export const ORDER_SYNC_TOPIC = "orders/sync";

const readBody = (message: InboxMessage, how: TopicNormaliser): Normalised => {
  const read = readObject(message.body);
  return "because" in read ? { outcome: "unreadable", because: read.because } : how(read.object, message);
};

/** Messages of the sources `shopify` and `shopify_sync` in our words. */
export const normaliseShopify: Normalise = (message) => {
  if (message.source === "shopify_sync") {
    return message.topic === ORDER_SYNC_TOPIC
      ? readBody(message, (body, { shop, receivedAt }) => normaliseOrderNode(body, shop, receivedAt))
      : { outcome: "ignored", because: `Nothing handles "${message.topic}".` };
  }
  const how = Object.hasOwn(WEBHOOK_TOPICS, message.topic) ? WEBHOOK_TOPICS[message.topic] : undefined;
  return how === undefined ? { outcome: "ignored", because: `Nothing handles the topic "${message.topic}".` } : readBody(message, how);
};

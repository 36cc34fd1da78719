import type { FulfillmentSnapshot } from "#app/domain/journeys/fact.ts";
import type { Tracking } from "#app/domain/shipments/shipment.ts";
import { legacyId, type FulfillmentId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import { instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { child, children, count, text, texts, type JsonObject } from "./json.ts";
import { locationOf } from "./packed-at.ts";

/**
 * Admin API 2026-10, enum FulfillmentStatus (read 2026-11): CANCELLED "was canceled", ERROR "there was an error with the
 * fulfillment request", FAILURE "the fulfillment request failed". In all three no parcel is on its way, so none is waited for.
 */
const NO_PARCEL: ReadonlySet<string> = new Set(["cancelled", "error", "failure"]);

const isCancelled = (status: string | null): boolean => status !== null && NO_PARCEL.has(status.toLowerCase());

const trackingFromWebhook = (body: JsonObject): readonly Tracking[] => {
  const listed = texts(body, "tracking_numbers");
  const single = text(body, "tracking_number");
  const numbers = listed.length > 0 ? listed : single === null ? [] : [single];
  const urls = texts(body, "tracking_urls");
  const carrier = text(body, "tracking_company");
  return numbers.map((number, index) => ({ carrier, number, url: urls[index] ?? (index === 0 ? text(body, "tracking_url") : null) }));
};

/** A fulfillment of a webhook body, alone or inside its order. Null when it lacks an id, an order or its times. */
export const fulfillmentFromWebhook = (body: JsonObject, ofOrder: OrderId | null): FulfillmentSnapshot | null => {
  const id = legacyId(text(body, "admin_graphql_api_id") ?? text(body, "id") ?? "") as FulfillmentId | null;
  const orderId = ofOrder ?? (legacyId(text(body, "order_id") ?? "") as OrderId | null);
  const createdAt = instant(text(body, "created_at"));
  const updatedAt = instant(text(body, "updated_at")) ?? createdAt;
  if (id === null || orderId === null || createdAt === null || updatedAt === null) return null;
  const items = children(body, "line_items").flatMap((line) => {
    const lineId = legacyId(text(line, "admin_graphql_api_id") ?? text(line, "id") ?? "") as LineId | null;
    return lineId === null ? [] : [{ lineId, quantity: count(line, "quantity") }];
  });
  return { id, orderId, createdAt, updatedAt, cancelled: isCancelled(text(body, "status")), locationId: legacyId(text(body, "location_id") ?? ""), tracking: trackingFromWebhook(body), items };
};

const trackingFromNode = (node: JsonObject): readonly Tracking[] =>
  children(node, "trackingInfo").map((info) => ({ carrier: text(info, "company"), number: text(info, "number"), url: text(info, "url") })).filter((one) => one.number !== null);

const itemsFromNode = (node: JsonObject): FulfillmentSnapshot["items"] => {
  const items = child(node, "fulfillmentLineItems");
  return items === null ? null : children(items, "nodes").flatMap((item) => {
    const lineId = legacyId(text(child(item, "lineItem"), "id") ?? "") as LineId | null;
    return lineId === null ? [] : [{ lineId, quantity: count(item, "quantity") }];
  });
};

/** A fulfillment node of the GraphQL Admin API; its items are null where the document did not ask for them (bulk export). */
export const fulfillmentFromNode = (node: JsonObject, orderId: OrderId): FulfillmentSnapshot | null => {
  const id = legacyId(text(node, "id") ?? "") as FulfillmentId | null;
  const createdAt = instant(text(node, "createdAt"));
  const updatedAt = instant(text(node, "updatedAt"));
  if (id === null || createdAt === null || updatedAt === null) return null;
  return { id, orderId, createdAt, updatedAt, cancelled: isCancelled(text(node, "status")), locationId: locationOf(node), tracking: trackingFromNode(node), items: itemsFromNode(node) };
};

/** fulfillments/create and fulfillments/update. */
export const normaliseFulfillment = (body: JsonObject): Normalised => {
  const fulfillment = fulfillmentFromWebhook(body, null);
  return fulfillment === null
    ? { outcome: "unreadable", because: "The fulfillment has no id, no order or no creation time." }
    : { outcome: "order_facts", orderId: fulfillment.orderId, facts: [{ kind: "fulfillment", fulfillment }] };
};

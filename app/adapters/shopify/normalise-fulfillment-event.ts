import { DELETED, PLAIN, type Scan } from "#app/domain/shipments/scan.ts";
import type { FulfillmentId, OrderId } from "#app/domain/shared/ids.ts";
import { legacyId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { text, type JsonObject } from "./json.ts";
import { isOwnEstimate } from "./own-estimate.ts";
import { eventStatusMeaning } from "./status-codes.ts";

type EventFields = {
  readonly id: string | null; readonly status: string | null; readonly happenedAt: string | null; readonly createdAt: string | null; readonly estimatedDeliveryAt: string | null;
  readonly message: string | null; readonly city: string | null; readonly province: string | null; readonly country: string | null; readonly zip: string | null;
};

/**
 * Shopify's event id is the statement's identity, whichever way it arrives. An event without a time of its own counts
 * from when it was created. Null when it lacks an id, a status or a time.
 */
const scan = (event: EventFields, receivedAt: Instant): Scan | null => {
  const id = event.id === null ? null : legacyId(event.id);
  const occurredAt = instant(event.happenedAt) ?? instant(event.createdAt);
  if (id === null || event.status === null || occurredAt === null) return null;
  const { city, province: region, country, zip } = event;
  return {
    key: `shopify:${id}`, source: "shopify", occurredAt, receivedAt,
    code: event.status.toUpperCase(), text: event.message, ...eventStatusMeaning(event.status),
    place: city ?? region ?? country ?? zip ? { city, region, country, zip } : null,
    carrierEta: instant(event.estimatedDeliveryAt), ...PLAIN,
  };
};

/** Whether an event node of the GraphQL Admin API is our own estimate, which tells nothing. */
export const isOurs = (node: JsonObject): boolean => isOwnEstimate(text(node, "message"));

/** A scan from an event node of the GraphQL Admin API. */
export const scanFromNode = (node: JsonObject, receivedAt: Instant): Scan | null =>
  scan({
    id: text(node, "id"), status: text(node, "status"), happenedAt: text(node, "happenedAt"), createdAt: text(node, "createdAt"), estimatedDeliveryAt: text(node, "estimatedDeliveryAt"),
    message: text(node, "message"), city: text(node, "city"), province: text(node, "province"), country: text(node, "country"), zip: text(node, "zip"),
  }, receivedAt);

const scanFromWebhook = (body: JsonObject, receivedAt: Instant): Scan | null =>
  scan({
    id: text(body, "admin_graphql_api_id") ?? text(body, "id"), status: text(body, "status"), happenedAt: text(body, "happened_at"), createdAt: text(body, "created_at"),
    estimatedDeliveryAt: text(body, "estimated_delivery_at"), message: text(body, "message"),
    city: text(body, "city"), province: text(body, "province"), country: text(body, "country"), zip: text(body, "zip"),
  }, receivedAt);

/** fulfillment_events/create: one scan of one fulfillment, unless we wrote it. */
export const normaliseFulfillmentEvent = (body: JsonObject, receivedAt: Instant): Normalised => {
  const orderId = legacyId(text(body, "order_id") ?? "") as OrderId | null;
  const fulfillmentId = legacyId(text(body, "fulfillment_id") ?? "") as FulfillmentId | null;
  if (orderId === null || fulfillmentId === null) return { outcome: "unreadable", because: "The fulfillment event names no order or no fulfillment." };
  if (isOwnEstimate(text(body, "message"))) return { outcome: "ignored", because: "It is our own estimate, come back from Shopify." };
  const one = scanFromWebhook(body, receivedAt);
  if (one === null) return { outcome: "unreadable", because: "The fulfillment event has no id, no status or no time." };
  return { outcome: "order_facts", orderId, facts: [{ kind: "fulfillment_scans", fulfillmentId, scans: [one], whole: null }] };
};

/** fulfillment_events/delete: who wrote the event took it back. It stays in the record and is believed no more. */
export const normaliseDeletedEvent = (body: JsonObject, receivedAt: Instant): Normalised => {
  const read = normaliseFulfillmentEvent(body, receivedAt);
  if (read.outcome !== "order_facts") return read;
  return { ...read, facts: read.facts.map((fact) => (fact.kind === "fulfillment_scans" ? { ...fact, scans: fact.scans.map((one) => ({ ...one, withdrawn: true, reason: DELETED })) } : fact)) };
};

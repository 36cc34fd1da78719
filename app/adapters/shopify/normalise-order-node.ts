import type { Fact } from "#app/domain/journeys/fact.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import { legacyId, type LineId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { HistoricalOrder, Normalised } from "#app/application/ports.ts";
import { shownAtCheckout } from "./checkout-date.ts";
import { child, children, count, countOrNull, isTrue, text, type JsonObject } from "./json.ts";
import { minorUnits } from "./money.ts";
import { fulfillmentFromNode } from "./normalise-fulfillment.ts";
import { isOurs, scanFromNode } from "./normalise-fulfillment-event.ts";
import { packedAt } from "./packed-at.ts";

/** A line item node of the GraphQL Admin API. */
export const lineFromNode = (node: JsonObject): OrderLine | null => {
  const id = legacyId(text(node, "id") ?? "") as LineId | null;
  return id === null ? null : { id, title: text(node, "title") ?? "", sku: text(node, "sku"), quantity: count(node, "quantity"), unfulfilled: countOrNull(node, "unfulfilledQuantity"), requiresShipping: isTrue(node, "requiresShipping") };
};

const orderFromNode = (shop: ShopId, node: JsonObject): Omit<Order, "lines"> | null => {
  const id = legacyId(text(node, "id") ?? "") as OrderId | null;
  const createdAt = instant(text(node, "createdAt"));
  const updatedAt = instant(text(node, "updatedAt"));
  if (id === null || createdAt === null || updatedAt === null) return null;
  const address = child(node, "shippingAddress");
  const customer = child(node, "customer");
  const total = child(child(node, "currentTotalPriceSet"), "shopMoney");
  const currency = text(node, "currencyCode") ?? text(total, "currencyCode") ?? "";
  return {
    shop, id, name: text(node, "name") ?? `#${id}`, createdAt, updatedAt, cancelledAt: instant(text(node, "cancelledAt")), currency,
    totalMinor: minorUnits(text(total, "amount"), currency) ?? 0,
    customerId: legacyId(text(customer, "id") ?? ""), checkoutToken: text(node, "checkoutToken"),
    shippingMethod: text(child(node, "shippingLine"), "title"),
    locationId: packedAt(node), checkoutDate: shownAtCheckout(children(node, "customAttributes"), "key"),
    destination: { country: text(address, "countryCodeV2"), region: text(address, "provinceCode"), city: text(address, "city"), zip: text(address, "zip") },
    contact: { email: text(node, "email"), firstName: text(customer, "firstName") ?? text(address, "firstName"), locale: text(node, "customerLocale") },
  };
};

/** An order row of the bulk export: its lines, items and scans come on rows of their own. */
export const historicalOrder = (shop: ShopId, node: JsonObject): HistoricalOrder | null => {
  const order = orderFromNode(shop, node);
  if (order === null) return null;
  return { order, fulfillments: children(node, "fulfillments").flatMap((one) => fulfillmentFromNode(one, order.id) ?? []) };
};

/** The page of events a fetched order carries; a full page may have been cut and proves nothing about what it lacks. */
const MOST_EVENTS = 250;

/** An order fetched by us: itself, its fulfillments, and what happened to each. */
export const normaliseOrderNode = (node: JsonObject, shop: ShopId, receivedAt: Instant): Normalised => {
  const order = orderFromNode(shop, node);
  if (order === null) return { outcome: "unreadable", because: "The fetched order has no id, no creation time or no time of its last change." };
  const lines = children(child(node, "lineItems"), "nodes").flatMap((line) => lineFromNode(line) ?? []);
  const parcels = children(node, "fulfillments").flatMap((one): Fact[] => {
    const fulfillment = fulfillmentFromNode(one, order.id);
    if (fulfillment === null) return [];
    const events = children(child(one, "events"), "nodes");
    const scans = events.flatMap((event) => (isOurs(event) ? [] : (scanFromNode(event, receivedAt) ?? [])));
    const told: Fact[] = [{ kind: "fulfillment", fulfillment }];
    return scans.length === 0 ? told : [...told, { kind: "fulfillment_scans", fulfillmentId: fulfillment.id, scans, whole: events.length < MOST_EVENTS ? receivedAt : null }];
  });
  return { outcome: "order_facts", orderId: order.id, facts: [{ kind: "order", order: { ...order, lines } }, ...parcels] };
};

import type { Fact } from "#app/domain/journeys/fact.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import { legacyId, type LineId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { shownAtCheckout } from "./checkout-date.ts";
import { child, children, count, countOrNull, isTrue, text, type JsonObject } from "./json.ts";
import { minorUnits } from "./money.ts";
import { fulfillmentFromWebhook } from "./normalise-fulfillment.ts";

const lineFromWebhook = (line: JsonObject): OrderLine[] => {
  const id = legacyId(text(line, "admin_graphql_api_id") ?? text(line, "id") ?? "") as LineId | null;
  if (id === null) return [];
  return [{ id, title: text(line, "title") ?? text(line, "name") ?? "", sku: text(line, "sku"), quantity: count(line, "quantity"), unfulfilled: countOrNull(line, "fulfillable_quantity"), requiresShipping: isTrue(line, "requires_shipping") }];
};

/** Payments that are not there yet, or not any more: https://shopify.dev/docs/api/admin-rest/latest/resources/order, financial_status (2026-11). */
const UNPAID: ReadonlySet<string> = new Set(["pending", "expired", "voided"]);

const orderFromWebhook = (shop: ShopId, body: JsonObject): Order | null => {
  const id = legacyId(text(body, "admin_graphql_api_id") ?? text(body, "id") ?? "") as OrderId | null;
  const createdAt = instant(text(body, "created_at"));
  const updatedAt = instant(text(body, "updated_at"));
  if (id === null || createdAt === null || updatedAt === null) return null;
  const address = child(body, "shipping_address");
  const customer = child(body, "customer");
  const currency = text(body, "currency") ?? "";
  const payment = text(body, "financial_status");
  return {
    ...(payment === null ? {} : { paid: !UNPAID.has(payment) }),
    shop, id, name: text(body, "name") ?? `#${id}`, createdAt, updatedAt, cancelledAt: instant(text(body, "cancelled_at")), currency,
    totalMinor: minorUnits(text(body, "current_total_price") ?? text(body, "total_price"), currency) ?? 0,
    customerId: legacyId(text(customer, "admin_graphql_api_id") ?? text(customer, "id") ?? ""),
    checkoutToken: text(body, "checkout_token"),
    shippingMethod: text(children(body, "shipping_lines")[0] ?? null, "title"),
    locationId: null, // the body's own location_id is a shop counter's, not where it is packed
    checkoutDate: shownAtCheckout(children(body, "note_attributes"), "name"),
    destination: { country: text(address, "country_code"), region: text(address, "province_code"), city: text(address, "city"), zip: text(address, "zip") },
    contact: {
      email: text(body, "email") ?? text(body, "contact_email") ?? text(customer, "email"),
      firstName: text(customer, "first_name") ?? text(address, "first_name"), locale: text(body, "customer_locale"),
    },
    lines: children(body, "line_items").flatMap(lineFromWebhook),
  };
};

/** orders/create, orders/updated and orders/cancelled: the order as it is now, with every fulfillment its body carries. */
export const normaliseOrder = (body: JsonObject, shop: ShopId): Normalised => {
  const order = orderFromWebhook(shop, body);
  if (order === null) return { outcome: "unreadable", because: "The order has no id, no creation time or no time of its last change." };
  const fulfillments = children(body, "fulfillments").flatMap((one): Fact[] => {
    const fulfillment = fulfillmentFromWebhook(one, order.id);
    return fulfillment === null ? [] : [{ kind: "fulfillment", fulfillment }];
  });
  return { outcome: "order_facts", orderId: order.id, facts: [{ kind: "order", order }, ...fulfillments] };
};

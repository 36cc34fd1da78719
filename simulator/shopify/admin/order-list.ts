import type { FulfillmentOrder, Order } from "../../world/types.ts";
import { displayFulfillmentStatus, fulfillmentStatus } from "../../world/derive.ts";
import { notImplemented } from "./errors.ts";
import { type Ordered, ordered } from "./connection.ts";
import { idField, instantField, parseSearch, type SearchFields, textField, wordField } from "./search.ts";
import { type AdminContext, type Args, byId, isIndexed } from "./state.ts";

/** Without `read_all_orders` an app sees the orders of the last 60 days; description of the `Order` type, 2026-10. */
const VISIBLE_DAYS = 60;

/** Whether the app may see an order of that age. */
export function isVisible(context: AdminContext, order: Order): boolean {
  if (context.access.has("read_all_orders")) return true;
  return Date.parse(order.created_at) >= context.state.kernel.now().getTime() - VISIBLE_DAYS * 86_400_000;
}

/** The orders the app may see, oldest first. */
export function visibleOrders(context: AdminContext): Order[] {
  return context.state.kernel.store.orders.filter((order) => isVisible(context, order));
}

/** Documented filters (reference of `orders`, 2026-10) that the stand-in does not imitate: using one fails loudly. */
const KNOWN_ORDER_FILTERS = [
  "cart_token", "channel", "channel_id", "chargeback_status", "credit_card_last4", "current_total_price", "delivery_method", "discount_code",
  "fraud_protection_level", "fulfillment_location_id", "gateway", "location_id", "payment_id", "payment_provider_id", "po_number",
  "reference_location_id", "return_status", "risk_level", "sales_channel", "source_identifier", "source_name", "subtotal_line_items_quantity", "test", "total_weight",
];

function orderFields(timeZone: string): SearchFields<Order> {
  const name = textField<Order>((order) => [order.name, String(order.number)]);
  const free = textField<Order>((order) => [
    order.name, String(order.number), order.email, order.confirmation_number, order.shipping_address.first_name, order.shipping_address.last_name,
    `${order.shipping_address.first_name} ${order.shipping_address.last_name}`, ...order.lines.map((line) => line.sku),
  ]);
  return {
    known: KNOWN_ORDER_FILTERS,
    fallback: free,
    fields: {
      default: free,
      id: idField((order) => order.id),
      name,
      email: textField((order) => [order.email]),
      customer_id: idField((order) => order.customerId),
      checkout_token: textField((order) => [order.checkout_token]),
      confirmation_number: textField((order) => [order.confirmation_number]),
      sku: textField((order) => order.lines.map((line) => line.sku)),
      tag: textField((order) => order.tags),
      tag_not: (term) => {
        const test = textField<Order>((order) => order.tags)(term);
        return test === null ? null : (order) => !test(order);
      },
      created_at: instantField(timeZone, (order) => order.created_at),
      updated_at: instantField(timeZone, (order) => order.updated_at),
      processed_at: instantField(timeZone, (order) => order.processed_at),
      status: wordField(
        (order) => [order.cancelled_at !== null ? "cancelled" : order.closed_at !== null ? "closed" : "open", ...(order.closed_at === null ? ["not_closed"] : []), "any"],
        ["open", "closed", "cancelled", "not_closed", "any"],
      ),
      fulfillment_status: wordField(
        (order) => {
          const status = fulfillmentStatus(order);
          const words = [displayFulfillmentStatus(order) === "ON_HOLD" ? "on_hold" : (status ?? "unfulfilled")];
          return [...words, ...(status === "fulfilled" ? ["shipped"] : ["unshipped"])];
        },
        ["unfulfilled", "unshipped", "shipped", "fulfilled", "partial", "scheduled", "on_hold", "request_declined"],
      ),
      financial_status: wordField(
        (order) => [order.financial_status],
        ["paid", "pending", "authorized", "partially_paid", "partially_refunded", "refunded", "voided", "expired"],
      ),
    },
  };
}

function position(sortKey: string): (order: Order) => { value: string | number; id: bigint } {
  switch (sortKey) {
    case "ID":
      return (order) => ({ value: 0, id: BigInt(order.id) });
    case "CREATED_AT":
      return (order) => ({ value: order.created_at, id: BigInt(order.id) });
    case "UPDATED_AT":
      return (order) => ({ value: order.updated_at, id: BigInt(order.id) });
    case "PROCESSED_AT":
    // Without a free-text term relevance has nothing to go by, and Shopify falls back to the default order.
    case "RELEVANCE":
      return (order) => ({ value: order.processed_at, id: BigInt(order.id) });
    case "ORDER_NUMBER":
      return (order) => ({ value: order.number, id: BigInt(order.id) });
    default:
      throw notImplemented(`orders(sortKey: ${sortKey})`);
  }
}

/** The orders a query asks for, in its order. Sorting is kept until the tables change, so that paging stays cheap. */
export function findOrders(context: AdminContext, args: Args, path: string[]): Ordered<Order> {
  const { state } = context;
  if (typeof args["savedSearchId"] === "string") throw notImplemented("orders(savedSearchId:)");
  const sortKey = String(args["sortKey"] ?? "PROCESSED_AT");
  const positionOf = position(sortKey);
  let view = state.views.get(sortKey);
  if (view?.version !== state.kernel.store.version) {
    view = { version: state.kernel.store.version, list: ordered(state.kernel.store.orders, positionOf) };
    state.views.set(sortKey, view);
  }
  const query = typeof args["query"] === "string" ? args["query"] : "";
  const search = parseSearch(query, orderFields(state.kernel.shop.iana_timezone));
  if (search.warnings.length > 0) context.searches.push({ path, query, warnings: search.warnings });
  return { items: view.list.items.filter((order) => isVisible(context, order) && isIndexed(context, query, order.updated_at) && search.matches(order)), positionOf };
}

/** The fulfillment orders a query asks for. */
export function findFulfillmentOrders(context: AdminContext, args: Args, path: string[]): Ordered<FulfillmentOrder> {
  const { store, shop } = context.state.kernel;
  const query = typeof args["query"] === "string" ? args["query"] : "";
  const search = parseSearch<FulfillmentOrder>(query, {
    known: ["assigned_location_id", "name", "fulfill_at"],
    fallback: idField((one) => one.id),
    fields: {
      id: idField((one) => one.id),
      order_id: idField((one) => one.orderId),
      status: wordField((one) => [one.status]),
      created_at: instantField(shop.iana_timezone, (one) => one.created_at),
      updated_at: instantField(shop.iana_timezone, (one) => one.updated_at),
    },
  });
  if (search.warnings.length > 0) context.searches.push({ path, query, warnings: search.warnings });
  const includeClosed = args["includeClosed"] === true;
  const items = [...store.fulfillmentOrders.values()].filter((one) => {
    const order = store.ordersById.get(one.orderId);
    return order !== undefined && isVisible(context, order) && (includeClosed || (one.status !== "closed" && one.status !== "cancelled")) && search.matches(one);
  });
  if (args["sortKey"] === "UPDATED_AT") return ordered(items, (one) => ({ value: one.updated_at, id: BigInt(one.id) }));
  return byId(items, (one) => one.id);
}

import type { GraphQLError } from "graphql";
import { parseGid } from "../../world/ids.ts";
import type { Order } from "../../world/types.ts";
import { apiError, notImplemented } from "./errors.ts";
import { isVisible } from "./order-list.ts";
import { APP_ID, INSTALLATION_ID } from "./app-ids.ts";
import type { AdminContext } from "./state.ts";

/** A record found by its global id, with the name of its type. */
export type Found = { type: string; record: object };

const typeNames = new WeakMap<object, string>();

/** Remembers the type of a record that is about to be returned from an abstract field such as `node`. */
export function typed({ type, record }: Found): object {
  typeNames.set(record, type);
  return record;
}

/** The remembered type of a record. */
export function typeOf(record: unknown): string | undefined {
  return typeof record === "object" && record !== null ? typeNames.get(record) : undefined;
}

type Finder = (context: AdminContext, id: string) => object | undefined;

function firstIn<T>(orders: readonly Order[], find: (order: Order) => T | undefined): T | undefined {
  for (const order of orders) {
    const found = find(order);
    if (found !== undefined) return found;
  }
  return undefined;
}

const FINDERS: Record<string, Finder> = {
  Order: ({ state }, id) => state.kernel.store.ordersById.get(id),
  Fulfillment: ({ state }, id) => state.kernel.store.fulfillments.get(id),
  FulfillmentEvent: ({ state }, id) => state.kernel.store.events.get(id)?.event,
  FulfillmentOrder: ({ state }, id) => state.kernel.store.fulfillmentOrders.get(id),
  Customer: ({ state }, id) => state.kernel.store.customers.get(id),
  Product: ({ state }, id) => state.kernel.products.find((one) => one.id === id),
  ProductVariant: ({ state }, id) => state.kernel.products.find((one) => one.variantId === id),
  Location: ({ state }, id) => state.kernel.locations.find((one) => one.id === id),
  DraftOrder: ({ state }, id) => state.kernel.store.drafts.get(id),
  DiscountCodeNode: ({ state }, id) => state.kernel.store.discounts.get(id),
  StoreCreditAccount: ({ state }, id) => [...state.kernel.store.storeCredit.values()].find((one) => one.id === id),
  Refund: ({ state }, id) => firstIn(state.kernel.store.orders, (order) => order.refunds.find((one) => one.id === id)),
  Return: ({ state }, id) => firstIn(state.kernel.store.orders, (order) => order.returns.find((one) => one.id === id)),
  Shop: ({ state }, id) => (state.kernel.shop.id === id ? state.kernel.shop : undefined),
  App: ({ state }, id) => (id === APP_ID ? state : undefined),
  AppInstallation: ({ state }, id) => (id === INSTALLATION_ID ? state : undefined),
  BulkOperation: ({ state }, id) => state.bulkOperations.find((one) => one.id === id),
  WebhookSubscription: ({ state }, id) => state.apiSubscriptions.find((one) => one.id === id),
  LineItem: ({ state }, id) => firstIn(state.kernel.store.orders, (order) => {
    const line = order.lines.find((one) => one.id === id);
    return line === undefined ? undefined : { order, line };
  }),
};

/** The order a record belongs to, if any: what is too old to see hides everything below it. */
function orderIdOf(type: string, record: object, context: AdminContext): string | undefined {
  if (type === "Order") return "id" in record ? String(record.id) : undefined;
  if ("orderId" in record) return String(record.orderId);
  if ("order" in record && typeof record.order === "object" && record.order !== null && "id" in record.order) return String(record.order.id);
  if (type === "FulfillmentEvent" && "id" in record) return context.state.kernel.store.events.get(String(record.id))?.fulfillment.orderId;
  return undefined;
}

/** The record of a global id, or null when there is none (or none this app may see). Types without a finder fail loudly. */
export function findRecord(context: AdminContext, globalId: string): Found | null {
  const parsed = parseGid(globalId);
  if (parsed === null) throw invalidId();
  const finder = FINDERS[parsed.type];
  if (finder === undefined) throw notImplemented(`looking up a ${parsed.type}`);
  const record = finder(context, parsed.id);
  if (record === undefined) return null;
  const orderId = orderIdOf(parsed.type, record, context);
  const order = orderId === undefined ? undefined : context.state.kernel.store.ordersById.get(orderId);
  return order !== undefined && !isVisible(context, order) ? null : { type: parsed.type, record };
}

/** What Shopify answers to a global id of the wrong type. */
export function invalidId(): GraphQLError {
  return apiError("RESOURCE_NOT_FOUND", "invalid id");
}

import type { Customer, Order, Product } from "../../world/types.ts";
import type { BulkOperation } from "./bulk/operation.ts";
import { apiError, notImplemented } from "./errors.ts";
import { ordered } from "./connection.ts";
import { findFulfillmentOrders, findOrders } from "./order-list.ts";
import { findRecord, invalidId, typed } from "./records.ts";
import { discountByCode } from "../../world/discount-codes.ts";
import { parseGid } from "../../world/ids.ts";
import { findDrafts } from "./resolvers/draft-order.ts";
import { returnables, returnReasons } from "./resolvers/return.ts";
import { idField, parseSearch, textField, wordField } from "./search.ts";
import { type AdminContext, type Args, byId, connection, type Fields } from "./state.ts";

/** A root field that finds one record of a type by `id`. */
function one(type: string): Fields<unknown>[string] {
  return (_root, args, context) => {
    const found = findRecord(context, String(args["id"]));
    if (found === null) return null;
    if (found.type !== type) throw invalidId();
    return found.record;
  };
}

function node(context: AdminContext, id: string, field: string): object | null {
  const found = findRecord(context, id);
  if (found === null) return null;
  const denied = context.access.type(found.type, field);
  if (denied !== null) throw denied;
  return typed(found);
}

function noQuery(args: Args, field: string): void {
  if (typeof args["query"] === "string" && args["query"].trim() !== "") throw notImplemented(`${field}(query:)`);
}

/** The root of every query; a root field that is missing here fails loudly. */
export const QueryRoot: Fields<unknown> = {
  shop: (_root, _args, { state }) => state.kernel.shop,
  order: one("Order"),
  orders: (_root, args, context, info) => connection(findOrders(context, args, [String(info.path.key)]), args, context, info),
  ordersCount(_root, args, context, info) {
    const limit = args["limit"] as number | null;
    const count = findOrders(context, { ...args, sortKey: "ID" }, [String(info.path.key)]).items.length;
    return limit !== null && limit !== undefined && count > limit ? { count: limit, precision: "AT_LEAST" } : { count, precision: "EXACT" };
  },
  orderByIdentifier(_root, args, context) {
    const identifier = args["identifier"] as { id?: string };
    if (identifier.id === undefined) throw notImplemented("orderByIdentifier without id");
    const found = findRecord(context, identifier.id);
    return found?.type === "Order" ? found.record : null;
  },
  fulfillment: one("Fulfillment"),
  fulfillmentOrder: one("FulfillmentOrder"),
  fulfillmentOrders: (_root, args, context, info) => connection(findFulfillmentOrders(context, args, [String(info.path.key)]), args, context, info),
  node: (_root, args, context) => node(context, String(args["id"]), "node"),
  nodes: (_root, args, context) => (args["ids"] as string[]).map((id) => node(context, id, "nodes")),
  location: (_root, args, context) => (args["id"] === undefined || args["id"] === null ? (context.state.kernel.locations[0] ?? null) : one("Location")(_root, args, context, undefined as never)),
  locations(_root, args, context, info) {
    noQuery(args, "locations");
    const list = args["sortKey"] === "ID" ? byId(context.state.kernel.locations, (location) => location.id) : ordered(context.state.kernel.locations, (location) => ({ value: location.name, id: BigInt(location.id) }));
    return connection(list, args, context, info);
  },
  customer: one("Customer"),
  customers(_root, args, context, info) {
    const query = typeof args["query"] === "string" ? args["query"] : "";
    const search = parseSearch<Customer>(query, {
      known: ["accepts_marketing", "country", "customer_date", "first_name", "last_abandoned_order_date", "last_name", "order_date", "orders_count", "state", "tag_not", "total_spent", "updated_at"],
      fallback: textField((customer) => [customer.email, customer.first_name, customer.last_name]),
      fields: {
        id: idField((customer) => customer.id),
        email: textField((customer) => [customer.email]),
        phone: textField((customer) => [customer.phone]),
        tag: wordField((customer) => customer.tags),
      },
    });
    if (search.warnings.length > 0) context.searches.push({ path: [String(info.path.key)], query, warnings: search.warnings });
    return connection(byId([...context.state.kernel.store.customers.values()].filter(search.matches), (customer) => customer.id), args, context, info);
  },
  product: one("Product"),
  products(_root, args, context, info) {
    noQuery(args, "products");
    return connection(byId(context.state.kernel.products, (product) => product.id), args, context, info);
  },
  productVariant: one("ProductVariant"),
  productVariants(_root, args, context, info) {
    const query = typeof args["query"] === "string" ? args["query"] : "";
    const search = parseSearch<Product>(query, { known: ["inventory_quantity", "product_id", "product_status", "title", "vendor"], fallback: textField((product) => [product.sku, product.title]), fields: { id: idField((product) => product.variantId), sku: textField((product) => [product.sku]) } });
    if (search.warnings.length > 0) context.searches.push({ path: [String(info.path.key)], query, warnings: search.warnings });
    return connection(byId(context.state.kernel.products.filter(search.matches), (product) => product.variantId), args, context, info);
  },
  draftOrder: one("DraftOrder"),
  draftOrders: (_root, args, context, info) => connection(findDrafts(context, args, [String(info.path.key)]), args, context, info),
  return: one("Return"),
  returnReasonDefinitions: (_root, args, context, info) => (noQuery(args, "returnReasonDefinitions"), connection(returnReasons, args, context, info)),
  returnableFulfillments(_root, args, context, info) {
    const found = findRecord(context, String(args["orderId"]));
    if (found?.type !== "Order") throw invalidId();
    return connection(byId(returnables(found.record as Order), (one) => one.fulfillment.id), args, context, info);
  },
  storeCreditAccount: one("StoreCreditAccount"),
  codeDiscountNode: one("DiscountCodeNode"),
  codeDiscountNodeByCode: (_root, args, { state }) => discountByCode(state.kernel.store.discounts, String(args["code"])) ?? null,
  /** Whatever job was answered is done: the stand-in does the work before it answers. */
  job: (_root, args) => (parseGid(String(args["id"]))?.type === "Job" ? { id: args["id"], done: true, query: {} } : null),
  currentAppInstallation: (_root, _args, { state }) => state,
  appInstallation: (_root, args, context) => (args["id"] === undefined || args["id"] === null ? context.state : one("AppInstallation")(_root, args, context, undefined as never)),
  app: (_root, args, context) => (args["id"] === undefined || args["id"] === null ? context.state : one("App")(_root, args, context, undefined as never)),
  webhookSubscription: one("WebhookSubscription"),
  webhookSubscriptions(_root, args, context, info) {
    noQuery(args, "webhookSubscriptions");
    const topics = args["topics"] as string[] | null | undefined;
    const uri = (args["uri"] ?? args["callbackUrl"]) as string | null | undefined;
    const list = context.state.apiSubscriptions.filter((one) => (topics?.includes(one.topic) ?? true) && (uri ?? one.uri) === one.uri);
    return connection(byId(list, (subscription) => subscription.id), args, context, info);
  },
  bulkOperation: one("BulkOperation"),
  bulkOperations(_root, args, context, info) {
    const query = typeof args["query"] === "string" ? args["query"] : "";
    const search = parseSearch<BulkOperation>(query, {
      known: ["created_at"],
      fallback: idField((operation) => operation.id),
      fields: { id: idField((operation) => operation.id), status: wordField((operation) => [operation.status]), operation_type: wordField(() => ["query"]) },
    });
    if (search.warnings.length > 0) context.searches.push({ path: [String(info.path.key)], query, warnings: search.warnings });
    if (args["sortKey"] === "COMPLETED_AT") throw notImplemented("bulkOperations(sortKey: COMPLETED_AT)");
    return connection(byId(context.state.bulkOperations.filter(search.matches), (operation) => operation.id), args, context, info);
  },
  currentBulkOperation(_root, args, { state }) {
    if (args["type"] === "MUTATION") throw apiError("SIMULATOR_NOT_IMPLEMENTED", "[simulator] bulk mutations are not implemented");
    return state.bulkOperations.at(-1) ?? null;
  },
};

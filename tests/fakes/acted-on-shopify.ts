import { createActs } from "#app/adapters/shopify/acts/acts-api.ts";
import { createAdminClient } from "#app/adapters/shopify/admin/client.ts";
import type { ActsAtShopify } from "#app/application/ports.ts";
import { legacyId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import { codeOf, tagOf } from "#app/domain/workflows/acts/act-mark.ts";
import { APP_TOML, at, graphql, order as placeOrder, worldForTests, type TestWorld } from "../../simulator/world/world-for-tests.ts";
import type { SimulatedWorld } from "../../simulator/world/simulated-world.ts";
import { readAppConfig } from "../../simulator/shopify/app-config.ts";

/** An order of the pretend shop. */
export type PlacedOrder = { readonly id: OrderId; readonly name: string; readonly lineId: LineId; readonly customerId: string };

/** When a call breaks: before Shopify read it, or after Shopify did it. */
export type Break = "before" | "after";

/** The real adapter against the pretend Shopify's own endpoint, past the wire, with calls that can break. */
export type ActedOnShopify = {
  readonly acts: ActsAtShopify;
  readonly world: TestWorld;
  readonly clock: () => Instant;
  /** Names of the operations that reached Shopify, in their order. */
  readonly sent: string[];
  /** The next call of this operation breaks so, once. */
  breakNext(operation: string, how: Break): void;
  place(how: { readonly fulfilled: boolean }): PlacedOrder;
  /** How often the act was done, as Shopify's own answers show it. */
  timesDone(act: Pick<Act, "id" | "request">, order: PlacedOrder): number;
};

const nodes = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);
const askOf = (world: SimulatedWorld, query: string, path: string, variables: Record<string, unknown> = {}): unknown => {
  const answer = graphql(world, query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return at(answer, path);
};

const SCOPES = /scopes = "[^"]*"/;
const ASKED = "read_orders,read_fulfillments,write_fulfillments,read_locations,read_customers,write_orders,write_merchant_managed_fulfillment_orders,write_third_party_fulfillment_orders,write_draft_orders,read_products,write_returns,write_discounts,read_store_credit_accounts,write_store_credit_account_transactions";

/** A pretend Shopify whose clock is the test's. */
export const actedOnShopify = (): ActedOnShopify => {
  const world = worldForTests({ config: readAppConfig(APP_TOML.replace(SCOPES, `scopes = "${ASKED}"`), []) });
  const clock = () => world.clock.now().getTime() as Instant;
  const breaks: { operation: string; how: Break }[] = [];
  const sent: string[] = [];
  const take = (operation: string, how: Break): boolean => {
    const found = breaks.findIndex((one) => one.operation === operation && one.how === how);
    if (found >= 0) breaks.splice(found, 1);
    return found >= 0;
  };
  const client = createAdminClient({
    tokens: { of: async () => ({ outcome: "token", accessToken: "t" }) }, budget: { reserve: async () => ({ outcome: "granted" }), report: async () => undefined },
    clock, sleep: async () => undefined, random: () => 0, log: { for: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) },
    fetch: async (_input, init) => {
      const { query, variables, operationName } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, unknown>; operationName: string };
      if (take(operationName, "before")) return new Response("Bad gateway", { status: 502 });
      sent.push(operationName);
      const answer = graphql(world, query, variables);
      return take(operationName, "after") ? new Response("Bad gateway", { status: 502 }) : Response.json(answer);
    },
  });
  return {
    acts: createActs(client, clock), world, clock, sent,
    breakNext: (operation, how) => void breaks.push({ operation, how }),
    place: ({ fulfilled }) => {
      const placed = placeOrder(world);
      if (fulfilled) world.fulfill(placed.id, { tracking: [{ company: "UPS", number: "1Z999AA10123456784", url: null }] });
      const read = askOf(world, "query($id: ID!) { order(id: $id) { name customer { id } lineItems(first: 1) { nodes { id } } } }", "order", { id: `gid://shopify/Order/${placed.id}` }) as { name: string; customer: { id: string }; lineItems: { nodes: { id: string }[] } };
      return { id: String(placed.id) as OrderId, name: read.name, lineId: legacyId(read.lineItems.nodes[0]?.id ?? "") as LineId, customerId: legacyId(read.customer.id) ?? "" };
    },
    timesDone: (act, order) => timesDoneAt(world, act, order),
  };
};

/** How often an act was done, as Shopify's own answers show it. */
export const timesDoneAt = (world: SimulatedWorld, { id, request }: Pick<Act, "id" | "request">, { id: orderId, customerId }: Pick<PlacedOrder, "id" | "customerId">): number => {
  const ask = (query: string, path: string, variables: Record<string, unknown> = {}): unknown => askOf(world, query, path, variables);
  const gid = `gid://shopify/Order/${orderId}`;
  const ofOrder = (selection: string, path: string): unknown => ask(`query($id: ID!) { order(id: $id) { id ${selection} } }`, `order.${path}`, { id: gid });
  switch (request.kind) {
    case "reship": return nodes(ask("{ orders(first: 100, reverse: true) { nodes { id tags } } }", "orders.nodes")).filter(({ tags }) => (tags as string[]).includes(tagOf(id))).length; // listed, not searched: the search is behind
    case "refund": return nodes(ofOrder("refunds { id note }", "refunds")).filter(({ note }) => String(note).includes(tagOf(id))).length;
    case "store_credit": return nodes(ask("query($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 5) { nodes { transactions(first: 50) { nodes { amount { amount } } } } } } }", "customer.storeCreditAccounts.nodes", { id: `gid://shopify/Customer/${customerId}` }))
      .flatMap(({ transactions }) => nodes((transactions as { nodes: unknown }).nodes)).filter(({ amount }) => Math.round(Number((amount as { amount: string }).amount) * 100) === request.amountMinor).length;
    case "discount": return ask("query($code: String!) { codeDiscountNodeByCode(code: $code) { codeDiscount { ... on DiscountCodeBasic { status } } } }", "codeDiscountNodeByCode.codeDiscount.status", { code: codeOf(id) }) === "ACTIVE" ? 1 : 0;
    case "open_return": return nodes(ofOrder("returns(first: 25) { nodes { id } }", "returns.nodes")).length;
    case "cancel_order": return ofOrder("cancelledAt", "cancelledAt") === null ? 0 : Math.max(1, nodes(ofOrder("refunds { id }", "refunds")).length);
    case "tag": return (ofOrder("tags", "tags") as string[]).filter((tag) => tag === request.tags[0]).length;
    case "note": return String(ofOrder("note", "note") ?? "").split(request.text).length - 1;
    case "correct_address": return ofOrder("shippingAddress { address1 }", "shippingAddress.address1") === request.address.address1 && holds(ofOrder) === 0 ? 1 : 0;
    case "hold": return holds(ofOrder);
    case "release": return holds(ofOrder) === 0 ? 1 : 0;
  }
};

const holds = (ofOrder: (selection: string, path: string) => unknown): number =>
  nodes(ofOrder("fulfillmentOrders(first: 5) { nodes { fulfillmentHolds { id } } }", "fulfillmentOrders.nodes")).flatMap(({ fulfillmentHolds }) => nodes(fulfillmentHolds)).length;

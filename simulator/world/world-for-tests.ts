import { readAppConfig } from "../shopify/app-config.ts";
import { handleShopifyHost } from "../shopify/hosts.ts";
import { mintAdminToken } from "../shopify/session-token.ts";
import { createWorld, type WorldOptions } from "./create-world.ts";
import type { SimulatedWorld } from "./simulated-world.ts";
import type { Address, NewOrder, Order } from "./types.ts";

/** Every scope the stand-in's own tests need. */
const SCOPES = [
  "read_orders", "write_orders", "read_fulfillments", "write_fulfillments", "write_merchant_managed_fulfillment_orders", "read_locations", "read_customers", "read_products",
  "write_draft_orders", "write_returns", "write_discounts", "write_store_credit_account_transactions", "read_store_credit_accounts",
];

/** A small app's configuration. */
export const APP_TOML = `
name = "Small app"
client_id = "app-key"
[access_scopes]
scopes = "${SCOPES.join(",")}"
[webhooks]
api_version = "2026-10"
  [[webhooks.subscriptions]]
  topics = ["orders/create", "orders/updated", "orders/cancelled", "orders/delete", "fulfillments/create", "fulfillments/update", "fulfillment_events/create", "fulfillment_events/delete"]
  uri = "/webhooks/shopify"
  [[webhooks.subscriptions]]
  topics = ["bulk_operations/finish", "shop/update", "app/uninstalled", "app/scopes_update"]
  uri = "/webhooks/shopify"
  [[webhooks.subscriptions]]
  compliance_topics = ["customers/data_request", "customers/redact", "shop/redact"]
  uri = "/webhooks/privacy"
[app_proxy]
url = "/proxy"
subpath = "small"
prefix = "apps"
`;

/** One webhook as the app would receive it. */
export type Received = { url: string; headers: Record<string, string>; body: string };
/** A world whose webhooks land in `received`, and whose real time stands still unless the test moves it. */
export type TestWorld = SimulatedWorld & { received: Received[]; answer: { status: number | "silence" } };

export const CLIENT_SECRET = "hush";
export const SHOP_HOST = "hearth-and-wool.myshopify.com";

/** A frozen world with an installed app, unless asked otherwise. */
export function worldForTests(options: Partial<WorldOptions> & { installed?: boolean } = {}): TestWorld {
  const received: Received[] = [];
  const answer: TestWorld["answer"] = { status: 200 };
  const world = createWorld({
    seed: "tests", start: new Date("2026-11-20T15:00:00Z"), appUrl: "https://app.example", clientId: "app-key", clientSecret: CLIENT_SECRET, speed: 0, realNow: () => 0,
    config: readAppConfig(APP_TOML, ["shipment-exception"]),
    deliver: (url, { headers, body }) => {
      received.push({ url, headers, body });
      return answer.status === "silence" ? Promise.reject(new Error("nobody answered in time")) : Promise.resolve({ status: answer.status });
    },
    ...options,
  });
  if (options.installed !== false) world.install();
  // Not a copy: the world's getters must stay alive.
  return Object.assign(world, { received, answer });
}

export const AUSTIN: Address = {
  first_name: "Jo", last_name: "Lee", address1: "1 Main Street", address2: null, city: "Austin", province: "Texas", province_code: "TX", country: "United States", country_code: "US", zip: "78701", phone: "+15125550100",
};

/** Places an order for the first product. */
export function order(world: SimulatedWorld, wishes: Partial<NewOrder> = {}): Order {
  return world.placeOrder({
    lines: [{ productId: world.products[0]?.id ?? "", quantity: 2 }], email: "jo@shopper.example", address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "6.00" }, ...wishes,
  });
}

/** An access token obtained the way an app does: by exchanging a session token. */
export function accessToken(world: SimulatedWorld): string {
  const answer = handleShopifyHost(world, {
    host: SHOP_HOST, method: "POST", url: "/admin/oauth/access_token", headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "app-key", client_secret: CLIENT_SECRET, grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: mintAdminToken(world.issuer),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token", expiring: "1",
    }),
  });
  const body = JSON.parse(String(answer.body)) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`No token: ${String(answer.body)}`);
  return body.access_token;
}

/** A GraphQL answer, loosely typed on purpose: tests say what they expect of it. */
export type Answer = { data?: Record<string, never>; errors?: { message: string; path?: unknown; extensions: { code: string } & Record<string, unknown> }[]; extensions?: { cost: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: { currentlyAvailable: number } }; search?: unknown } };

/** Runs GraphQL past the token and the wire. */
export function graphql(world: SimulatedWorld, query: string, variables: Record<string, unknown> = {}): Answer {
  return world.admin.endpoint.execute({ query, variables, operationName: null }) as Answer;
}

/** Reads along a dotted path of an answer's data. */
export function at(answer: Answer, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined), answer.data);
}

/** Waits until the latest bulk operation ended; each turn lets it read one batch. */
export async function bulkDone(world: SimulatedWorld): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    const status = world.admin.state.bulkOperations.at(-1)?.status;
    if (status !== "CREATED" && status !== "RUNNING" && status !== "CANCELING") return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("The bulk operation does not end");
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../machine/find-postgres.ts";
import { deliverFromEasyPost, deliverFromShopify, feedToken } from "../stage/requests.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";

const DATA = resolve(import.meta.dirname, "../../../shared/data");
const documented = existsSync(DATA) ? readdirSync(join(DATA, "webhooks")).filter((name) => name.endsWith(".json")) : [];
const recorded = existsSync(DATA) ? readdirSync(join(DATA, "payloads/easypost")).filter((name) => name.endsWith(".json")) : [];
/** Topics the app declares; a documented body of any other is kept and ignored. */
const HANDLED = new Set(["orders/create", "orders/updated", "orders/cancelled", "orders/delete", "fulfillments/create", "fulfillments/update", "fulfillment_events/create", "fulfillment_events/delete", "shop/update", "app/uninstalled", "app/scopes_update", "bulk_operations/finish", "customers/data_request", "customers/redact", "shop/redact"]);

type InboxRow = { state: string; because: string | null; repeats: number; body: string };

describe.each(["pglite", "postgres"] as const)("what arrives at the door, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;
  let token: string;

  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database });
    token = await feedToken(stage);
    await stage.settle();
  });
  afterAll(() => stage?.close());

  const inbox = (id: string) => stage.sql<InboxRow>("SELECT state, because, repeats, body FROM inbox WHERE delivery_id = $1", [id]);
  const rows = async (): Promise<number> => (await stage.sql<{ n: number }>("SELECT count(*)::int AS n FROM inbox"))[0]?.n ?? -1;

  test.skipIf(missing)("a delivery without a signature, or with another's, is refused with 401 and leaves nothing", async () => {
    const before = await rows();
    expect((await deliverFromShopify(stage, { topic: "orders/create", body: '{"id":1}', secret: null })).status).toBe(401);
    expect((await deliverFromShopify(stage, { topic: "orders/create", body: '{"id":1}', secret: "not the secret" })).status).toBe(401);
    expect((await deliverFromEasyPost(stage, token, '{"id":"evt_x"}', "not the secret")).status).toBe(401);
    expect((await deliverFromEasyPost(stage, "no-such-token-no-such-token", '{"id":"evt_x"}')).status).toBe(404);
    expect(await rows()).toBe(before);
  });

  test.skipIf(missing)("truncated JSON is kept as it came, called unreadable with the reason, and stops nobody else", async () => {
    const body = '{"id":820982911946154508,"name":"#99';
    expect((await deliverFromShopify(stage, { topic: "orders/create", body, id: "truncated" })).status).toBe(200);
    const order = stage.demo.world.placeOrder(anOrder(stage));
    await stage.settle();
    expect(await inbox("truncated")).toEqual([{ state: "unreadable", because: expect.stringMatching(/JSON/), repeats: 0, body }]);
    expect(await stage.sql('SELECT name FROM "order" WHERE id = $1', [order.id])).toEqual([{ name: order.name }]);
  });

  test.skipIf(missing)("a body of 25 MB is cut off and leaves nothing", async () => {
    const before = await rows();
    const large = `{"note":"${"x".repeat(25_000_000)}"}`;
    // The connection may break while the sender is still sending; what must not happen is an acceptance.
    const status = await deliverFromShopify(stage, { topic: "orders/create", body: large, id: "large" }).then((response) => response.status, () => "broken off" as const);
    expect([413, 502, "broken off"]).toContain(status);
    expect(await rows()).toBe(before);
  });

  test.skipIf(missing)("an unknown topic is acknowledged, kept and ignored with a reason", async () => {
    expect((await deliverFromShopify(stage, { topic: "themes/publish", body: '{"id":5}', id: "unknown-topic" })).status).toBe(200);
    await stage.settle();
    expect(await inbox("unknown-topic")).toMatchObject([{ state: "ignored", because: expect.stringContaining("themes/publish") }]);
  });

  test.skipIf(missing)("a shop that never installed is acknowledged and kept, and changes nobody else's orders", async () => {
    const before = await stage.sql<{ n: number }>('SELECT count(*)::int AS n FROM "order" WHERE shop = $1', [stage.demo.world.shop.myshopify_domain]);
    expect((await deliverFromShopify(stage, { topic: "orders/delete", body: '{"id":6}', id: "unknown-shop", shop: "stranger.myshopify.com" })).status).toBe(200);
    await stage.settle();
    expect((await inbox("unknown-shop")).map((row) => row.state)).not.toContain("dead");
    expect(await stage.sql('SELECT count(*)::int AS n FROM "order" WHERE shop = $1', [stage.demo.world.shop.myshopify_domain])).toEqual(before);
  });

  test.skipIf(missing)("a fulfillment before its order is kept, and the order is fetched", async () => {
    const { world } = stage.demo;
    world.trouble.drop = 1;
    const order = world.placeOrder(anOrder(stage));
    world.trouble.drop = 0;
    const parcel = world.fulfill(order.id, { tracking: [{ company: "UPS", number: "1Z12345E0205271688", url: null }] });
    await stage.settle();
    expect(await stage.sql("SELECT id, tracking_number FROM shipment WHERE order_id = $1", [order.id])).toEqual([{ id: `${parcel.id}.1`, tracking_number: "1Z12345E0205271688" }]);
    expect(await stage.sql('SELECT name, country FROM "order" WHERE id = $1', [order.id])).toEqual([{ name: order.name, country: order.shipping_address.country_code }]);
  });

  test.skipIf(missing)("the same delivery twice is one row and one set of effects", async () => {
    const { world } = stage.demo;
    const before = world.deliveries.length;
    world.trouble.duplicate = 1;
    const order = world.placeOrder(anOrder(stage));
    const parcel = world.fulfill(order.id, { tracking: [{ company: "UPS", number: "1Z12345E0305271640", url: null }] });
    world.fulfillmentEvent(parcel.id, { status: "in_transit", happenedAt: world.clock.now() });
    world.fulfillmentEvent(parcel.id, { status: "attempted_delivery", happenedAt: new Date(world.clock.now().getTime() + 1_000) });
    await stage.settle();
    world.trouble.duplicate = 0;
    const sent = world.deliveries.slice(before).filter(({ source, body }) => source === "shopify" && body.includes(order.id)).map(({ id }) => id);
    const kept = await stage.sql<{ id: string }>("SELECT delivery_id AS id FROM inbox WHERE subject = $1 AND source = 'shopify'", [order.id]);
    expect(kept.length).toBeGreaterThanOrEqual(4);
    expect(sent.toSorted()).toEqual(kept.flatMap(({ id }) => [id, id]).toSorted());
    expect(await stage.sql("SELECT category, status FROM \"case\" WHERE order_id = $1", [order.id])).toEqual([{ category: "attempt_failed", status: "open" }]);
    expect(world.mails.filter((mail) => mail.to.includes(order.email))).toHaveLength(1);
    expect(world.hooksReceived.filter((hook) => hook.body.includes(order.id) && hook.body.includes("case.opened"))).toMatchObject([{ verified: true }]);
  });

  test.skipIf(missing)("an id beyond 2^53 stays exact from the door to the table", async () => {
    const body = '{"id":9007199999999993,"admin_graphql_api_id":"gid://shopify/Order/9007199999999993","name":"#BIG","created_at":"2026-11-20T10:00:00Z","updated_at":"2026-11-20T10:00:00Z","currency":"USD","total_price":"1.00","line_items":[]}';
    expect((await deliverFromShopify(stage, { topic: "orders/create", body, id: "big" })).status).toBe(200);
    await stage.settle();
    expect(await stage.sql('SELECT id FROM "order" WHERE name = $1', ["#BIG"])).toEqual([{ id: "9007199999999993" }]);
  });

  describe.skipIf(missing || documented.length === 0)("Shopify's documented bodies", () => {
    // Bodies that end the shop's stay come last: nothing arrives after them.
    const last = ["app_uninstalled.json", "shop_redact.json"];
    test.each(documented.filter((name) => !last.includes(name)))("%s is accepted and understood or ignored, never lost", async (name) => {
      const topic = topicOf(name);
      const body = readFileSync(join(DATA, "webhooks", name), "utf8");
      expect((await deliverFromShopify(stage, { topic, body, id: `documented-${name}` })).status).toBe(200);
      await stage.settle();
      const [row] = await inbox(`documented-${name}`);
      // A request to forget somebody is itself forgotten once it has been done.
      expect(row?.body).toBe(topic === "customers/redact" ? "" : body);
      expect(HANDLED.has(topic) ? ["done", "ignored"] : ["ignored"]).toContain(row?.state);
      expect(row?.because ?? "", "whatever is ignored says why").toMatch(row?.state === "ignored" ? /\w/ : /^$/);
    });
  });

  describe.skipIf(missing || recorded.length === 0)("EasyPost's recorded bodies", () => {
    test.each(recorded)("%s is accepted; tracker events wait for their parcel or are applied, the rest is ignored with a reason", async (name) => {
      const body = readFileSync(join(DATA, "payloads/easypost", name), "utf8");
      const before = await rows();
      expect((await deliverFromEasyPost(stage, token, body)).status).toBe(200);
      await stage.settle();
      const [row] = await stage.sql<InboxRow>("SELECT state, because, repeats, body FROM inbox WHERE source = 'easypost' ORDER BY id DESC LIMIT 1");
      // Several samples carry the same event id: a repeat is counted and leaves the first as it was.
      expect((await rows()) === before || row?.body === body).toBe(true);
      expect(["done", "ignored", "waiting", "unreadable"]).toContain(row?.state);
      expect(row?.because ?? "").toMatch(row?.state === "ignored" || row?.state === "unreadable" ? /\w/ : /^/);
    });
  });
});

/** `fulfillment_events_create.json` holds the topic `fulfillment_events/create`. */
const topicOf = (file: string): string => {
  const name = file.replace(".json", "");
  const resource = ["fulfillment_orders", "fulfillment_events", "fulfillment_holds", "bulk_operations", "order_transactions", "app_subscriptions", "delivery_promise_settings", "customers", "app", "shop", "orders", "fulfillments", "locations", "refunds", "returns"].find((one) => name.startsWith(`${one}_`)) ?? "";
  return `${resource}/${name.slice(resource.length + 1)}`;
};

const anOrder = ({ demo }: Stage) => ({
  lines: [{ productId: demo.world.products[0]?.id ?? "", quantity: 1 }], email: `shopper-${demo.world.orders.length}@shopper.example`,
  address: { first_name: "Ada", last_name: "Dunn", address1: "1 Maple Street", address2: null, city: "Albany", province: "New York", province_code: "NY", country: "United States", country_code: "US", zip: "12207", phone: null },
  shippingMethod: { title: "Standard", code: "standard", price: "5.90" },
});

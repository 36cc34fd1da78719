import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readJson } from "../world/json.ts";
import { order, type Received, worldForTests } from "../world/world-for-tests.ts";
import { RETRIES_MS } from "./webhooks.ts";

const topics = (received: readonly Received[]): (string | undefined)[] => received.map((one) => one.headers["X-Shopify-Topic"]);
const LABEL = [{ company: "UPS", number: "1Z999AA10123456784", url: null }];
const HOURS = 3_600_000;

describe("webhooks of the pretend Shopify", () => {
  it("carry Shopify's headers and an HMAC over the raw body", async () => {
    const world = worldForTests();
    order(world);
    await world.settled();
    const { url, headers, body } = world.received[0] ?? { url: "", headers: {}, body: "" };
    expect(url).toBe("https://app.example/webhooks/shopify");
    expect(headers).toMatchObject({
      "X-Shopify-Topic": "orders/create", "X-Shopify-Shop-Domain": "hearth-and-wool.myshopify.com", "X-Shopify-API-Version": "2026-10", "X-Shopify-Triggered-At": "2026-11-20T15:00:00.000Z",
    });
    expect(headers["X-Shopify-Webhook-Id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(headers["X-Shopify-Hmac-Sha256"]).toBe(createHmac("sha256", "hush").update(body, "utf8").digest("base64"));
  });

  it("write ids that a JavaScript number would round", async () => {
    const world = worldForTests();
    const { id } = order(world);
    await world.settled();
    const body = world.received[0]?.body ?? "";
    expect(body).toContain(`"id":${id},`);
    expect(String((JSON.parse(body) as { id: number }).id)).not.toBe(id);
    expect((readJson(body) as { id: bigint }).id.toString()).toBe(id);
  });

  it("tell only what the app subscribed to, in the order it happened", async () => {
    const world = worldForTests();
    const { id } = order(world);
    const parcel = world.fulfill(id, { tracking: LABEL });
    world.fulfillmentEvent(parcel.id, { status: "in_transit", happenedAt: world.clock.now() });
    world.cancelFulfillment(parcel.id);
    world.cancelOrder(id);
    world.deleteOrder(id);
    await world.settled();
    expect(topics(world.received)).toEqual([
      "orders/create", "orders/updated",
      "fulfillments/create", "orders/updated",
      "fulfillment_events/create", "fulfillments/update", "orders/updated",
      "fulfillments/update", "orders/updated",
      "orders/updated", "orders/cancelled", "orders/updated", // the money goes back first
      "orders/delete",
    ]);
  });

  it("are silent before the installation and after the app is gone", async () => {
    const world = worldForTests({ installed: false });
    order(world);
    world.install();
    world.uninstall();
    order(world);
    await world.settled();
    expect(topics(world.received)).toEqual(["app/uninstalled"]);
  });

  it("keep trying for four hours with the same bytes, then give up", async () => {
    const world = worldForTests();
    world.answer.status = 500;
    world.updateShop({ name: "Hearth and Wool" });
    await world.settled();
    world.updateShop({ name: "Renamed meanwhile" });
    await world.clock.advance(5 * HOURS);
    await world.settled();
    const first = world.deliveries.filter((one) => one.id === world.deliveries[0]?.id);
    expect(first.map((one) => one.attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(first.map((one) => one.body)).size).toBe(1);
    expect(RETRIES_MS.reduce((sum, pause) => sum + pause, 0)).toBe(4 * HOURS);
    expect(Date.parse(first.at(-1)?.at ?? "") - Date.parse(first[0]?.at ?? "")).toBe(4 * HOURS);
  });

  it("stop retrying when the app answers, and count silence as failure", async () => {
    const world = worldForTests();
    world.answer.status = "silence";
    world.updateShop({ email: "new@hearth-and-wool.example" });
    await world.settled();
    world.answer.status = 204;
    await world.clock.advance(5 * HOURS);
    expect(world.deliveries.map((one) => one.status)).toEqual([null, 204]);
  });

  it("arrive twice under one webhook id when duplicates are wished for", async () => {
    const world = worldForTests();
    world.trouble.duplicate = 1;
    world.updateShop({ name: "Twice" });
    await world.settled();
    expect(world.received).toHaveLength(2);
    expect(world.received[0]).toEqual(world.received[1]);
  });

  it("get lost, come late or overtake each other when that is wished for", async () => {
    const lost = worldForTests();
    lost.trouble.drop = 1;
    lost.updateShop({ name: "Lost" });
    await lost.settled();
    expect(lost.received).toEqual([]);

    const late = worldForTests();
    late.trouble.delayMs = 60_000;
    late.updateShop({ name: "Late" });
    await late.clock.advance(59_000);
    expect(late.received).toEqual([]);
    await late.clock.advance(2_000);
    await late.settled();
    expect(late.received).toHaveLength(1);

    const shuffled = worldForTests();
    shuffled.trouble.reorder = true;
    order(shuffled);
    await shuffled.clock.advance(10_000);
    await shuffled.settled();
    expect(topics(shuffled.received)).toEqual(["orders/updated", "orders/create"]);
  });

  it("leave out customer data that Shopify did not approve, and keep the rest", async () => {
    const world = worldForTests();
    world.approveCustomerData(["name"]);
    order(world);
    await world.settled();
    const body = JSON.parse(world.received[0]?.body ?? "{}") as Record<string, unknown>;
    expect(body).not.toHaveProperty("email");
    expect(body["shipping_address"]).toMatchObject({ first_name: "Jo", city: "Austin", country_code: "US" });
    expect(body["shipping_address"]).not.toHaveProperty("zip");
    expect(body["name"]).toBe("#1001");
  });

  it("ask for privacy at the address of the compliance topics, the shop's own 48 hours after the app is gone", async () => {
    const world = worldForTests();
    const { id } = order(world);
    world.compliance("customers/data_request", id);
    world.compliance("customers/redact", id);
    world.uninstall();
    await world.clock.advance(47 * HOURS);
    expect(topics(world.received)).not.toContain("shop/redact");
    await world.clock.advance(2 * HOURS);
    await world.settled();
    const privacy = world.received.filter((one) => one.url === "https://app.example/webhooks/privacy");
    expect(topics(privacy)).toEqual(["customers/data_request", "customers/redact", "shop/redact"]);
    expect(readJson(privacy[1]?.body ?? "")).toMatchObject({ orders_to_redact: [BigInt(id)], customer: { email: "jo@shopper.example" } });
  });

  it("do not ask to forget a shop that came back in time", async () => {
    const world = worldForTests();
    world.uninstall();
    await world.clock.advance(HOURS);
    world.install();
    await world.clock.advance(72 * HOURS);
    expect(topics(world.received)).toEqual(["app/uninstalled"]);
  });

  it("tell of changed scopes with what they were", async () => {
    const world = worldForTests();
    world.grantScopes(["read_orders"]);
    await world.settled();
    expect(JSON.parse(world.received[0]?.body ?? "{}")).toMatchObject({ shop_id: "gid://shopify/Shop/68817551382", previous: world.config.scopes, current: ["read_orders"] });
  });

  it("are the same again for the same seed and the same acts", async () => {
    const play = async (): Promise<Received[]> => {
      const world = worldForTests();
      world.trouble.duplicate = 0.5;
      const { id } = order(world);
      world.fulfill(id, { tracking: LABEL });
      await world.settled();
      return world.received;
    };
    expect(await play()).toEqual(await play());
  });
});

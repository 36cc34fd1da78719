import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Address, Order } from "../../simulator/world/types.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";

const ADDRESS: Address = {
  first_name: "Ada", last_name: "Fairweather", address1: "1840 NE Alder Street", address2: null, city: "Portland", province: "Oregon", province_code: "OR",
  country: "United States", country_code: "US", zip: "97232", phone: null,
};
const QUARTER_HOUR = 15 * 60_000;
const PATIENCE = { timeout: 20_000, interval: 100 };

describe.each(["pglite", "postgres"] as const)("what no webhook told, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;

  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database });
    await stage.settle();
  }, 240_000);
  afterAll(() => stage?.close());

  const known = (order: Order) => stage.sql<{ milestone: string }>('SELECT s.milestone FROM "order" o LEFT JOIN shipment s ON s.shop = o.shop AND s.order_id = o.id WHERE o.id = $1', [order.id]);

  test.skipIf(missing)("is found by the next comparison, once, with everything that happened meanwhile", async () => {
    const { world } = stage.demo;
    const [product] = world.products;
    if (!product) throw new Error("the shop sells nothing");
    Object.assign(world.trouble, { drop: 1 });
    const order = world.placeOrder({ lines: [{ productId: product.id, quantity: 1 }], email: "ada@example.com", address: ADDRESS, shippingMethod: { title: "Standard", code: "standard", price: "6.00" } });
    const fulfillment = world.fulfill(order.id, { tracking: [{ company: "UPS", number: "1Z999AA10123456784", url: null }] });
    world.fulfillmentEvent(fulfillment.id, { status: "in_transit", happenedAt: world.clock.now() });
    await stage.settle();
    expect(await known(order)).toEqual([]);

    Object.assign(world.trouble, { drop: 0 });
    await world.clock.advance(QUARTER_HOUR + 60_000);
    await expect.poll(() => known(order), PATIENCE).toEqual([{ milestone: "in_transit" }]);

    await stage.settle();
    await world.clock.advance(QUARTER_HOUR + 60_000);
    await expect.poll(async () => (await stage.sql<{ done: boolean }>("SELECT synced_until > $1::timestamptz - interval '1 minute' AS done FROM shop", [world.clock.now().toISOString()]))[0]?.done, PATIENCE).toBe(true);
    expect(await stage.sql<{ count: number }>("SELECT count(*)::int AS count FROM inbox WHERE source = 'shopify_sync' AND subject = $1", [order.id])).toEqual([{ count: 1 }]);
  }, 120_000);
});

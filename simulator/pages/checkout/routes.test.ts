import { beforeAll, describe, expect, it } from "vitest";
import { buildExtensions } from "../../../extensions/build.ts";
import type { PageMount } from "../../extension-host/page/mount-in-page.ts";
import { orderBody } from "../../shopify/bodies/order.ts";
import { createDiscount } from "../../world/acts/discounts.ts";
import { createWorld } from "../../world/create-world.ts";
import type { Order } from "../../world/types.ts";
import { graphql } from "../../world/world-for-tests.ts";
import { checkoutRoutes } from "./routes.ts";
import { metafieldsFor } from "./surface-api.ts";

const openCheckout = () => {
  const world = createWorld({ seed: 1, start: new Date("2026-11-20T15:00:00Z"), appUrl: "http://127.0.0.1:9", clientId: "client", clientSecret: "hush", speed: 0, deliver: async () => ({ status: 200 }) });
  const routes = checkoutRoutes(world, { appUrl: "http://127.0.0.1:9", clientId: "client", clientSecret: "hush", proxyPath: "/proxy", mintToken: (customer) => `token for ${customer ?? "nobody"}` });
  const get = async (path: string, init?: RequestInit): Promise<Response> => {
    const url = new URL(path, "http://shop.test");
    return (await routes(new Request(url, init), url)) ?? new Response("not mine", { status: 404 });
  };
  const start = async () => (await get(`/checkout?items=${world.products[0]?.variantId}:1,${world.products[4]?.variantId}:2`)).headers.get("location") ?? "";
  return { world, get, start };
};

const BUYER = { email: "ada@example.com", first_name: "Ada", last_name: "Fairweather", address1: "1840 NE Alder Street", address2: "", city: "Portland", province_code: "OR", zip: "97232", country: "US", shipping: "express" };
const pay = (fields: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(fields) });
const mountsOf = async (response: Response): Promise<PageMount[]> =>
  JSON.parse(/<script type="application\/json" id="extensions">(.*?)<\/script>/s.exec(await response.text())?.[1] ?? "[]") as PageMount[];

beforeAll(async () => void (await buildExtensions()));

describe("the checkout", () => {
  it("runs the checkout extension under each shipping option", async () => {
    const { get, start } = openCheckout();
    const mounts = await mountsOf(await get(await start()));
    expect(mounts.map(({ slot, target, capabilities }) => [slot, target, capabilities])).toEqual(
      ["option-standard", "option-express", "option-international"].map((slot) => [slot, "purchase.checkout.shipping-option-item.render-after", []]));
    expect((await get(`/extension-host/bundles/${mounts[0]?.handle}.js`)).status).toBe(200);
  });

  it("places the order once, however often the button is pressed", async () => {
    const { world, get, start } = openCheckout();
    const path = await start();
    const first = await get(path, pay(BUYER));
    const again = await get(path, pay(BUYER));
    expect(first.headers.get("location")).toBe(`${path}/thank-you`);
    expect(again.headers.get("location")).toBe(`${path}/thank-you`);
    expect(world.orders).toHaveLength(1);
    expect(world.orders[0]).toMatchObject({ email: "ada@example.com", checkout_token: path.split("/").at(-1), shipping_line: { title: "Express", price: "18.00" }, shipping_address: { country_code: "US", province: "Oregon" } });
    expect(world.orders[0]?.lines.map(({ quantity }) => quantity)).toEqual([1, 2]);
  });

  it("takes a discount code off the price, once, and only from the shopper it was given to", async () => {
    const { world, get, start } = openCheckout();
    await get(await start(), pay(BUYER));
    createDiscount(world.kernel, {
      code: "SORRY", title: "Sorry", value: { amount: 1_000, each: false }, customerIds: [world.orders[0]?.customerId ?? ""], starts_at: "2026-11-01T00:00:00Z", ends_at: null, usage_limit: 1, once_per_customer: true, tags: [], combines: { order: false, product: false, shipping: false },
    });
    const problem = async (fields: Record<string, string>) => /role="alert"><strong>(.*?)</.exec(await (await get(await start(), pay({ ...BUYER, ...fields }))).text())?.[1];
    expect(await problem({ email: "somebody@example.com", discount: "SORRY" })).toBe("This discount code is for somebody else.");
    expect(await problem({ discount: "SORRIER" })).toBe("This discount code is not valid.");
    await get(await start(), pay({ ...BUYER, discount: "sorry" }));
    expect(orderBody(world.kernel, world.orders.at(-1) as Order)).toMatchObject({ total_discounts: "10.00", discount_codes: [{ code: "SORRY", amount: "10.00" }] });
    expect((world.orders[0]?.paid ?? 0) - (world.orders[1]?.paid ?? 0)).toBe(1_000);
    expect(await problem({ discount: "SORRY" })).toBe("This discount code has been used.");
    expect(world.orders).toHaveLength(2);
  });

  it.each([
    [{ email: "" }, "Please give an e-mail address."], [{ email: "ada" }, "does not look like an e-mail"], [{ shipping: "international" }, "choose a shipping method for United States"],
    [{ country: "AQ" }, "do not ship to this country"],
  ])("refuses %j in plain words and keeps what was typed", async (change, problem) => {
    const { world, get, start } = openCheckout();
    const response = await get(await start(), pay({ ...BUYER, city: "Astoria", ...change }));
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain(problem);
    expect(text).toContain('value="Astoria"');
    expect(world.orders).toHaveLength(0);
  });

  it("sends an empty cart back, and says so when a checkout is unknown", async () => {
    const { get } = openCheckout();
    expect((await get("/checkout?items=1:1")).headers.get("location")).toBe("/cart");
    expect((await get(`/checkouts/${"0".repeat(32)}`)).status).toBe(404);
    expect((await get("/orders/unknown")).status).toBe(404);
    expect((await get("/somewhere-else")).status).toBe(404);
  });
});

describe("what an extension notes beside the checkout", () => {
  const note = (change: unknown): RequestInit => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) });
  const update = (key: string, value: string) => note({ type: "updateAttribute", key, value });

  it("becomes the order's attributes, for webhooks and GraphQL alike, each key once", async () => {
    const { world, get, start } = openCheckout();
    world.install();
    const path = await start();
    await get(`${path}/attributes`, update("_date", "2026-11-27"));
    await get(`${path}/attributes`, update("gift", "yes"));
    expect(await (await get(`${path}/attributes`, update("_date", "2026-11-28"))).json()).toEqual({ result: { type: "success" }, attributes: [{ key: "_date", value: "2026-11-28" }, { key: "gift", value: "yes" }] });
    const [mount] = await mountsOf(await get(path));
    expect(mount?.api["attributes"]).toEqual({ $signal: [{ key: "_date", value: "2026-11-28" }, { key: "gift", value: "yes" }] });
    await get(`${path}/attributes`, note({ type: "removeAttribute", key: "gift" }));
    await get(path, pay(BUYER));
    const [order] = world.orders;
    if (order === undefined) throw new Error("no order was placed");
    expect(orderBody(world.kernel, order)["note_attributes"]).toEqual([{ name: "_date", value: "2026-11-28" }]);
    expect(graphql(world, `{ order(id: "gid://shopify/Order/${order.id}") { customAttributes { key value } } }`).data).toEqual({ order: { customAttributes: [{ key: "_date", value: "2026-11-28" }] } });
  });

  it("is refused with a reason where it is no such change, or too late", async () => {
    const { get, start } = openCheckout();
    const path = await start();
    for (const change of [{ type: "updateNote", note: "x" }, { type: "updateAttribute", key: "", value: "x" }, { type: "updateAttribute", key: "a", value: 7 }, null]) {
      expect(await (await get(`${path}/attributes`, note(change))).json()).toEqual({ result: { type: "error", message: expect.stringMatching(/./) as string }, attributes: [] });
    }
    await get(path, pay(BUYER));
    expect(await (await get(`${path}/attributes`, update("late", "1"))).json()).toMatchObject({ result: { type: "error", message: "The checkout is over." } });
  });
});

describe("after the purchase", () => {
  it("the thank-you page and the order status page run the tracking block, with network, signed in on the latter only", async () => {
    const { world, get, start } = openCheckout();
    const path = await start();
    await get(path, pay(BUYER));
    const [order] = world.orders;
    const [thanks] = await mountsOf(await get(`${path}/thank-you`));
    const [status] = await mountsOf(await get(`/orders/${order?.token}`));
    expect(thanks).toMatchObject({ target: "purchase.thank-you.block.render", capabilities: ["network_access"], api: { orderConfirmation: { $signal: { order: { id: `gid://shopify/OrderIdentity/${order?.id}` } } } } });
    expect(status).toMatchObject({ target: "customer-account.order-status.block.render", api: { order: { $signal: { id: `gid://shopify/Order/${order?.id}` } } } });
    expect(await (await get(thanks?.tokenUrl ?? "")).text()).toBe("token for nobody");
    expect(await (await get(status?.tokenUrl ?? "")).text()).toBe(`token for ${order?.customerId}`);
  });

  it("the order status page names the latest day Shopify was told, until the parcel is there", async () => {
    const { world, get, start } = openCheckout();
    const path = await start();
    await get(path, pay(BUYER));
    const [order] = world.orders;
    const page = async () => (await get(`/orders/${order?.token}`)).text();
    const parcel = world.fulfill(order?.id ?? "", { tracking: [{ company: "UPS", number: "1Z9999999999999999", url: null }] });
    expect(await page()).not.toContain("Estimated delivery");
    const tell = (status: "in_transit" | "delivered", happened: string, estimatedDeliveryAt: Date | null) => world.fulfillmentEvent(parcel.id, { status, happenedAt: new Date(happened), estimatedDeliveryAt });
    tell("in_transit", "2026-11-20T15:00:00Z", new Date("2026-11-25T01:00:00Z"));
    expect(await page()).toContain("Estimated delivery: Tuesday, November 24");
    tell("in_transit", "2026-11-20T16:00:00Z", new Date("2026-11-27T20:00:00Z"));
    expect(await page()).toContain("Estimated delivery: Friday, November 27");
    tell("delivered", "2026-11-20T17:00:00Z", null);
    expect(await page()).not.toContain("Estimated delivery");
  });
});

describe("what an extension may read", () => {
  it("is the address as far as it was typed, and that attributes may be written", async () => {
    const { get, start } = openCheckout();
    const path = await start();
    const [full] = await mountsOf(await get(path));
    expect(full?.api["shippingAddress"]).toEqual({ $signal: { countryCode: "US", provinceCode: "OR", zip: "97232", city: "Portland" } });
    const [partly] = await mountsOf(await get(path, pay({ ...BUYER, email: "", zip: " ", city: "" })));
    expect(partly?.api["shippingAddress"]).toEqual({ $signal: { countryCode: "US", provinceCode: "OR" } });
    expect(partly?.api["instructions"]).toEqual({ $signal: { attributes: { canUpdateAttributes: true } } });
  });

  it("is the shop's metafields its toml lists, in the app's own namespace", () => {
    const { world } = openCheckout();
    const shop = `gid://shopify/Shop/${world.shop.id}`;
    const put = (owner: string, namespace: string, key: string) => world.metafields.set(`${owner}/${namespace}/${key}`, { namespace, key, type: "json", value: "{}" });
    put(shop, "app--123", "delivery_rules");
    put(shop, "app--123", "secret");
    put(shop, "custom", "delivery_rules");
    put("gid://shopify/Order/1", "$app", "delivery_rules");
    expect(metafieldsFor(world, { metafields: [{ namespace: "$app", key: "delivery_rules" }] }).map(({ metafield }) => `${metafield.namespace}.${metafield.key}`)).toEqual(["app--123.delivery_rules"]);
  });
});

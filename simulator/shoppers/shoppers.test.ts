import { describe, expect, it } from "vitest";
import type { NewOrder, Order } from "../world/types.ts";
import { order, worldForTests, type TestWorld } from "../world/world-for-tests.ts";
import type { Doors, Look } from "./doors.ts";
import { createShoppers, type Shoppers } from "./shoppers.ts";

const DAY_MS = 86_400_000;
const SEEN: Look = { outcome: "seen", lastDay: "2026-11-24", link: "https://shop.example/apps/hither/tracking?t=1" };

type Shop = { readonly world: TestWorld; readonly shoppers: Shoppers; readonly opened: string[]; readonly wanted: (at: Order) => NewOrder; readonly turn: () => Promise<void> };
const shop = (options: { on?: boolean; isRush?: boolean; status?: () => Look } = {}): Shop => {
  const world = worldForTests();
  const opened: string[] = [];
  const open = (what: string, look: Look = SEEN) => (opened.push(what), Promise.resolve(look));
  const doors: Doors = {
    product: (product, country, postcode) => open(`product ${product.handle} ${country} ${postcode}`), link: (link) => open(link), numberAndEmail: ({ name }) => open(`${name} by e-mail`),
    status: ({ name }, surface) => open(`${name} ${surface}`, options.status?.()),
  };
  const shoppers = createShoppers({
    world, seed: 3, doors, on: options.on ?? true, isRush: () => options.isRush ?? false, wait: () => Promise.resolve(),
    checkOut: async () => [{ name: "_hither_date", value: "2026-11-23/2026-11-25/t7" }],
  });
  const wanted = ({ lines, email, shipping_address: address, shipping_line: shippingMethod }: Order): NewOrder => ({ lines: lines.map(({ productId, quantity }) => ({ productId, quantity })), email, address, shippingMethod });
  return { world, shoppers, opened, wanted, turn: () => shoppers.settled() };
};
/** So many buyers go through the checkout, one after the other. */
const buy = async ({ world, shoppers, wanted, turn }: Shop, count: number): Promise<Order[]> => {
  const orders: Order[] = [];
  for (let index = 0; index < count; index += 1) {
    const next = wanted(world.orders[0] ?? order(world));
    const purchase = await shoppers.checkOut(next);
    if (purchase === null) continue;
    const placed = world.placeOrder({ ...next, attributes: purchase.attributes });
    purchase.bought(placed);
    orders.push(placed);
  }
  await turn();
  return orders;
};

describe("buyers who look", () => {
  it("see the checkout's date and the thank-you page, and half of them the product page before", async () => {
    const one = shop();
    const orders = await buy(one, 40);
    expect(orders.every(({ attributes }) => attributes.length === 1)).toBe(true);
    expect(one.opened.filter((what) => what.endsWith("thank_you"))).toEqual(orders.map(({ name }) => `${name} thank_you`));
    const products = one.opened.filter((what) => what.startsWith("product")).length;
    expect(products > 10 && products < 30).toBe(true);
    expect(one.shoppers.looks).toBe(80 + products);
  });

  it("look after a parcel that does not come, the more once its last day is over, and not after one that came", async () => {
    const one = shop();
    const [came, ...late] = await buy(one, 40);
    if (came === undefined) throw new Error("nobody bought");
    one.world.fulfillmentEvent(one.world.fulfill(came.id, { tracking: [{ company: "UPS", number: "1Z0", url: null }] }).id, { status: "delivered", happenedAt: one.world.clock.now() });
    const visits = () => one.opened.filter((what) => !what.startsWith("product") && !what.endsWith("thank_you"));
    await one.world.clock.advance(5 * DAY_MS);
    await one.turn();
    const before = visits().length;
    expect(before).toBeGreaterThan(5);
    await one.world.clock.advance(4 * DAY_MS);
    await one.turn();
    expect(visits().length - before).toBeGreaterThan(late.length / 2);
    expect(visits().some((what) => what.startsWith(`${came.name} `))).toBe(false);
    expect(new Set(visits().map((what) => what.replace(/^#\d+ /, "")))).toEqual(new Set(["order_status", "by e-mail", "https://shop.example/apps/hither/tracking?t=1"]));
  });

  it("do the same for the same seed", async () => {
    const [one, other] = [shop(), shop()];
    for (const each of [one, other]) await buy(each, 10);
    expect(other.opened).toEqual(one.opened);
  });

  it("are a sample of a rush", async () => {
    const placed = (await buy(shop({ isRush: true }), 200)).length;
    expect(placed > 10 && placed < 45).toBe(true);
  });

  it("ask again while the app has not heard of the order, and shrug when it is down", async () => {
    let asked = 0;
    const patient = shop({ status: () => ((asked += 1) < 3 ? { outcome: "not yet" } : SEEN) });
    await buy(patient, 1);
    expect([asked, patient.shoppers.looks - patient.opened.filter((what) => what.startsWith("product")).length]).toEqual([3, 2]);
    const down = shop({ status: () => ({ outcome: "in vain" }) });
    await buy(down, 1);
    expect(down.opened.filter((what) => what.endsWith("thank_you"))).toHaveLength(1);
  });

  it("include everybody who waits for something when the app comes, once", async () => {
    const one = shop();
    const [waits, came] = [order(one.world), order(one.world)];
    one.world.fulfillmentEvent(one.world.fulfill(came.id, { tracking: [{ company: "UPS", number: "1Z1", url: null }] }).id, { status: "delivered", happenedAt: one.world.clock.now() });
    one.shoppers.lookAround();
    one.shoppers.lookAround();
    await one.turn();
    expect(one.opened).toEqual([`${waits.name} thank_you`]);
  });

  it("stay away while they are switched off", async () => {
    const one = shop({ on: false });
    expect([await buy(one, 5), one.opened]).toEqual([[], []]);
    one.shoppers.on = true;
    await buy(one, 5);
    one.shoppers.stop();
    const before = one.opened.length;
    await one.world.clock.advance(20 * DAY_MS);
    expect(one.opened).toHaveLength(before);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { readAppConfig } from "../shopify/app-config.ts";
import type { WarehouseReport } from "../warehouse/warehouse.ts";
import { placeHold, releaseHolds } from "../world/acts/holds.ts";
import { createDraft, completeDraft } from "../world/acts/drafts.ts";
import { refundOrder } from "../world/acts/refunds.ts";
import { createWorld } from "../world/create-world.ts";
import { seededRandom } from "../world/random.ts";
import type { SimulatedWorld } from "../world/simulated-world.ts";
import { AUSTIN } from "../world/world-for-tests.ts";
import { adoptOrders, keepOrdering, pastMonth } from "./life.ts";
import type { Director } from "./director.ts";
import { createDirector } from "./play.ts";

const NOW = new Date("2026-11-20T15:00:00Z");
const HOUR = 3_600_000;
const TOML = `name = "Hither"
[webhooks]
api_version = "2026-10"
[[webhooks.subscriptions]]
topics = ["orders/create", "fulfillments/create", "fulfillments/update", "fulfillment_events/create"]
uri = "/webhooks/shopify"`;

const worlds: SimulatedWorld[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.stop()));

function stage(seed = 1): { world: SimulatedWorld; director: Director; sent: string[] } {
  const sent: string[] = [];
  const world = createWorld({
    seed, start: NOW, speed: 0, appUrl: "http://localhost:1", clientId: "key", clientSecret: "secret", config: readAppConfig(TOML),
    deliver: async (_url, { headers }) => (sent.push(headers["X-Shopify-Topic"] ?? ""), { status: 200 }),
  });
  worlds.push(world);
  return { world, director: createDirector(world, seededRandom(seed, "stories")), sent };
}

describe("the past month, played", () => {
  it("is in the shop before the app is: numbered in the order of time, and nobody was told", async () => {
    const { world, director, sent } = stage();
    director.beginAll(pastMonth(NOW, seededRandom(1), world.products.length));
    await world.settled();
    const placed = world.orders.map((order) => order.created_at);
    expect(placed).toEqual(placed.toSorted());
    expect(world.orders.length).toBeGreaterThanOrEqual(35);
    expect(world.orders.every((order) => new Date(order.created_at) <= NOW && new Date(order.updated_at) <= NOW)).toBe(true);
    expect(sent).toEqual([]);
  });

  it("has parcels delivered, under way and in trouble", () => {
    const { world, director } = stage();
    director.beginAll(pastMonth(NOW, seededRandom(1), world.products.length));
    const last = world.orders.flatMap((order) => order.fulfillments).map((fulfillment) => fulfillment.events.at(-1)?.status ?? "none");
    for (const status of ["delivered", "in_transit", "out_for_delivery", "delayed"]) expect(last).toContain(status);
  });

  it("is the same world for the same seed, to the last id", () => {
    const play = () => {
      const { world, director } = stage(9);
      director.beginAll(pastMonth(NOW, seededRandom(9), world.products.length));
      return JSON.stringify(world.orders);
    };
    expect(play()).toBe(play());
  });

  it("goes on when the clock does: within two hours several parcels get into trouble or arrive, and the app hears of it", async () => {
    const { world, director, sent } = stage();
    director.beginAll(pastMonth(NOW, seededRandom(1), world.products.length));
    world.install();
    await world.clock.advance(2 * HOUR);
    await world.settled();
    expect(sent.filter((topic) => topic === "fulfillment_events/create").length).toBeGreaterThanOrEqual(6);
  });
});

describe("one story, played", () => {
  it.each([["on-time"], ["split-shipment"], ["carrier-hand-off"], ["returned-to-sender"]])("%s runs to its end by the clock alone", async (scenario) => {
    const { world, director } = stage();
    const story = director.start(scenario);
    await world.clock.advance(30 * 24 * HOUR);
    expect(story.ahead).toEqual([]);
    const order = world.order(story.orderId ?? "");
    expect(order?.fulfillments.length).toBe(scenario === "split-shipment" ? 2 : 1);
    expect(order?.lines.every((line) => order.fulfillments.flatMap((one) => one.lines).some((one) => one.lineItemId === line.id))).toBe(true);
  });

  it("a hand-off leaves the fulfillment with its first number; the carrier's record names the second", async () => {
    const { world, director } = stage();
    const story = director.start("carrier-hand-off");
    await world.clock.advance(30 * 24 * HOUR);
    const tracking = world.order(story.orderId ?? "")?.fulfillments[0]?.tracking ?? [];
    const [first = "", second = ""] = story.trackingNumbers;
    expect(tracking.map((one) => one.number)).toEqual([first]);
    expect(world.scansOf(first).at(-1)?.handedOverTo?.number).toBe(second);
    expect(world.scansOf(second).at(-1)?.status).toBe("delivered");
  });

  it("a correction moves the carrier's own record", async () => {
    const { world, director } = stage();
    const story = director.start("corrected-history");
    await world.clock.advance(30 * 24 * HOUR);
    const record = world.scansOf(story.trackingNumbers[0] ?? "");
    expect(record.filter((scan) => scan.status === "delivered").map((scan) => scan.at.getUTCHours())).toEqual([20]); // three in the afternoon, New York's winter
  });

  it("the label app's clock is five hours behind the carrier's", async () => {
    const { world, director } = stage();
    const story = director.start("two-clocks");
    await world.clock.advance(30 * 24 * HOUR);
    const [parcel] = world.order(story.orderId ?? "")?.fulfillments ?? [];
    const record = world.scansOf(story.trackingNumbers[0] ?? "");
    expect(parcel?.events.map((event) => Date.parse(event.happened_at))).toEqual(record.map((scan) => Math.floor(scan.at.getTime() / 1_000) * 1_000 - 5 * HOUR));
  });

  it("waits for a buyer who is at the checkout, and carries into the order what was noted there", async () => {
    const { world, sent } = stage();
    world.install();
    const { promise, resolve } = Promise.withResolvers<void>();
    const bought: string[] = [];
    const attributes = [{ name: "_hither_date", value: "2026-11-24/2026-11-27/t7" }];
    const director = createDirector(world, seededRandom(1, "stories"), {
      checkOut: () => promise.then(() => ({ attributes, bought: (order) => void bought.push(order.id) })), warehouse: () => {}, notReceived: () => {},
    });
    const story = director.start("on-time");
    await world.clock.advance(HOUR);
    expect([story.orderId, director.playNext(story), sent]).toEqual([null, undefined, []]);
    resolve();
    await promise;
    await world.settled();
    await world.clock.advance(12 * 24 * HOUR);
    const order = world.order(story.orderId ?? "");
    expect(order).toMatchObject({ attributes, created_at: new Date(NOW.getTime() + HOUR).toISOString().replace(".000", "") });
    expect(bought).toEqual([order?.id]);
    expect(order?.fulfillments[0]?.events.at(-1)?.status).toBe("delivered");
  });

  it("tells the warehouse's hands of every step, and the merchant's of what did not come", async () => {
    const reports: WarehouseReport[] = [];
    const missed: string[] = [];
    const { world } = stage();
    const director = createDirector(world, seededRandom(1, "stories"), { checkOut: () => null, warehouse: (report) => reports.push(report), notReceived: (id) => missed.push(id) });
    const story = director.start("not-received");
    await world.clock.advance(30 * 24 * HOUR);
    const order = world.order(story.orderId ?? "");
    expect(reports.map((one) => one.step)).toEqual(["received", "picking", "picked", "packed", "labelled", "handed_over"]);
    expect(reports.at(-1)).toMatchObject({ orderName: order?.name, tracking: { number: story.trackingNumbers[0] } });
    expect(missed).toEqual([order?.fulfillments[0]?.id]);
  });

  it("stops when it is taken over, and when the order is cancelled", async () => {
    const { world, director } = stage();
    const [left, cancelled] = [director.start("on-time"), director.start("on-time")];
    director.takeOver(left);
    world.cancelOrder(cancelled.orderId ?? "");
    await world.clock.advance(30 * 24 * HOUR);
    expect(world.orders.flatMap((order) => order.fulfillments)).toEqual([]);
    expect(cancelled.ahead).toEqual([]);
  });

  it("does not pack an order on hold, and packs it when it is released", async () => {
    const { world, director } = stage();
    const story = director.start("on-time");
    const order = world.order(story.orderId ?? "");
    const [from] = order?.fulfillment_orders ?? [];
    if (order === undefined || from === undefined) throw new Error("a story begins with an order");
    const hold = placeHold(world.kernel, from, { reason: "INCORRECT_ADDRESS", reason_notes: null, handle: "h", external_id: null, held_by_app: true });
    await world.clock.advance(10 * 24 * HOUR);
    expect(order.fulfillments).toHaveLength(0);
    releaseHolds(world.kernel, from, [hold.id]);
    await world.clock.advance(HOUR);
    expect(order.fulfillments).toHaveLength(1);
    await world.clock.advance(30 * 24 * HOUR);
    expect(order.fulfillments[0]?.events.at(-1)?.status).toBe("delivered");
  });

  it("sends what is left of an order of which a piece was refunded instead", async () => {
    const { world, director } = stage();
    const order = world.placeOrder({ lines: [{ productId: world.products[0]?.id ?? "", quantity: 2 }], email: "ada@example.com", address: AUSTIN, shippingMethod: { title: "Standard", code: "standard", price: "5.90" } });
    director.adopt(order, "on-time");
    refundOrder(world.kernel, order.id, { lines: [{ lineItemId: order.lines[0]?.id ?? "", quantity: 1, restockType: "cancel" }], toPayment: 14_800, note: null });
    await world.clock.advance(HOUR);
    expect(order.fulfillments.map((one) => one.lines.map(({ quantity }) => quantity))).toEqual([[1]]);
  });

  it("keeps an order on hold off a busy packing table, too", async () => {
    const { world, director } = stage();
    director.packing.setSpeed("slow");
    const story = director.start("on-time");
    const order = world.order(story.orderId ?? "");
    const [from] = order?.fulfillment_orders ?? [];
    if (order === undefined || from === undefined) throw new Error("a story begins with an order");
    placeHold(world.kernel, from, { reason: "OTHER", reason_notes: null, handle: "h", external_id: null, held_by_app: true });
    await world.clock.advance(10 * 24 * HOUR);
    expect(order.fulfillments).toHaveLength(0);
    releaseHolds(world.kernel, from);
    await world.clock.advance(30 * 24 * HOUR);
    expect(order.fulfillments[0]?.events.at(-1)?.status).toBe("delivered");
  });

  it("follows the parcel a person packed by hand, under the number they gave", async () => {
    const { world, director } = stage();
    const story = director.start("on-time");
    world.fulfill(story.orderId ?? "", { tracking: [{ company: "UPS", number: "1Z9999999999999992", url: null }] });
    await world.clock.advance(30 * 24 * HOUR);
    const fulfillments = world.order(story.orderId ?? "")?.fulfillments ?? [];
    expect(fulfillments).toHaveLength(1);
    expect(fulfillments[0]?.events.at(-1)?.status).toBe("delivered");
    expect(story.trackingNumbers).toEqual(["1Z9999999999999992"]);
  });
});

describe("the shop's life", () => {
  it("brings a new order every two to six hours until it is stopped", async () => {
    const { world, director } = stage();
    const stop = keepOrdering(world, director, seededRandom(3));
    await world.clock.advance(48 * HOUR);
    const count = world.orders.length;
    expect(count).toBeGreaterThanOrEqual(8);
    expect(count).toBeLessThanOrEqual(24);
    stop();
    await world.clock.advance(48 * HOUR);
    expect(world.orders.length).toBe(count);
  });

  it("packs within the hour what somebody ordered by hand, unless nobody is told to", async () => {
    const { world, director } = stage();
    let chosen: string | null = "on-time";
    adoptOrders(world, director, () => chosen);
    const order = () => world.placeOrder({
      lines: [{ productId: world.products[0]?.id ?? "", quantity: 1 }], email: "ada@example.com", shippingMethod: { title: "Standard", code: "standard", price: "5.90" },
      address: { first_name: "Ada", last_name: "Hale", address1: "1 Main St", address2: null, city: "Boston", province: "Massachusetts", province_code: "MA", country: "United States", country_code: "US", zip: "02118", phone: null },
    });
    const packed = order();
    await Promise.resolve();
    chosen = null;
    const left = order();
    await Promise.resolve();
    await world.clock.advance(HOUR);
    expect(packed.fulfillments).toHaveLength(1);
    expect(left.fulfillments).toHaveLength(0);
  });

  it("sends what was given away in a draft like any other order", async () => {
    const { world, director } = stage();
    adoptOrders(world, director, () => "on-time");
    const address = { first_name: "Ada", last_name: "Hale", address1: "1 Main St", address2: null, city: "Boston", province: "Massachusetts", province_code: "MA", country: "United States", country_code: "US", zip: "02118", phone: null };
    const draft = createDraft(world.kernel, {
      customerId: null, email: "ada@example.com", phone: null, shipping_address: address, shipping_line: null, tags: ["reship"], note: null, attributes: [],
      discount: { title: null, description: "", value: 100, value_type: "PERCENTAGE" }, lines: [{ variantId: world.products[0]?.variantId ?? "", quantity: 1, discount: null }],
    });
    const order = completeDraft(world.kernel, draft, { email: "ada@example.com", address, locale: "en" }, "1");
    await Promise.resolve();
    await world.clock.advance(30 * 24 * HOUR);
    expect(order.fulfillments[0]?.events.at(-1)?.status).toBe("delivered");
  });
});

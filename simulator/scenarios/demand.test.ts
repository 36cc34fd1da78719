import { afterEach, describe, expect, it } from "vitest";
import { createWorld } from "../world/create-world.ts";
import { seededRandom } from "../world/random.ts";
import type { SimulatedWorld } from "../world/simulated-world.ts";
import type { Order } from "../world/types.ts";
import { APP_TOML, graphql } from "../world/world-for-tests.ts";
import { readAppConfig } from "../shopify/app-config.ts";
import { everydayOrders, startRush, wholePast } from "./demand.ts";
import type { Director } from "./director.ts";
import { createDirector } from "./play.ts";

/** A Monday morning at the shop, in January: no holiday is near. */
const NOW = new Date("2027-01-11T15:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const worlds: SimulatedWorld[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.stop()));

type Sent = { readonly topic: string; readonly body: string };
const stage = (): { world: SimulatedWorld; director: Director; sent: Sent[]; order: ReturnType<typeof everydayOrders> } => {
  const sent: Sent[] = [];
  const world = createWorld({
    seed: 3, start: NOW, speed: 0, appUrl: "http://localhost:1", clientId: "key", clientSecret: "secret", config: readAppConfig(APP_TOML), routing: "nearest",
    deliver: async (_url, { headers, body }) => (sent.push({ topic: headers["X-Shopify-Topic"] ?? "", body }), { status: 200 }),
  });
  worlds.push(world);
  return { world, director: createDirector(world, seededRandom(3, "stories")), sent, order: everydayOrders(world, 3) };
};
const unpacked = (world: SimulatedWorld): number => world.orders.filter((order) => order.fulfillments.length === 0).flatMap((order) => order.lines).reduce((sum, { quantity }) => sum + quantity, 0);
const packedAt = (order: Order): number => Date.parse(order.fulfillments[0]?.created_at ?? "2099-01-01T00:00:00Z");
const fromMain = (world: SimulatedWorld) => (order: Order): boolean => order.fulfillment_orders[0]?.locationId === world.locations[0]?.id;
const lastScan = (world: SimulatedWorld, order: Order | undefined) => world.scansOf(order?.fulfillments[0]?.tracking[0]?.number ?? "").at(-1);

describe("the demo's past", () => {
  it("holds some five hundred orders of eight weeks from two locations, nearly all delivered, each with its road told by place", () => {
    const { world, director } = stage();
    director.beginAll(wholePast(world, 3, 440));
    const placed = world.orders.map((order) => order.created_at);
    expect(placed).toEqual(placed.toSorted());
    expect(Date.parse(placed[0] ?? "")).toBeGreaterThan(NOW.getTime() - 56 * DAY);
    const old = world.orders.filter((order) => Date.parse(order.created_at) < NOW.getTime() - 31 * DAY);
    expect(old.length).toBeGreaterThan(190);
    expect(old.flatMap((order) => order.fulfillments).filter((parcel) => parcel.events.at(-1)?.status === "delivered").length).toBeGreaterThan(old.length * 0.97);
    for (const { fulfillments: [parcel], shipping_address: to } of old) {
      const statuses = parcel?.events.map(({ status }) => status);
      expect(statuses).toEqual(expect.arrayContaining(["confirmed", "carrier_picked_up", "in_transit", "out_for_delivery"]));
      expect(parcel?.events.some(({ status, province }) => status === "in_transit" && province === to.province_code)).toBe(true);
    }
    const delivered = world.orders.flatMap((order) => order.fulfillments).filter((parcel) => parcel.events.some(({ status }) => status === "delivered"));
    expect(delivered.length).toBeGreaterThan(420);
    const share = delivered.filter((parcel) => parcel.locationId === world.locations[0]?.id).length / delivered.length;
    expect(share).toBeGreaterThan(0.78);
    expect(share).toBeLessThan(0.92);
  });

  it("is the same to the last id for the same seed", () => {
    const play = () => {
      const { world, director } = stage();
      director.beginAll(wholePast(world, 3, 60));
      return JSON.stringify(world.orders);
    };
    expect(play()).toBe(play());
  });

  it("tells the packing location as Shopify does: locations, assigned location, the fulfillment's own, and its webhook", async () => {
    const { world, director, sent, order } = stage();
    world.install();
    director.beginAll(Array.from({ length: 80 }, () => order(new Date(NOW.getTime() + 1_000))));
    await world.clock.advance(4 * DAY);
    await world.settled();
    const ask = (query: string) => graphql(world, query).data;
    expect(ask("{ locations(first: 5) { nodes { name address { provinceCode } } } }")).toEqual({ locations: { nodes: [{ name: "Hudson workshop", address: { provinceCode: "NY" } }, { name: "Reno warehouse", address: { provinceCode: "NV" } }] } });
    const western = world.orders.find((one) => one.shipping_address.province_code === "CA" && one.fulfillments.length > 0);
    expect(ask(`{ order(id: "gid://shopify/Order/${western?.id}") { fulfillments { location { name } } fulfillmentOrders(first: 1) { nodes { assignedLocation { name location { id } } } } } }`)).toEqual({
      order: { fulfillments: [{ location: { name: "Reno warehouse" } }], fulfillmentOrders: { nodes: [{ assignedLocation: { name: "Reno warehouse", location: { id: `gid://shopify/Location/${world.locations[1]?.id}` } } }] } },
    });
    const told = sent.find(({ topic, body }) => topic === "fulfillments/create" && body.includes(`"order_id":${western?.id}`));
    expect(told?.body).toContain(`"location_id":${world.locations[1]?.id}`);
    expect(world.scansOf(western?.fulfillments[0]?.tracking[0]?.number ?? "").find(({ statusDetail }) => statusDetail === "received_at_origin_facility")?.city).toBe("Sparks");
  });
});

describe("a rush", () => {
  it("comes within the hour, is told to the app, grows a queue and drains by the packers' capacity, first in, first out", async () => {
    const { world, director, sent, order } = stage();
    world.install();
    startRush(world, director, order, 250);
    await world.clock.advance(HOUR);
    await world.settled();
    expect(world.orders).toHaveLength(250);
    expect(sent.filter(({ topic }) => topic === "orders/create")).toHaveLength(250);
    const atFirst = unpacked(world);
    expect(director.packing.queues.reduce((sum, { items }) => sum + items, 0)).toBe(atFirst);
    expect(atFirst).toBeGreaterThan(300);

    await world.clock.advance(DAY);
    const dayLater = unpacked(world);
    expect(atFirst - dayLater).toBeGreaterThan(60);
    expect(atFirst - dayLater).toBeLessThanOrEqual(78);
    const main = world.orders.filter(fromMain(world));
    const turns = main.map(packedAt);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    expect(packedAt(main[0] ?? ({} as Order))).toBeLessThan(NOW.getTime() + HOUR);

    await world.clock.advance(11 * DAY);
    expect(unpacked(world)).toBe(0);
    expect(director.packing.isBusy).toBe(false);
    const hours = world.orders.map((one) => new Date(packedAt(one)));
    expect(hours.every((at) => at.getUTCDay() > 0 && at.getUTCDay() < 6)).toBe(true);
    await world.clock.advance(40 * DAY);
    expect(world.orders.every((one) => lastScan(world, one)?.status === "delivered")).toBe(true);
    for (const { scans } of world.orders.map((one) => ({ scans: world.scansOf(one.fulfillments[0]?.tracking[0]?.number ?? "") }))) expect(scans.map(({ at }) => at.getTime())).toEqual(scans.map(({ at }) => at.getTime()).toSorted((a, b) => a - b));
  });

  it("drains at the speed the packers are set to, and not while they stopped", async () => {
    const { world, director, order } = stage();
    startRush(world, director, order, 120);
    director.packing.setSpeed("stopped");
    await world.clock.advance(2 * DAY);
    expect(world.orders.filter((one) => one.fulfillments.length > 0)).toEqual([]);
    const before = unpacked(world);
    director.packing.setSpeed("slow");
    await world.clock.advance(DAY);
    const slow = before - unpacked(world);
    director.packing.setSpeed("double");
    await world.clock.advance(DAY);
    const quick = before - slow - unpacked(world);
    expect(slow).toBeGreaterThan(20);
    expect(quick).toBeGreaterThan(slow * 2);
  });

  it("leaves the stories before it and after it at their times", async () => {
    const { world, director, order } = stage();
    const early = order(new Date(NOW.getTime() + 1_000));
    const meant = early.steps.find((step) => step.act === "fulfill")?.at.getTime();
    director.beginAll([early]);
    await world.clock.advance(4 * DAY);
    expect(packedAt(world.orders[0] ?? ({} as Order))).toBe(Math.floor((meant ?? 0) / 1_000) * 1_000);
    startRush(world, director, order, 5);
    await world.clock.advance(7 * DAY);
    const late = order(new Date(world.clock.now().getTime() + 1_000));
    director.beginAll([late]);
    await world.clock.advance(5 * DAY);
    expect(packedAt(world.orders.at(-1) ?? ({} as Order))).toBe(Math.floor((late.steps.find((step) => step.act === "fulfill")?.at.getTime() ?? 0) / 1_000) * 1_000);
  });

  it("makes other stories and orders placed by hand wait too, and forgets what is cancelled", async () => {
    const { world, director, order } = stage();
    director.packing.setSpeed("stopped");
    const split = director.start("split-shipment");
    director.beginAll([order(new Date(NOW.getTime() + 1_000))]);
    const buyer = { email: "a@example.com", address: { ...(world.orders[0]?.shipping_address ?? ({} as Order["shipping_address"])) } };
    const byHand = world.placeOrder({ lines: [{ productId: world.products[0]?.id ?? "", quantity: 3 }], ...buyer, shippingMethod: { title: "Standard", code: "standard", price: "6.00" } });
    director.adopt(byHand, "on-time");
    await world.clock.advance(3 * DAY);
    expect(world.orders.every((one) => one.fulfillments.length === 0)).toBe(true);
    expect(director.packing.queues.reduce((sum, { orders }) => sum + orders, 0)).toBe(3);
    world.cancelOrder(world.orders[2]?.id ?? "");
    expect(director.packing.queues.reduce((sum, { orders }) => sum + orders, 0)).toBe(2);
    director.packing.setSpeed("normal");
    await world.clock.advance(30 * DAY);
    expect(world.order(split.orderId ?? "")?.fulfillments).toHaveLength(2);
    expect(split.ahead).toEqual([]);
    expect(byHand.fulfillments.map(({ events }) => events.at(-1)?.status)).toEqual(["delivered"]);
    expect(director.packing.isBusy).toBe(false);
  });

  it("packs at once when somebody presses the next step", () => {
    const { world, director } = stage();
    director.packing.setSpeed("stopped");
    const story = director.start("on-time");
    expect(director.playNext(story)?.act).toBe("fulfill");
    expect(world.order(story.orderId ?? "")?.fulfillments).toHaveLength(1);
    expect(director.packing.queues.every(({ orders }) => orders === 0)).toBe(true);
  });
});

describe("a carrier that stands still", () => {
  const carry = async () => {
    const { world, director, order } = stage();
    const list = Array.from({ length: 40 }, (_, index) => order(new Date(NOW.getTime() + 1_000 + index * 60_000)));
    const ends = new Map(list.map((story) => [story.steps.flatMap((step) => (step.act === "fulfill" ? [step.tracking.number] : []))[0] ?? "", story.steps.at(-1)?.at.getTime() ?? 0]));
    const stories = director.beginAll(list);
    const of = (carrier: string) => world.orders.filter((one) => one.fulfillments[0]?.tracking[0]?.company === carrier);
    return { world, director, stories, ends, of };
  };

  it("scans nothing, others do, and afterwards everything it had is later by as long as it stood", async () => {
    const { world, director, ends, of } = await carry();
    await world.clock.advance(1.5 * DAY);
    director.standStill("UPS");
    director.standStill("UPS");
    const since = world.clock.now().getTime();
    const outOfHand = (carrier: string) => of(carrier).flatMap((one) => world.scansOf(one.fulfillments[0]?.tracking[0]?.number ?? "")).filter((scan) => scan.at.getTime() > since && scan.status !== "pre_transit");
    const wasOnTheRoad = of("UPS").filter((one) => !["pre_transit", "delivered"].includes(lastScan(world, one)?.status ?? "pre_transit"));
    expect(wasOnTheRoad.length).toBeGreaterThan(4);
    await world.clock.advance(2 * DAY);
    expect(outOfHand("UPS")).toEqual([]);
    expect(outOfHand("FedEx").length + outOfHand("USPS").length).toBeGreaterThan(20);
    director.moveAgain("UPS");
    expect([...director.standing]).toEqual([]);
    await world.clock.advance(30 * DAY);
    for (const one of wasOnTheRoad) expect(lastScan(world, one)).toMatchObject({ status: "delivered", at: new Date((ends.get(one.fulfillments[0]?.tracking[0]?.number ?? "") ?? 0) + 2 * DAY) });
    for (const one of of("FedEx")) expect(lastScan(world, one)?.at.getTime()).toBe(ends.get(one.fulfillments[0]?.tracking[0]?.number ?? ""));
    expect(of("UPS").every((one) => lastScan(world, one)?.status === "delivered")).toBe(true);
    director.moveAgain("UPS");
  });
});

import { describe, expect, it } from "vitest";
import { displayFulfillmentStatus } from "./derive.ts";
import { order, worldForTests } from "./world-for-tests.ts";

const LABEL = [{ company: "UPS", number: "1Z999AA10123456784", url: null }];

describe("the pretend shop", () => {
  it("numbers its orders from #1001, with ids no JavaScript number can hold", () => {
    const world = worldForTests();
    const [one, two] = [order(world), order(world)];
    expect([one.name, two.name]).toEqual(["#1001", "#1002"]);
    for (const id of [one.id, two.id, one.lines[0]?.id, one.customerId]) {
      expect(BigInt(id ?? "0")).toBeGreaterThan(2n ** 53n);
      expect(BigInt(Number(id)).toString()).not.toBe(id);
    }
  });

  it("remembers its shoppers by e-mail", () => {
    const world = worldForTests();
    expect(order(world, { email: "Jo@shopper.example" }).customerId).toBe(order(world, { email: "jo@shopper.example" }).customerId);
    expect(world.customers.size).toBe(1);
  });

  it("sends what is ordered once, in one parcel or several, and takes parcels back", () => {
    const world = worldForTests();
    const placed = order(world);
    const lines = [{ lineItemId: placed.lines[0]?.id ?? "", quantity: 1 }];
    const first = world.fulfill(placed.id, { lines, tracking: LABEL });
    expect([first.name, displayFulfillmentStatus(placed)]).toEqual(["#1001-F1", "PARTIALLY_FULFILLED"]);
    world.fulfill(placed.id, { tracking: [] });
    expect(displayFulfillmentStatus(placed)).toBe("FULFILLED");
    expect(() => world.fulfill(placed.id, { tracking: [] })).toThrow("nothing left to send");
    expect(() => world.fulfill(placed.id, { lines, tracking: [] })).toThrow("left to send, not 1");
    world.cancelFulfillment(first.id);
    expect(displayFulfillmentStatus(placed)).toBe("PARTIALLY_FULFILLED");
    expect(world.fulfill(placed.id, { tracking: [] }).lines).toEqual(lines);
  });

  it("keeps a parcel's events in the order they happened, whenever they are learned", () => {
    const world = worldForTests();
    const { id } = world.fulfill(order(world).id, { tracking: LABEL });
    world.fulfillmentEvent(id, { status: "delivered", happenedAt: new Date("2026-11-20T14:00:00Z") });
    world.fulfillmentEvent(id, { status: "out_for_delivery", happenedAt: new Date("2026-11-20T09:00:00Z") });
    expect(world.orders[0]?.fulfillments[0]?.events.map((event) => event.status)).toEqual(["out_for_delivery", "delivered"]);
  });

  it("writes history at its own times while no app is installed, and as of any time when told to", async () => {
    const world = worldForTests({ installed: false });
    const { id } = world.fulfill(order(world, { at: new Date("2026-11-01T10:00:00Z") }).id, { at: new Date("2026-11-02T10:00:00Z"), tracking: LABEL });
    const event = world.fulfillmentEvent(id, { status: "in_transit", happenedAt: new Date("2026-11-03T10:00:00Z") });
    expect([event.created_at, world.orders[0]?.updated_at]).toEqual(["2026-11-03T10:00:00Z", "2026-11-03T10:00:00Z"]);
    world.install();
    const cancelled = world.asOf(new Date("2026-11-04T10:00:00Z"), () => world.cancelOrder(order(world).id));
    expect(cancelled.cancelled_at).toBe("2026-11-04T10:00:00Z");
    const now = world.fulfillmentEvent(id, { status: "delivered", happenedAt: new Date("2026-11-05T10:00:00Z") });
    expect(now.created_at).toBe("2026-11-20T15:00:00Z");
    await world.settled();
    expect(world.received.map((one) => one.headers["X-Shopify-Topic"])).toEqual(["fulfillment_events/create", "fulfillments/update", "orders/updated"]);
  });

  it("wakes the live pages after every act", () => {
    const world = worldForTests();
    let woken = 0;
    const stop = world.onChange(() => { woken += 1; });
    order(world);
    expect(woken).toBeGreaterThan(0);
    stop();
    const before = woken;
    order(world);
    expect(woken).toBe(before);
  });

  it("refuses acts on what it does not have", () => {
    const world = worldForTests();
    expect(() => world.fulfill("1", { tracking: [] })).toThrow("no order 1");
    expect(() => world.updateTracking("1", [])).toThrow("no fulfillment 1");
    expect(() => order(world, { lines: [{ productId: "1", quantity: 1 }] })).toThrow("sells no product 1");
    expect(() => order(world, { lines: [] })).toThrow("at least one line");
  });
});

import { describe, expect, it } from "vitest";
import { seededRandom } from "./random.ts";
import { seedOrders } from "./seed-orders.ts";
import { worldForTests } from "./world-for-tests.ts";

describe("orders of the past", () => {
  const world = worldForTests();
  seedOrders(world, 2_000, seededRandom("history"));
  const parcels = world.orders.flatMap((order) => order.fulfillments);

  it("are as many as wished, of one or two lines, nearly all sent and most in one parcel", () => {
    expect(world.orders).toHaveLength(2_000);
    expect(world.orders.every((order) => order.lines.length === 1 || order.lines.length === 2)).toBe(true);
    expect(world.orders.filter((order) => order.fulfillments.length === 0).length).toBeLessThan(200);
    expect(world.orders.filter((order) => order.fulfillments.length === 2).length).toBeGreaterThan(20);
  });

  it("lie within what an app may see, oldest first, and change last when their parcels did", () => {
    const now = world.clock.now().getTime();
    const placed = world.orders.map((order) => Date.parse(order.created_at));
    expect(placed).toEqual(placed.toSorted((one, other) => one - other));
    expect(Math.min(...placed)).toBeGreaterThan(now - 60 * 86_400_000);
    for (const order of world.orders) {
      const events = order.fulfillments.flatMap((parcel) => parcel.events.map((event) => event.created_at));
      expect(order.updated_at).toBe([order.created_at, ...order.fulfillments.map((parcel) => parcel.created_at), ...events].toSorted().at(-1));
      expect(Date.parse(order.updated_at)).toBeLessThanOrEqual(now);
    }
  });

  it("have parcels with three to eight events, fewer only while they are on their way", () => {
    const fullyScanned = parcels.filter((parcel) => Date.parse(parcel.created_at) < world.clock.now().getTime() - 10 * 86_400_000);
    expect(fullyScanned.length).toBeGreaterThan(1_000);
    expect(fullyScanned.every((parcel) => parcel.events.length >= 3 && parcel.events.length <= 8)).toBe(true);
  });

  it("are told to nobody and the same for the same seed", async () => {
    await world.settled();
    expect(world.received).toEqual([]);
    const again = worldForTests();
    seedOrders(again, 2_000, seededRandom("history"));
    expect(again.orders).toEqual(world.orders);
  });
});

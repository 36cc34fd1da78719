import { describe, expect, it } from "vitest";
import { packedAt } from "./packed-at.ts";

const order = (status: string, location: number | null) => ({ status, assignedLocation: { location: location === null ? null : { id: `gid://shopify/Location/${location}` } } });
const sent = (location: number | null) => ({ location: location === null ? null : { id: `gid://shopify/Location/${location}` } });

describe("where an order is packed", () => {
  it.each([
    ["its only fulfillment order", [order("OPEN", 1)], "1"],
    ["the first with work left, of several", [order("CLOSED", 1), order("IN_PROGRESS", 2), order("OPEN", 3)], "2"],
    ["the one it was moved to", [order("CANCELLED", 1), order("ON_HOLD", 2)], "2"],
    ["the first that was carried out, once everything is sent", [order("CANCELLED", 1), order("CLOSED", 2), order("CLOSED", 3)], "2"],
    ["one with a status nobody knows yet, which may have work left", [order("CLOSED", 1), order("A_NEW_STATUS", 2)], "2"],
    ["nowhere, when that location is gone", [order("OPEN", null)], null],
  ])("is told by %s", (_which, nodes, location) => {
    expect(packedAt({ fulfillmentOrders: { nodes }, fulfillments: [sent(9)] })).toBe(location);
  });

  it("is told by its fulfillments where there are no fulfillment orders, as in an export", () => {
    expect(packedAt({ fulfillments: [sent(null), sent(7), sent(8)] })).toBe("7");
    expect(packedAt({ fulfillments: [] })).toBeNull();
    expect(packedAt({})).toBeNull();
  });
});

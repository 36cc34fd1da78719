import { describe, expect, it } from "vitest";
import { at, ORDER, SHOP, shipment } from "../../../tests/builders/journey.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { NewMessage } from "../ports.ts";
import { reportNotReceived, shopperReportsNotReceived, type ReportPorts } from "./report-not-received.ts";

const ID = shipment().id;
const FROM = "203.0.113.9";

/** The commands over one delivered parcel, a link signer that knows "good", and what was received. */
const house = (milestone = "delivered") => {
  const received: NewMessage[] = [];
  let tries = 0;
  const ports = {
    reads: { shipment: async (_shop: string, id: string) => (id === ID ? { id: ID, orderId: ORDER, milestone } : null) } as unknown as ReportPorts["reads"],
    receive: async (messages: readonly NewMessage[]) => { received.push(...messages); return { accepted: messages.length, duplicates: 0 }; },
    clock: () => at(60), links: { sign: () => "", read: (_shop: string, token: string) => (token === "good" ? ORDER : token === "other" ? ("9" as OrderId) : null) },
    rateLimit: () => ((tries += 1) > 20 ? { outcome: "slow_down" as const, retryAfterSeconds: 90 } : { outcome: "allowed" as const }),
  };
  return { received, merchant: reportNotReceived(ports), shopper: shopperReportsNotReceived(ports) };
};

describe("a shopper's word that nothing came", () => {
  it("is taken from whoever holds the order's link, once a day", async () => {
    const { shopper, received } = house();
    for (let time = 0; time < 2; time += 1) expect(await shopper(SHOP, { token: "good", id: ID, from: FROM })).toEqual({ outcome: "reported" });
    expect(new Set(received.map((one) => one.deliveryId)).size).toBe(1);
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ kind: "not_received", by: "shopper", shipmentId: ID, orderId: ORDER });
  });

  it("is not taken with a wrong link, for another order's parcel, or before a delivery", async () => {
    const { shopper, received } = house();
    expect(await shopper(SHOP, { token: "forged", id: ID, from: FROM })).toEqual({ outcome: "not_found" });
    expect(await shopper(SHOP, { token: "other", id: ID, from: FROM })).toEqual({ outcome: "not_found" });
    expect(await shopper(SHOP, { token: "good", id: "8.1" as ShipmentId, from: FROM })).toEqual({ outcome: "not_found" });
    expect(await house("in_transit").shopper(SHOP, { token: "good", id: ID, from: FROM })).toEqual({ outcome: "not_delivered" });
    expect(received).toEqual([]);
  });

  it("is not taken without end from one caller", async () => {
    const { shopper } = house();
    for (let time = 0; time < 20; time += 1) await shopper(SHOP, { token: "good", id: ID, from: FROM });
    expect(await shopper(SHOP, { token: "good", id: ID, from: FROM })).toEqual({ outcome: "slow_down", retryAfterSeconds: 90 });
  });

  it("and a merchant's note of it are two statements", async () => {
    const { merchant, shopper, received } = house();
    expect(await merchant(SHOP, ID)).toEqual({ outcome: "reported" });
    await shopper(SHOP, { token: "good", id: ID, from: FROM });
    expect(new Set(received.map((one) => one.deliveryId)).size).toBe(2);
    expect(await merchant(SHOP, "8.1" as ShipmentId)).toEqual({ outcome: "not_found" });
  });
});

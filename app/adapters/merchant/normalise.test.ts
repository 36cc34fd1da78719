import { expect, test } from "vitest";
import type { InboxMessage, Normalised } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { normaliseMerchant } from "./normalise.ts";

const read = (body: object): Normalised =>
  normaliseMerchant({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "merchant", topic: "not_received", deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: instant("2026-11-28T14:01:00Z") as Instant, body: JSON.stringify(body), attempts: 0 } satisfies InboxMessage);
const SAID = { kind: "not_received", shipmentId: "7.1", orderId: "5", at: "2026-11-28T14:00:00Z" };

test("a merchant's note and a shopper's own word are two statements against one delivery", () => {
  const scansOf = (body: object) => read(body) as unknown as { outcome: string; orderId: string; facts: { shipmentId: string; scans: { key: string; code: string; source: string; exception: string; milestone: string }[] }[] };
  const [noted, said] = [scansOf(SAID), scansOf({ ...SAID, by: "shopper" })];
  expect(noted).toMatchObject({ outcome: "order_facts", orderId: "5", facts: [{ shipmentId: "7.1", scans: [{ key: "merchant:7.1:2026-11-28", code: "not_received", source: "merchant", exception: "not_received", milestone: "unknown" }] }] });
  expect(said.facts[0]?.scans).toMatchObject([{ key: "merchant:shopper:7.1:2026-11-28", code: "not_received/shopper", source: "merchant", exception: "not_received" }]);
});

test("a note of another kind, or without a time, is unreadable", () => {
  expect(read({ ...SAID, kind: "wish" }).outcome).toBe("unreadable");
  expect(read({ ...SAID, at: "soon" }).outcome).toBe("unreadable");
});

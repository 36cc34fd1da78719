import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboxMessage } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import { normaliseWarehouse } from "./normalise.ts";
import { readEvents } from "./read-events.ts";
import { isSigned } from "./verify.ts";

const SHOP = "hearth-and-wool.myshopify.com" as ShopId;
const NOW = Date.parse("2026-11-17T15:00:00Z") as Instant;
const SECRET = `whsec_${Buffer.from("a key of thirty-two bytes, truly").toString("base64")}`;
const packed = { id: "wms-1", type: "packed", occurred_at: "2026-11-17T09:30:00-05:00", order: { name: "#1001" }, location: "Newark", line_items: ["gid://shopify/LineItem/9007199254740993"] };

const signed = (body: string, at = NOW, id = "req-1") => ({
  "webhook-id": id, "webhook-timestamp": String(at / 1000),
  "webhook-signature": `v1,${createHmac("sha256", "a key of thirty-two bytes, truly").update(`${id}.${at / 1000}.${body}`).digest("base64")}`,
});
const messageOf = (event: object): InboxMessage => {
  const read = readEvents(SHOP, JSON.stringify({ events: [event] }), NOW);
  const [message] = read.outcome === "read" ? read.messages : [];
  if (!message) throw new Error(`the event was not read: ${JSON.stringify(read)}`);
  return { ...message, id: "1", attempts: 0 };
};

describe("a warehouse's signature", () => {
  it("is the one of Standard Webhooks, with its own published vector", () => {
    const body = '{"test": 2432232314}';
    const headers = { "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" };
    expect(isSigned(headers, Buffer.from(body), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1_614_265_330_000 as Instant)).toBe(true);
  });

  it("is refused when body, id, time or secret differ, or the time is more than five minutes off", () => {
    const body = '{"events":[]}';
    const bytes = Buffer.from(body);
    expect(isSigned(signed(body), bytes, SECRET, NOW)).toBe(true);
    expect(isSigned({ ...signed(body), "webhook-signature": `v1,AAAA ${signed(body)["webhook-signature"]}` }, bytes, SECRET, NOW)).toBe(true);
    expect(isSigned(signed(body), Buffer.from(`${body} `), SECRET, NOW)).toBe(false);
    expect(isSigned({ ...signed(body), "webhook-id": "other" }, bytes, SECRET, NOW)).toBe(false);
    expect(isSigned(signed(body), bytes, "whsec_b3RoZXI=", NOW)).toBe(false);
    expect(isSigned(signed(body), bytes, SECRET, plus(NOW, minutes(6)))).toBe(false);
    expect(isSigned({}, bytes, SECRET, NOW)).toBe(false);
  });
});

describe("a warehouse's events", () => {
  it("become a message each, known again by their own id", () => {
    const read = readEvents(SHOP, JSON.stringify({ events: [packed, { ...packed, id: "wms-2", type: "picked" }] }), NOW);
    expect(read).toMatchObject({ outcome: "read", messages: [{ deliveryId: "event/wms-1", topic: "packed" }, { deliveryId: "event/wms-2", topic: "picked" }], rejected: [] });
  });

  it("that cannot be read are named with the reason and do not lose the others", () => {
    const read = readEvents(SHOP, JSON.stringify({ events: [{ ...packed, type: "teleported" }, packed, { ...packed, id: "x", occurred_at: "yesterday" }, { ...packed, id: "y", order: undefined }] }), NOW);
    expect(read).toMatchObject({ outcome: "read", messages: [{ deliveryId: "event/wms-1" }], rejected: [{ index: 0, id: "wms-1", because: /type/ }, { index: 2, because: /occurred_at/ }, { index: 3, because: "order: name the order by id or name" }].map((one) => ({ ...one, because: expect.stringMatching(one.because) as unknown })) });
  });

  it("must come as a list of at most a hundred", () => {
    for (const body of ["nonsense", "[]", '{"events":[]}', JSON.stringify({ events: Array.from({ length: 101 }, () => packed) })]) expect(readEvents(SHOP, body, NOW).outcome).toBe("malformed");
  });

  it("say a step of the order they name", () => {
    expect(normaliseWarehouse(messageOf(packed))).toMatchObject({ outcome: "named_order_facts", orderName: "#1001", facts: [{ kind: "order_steps", steps: [{ key: "wms-1", step: "packed", occurredAt: Date.parse("2026-11-17T14:30:00Z"), lineIds: ["9007199254740993"], location: "Newark", tracking: null }] }] });
    expect(normaliseWarehouse(messageOf({ ...packed, order: { id: "gid://shopify/Order/42" } }))).toMatchObject({ outcome: "order_facts", orderId: "42" });
  });

  it("carry a shopper's word about a delivered parcel", () => {
    expect(normaliseWarehouse(messageOf({ id: "wms-3", type: "not_received", occurred_at: packed.occurred_at, tracking: { number: "1Z 999" } }))).toMatchObject({ outcome: "tracking_facts", trackingNumber: "1Z 999", facts: [{ scans: [{ milestone: "unknown", exception: "not_received" }] }] });
  });

  it("never make the reader throw, whatever is sent", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void readEvents(SHOP, body, NOW)));
    fc.assert(fc.property(fc.jsonValue(), (event) => {
      const read = readEvents(SHOP, JSON.stringify({ events: [event] }), NOW);
      expect(read.outcome === "read" && read.messages.length + read.rejected.length).toBe(1);
    }));
  });
});

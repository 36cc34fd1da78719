import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { exportRow } from "./export-rows.ts";
import { normaliseDeletedEvent, normaliseFulfillmentEvent } from "./normalise-fulfillment-event.ts";
import { normaliseOrderNode } from "./normalise-order-node.ts";
import { isOwnEstimate, OWN_ESTIMATE } from "./own-estimate.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const NOW = instant("2026-11-20T12:00:00Z") as Instant;

const webhook = (message: string | null) => ({ id: 12, order_id: 1, fulfillment_id: 4, status: "in_transit", message, happened_at: "2026-11-20T11:00:00Z", estimated_delivery_at: "2026-11-24T17:00:00Z" });
const node = (id: number, message: string | null) => ({ id: `gid://shopify/FulfillmentEvent/${id}`, status: "IN_TRANSIT", message, happenedAt: "2026-11-20T11:00:00Z", createdAt: "2026-11-20T11:00:00Z", estimatedDeliveryAt: "2026-11-24T17:00:00Z" });

describe("our own estimate, come back from Shopify,", () => {
  it("is known by its message and by nothing less", () => {
    expect(isOwnEstimate(OWN_ESTIMATE)).toBe(true);
    expect([isOwnEstimate(null), isOwnEstimate(""), isOwnEstimate("Delivery estimate by the carrier"), isOwnEstimate(`${OWN_ESTIMATE}: late`)]).toEqual([false, false, false, false]);
  });

  it("is ignored with a reason when it comes by webhook, made or deleted", () => {
    for (const read of [normaliseFulfillmentEvent, normaliseDeletedEvent]) expect(read(webhook(OWN_ESTIMATE), NOW)).toEqual({ outcome: "ignored", because: "It is our own estimate, come back from Shopify." });
    expect(normaliseFulfillmentEvent(webhook("In transit"), NOW)).toMatchObject({ outcome: "order_facts", facts: [{ scans: [{ carrierEta: instant("2026-11-24T17:00:00Z") }] }] });
  });

  it("is neither scan nor carrier's date in a fetched order, beside events that are", () => {
    const fulfillment = (events: readonly unknown[]) => ({ id: "gid://shopify/Fulfillment/4", status: "SUCCESS", createdAt: "2026-11-19T00:00:00Z", updatedAt: "2026-11-20T00:00:00Z", events: { nodes: events } });
    const order = (events: readonly unknown[]) => ({ id: "gid://shopify/Order/1", createdAt: "2026-11-18T00:00:00Z", updatedAt: "2026-11-20T11:00:00Z", fulfillments: [fulfillment(events)] });
    const facts = (events: readonly unknown[]) => { const read = normaliseOrderNode(order(events), SHOP, NOW); return read.outcome === "order_facts" ? read.facts : []; };
    expect(facts([node(11, OWN_ESTIMATE), node(12, "Arrived at hub")]).flatMap((fact) => (fact.kind === "fulfillment_scans" ? fact.scans.map(({ key }) => key) : []))).toEqual(["shopify:12"]);
    expect(facts([node(11, OWN_ESTIMATE)]).map(({ kind }) => kind)).toEqual(["order", "fulfillment"]);
  });

  it("is passed over in an export, without a complaint", () => {
    const row = (message: string) => exportRow("fulfillments", JSON.stringify({ ...node(11, message), __parentId: "gid://shopify/Fulfillment/4" }), { shop: SHOP, now: NOW, end: 9 });
    expect(row(OWN_ESTIMATE)).toEqual({ row: { kind: "other", end: 9 } });
    expect(row("Arrived at hub").row.kind).toBe("scan");
  });
});

import { existsSync, readFileSync } from "node:fs";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { InboxMessage, MessageSource, Normalised } from "#app/application/ports.ts";
import { normaliseShopify, ORDER_SYNC_TOPIC, WEBHOOK_TOPICS } from "./webhook-topics.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const SAMPLES = new URL("../../../../shared/data/webhooks/", import.meta.url);

const message = (topic: string, body: string, source: MessageSource = "shopify"): InboxMessage => ({
  id: "1", shop: SHOP, source, topic, deliveryId: "d", eventId: null, triggeredAt: instant("2026-11-20T11:59:58Z"), receivedAt: RECEIVED, body, attempts: 0,
});
const read = (topic: string, body: unknown): Normalised => normaliseShopify(message(topic, typeof body === "string" ? body : JSON.stringify(body)));
const sample = (topic: string): Normalised => read(topic, readFileSync(new URL(`${topic.replace("/", "_")}.json`, SAMPLES), "utf8"));
const facts = (result: Normalised) => (result.outcome === "order_facts" || result.outcome === "tracking_facts" ? result.facts : []);
const DECEMBER = instant("2021-12-31T19:00:00-05:00");

describe("the table of topics", () => {
  it("is the same list as in shopify.app.toml, both ways", () => {
    type Subscription = { readonly topics?: readonly string[]; readonly compliance_topics?: readonly string[] };
    const toml = parseToml(readFileSync(new URL("../../../shopify.app.toml", import.meta.url), "utf8")) as unknown as { webhooks: { subscriptions: readonly Subscription[] } };
    const declared = toml.webhooks.subscriptions.flatMap(({ topics = [], compliance_topics = [] }) => [...topics, ...compliance_topics]);
    expect(new Set(declared).size).toBe(declared.length);
    expect(Object.keys(WEBHOOK_TOPICS).toSorted()).toEqual(declared.toSorted());
  });

  it("ignores topics it does not name, object keys of JavaScript included", () => {
    expect(read("products/create", {}).outcome).toBe("ignored");
    expect(read("constructor", {}).outcome).toBe("ignored");
    expect(normaliseShopify(message("orders/other", "{}", "shopify_sync")).outcome).toBe("ignored");
  });
});

describe.skipIf(!existsSync(SAMPLES))("Shopify's documented bodies (read from ../shared/data, skipped where it is absent)", () => {
  it("of an order become the order with its exact ids, money and lines", () => {
    for (const topic of ["orders/create", "orders/updated", "orders/cancelled"]) {
      const result = sample(topic);
      expect(result).toMatchObject({ outcome: "order_facts", orderId: "820982911946154508" });
      const [first] = facts(result);
      expect(first).toMatchObject({
        kind: "order",
        order: {
          shop: SHOP, id: "820982911946154508", name: "#9999", createdAt: DECEMBER, updatedAt: DECEMBER, cancelledAt: DECEMBER, currency: "USD", totalMinor: 41_495,
          customerId: "115310627314723954", checkoutToken: null, destination: { country: "US", region: "KY", city: "Shippington", zip: "40003" },
          contact: { email: "jon@example.com", firstName: "John", locale: "en" },
        },
      });
      const lines = first?.kind === "order" ? first.order.lines : [];
      expect(lines.map((line) => line.id).slice(0, 2)).toEqual(["487817672276298554", "789012345678901234"]);
      expect(lines[0]).toEqual({ id: "487817672276298554", title: "Aviator sunglasses", sku: "SKU2006-001", quantity: 1, unfulfilled: 1, requiresShipping: true });
    }
  });

  it("of a fulfillment become its parcel and items", () => {
    for (const topic of ["fulfillments/create", "fulfillments/update"]) {
      const result = sample(topic);
      expect(result).toMatchObject({ outcome: "order_facts", orderId: "820982911946154508" });
      expect(facts(result)).toMatchObject([{
        kind: "fulfillment",
        fulfillment: {
          id: "123456", orderId: "820982911946154508", createdAt: DECEMBER, updatedAt: DECEMBER, cancelled: false,
          tracking: [{ carrier: "UPS", number: "1z827wk74630", url: "https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=1z827wk74630" }],
        },
      }]);
      const [first] = facts(result);
      expect(first?.kind === "fulfillment" ? first.fulfillment.items?.map((item) => item.lineId) : null).toEqual([
        "487817672276298554", "789012345678901234", "890123456789012345", "976318377106520349", "315789986012684393",
      ]);
    }
  });

  it("of a fulfillment event become one scan", () => {
    expect(sample("fulfillment_events/create")).toEqual({
      outcome: "order_facts", orderId: "820982911946154508",
      facts: [{
        kind: "fulfillment_scans", fulfillmentId: "123456",
        scans: [{
          key: "shopify:1234567", source: "shopify", occurredAt: DECEMBER, receivedAt: RECEIVED, code: "IN_TRANSIT", text: "Item is now in transit",
          milestone: "in_transit", exception: null, reason: null, place: { city: null, region: null, country: "CA", zip: null }, carrierEta: null,
          timing: "exact", carrier: null, trackingNumber: null, proof: null, withdrawn: false,
        }],
        whole: null,
      }],
    });
  });

  it("of a deleted fulfillment event become a statement taken back", () => {
    expect(sample("fulfillment_events/delete")).toMatchObject({ outcome: "order_facts", facts: [{ kind: "fulfillment_scans", scans: [{ key: expect.stringMatching(/^shopify:\d+$/), withdrawn: true, reason: "deleted_at_source" }] }] });
  });

  it("about the shop and its people become changes", () => {
    expect(sample("app/uninstalled")).toEqual({ outcome: "shop_change", change: { kind: "uninstalled" } });
    expect(sample("app/scopes_update")).toEqual({ outcome: "shop_change", change: { kind: "scopes_changed", scopes: ["read_products", "write_products"] } });
    expect(sample("bulk_operations/finish")).toEqual({ outcome: "shop_change", change: { kind: "export_finished", bulkOperation: "gid://shopify/BulkOperation/147595010" } });
    expect(sample("customers/redact")).toEqual({ outcome: "shop_change", change: { kind: "redact_customer", customerId: "191167", orderIds: ["299938", "280263", "220458"] } });
    expect(sample("customers/data_request")).toEqual({ outcome: "shop_change", change: { kind: "data_request", requestId: "9999", customerId: "191167", orderIds: ["299938", "280263", "220458"] } });
    expect(sample("shop/redact")).toEqual({ outcome: "shop_change", change: { kind: "redact_shop" } });
    // The sample leaves the zone and the domain empty: what is not said is not changed.
    expect(sample("shop/update")).toEqual({ outcome: "shop_change", change: { kind: "shop_updated", info: { gid: "gid://shopify/Shop/548380009", name: "Super Toys", email: "super@supertoys.com", currency: "USD", country: "US" } } });
    expect(sample("orders/delete")).toMatchObject({ outcome: "order_facts", facts: [{ kind: "order_deleted", at: instant("2026-11-20T11:59:58Z") }] });
  });

  it("all mean something to their topic", () => {
    for (const topic of Object.keys(WEBHOOK_TOPICS)) expect(sample(topic).outcome, topic).not.toBe("unreadable");
  });
});

describe("a body", () => {
  it("keeps ids above 2^53 digit by digit", () => {
    expect(read("orders/delete", '{"id": 9223372036854775807}')).toMatchObject({ orderId: "9223372036854775807" });
  });

  it("with its fulfillments tells of all of them", () => {
    const order = { id: 1, created_at: "2026-11-01T00:00:00Z", updated_at: "2026-11-02T00:00:00Z", currency: "JPY", total_price: "1200", location_id: 1, note_attributes: [{ name: "_hither_date", value: "2026-11-24/2026-11-26/t1" }] };
    const parcel = { created_at: "2026-11-02T00:00:00Z", updated_at: "2026-11-02T00:00:00Z", location_id: 655441491 };
    const result = read("orders/updated", { ...order, fulfillments: [{ ...parcel, id: 7, status: "success", tracking_numbers: ["A", "B"], tracking_company: "DHL" }, { ...parcel, id: 8, status: "cancelled" }] });
    expect(facts(result)).toMatchObject([
      { kind: "order", order: { totalMinor: 1200, lines: [], locationId: null, checkoutDate: "2026-11-24/2026-11-26/t1" } },
      { kind: "fulfillment", fulfillment: { id: "7", orderId: "1", cancelled: false, locationId: "655441491", tracking: [{ number: "A", carrier: "DHL" }, { number: "B" }] } },
      { kind: "fulfillment", fulfillment: { id: "8", cancelled: true, tracking: [] } },
    ]);
  });

  it.each([
    ["truncated JSON", '{"id": 1, "na'],
    ["no JSON", "<html>"],
    ["nothing", ""],
    ["a list", "[]"],
    ["a number", "12"],
    ["an order without times", '{"id": 5}'],
    ["an order whose id is a list", '{"id": [5], "created_at": "2026-11-01T00:00:00Z", "updated_at": "2026-11-01T00:00:00Z"}'],
    ["very deep nesting", `${"[".repeat(50_000)}`],
  ])("of %s is unreadable with a plain reason", (_what, body) => {
    const result = read("orders/create", body);
    expect(result.outcome).toBe("unreadable");
    expect("because" in result ? result.because : "").toMatch(/\w.+\.$/);
  });

  it("without what its topic needs is unreadable", () => {
    for (const topic of ["fulfillments/create", "fulfillment_events/create", "orders/delete", "app/scopes_update", "bulk_operations/finish", "customers/redact", "customers/data_request", "shop/update"]) {
      expect(read(topic, {}).outcome, topic).toBe("unreadable");
    }
  });

  it("with a status nobody knows keeps it verbatim and calls it unknown", () => {
    const result = read("fulfillment_events/create", { id: 1, order_id: 2, fulfillment_id: 3, status: "teleported", happened_at: "2026-11-01T00:00:00Z" });
    expect(facts(result)).toMatchObject([{ scans: [{ code: "TELEPORTED", milestone: "unknown", exception: null }] }]);
  });
});

describe("an order fetched by us", () => {
  const node = {
    id: "gid://shopify/Order/820982911946154508", name: "#1", createdAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-03T00:00:00Z", cancelledAt: null, currencyCode: "EUR", customerLocale: "de",
    checkoutToken: "abc", currentTotalPriceSet: { shopMoney: { amount: "19.9", currencyCode: "EUR" } }, email: "a@example.com", customer: { id: "gid://shopify/Customer/115310627314723954", firstName: "Ada" },
    shippingAddress: { countryCodeV2: "DE", provinceCode: null, city: "Bonn", zip: "53111", firstName: "Ada" }, shippingLine: { title: "Express" }, customAttributes: [{ key: "_hither_date", value: "2026-11-24/2026-11-26/t1" }],
    fulfillmentOrders: { nodes: [{ status: "CLOSED", assignedLocation: { location: { id: "gid://shopify/Location/7" } } }] },
    lineItems: { nodes: [{ id: "gid://shopify/LineItem/487817672276298554", title: "Mug", sku: "M", quantity: 2, unfulfilledQuantity: 0, requiresShipping: true }], pageInfo: { hasNextPage: false } },
    fulfillments: [{
      id: "gid://shopify/Fulfillment/4", status: "SUCCESS", createdAt: "2026-11-02T00:00:00Z", updatedAt: "2026-11-03T00:00:00Z", location: { id: "gid://shopify/Location/8" }, trackingInfo: [{ company: "DHL", number: "00340", url: null }],
      fulfillmentLineItems: { nodes: [{ quantity: 2, lineItem: { id: "gid://shopify/LineItem/487817672276298554" } }], pageInfo: { hasNextPage: false } },
      events: { nodes: [{ id: "gid://shopify/FulfillmentEvent/1234567", status: "DELIVERED", message: null, happenedAt: "2026-11-03T00:00:00Z", createdAt: "2026-11-03T00:00:00Z", estimatedDeliveryAt: null, city: "Bonn", province: null, country: "DE", zip: null }], pageInfo: { hasNextPage: false } },
    }],
  };

  it("tells of itself, its parcels and their scans, the scans under the same keys as a webhook", () => {
    const result = normaliseShopify(message(ORDER_SYNC_TOPIC, JSON.stringify(node), "shopify_sync"));
    expect(facts(result)).toMatchObject([
      { kind: "order", order: { id: "820982911946154508", totalMinor: 1990, customerId: "115310627314723954", checkoutToken: "abc", shippingMethod: "Express", locationId: "7", checkoutDate: "2026-11-24/2026-11-26/t1", destination: { country: "DE", city: "Bonn", zip: "53111" }, contact: { email: "a@example.com", firstName: "Ada", locale: "de" }, lines: [{ id: "487817672276298554", quantity: 2, unfulfilled: 0 }] } },
      { kind: "fulfillment", fulfillment: { id: "4", locationId: "8", tracking: [{ carrier: "DHL", number: "00340" }], items: [{ lineId: "487817672276298554", quantity: 2 }] } },
      { kind: "fulfillment_scans", fulfillmentId: "4", scans: [{ key: "shopify:1234567", milestone: "delivered", receivedAt: RECEIVED, place: { city: "Bonn", country: "DE" } }] },
    ]);
  });

  it("works without the protected fields a shop has not granted", () => {
    const { email: _email, ...withheld } = { ...node, customer: { id: node.customer.id }, shippingAddress: { countryCodeV2: "DE", provinceCode: null, city: "Bonn" } };
    const [first] = facts(normaliseShopify(message(ORDER_SYNC_TOPIC, JSON.stringify(withheld), "shopify_sync")));
    expect(first).toMatchObject({ order: { destination: { country: "DE", zip: null }, contact: { email: null, firstName: null } } });
  });
});

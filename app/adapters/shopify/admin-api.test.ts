import { describe, expect, it } from "vitest";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { MILESTONES } from "#app/domain/shipments/milestone.ts";
import type { FulfillmentId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { createAdminApi } from "./admin-api.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const NOW = instant("2026-11-20T12:00:00Z") as Instant;
const DENIED = { data: { orders: null }, errors: [{ message: "Access denied for email field.", path: ["orders", "nodes", 0, "email"], extensions: { code: "ACCESS_DENIED" } }] };

/** An Admin API whose answers are given by operation name; bodies are kept as sent, to the byte. */
const stage = (answers: Readonly<Record<string, unknown>>, file = "") => {
  const sent: { operation: string; body: string; variables: Record<string, unknown> }[] = [];
  const warned: string[] = [];
  const api = createAdminApi({
    tokens: { of: async () => ({ outcome: "token", accessToken: "t" }) },
    budget: { reserve: async () => ({ outcome: "granted" }), report: async () => undefined },
    clock: () => NOW, sleep: async () => undefined, random: () => 0,
    log: { for: () => ({ info: () => undefined, warn: (event) => void warned.push(event), error: (event) => void warned.push(event) }) },
    fetch: async (input, init) => {
      if (!String(input).includes("/admin/api/")) return new Response(file);
      const body = String(init?.body);
      const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Record<string, unknown> };
      sent.push({ operation: operationName, body, variables });
      const answer = answers[operationName];
      if (answer === undefined) throw new Error(`${operationName} is not in the script`);
      return Response.json(answer);
    },
  });
  return { api, sent, warned, operations: () => sent.map(({ operation }) => operation) };
};

const page = { pageInfo: { hasNextPage: false } };
const node = (id: string, updatedAt = "2026-11-20T11:00:00Z") => ({ id: `gid://shopify/Order/${id}`, updatedAt, lineItems: page, fulfillments: [{ fulfillmentLineItems: page, events: page }] });

describe("an order", () => {
  it("comes as one inbox message under its version", async () => {
    const { api, sent } = stage({ OrderById: { data: { order: node("820982911946154508") } } });
    expect(await api.order(SHOP, "820982911946154508" as OrderId, NOW)).toEqual({
      outcome: "found",
      message: expect.objectContaining({
        shop: SHOP, source: "shopify_sync", topic: "orders/sync", deliveryId: "order/820982911946154508@2026-11-20T11:00:00Z", receivedAt: NOW,
        body: JSON.stringify(node("820982911946154508")), triggeredAt: instant("2026-11-20T11:00:00Z"),
      }),
    });
    expect(sent[0]?.variables).toEqual({ id: "gid://shopify/Order/820982911946154508" });
  });

  it("that does not exist is found to be nothing", async () => {
    expect(await stage({ OrderById: { data: { order: null } } }).api.order(SHOP, "1" as OrderId, NOW)).toEqual({ outcome: "found", message: null });
  });

  it("is asked for again without the protected fields a shop has withheld", async () => {
    const { api, operations } = stage({ OrderById: { ...DENIED, data: { order: null } }, OrderByIdWithheld: { data: { order: node("7") } } });
    expect(await api.order(SHOP, "7" as OrderId, NOW)).toMatchObject({ outcome: "found", message: { deliveryId: "order/7@2026-11-20T11:00:00Z" } });
    expect(operations()).toEqual(["OrderById", "OrderByIdWithheld"]);
  });

  it("that not even the fallback may see is refused", async () => {
    const { api } = stage({ OrderById: DENIED, OrderByIdWithheld: DENIED });
    expect(await api.order(SHOP, "7" as OrderId, NOW)).toEqual({ outcome: "refused", because: "Access denied for email field." });
  });
});

describe("changed orders", () => {
  it("come oldest first since an instant, page by page", async () => {
    const { api, sent } = stage({ ChangedOrders: { data: { orders: { nodes: [node("1"), node("2")], pageInfo: { hasNextPage: true, endCursor: "c1" } } } } });
    const answer = await api.changedOrders(SHOP, instant("2026-11-20T10:30:00Z") as Instant, "c0", NOW);
    expect(answer).toMatchObject({ outcome: "page", next: "c1", messages: [{ orderId: "1" }, { orderId: "2", updatedAt: instant("2026-11-20T11:00:00Z") }] });
    expect(sent[0]?.variables).toEqual({ query: "updated_at:>='2026-11-20T10:30:00.000Z'", after: "c0" });
    expect(sent[0]?.body).toContain("sortKey: UPDATED_AT");
  });

  it("that hold more than a page of lines say so in the log", async () => {
    const long = { ...node("1"), lineItems: { pageInfo: { hasNextPage: true } } };
    const { api, warned } = stage({ ChangedOrders: { data: { orders: { nodes: [long], pageInfo: { hasNextPage: false, endCursor: null } } } } });
    expect(await api.changedOrders(SHOP, NOW, null, NOW)).toMatchObject({ next: null });
    expect(warned).toEqual(["sync.order_cut"]);
  });
});

describe("an export", () => {
  const started = { data: { bulkOperationRunQuery: { bulkOperation: { id: "gid://shopify/BulkOperation/5", status: "CREATED" }, userErrors: [] } } };
  const granted = { data: { orders: { nodes: [] } } };

  it("asks for everything that is granted, and leaves out what is withheld", async () => {
    const full = stage({ ProtectedAccess: granted, StartExport: started });
    expect(await full.api.startExport(SHOP, "orders")).toEqual({ outcome: "started", bulkOperation: "gid://shopify/BulkOperation/5" });
    expect(String(full.sent[1]?.variables["query"])).toContain("email");
    const reduced = stage({ ProtectedAccess: DENIED, StartExport: started });
    expect((await reduced.api.startExport(SHOP, "orders")).outcome).toBe("started");
    expect(String(reduced.sent[1]?.variables["query"])).not.toContain("email");
  });

  it("waits its turn when others are running, and is refused when Shopify does not like it", async () => {
    const answer = (code: string) => ({ data: { bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ field: null, message: "No.", code }] } } });
    expect(await stage({ ProtectedAccess: granted, StartExport: answer("OPERATION_IN_PROGRESS") }).api.startExport(SHOP, "orders")).toMatchObject({ outcome: "unavailable", retryAt: NOW + 30_000 });
    expect(await stage({ ProtectedAccess: granted, StartExport: answer("INVALID") }).api.startExport(SHOP, "fulfillments")).toEqual({ outcome: "refused", because: "No." });
  });

  it.each([
    ["RUNNING", { outcome: "running", objects: 12 }],
    ["CREATED", { outcome: "running", objects: 12 }],
    ["A_NEW_STATUS", { outcome: "running", objects: 12 }],
    ["COMPLETED", { outcome: "ready", url: "https://f", rootObjects: 4 }],
    ["FAILED", { outcome: "lost", because: "The export ended as FAILED (TIMEOUT)." }],
    ["EXPIRED", { outcome: "lost", because: "The export ended as EXPIRED (TIMEOUT)." }],
  ])("that is %s is told as such", async (status, expected) => {
    const { api } = stage({ ExportState: { data: { bulkOperation: { id: "x", status, errorCode: "TIMEOUT", objectCount: "12", rootObjectCount: "4", url: "https://f" } } } });
    expect(await api.exportState(SHOP, "gid://shopify/BulkOperation/5")).toEqual(expected);
  });

  it("nobody knows any more is lost", async () => {
    expect((await stage({ ExportState: { data: { bulkOperation: null } } }).api.exportState(SHOP, "x")).outcome).toBe("lost");
  });

  const rows = async (kind: "orders" | "fulfillments", lines: readonly string[]) => {
    const { api, warned } = stage({}, lines.map((line) => `${line}\n`).join(""));
    const found = [];
    for await (const row of api.readExport(SHOP, kind, "https://storage.example/x.jsonl", 0, NOW)) found.push(row);
    return { found, warned };
  };

  it("of orders yields orders with their fulfillments, and lines under their order", async () => {
    const { found, warned } = await rows("orders", [
      '{"id":"gid://shopify/Order/820982911946154508","name":"#1","createdAt":"2026-11-01T00:00:00Z","updatedAt":"2026-11-02T00:00:00Z","currencyCode":"EUR","fulfillments":[{"id":"gid://shopify/Fulfillment/4","status":"SUCCESS","createdAt":"2026-11-02T00:00:00Z","updatedAt":"2026-11-02T00:00:00Z","location":{"id":"gid://shopify/Location/7"},"trackingInfo":[{"company":"DHL","number":"1","url":null}]}]}',
      '{"id":"gid://shopify/LineItem/487817672276298554","title":"Mug","sku":null,"quantity":2,"requiresShipping":true,"__parentId":"gid://shopify/Order/820982911946154508"}',
      "not json",
      '{"id":"gid://shopify/Order/9"}',
      "",
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(["order", "line", "other", "other", "other"]);
    expect(found[0]).toMatchObject({ row: { order: { id: "820982911946154508", locationId: "7" }, fulfillments: [{ id: "4", orderId: "820982911946154508", locationId: "7", items: null, tracking: [{ number: "1" }] }] } });
    expect(found[1]).toMatchObject({ orderId: "820982911946154508", line: { id: "487817672276298554", quantity: 2 } });
    expect(warned).toEqual(["export.unreadable_line", "export.unreadable_line"]);
  });

  it("of fulfillments yields items and scans under their fulfillment, and passes over what only holds them", async () => {
    const { found, warned } = await rows("fulfillments", [
      '{"id":"gid://shopify/FulfillmentOrder/1"}',
      '{"id":"gid://shopify/Fulfillment/4","__parentId":"gid://shopify/FulfillmentOrder/1"}',
      '{"id":"gid://shopify/FulfillmentLineItem/8","quantity":2,"lineItem":{"id":"gid://shopify/LineItem/487817672276298554"},"__parentId":"gid://shopify/Fulfillment/4"}',
      '{"id":"gid://shopify/FulfillmentEvent/12","status":"DELIVERED","happenedAt":"2026-11-03T00:00:00Z","__parentId":"gid://shopify/Fulfillment/4"}',
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(["other", "other", "item", "scan"]);
    expect(found[2]).toMatchObject({ fulfillmentId: "4", lineId: "487817672276298554", quantity: 2 });
    expect(found[3]).toMatchObject({ fulfillmentId: "4", scan: { key: "shopify:12", milestone: "delivered", receivedAt: NOW } });
    expect(warned).toEqual([]);
  });
});

describe("a Flow trigger", () => {
  const payload = { order_id: "820982911946154508", customer_id: "115310627314723954", "Exception type": "Delivery attempt failed", "Exception code": "attempt_failed", Carrier: "UPS", "Tracking number": "1Z", Explanation: "Nobody home.", "Days late": 2, "Case URL": "https://x" };

  it("carries its references as whole numbers, without losing a digit", async () => {
    const { api, sent } = stage({ TriggerFlow: { data: { flowTriggerReceive: { userErrors: [] } } } });
    expect(await api.triggerFlow(SHOP, "shipment-exception", payload)).toEqual({ outcome: "accepted" });
    expect(sent[0]?.body).toContain('"order_id":820982911946154508,"customer_id":115310627314723954');
    expect(sent[0]?.variables).toMatchObject({ handle: "shipment-exception", payload: { "Exception code": "attempt_failed", "Tracking number": "1Z" } });
  });

  it("leaves out a customer there is none of, and stays below Shopify's 50,000 bytes", async () => {
    const { api, sent } = stage({ TriggerFlow: { data: { flowTriggerReceive: { userErrors: [] } } } });
    const { customer_id: _none, ...guest } = payload;
    await api.triggerFlow(SHOP, "shipment-exception", { ...guest, Explanation: "ß".repeat(60_000) });
    expect(sent[0]?.body).not.toContain("customer_id");
    expect(Buffer.byteLength(JSON.stringify(sent[0]?.variables["payload"]))).toBeLessThan(50_000);
  });

  it("that Shopify does not accept is refused in its words", async () => {
    const { api } = stage({ TriggerFlow: { data: { flowTriggerReceive: { userErrors: [{ field: ["body"], message: "Errors validating schema:\n  Invalid handle 'x'.\n" }] } } } });
    expect(await api.triggerFlow(SHOP, "shipment-exception", payload)).toMatchObject({ outcome: "refused", because: expect.stringContaining("Invalid handle") });
  });
});

describe("the table of dates", () => {
  const table: PublishedDateTable = {
    v: 2, id: "t1", apiUrl: "https://hither.example", published: 1_795_176_000, expires: 1_795_435_200, style: "range", days: [{ day: "2026-11-20", until: 1_795_179_600 }],
    services: ["express"], lanes: { "*": { "*": [2, 4] } }, ships: [1], busy: false,
  };
  const owned = (onShop: boolean, onInstallation: boolean) => ({ data: { shop: { id: "gid://shopify/Shop/1", metafield: onShop ? { id: "m" } : null }, currentAppInstallation: { id: "gid://shopify/AppInstallation/2", metafield: onInstallation ? { id: "m" } : null } } });
  const defined = { data: { metafieldDefinitionCreate: { createdDefinition: null, userErrors: [] } } };
  const set = { data: { metafieldsSet: { metafields: [], userErrors: [] as unknown[] } } };
  const removed = { data: { metafieldsDelete: { deletedMetafields: [null, null], userErrors: [] as unknown[] } } };

  it("is defined for the storefront to read, and written once for the extensions and once for Liquid", async () => {
    const { api, sent, operations } = stage({ TableOwners: owned(false, false), DefineTable: defined, PublishTable: set });
    expect(await api.publishTable(SHOP, table)).toEqual({ outcome: "published" });
    expect(operations()).toEqual(["TableOwners", "DefineTable", "PublishTable"]);
    expect(sent[1]?.variables["definition"]).toMatchObject({ namespace: "$app", key: "delivery_dates", ownerType: "SHOP", type: "json", access: { storefront: "PUBLIC_READ" } });
    expect(sent[2]?.variables["metafields"]).toEqual([
      { ownerId: "gid://shopify/Shop/1", namespace: "$app", key: "delivery_dates", type: "json", value: JSON.stringify(table) },
      { ownerId: "gid://shopify/AppInstallation/2", namespace: "hither", key: "delivery_dates", type: "json", value: JSON.stringify(table) },
    ]);
  });

  it("that is defined already is written all the same, and so is one whose definition fails, which is said aloud", async () => {
    const answered = (code: string) => ({ data: { metafieldDefinitionCreate: { createdDefinition: null, userErrors: [{ field: null, message: "x", code }] } } });
    for (const [code, said] of [["TAKEN", []], ["LIMIT_EXCEEDED", ["table.not_defined"]]] as const) {
      const { api, warned } = stage({ TableOwners: owned(false, false), DefineTable: answered(code), PublishTable: set });
      expect(await api.publishTable(SHOP, table)).toEqual({ outcome: "published" });
      expect(warned).toEqual(said);
    }
  });

  it("takes the place of the former rules where they still stand", async () => {
    const { api, sent } = stage({ TableOwners: owned(true, true), DefineTable: defined, PublishTable: set, RemoveMetafields: removed });
    expect(await api.publishTable(SHOP, table)).toEqual({ outcome: "published" });
    expect(sent[3]?.variables["metafields"]).toEqual([
      { ownerId: "gid://shopify/Shop/1", namespace: "$app", key: "delivery_rules" }, { ownerId: "gid://shopify/AppInstallation/2", namespace: "hither", key: "delivery_rules" },
    ]);
    const half = stage({ TableOwners: owned(false, true), DefineTable: defined, PublishTable: set, RemoveMetafields: removed });
    await half.api.publishTable(SHOP, table);
    expect(half.sent[3]?.variables["metafields"]).toEqual([{ ownerId: "gid://shopify/AppInstallation/2", namespace: "hither", key: "delivery_rules" }]);
  });

  it("is published even when the former rules cannot be removed, which is said aloud", async () => {
    const { api, warned } = stage({ TableOwners: owned(true, true), DefineTable: defined, PublishTable: set, RemoveMetafields: { data: { metafieldsDelete: { deletedMetafields: null, userErrors: [{ field: null, message: "No." }] } } } });
    expect(await api.publishTable(SHOP, table)).toEqual({ outcome: "published" });
    expect(warned).toEqual(["table.former_not_removed"]);
  });

  it("that Shopify does not accept is refused in its words, and leaves the former rules", async () => {
    const { api, operations } = stage({ TableOwners: owned(true, true), DefineTable: defined, PublishTable: { data: { metafieldsSet: { metafields: [], userErrors: [{ field: null, message: "is too long", code: "INVALID" }] } } } });
    expect(await api.publishTable(SHOP, table)).toEqual({ outcome: "refused", because: "is too long" });
    expect(operations()).not.toContain("RemoveMetafields");
  });
});

describe("an estimate of ours", () => {
  const said = { estimatedDeliveryAt: instant("2026-11-24T17:00:00Z") as Instant, happenedAt: NOW };
  const created = { data: { fulfillmentEventCreate: { fulfillmentEvent: { id: "gid://shopify/FulfillmentEvent/1" }, userErrors: [] } } };

  it.each([["unknown", "CONFIRMED"], ["label_created", "CONFIRMED"], ["accepted", "CARRIER_PICKED_UP"], ["in_transit", "IN_TRANSIT"]] as const)("of a parcel that is %s goes to Shopify as %s, without a place", async (milestone, status) => {
    const { api, sent } = stage({ PublishEstimate: created });
    expect(await api.publishEstimate(SHOP, "1057891713123" as FulfillmentId, { ...said, milestone })).toEqual({ outcome: "published" });
    expect(sent.map(({ variables }) => variables)).toEqual([{
      event: { fulfillmentId: "gid://shopify/Fulfillment/1057891713123", status, message: "Delivery estimate by Hither", happenedAt: "2026-11-20T12:00:00.000Z", estimatedDeliveryAt: "2026-11-24T17:00:00.000Z" },
    }]);
  });

  it("claims no progress a second time: from the last mile on nothing is sent", async () => {
    const milestones = ["unknown", "label_created", "accepted", "in_transit"];
    for (const milestone of MILESTONES.filter((one) => !milestones.includes(one))) {
      const { api, sent } = stage({});
      expect(await api.publishEstimate(SHOP, "1" as FulfillmentId, { ...said, milestone }), milestone).toMatchObject({ outcome: "not_said" });
      expect(sent).toEqual([]);
    }
  });

  it("of a parcel Shopify does not know is refused in its words", async () => {
    const { api } = stage({ PublishEstimate: { data: { fulfillmentEventCreate: { fulfillmentEvent: null, userErrors: [{ field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist." }] } } } });
    expect(await api.publishEstimate(SHOP, "1" as FulfillmentId, { ...said, milestone: "in_transit" })).toEqual({ outcome: "refused", because: "fulfillmentEvent.fulfillmentId: Fulfillment does not exist." });
  });

  it("is not sent again when its answer was lost, because Shopify would show it twice", async () => {
    const { api, sent } = stage({ PublishEstimate: null });
    expect(await api.publishEstimate(SHOP, "1" as FulfillmentId, { ...said, milestone: "in_transit" })).toMatchObject({ outcome: "unavailable", because: expect.stringContaining("may have carried it out") });
    expect(sent).toHaveLength(1);
  });
});

describe("the shop", () => {
  const details = { data: { shop: { id: "gid://shopify/Shop/1", name: "H", contactEmail: "h@example.com", currencyCode: "EUR", ianaTimezone: "Europe/Berlin", url: "https://h.example", shopAddress: { countryCodeV2: "DE" } }, currentAppInstallation: { id: "gid://shopify/AppInstallation/2", accessScopes: [{ handle: "read_orders" }] } } };

  it("is described with the granted scopes", async () => {
    expect(await stage({ ShopInfo: details }).api.shopInfo(SHOP)).toEqual({
      outcome: "found", scopes: ["read_orders"],
      info: { gid: "gid://shopify/Shop/1", name: "H", email: "h@example.com", currency: "EUR", zone: "Europe/Berlin", country: "DE", primaryUrl: "https://h.example" },
    });
  });
  it("has locations, closed ones too, however many pages they fill", async () => {
    const berlin = { id: "gid://shopify/Location/655441491", name: "Berlin", isActive: true, address: { countryCode: "DE", provinceCode: "BE", zip: "10115" } };
    const dublin = { id: "gid://shopify/Location/655441492", name: "Dublin", isActive: false, address: { countryCode: null, provinceCode: null, zip: null } };
    const pages = [{ nodes: [berlin], pageInfo: { hasNextPage: true, endCursor: "c1" } }, { nodes: [dublin], pageInfo: { hasNextPage: false, endCursor: "c2" } }];
    const answers = { get Locations() { return { data: { locations: pages.shift() } }; } };
    const { api, sent } = stage(answers);
    expect(await api.locations(SHOP)).toEqual({
      outcome: "found",
      locations: [{ id: "655441491", name: "Berlin", country: "DE", region: "BE", zip: "10115", active: true }, { id: "655441492", name: "Dublin", country: null, region: null, zip: null, active: false }],
    });
    expect(sent.map(({ variables }) => variables)).toEqual([{ after: null }, { after: "c1" }]);
  });

  it("that withholds its locations is refused", async () => {
    expect(await stage({ Locations: { data: { locations: null }, errors: [{ message: "Access denied for locations field.", extensions: { code: "ACCESS_DENIED" } }] } }).api.locations(SHOP)).toEqual({ outcome: "refused", because: "Access denied for locations field." });
  });
});

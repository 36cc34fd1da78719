import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

const EVENT = "mutation($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { id status happenedAt } userErrors { field message } } }";
const FLOW = "mutation($handle: String, $payload: JSON, $body: String) { flowTriggerReceive(handle: $handle, payload: $payload, body: $body) { userErrors { field message } } }";
const SET = "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { id key value namespace compareDigest } userErrors { field message code } } }";
const SHOP_ID = "gid://shopify/Shop/68817551382";

const parcel = (world: TestWorld): string => world.fulfill(order(world).id, { tracking: [{ company: "UPS", number: "1Z999AA10123456784", url: null }] }).id;

describe("fulfillment events", () => {
  it("move the parcel and the order, and are told by webhook", async () => {
    const world = worldForTests();
    const id = parcel(world);
    await world.clock.advance(60_000);
    world.received.length = 0;
    const answer = graphql(world, EVENT, { e: { fulfillmentId: `gid://shopify/Fulfillment/${id}`, status: "DELAYED", happenedAt: "2026-11-20T14:00:00Z", estimatedDeliveryAt: "2026-11-24T22:00:00Z", message: "Storm" } });
    expect(at(answer, "fulfillmentEventCreate")).toMatchObject({ fulfillmentEvent: { status: "DELAYED", happenedAt: "2026-11-20T14:00:00Z" }, userErrors: [] });
    expect(at(graphql(world, `{ fulfillment(id: "gid://shopify/Fulfillment/${id}") { displayStatus estimatedDeliveryAt updatedAt order { updatedAt } } }`), "fulfillment")).toEqual({
      displayStatus: "DELAYED", estimatedDeliveryAt: "2026-11-24T22:00:00Z", updatedAt: "2026-11-20T15:01:00Z", order: { updatedAt: "2026-11-20T15:01:00Z" },
    });
    await world.settled();
    expect(world.received.map((one) => one.headers["X-Shopify-Topic"])).toEqual(["fulfillment_events/create", "fulfillments/update", "orders/updated"]);
    const told = { status: "delayed", message: "Storm", happened_at: "2026-11-20T09:00:00-05:00", estimated_delivery_at: "2026-11-24T17:00:00-05:00" };
    expect(JSON.parse(world.received[0]?.body ?? "{}")).toMatchObject(told);
    expect(at(graphql(world, `{ fulfillment(id: "gid://shopify/Fulfillment/${id}") { events(first: 5) { nodes { status message happenedAt estimatedDeliveryAt } } } }`), "fulfillment.events.nodes")).toEqual([
      { status: "DELAYED", message: "Storm", happenedAt: "2026-11-20T14:00:00Z", estimatedDeliveryAt: "2026-11-24T22:00:00Z" },
    ]);
  });

  it("fail loudly on what the stand-in does not keep", () => {
    const world = worldForTests();
    const answer = graphql(world, EVENT, { e: { fulfillmentId: `gid://shopify/Fulfillment/${parcel(world)}`, status: "IN_TRANSIT", address1: "1 Main Street" } });
    expect(JSON.stringify(answer)).toContain("fulfillmentEventCreate(address1:)");
  });

  it("need a parcel, but not one that is still valid", () => {
    const world = worldForTests();
    const id = parcel(world);
    world.cancelFulfillment(id);
    expect(at(graphql(world, EVENT, { e: { fulfillmentId: `gid://shopify/Fulfillment/${id}`, status: "IN_TRANSIT" } }), "fulfillmentEventCreate.userErrors")).toEqual([]);
    expect(at(graphql(world, EVENT, { e: { fulfillmentId: "gid://shopify/Fulfillment/9", status: "IN_TRANSIT" } }), "fulfillmentEventCreate")).toEqual({
      fulfillmentEvent: null, userErrors: [{ field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist." }],
    });
  });
});

describe("sending parcels", () => {
  const CREATE = "mutation($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id name trackingInfo { number url } } userErrors { field message } } }";

  it("takes lines from a fulfillment order until nothing is left", () => {
    const world = worldForTests();
    const placed = order(world);
    const from = placed.fulfillment_orders[0];
    const send = (quantity: number): unknown =>
      at(graphql(world, CREATE, { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${from?.id}`, fulfillmentOrderLineItems: [{ id: `gid://shopify/FulfillmentOrderLineItem/${from?.lines[0]?.id}`, quantity }] }], trackingInfo: { company: "USPS", number: "9400 1" } } }), "fulfillmentCreate");
    expect(send(3)).toMatchObject({ fulfillment: null, userErrors: [{ message: "Invalid fulfillment order line item quantity requested." }] });
    expect(send(1)).toMatchObject({ fulfillment: { name: "#1001-F1", trackingInfo: [{ number: "9400 1", url: "https://tools.usps.com/go/TrackConfirmAction.action?tLabels=9400%201" }] }, userErrors: [] });
    expect(at(graphql(world, "{ orders(first: 1) { nodes { displayFulfillmentStatus fulfillmentOrders(first: 1) { nodes { status lineItems(first: 1) { nodes { remainingQuantity } } } } } } }"), "orders.nodes.0")).toEqual({
      displayFulfillmentStatus: "PARTIALLY_FULFILLED", fulfillmentOrders: { nodes: [{ status: "IN_PROGRESS", lineItems: { nodes: [{ remainingQuantity: 1 }] } }] },
    });
    send(1);
    expect(send(1)).toMatchObject({ userErrors: [{ message: `Fulfillment order ${from?.id} has an unfulfillable status= closed.` }] });
  });

  it("answers an unknown fulfillment order as recorded", () => {
    const answer = graphql(worldForTests(), CREATE, { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: "gid://shopify/FulfillmentOrder/5" }] } });
    expect(answer.errors?.[0]).toMatchObject({ message: "invalid id", path: ["fulfillmentCreate"], extensions: { code: "RESOURCE_NOT_FOUND" } });
    expect(answer.data).toEqual({ fulfillmentCreate: null });
  });

  it("replaces labels, and stops while an order is held", () => {
    const world = worldForTests();
    const id = parcel(world);
    graphql(world, "mutation($id: ID!, $t: FulfillmentTrackingInput!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $t) { userErrors { message } } }", { id: `gid://shopify/Fulfillment/${id}`, t: { company: "FedEx", numbers: ["1", "2"] } });
    expect(world.kernel.store.fulfillments.get(id)?.tracking.map((one) => [one.company, one.number])).toEqual([["FedEx", "1"], ["FedEx", "2"]]);

    const held = order(world).fulfillment_orders[0];
    const HOLD = "mutation($id: ID!, $h: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $h) { fulfillmentHold { id reason } fulfillmentOrder { status } userErrors { code } } }";
    const variables = { id: `gid://shopify/FulfillmentOrder/${held?.id}`, h: { reason: "INCORRECT_ADDRESS", handle: "address" } };
    expect(at(graphql(world, HOLD, variables), "fulfillmentOrderHold")).toMatchObject({ fulfillmentHold: { reason: "INCORRECT_ADDRESS" }, fulfillmentOrder: { status: "ON_HOLD" } });
    expect(at(graphql(world, HOLD, variables), "fulfillmentOrderHold.userErrors")).toEqual([{ code: "DUPLICATE_FULFILLMENT_HOLD_HANDLE" }]);
    expect(at(graphql(world, CREATE, { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: variables.id }] } }), "fulfillmentCreate.userErrors.0.message")).toBe("The fulfillment order is on hold.");
    graphql(world, "mutation($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { userErrors { message } } }", { id: variables.id });
    expect(held?.status).toBe("open");
  });
});

describe("Flow triggers", () => {
  const errors = (world: TestWorld, variables: Record<string, unknown>): unknown => at(graphql(world, FLOW, variables), "flowTriggerReceive.userErrors");

  it("are received with ids that no number can hold", () => {
    const world = worldForTests();
    expect(errors(world, { handle: "shipment-exception", payload: { order_id: 9_007_199_254_740_993n, "Exception type": "stalled" } })).toEqual([]);
    expect(world.flowRuns).toMatchObject([{ handle: "shipment-exception", payload: { order_id: 9_007_199_254_740_993n, "Exception type": "stalled" } }]);
  });

  it("are refused in the recorded words", () => {
    const world = worldForTests();
    expect(errors(world, { handle: "nope", payload: {} })).toEqual([{ field: ["body"], message: "Errors validating schema:\n  Invalid handle 'nope'.\n" }]);
    expect(errors(world, { payload: {} })).toEqual([{ field: ["handle"], message: "`handle` and `payload` arguments are required" }]);
    expect(errors(world, { handle: "", payload: {} })).toEqual([{ field: ["handle"], message: "`handle` and `payload` arguments are required" }]);
    expect(errors(world, { handle: "shipment-exception", payload: {}, body: "{}" })).toEqual([{ field: ["body"], message: "Cannot use `handle` and `payload` arguments with `body` argument" }]);
    expect(errors(world, { handle: "shipment-exception", payload: { text: "x".repeat(50_000) } })).toEqual([{ field: ["body"], message: "Errors validating schema:\n  Properties size exceeds the limit of 50000 bytes.\n" }]);
    expect(world.flowRuns).toEqual([]);
  });
});

describe("metafields", () => {
  const set = (world: TestWorld, ...metafields: Record<string, unknown>[]): unknown => at(graphql(world, SET, { m: metafields }), "metafieldsSet");

  it("of the app's own namespace are kept as $app, however the namespace is written", () => {
    const world = worldForTests();
    set(world, { ownerId: SHOP_ID, namespace: "$app", key: "delivery_rules", type: "json", value: '{"v":1}' });
    set(world, { ownerId: SHOP_ID, key: "delivery_rules", value: '{"v":2}' });
    expect([...world.metafields.keys()]).toEqual([`${SHOP_ID}/$app/delivery_rules`]);
    expect(at(graphql(world, '{ shop { metafield(namespace: "app--218400784385", key: "delivery_rules") { namespace value jsonValue type } } }'), "shop.metafield")).toEqual({
      namespace: "app--218400784385", value: '{"v":2}', jsonValue: { v: 2 }, type: "json",
    });
  });

  it("of a part of that namespace are found by either name", () => {
    const world = worldForTests();
    expect(set(world, { ownerId: SHOP_ID, namespace: "app--218400784385--delivery", key: "promise", type: "json", value: "1" })).toMatchObject({ metafields: [{ namespace: "app--218400784385--delivery" }] });
    expect(at(graphql(world, '{ shop { metafield(namespace: "$app:delivery", key: "promise") { value } } }'), "shop.metafield.value")).toBe("1");
  });

  it("change all or none, and not when they were changed meanwhile", () => {
    const world = worldForTests();
    const good = { ownerId: SHOP_ID, namespace: "$app", key: "good", type: "json", value: "1" };
    expect(set(world, good, { ...good, key: "bad", value: "{" })).toMatchObject({ metafields: null, userErrors: [{ field: ["metafields", "1", "value"], code: "INVALID_VALUE" }] });
    expect(world.metafields.size).toBe(0);
    const { metafields } = set(world, good) as { metafields: { compareDigest: string }[] };
    set(world, { ...good, value: "2" });
    expect(set(world, { ...good, value: "3", compareDigest: metafields[0]?.compareDigest })).toMatchObject({ userErrors: [{ code: "STALE_OBJECT" }] });
    expect(set(world, { ...good, ownerId: "gid://shopify/Order/5" })).toMatchObject({ userErrors: [{ message: "Owner does not exist." }] });
  });

  it("are deleted, and answered with null where there was none", () => {
    const world = worldForTests();
    set(world, { ownerId: SHOP_ID, namespace: "$app", key: "delivery_rules", type: "json", value: "1" }, { ownerId: SHOP_ID, namespace: "$app", key: "kept", type: "json", value: "1" });
    const one = { ownerId: SHOP_ID, namespace: "app--218400784385", key: "delivery_rules" };
    const deleted = graphql(world, "mutation($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) { deletedMetafields { key } userErrors { message } } }", { m: [one, one] });
    expect(at(deleted, "metafieldsDelete")).toEqual({ deletedMetafields: [{ key: "delivery_rules" }, null], userErrors: [] });
    expect([...world.metafields.keys()]).toEqual([`${SHOP_ID}/$app/kept`]);
  });

  it("are defined once", () => {
    const world = worldForTests();
    const define = (): unknown => at(graphql(world, "mutation($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { createdDefinition { key } userErrors { code } } }", { d: { name: "Rules", namespace: "$app", key: "delivery_rules", type: "json", ownerType: "SHOP" } }), "metafieldDefinitionCreate");
    expect(define()).toEqual({ createdDefinition: { key: "delivery_rules" }, userErrors: [] });
    expect(define()).toEqual({ createdDefinition: null, userErrors: [{ code: "TAKEN" }] });
  });
});

describe("orders and subscriptions", () => {
  it("orders are changed, and cancelled once", () => {
    const world = worldForTests();
    const placed = order(world);
    const id = `gid://shopify/Order/${placed.id}`;
    graphql(world, "mutation($i: OrderInput!) { orderUpdate(input: $i) { userErrors { message } } }", { i: { id, note: "Ring twice", shippingAddress: { address1: "2 Side Street", zip: "78702" } } });
    expect([placed.note, placed.shipping_address.address1, placed.shipping_address.zip, placed.shipping_address.city]).toEqual(["Ring twice", "2 Side Street", "78702", "Austin"]);
    const cancel = (): unknown => at(graphql(world, "mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true) { job { done } orderCancelUserErrors { code } } }", { id }), "orderCancel");
    expect(cancel()).toEqual({ job: { done: false }, orderCancelUserErrors: [] });
    expect(cancel()).toEqual({ job: null, orderCancelUserErrors: [{ code: "INVALID" }] });
  });

  it("subscriptions made through the API deliver too, share the event's id, and end after the last failed retry", async () => {
    const world = worldForTests();
    const create = (uri: string): unknown => at(graphql(world, "mutation($u: String!) { webhookSubscriptionCreate(topic: SHOP_UPDATE, webhookSubscription: { uri: $u }) { webhookSubscription { id topic uri } userErrors { message } } }", { u: uri }), "webhookSubscriptionCreate");
    expect(create("http://insecure.example")).toMatchObject({ webhookSubscription: null, userErrors: [{ message: "Address protocol http:// is not supported" }] });
    expect(create("https://other.example/hook")).toMatchObject({ webhookSubscription: { topic: "SHOP_UPDATE" }, userErrors: [] });
    world.answer.status = 410;
    world.updateShop({ name: "Both" });
    await world.settled();
    const [one, other] = world.received;
    expect([one?.url, other?.url]).toEqual(["https://app.example/webhooks/shopify", "https://other.example/hook"]);
    expect(one?.headers["X-Shopify-Event-Id"]).toBe(other?.headers["X-Shopify-Event-Id"]);
    expect(one?.headers["X-Shopify-Webhook-Id"]).not.toBe(other?.headers["X-Shopify-Webhook-Id"]);
    await world.clock.advance(5 * 3_600_000);
    expect(at(graphql(world, "{ webhookSubscriptions(first: 5) { nodes { id } } }"), "webhookSubscriptions.nodes")).toEqual([]);
  });
});

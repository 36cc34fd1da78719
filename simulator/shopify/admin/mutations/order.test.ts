import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

const UPDATE = "mutation($i: OrderInput!) { orderUpdate(input: $i) { order { note tags displayFinancialStatus shippingAddress { address1 city province zip } totalTaxSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } customAttributes { key value } } userErrors { field message } } }";
const CANCEL = `mutation($id: ID!, $restock: Boolean!, $refund: Boolean, $method: OrderCancelRefundMethodInput, $notify: Boolean, $note: String) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refund: $refund, refundMethod: $method, notifyCustomer: $notify, staffNote: $note) { job { id done } jobResult { status order { id } } orderCancelUserErrors { field message code } userErrors { field message } } }`;
const idOf = (placed: { id: string }): string => `gid://shopify/Order/${placed.id}`;

describe("an order's address, note, tags and attributes", () => {
  it("are changed, and the webhook says so", async () => {
    const world = worldForTests();
    const placed = order(world);
    await world.settled();
    world.received.length = 0;
    const input = { id: idOf(placed), note: "Ring twice", tags: ["b", "A", "b "], customAttributes: [{ key: "why", value: "moved" }], shippingAddress: { address1: "2 Side Street", city: "Denver", provinceCode: "CO", zip: "80205" } };
    expect(at(graphql(world, UPDATE, { i: input }), "orderUpdate")).toMatchObject({
      order: { note: "Ring twice", tags: ["A", "b"], customAttributes: [{ key: "why", value: "moved" }], shippingAddress: { address1: "2 Side Street", city: "Denver", province: "Colorado", zip: "80205" }, totalOutstandingSet: { shopMoney: { amount: "0.0" } } }, userErrors: [],
    });
    await world.settled();
    expect(JSON.parse(world.received[0]?.body ?? "{}")).toMatchObject({ note: "Ring twice", tags: "A, b", shipping_address: { city: "Denver", province_code: "CO" }, note_attributes: [{ name: "why", value: "moved" }] });
  });

  it("are refused in the recorded words, and then nothing changes", () => {
    const world = worldForTests();
    const placed = order(world);
    const errors = (input: Record<string, unknown>): unknown => at(graphql(world, UPDATE, { i: { id: idOf(placed), ...input } }), "orderUpdate.userErrors");
    expect(errors({})).toEqual([{ field: null, message: "No valid update parameters have been provided" }]);
    expect(errors({ note: "x", shippingAddress: { lastName: "", zip: "", provinceCode: "ZZ" } })).toEqual([
      { field: ["shippingAddress", "lastName"], message: "Enter a last name" }, { field: ["shippingAddress", "zip"], message: "Enter a ZIP code" }, { field: ["shippingAddress", "province"], message: "State is not a valid state in United States" },
    ]);
    expect(errors({ tags: ["x".repeat(41)] })).toEqual([{ field: ["tags", "0"], message: "Title Tag exceeds the maximum length of 40 characters" }]);
    expect([placed.note, placed.shipping_address.zip]).toEqual([null, "78701"]);
  });

  it("of an order not yet sent bring new taxes, which leave something to pay; a sent one keeps its taxes", () => {
    const world = worldForTests({ taxRates: { CA: 0.1 } });
    const placed = order(world);
    const west = { city: "Oakland", provinceCode: "CA", zip: "94607" };
    const moved = (one: { id: string }): unknown => at(graphql(world, UPDATE, { i: { id: idOf(one), shippingAddress: west } }), "orderUpdate.order");
    expect(moved(placed)).toMatchObject({ displayFinancialStatus: "PARTIALLY_PAID", totalTaxSet: { shopMoney: { amount: "29.6" } }, totalOutstandingSet: { shopMoney: { amount: "29.6" } } });
    const sent = order(world);
    world.fulfill(sent.id, { tracking: [], lines: [{ lineItemId: sent.lines[0]?.id ?? "", quantity: 1 }] });
    expect(moved(sent)).toMatchObject({ displayFinancialStatus: "PAID", totalTaxSet: { shopMoney: { amount: "0.0" } } });
    expect(sent.shipping_address.city).toBe("Oakland");
  });

  it("tags are added once whatever their case, and removed", () => {
    const world = worldForTests();
    const placed = order(world);
    const change = (name: string, tags: string[]): unknown => at(graphql(world, `mutation($id: ID!, $t: [String!]!) { ${name}(id: $id, tags: $t) { node { id } userErrors { field message } } }`, { id: idOf(placed), t: tags }), name);
    change("tagsAdd", ["late", "Hither"]);
    change("tagsAdd", ["hither", " late "]);
    expect(placed.tags).toEqual(["Hither", "late"]);
    change("tagsRemove", ["HITHER"]);
    expect(placed.tags).toEqual(["late"]);
    expect(change("tagsAdd", ["y".repeat(41)])).toEqual({ node: null, userErrors: [{ field: ["tags", "1"], message: "Title Tag exceeds the maximum length of 40 characters" }] });
  });
});

describe("cancelling an order", () => {
  const cancel = (world: TestWorld, variables: Record<string, unknown>): unknown => at(graphql(world, CANCEL, { restock: true, ...variables }), "orderCancel");

  it("gives the money back where it came from, and the goods to the shelf", () => {
    const world = worldForTests();
    const placed = order(world);
    const before = world.stock.get(placed.lines[0]?.variantId ?? "") ?? 0;
    const answer = cancel(world, { id: idOf(placed), method: { originalPaymentMethodsRefund: true }, notify: true, note: "Asked by phone" });
    expect(answer).toMatchObject({ job: { done: false }, jobResult: { status: "STARTED" }, orderCancelUserErrors: [], userErrors: [] });
    const { id } = (answer as { job: { id: string } }).job;
    expect(at(graphql(world, "query($id: ID!) { job(id: $id) { done } }", { id }), "job")).toEqual({ done: true });
    expect(at(graphql(world, "query($id: ID!) { order(id: $id) { closed cancelReason cancellation { staffNote } displayFinancialStatus displayFulfillmentStatus refunds { totalRefundedSet { shopMoney { amount } } } } }", { id: idOf(placed) }), "order")).toEqual({
      closed: true, cancelReason: "CUSTOMER", cancellation: { staffNote: "Asked by phone" }, displayFinancialStatus: "REFUNDED", displayFulfillmentStatus: "UNFULFILLED", refunds: [{ totalRefundedSet: { shopMoney: { amount: "302.0" } } }],
    });
    expect(world.stock.get(placed.lines[0]?.variantId ?? "")).toBe(before + 2);
    expect(placed.notices.map(({ text }) => text)).toEqual(["Order cancelled"]);
  });

  it("without a refund keeps the money, and with store credit moves it there", () => {
    const world = worldForTests();
    const kept = order(world);
    cancel(world, { id: idOf(kept), restock: false });
    expect([kept.financial_status, kept.refunds.length]).toEqual(["paid", 0]);
    const credited = order(world);
    cancel(world, { id: idOf(credited), method: { storeCreditRefund: {} } });
    expect(world.storeCredit.get(credited.customerId)?.transactions).toMatchObject([{ amount: 30_200, event: "ORDER_CANCELLATION", orderId: credited.id }]);
  });

  it("is refused in the recorded words: twice, with two ways to refund, with a long note, and after something was sent", () => {
    const world = worldForTests();
    const placed = order(world);
    const errors = (variables: Record<string, unknown>): unknown => (cancel(world, { id: idOf(placed), ...variables }) as { orderCancelUserErrors: unknown }).orderCancelUserErrors;
    expect(errors({ refund: false, method: { originalPaymentMethodsRefund: true } })).toEqual([{ field: ["refund"], message: "Only one of the arguments `refund` or `refund_method` is allowed.", code: "INVALID" }]);
    expect(errors({ note: "x".repeat(256) })).toEqual([{ field: ["staffNote"], message: "Staff note is too long. Maximum length is 255 characters.", code: "INVALID" }]);
    expect(errors({})).toEqual([]);
    expect(errors({})).toEqual([{ field: ["orderId"], message: "Cannot cancel an order that has already been canceled", code: "INVALID" }]);
    const sent = order(world);
    world.fulfill(sent.id, { tracking: [] });
    expect(errors({ id: idOf(sent) })).toEqual([{ field: ["orderId"], message: "Cannot cancel an order with fulfilled items", code: "INVALID" }]);
    expect(errors({ id: "gid://shopify/Order/9" })).toEqual([{ field: ["orderId"], message: "Order does not exist", code: "NOT_FOUND" }]);
  });
});

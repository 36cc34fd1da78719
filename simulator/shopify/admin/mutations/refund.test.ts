import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

const REFUND = `mutation($i: RefundInput!, $k: String!) { refundCreate(input: $i) @idempotent(key: $k) {
  refund { id totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { shopMoney { amount } } } } transactions(first: 5) { nodes { kind gateway amountSet { shopMoney { amount } } } } refundShippingLines(first: 2) { nodes { subtotalAmountSet { shopMoney { amount } } } } }
  order { displayFinancialStatus netPaymentSet { shopMoney { amount } } } userErrors { field message } } }`;
const SUGGEST = `query($id: ID!, $lines: [RefundLineItemInput!], $full: Boolean, $ship: Boolean, $m: RefundMethodAllocation) { order(id: $id) { suggestedRefund(refundLineItems: $lines, suggestFullRefund: $full, refundShipping: $ship, refundMethodAllocation: $m) {
  amountSet { shopMoney { amount currencyCode } } maximumRefundableSet { shopMoney { amount } } subtotalSet { shopMoney { amount } } shipping { amountSet { shopMoney { amount } } }
  refundLineItems { quantity restockType location { id } lineItem { id } } suggestedTransactions { kind gateway amountSet { shopMoney { amount } } parentTransaction { id kind } } suggestedRefundMethods { amount { shopMoney { amount } } ... on SuggestedStoreCreditRefund { expiresAt } } } } }`;
const gid = (type: string, id: string | undefined): string => `gid://shopify/${type}/${id}`;

const placedIn = (world: TestWorld) => {
  const placed = order(world);
  const id = gid("Order", placed.id);
  const parentId = at(graphql(world, "query($id: ID!) { order(id: $id) { transactions { id kind status gateway } } }", { id }), "order.transactions.0.id");
  const lineItemId = gid("LineItem", placed.lines[0]?.id);
  const pay = (amount: string, more: Record<string, unknown> = {}) => ({ orderId: id, transactions: [{ amount, gateway: "bogus", kind: "REFUND", orderId: id, parentId }], ...more });
  const refund = (key: string, input: Record<string, unknown>): unknown => at(graphql(world, REFUND, { i: { orderId: id, ...input }, k: key }), "refundCreate");
  return { placed, id, parentId, lineItemId, pay, refund };
};

describe("a suggested refund", () => {
  it("says what lines and shipping are worth, and to which payment they go back", () => {
    const world = worldForTests();
    const { id, lineItemId, parentId } = placedIn(world);
    const answer = graphql(world, SUGGEST, { id, lines: [{ lineItemId, quantity: 1, restockType: "CANCEL" }], ship: true });
    expect(at(answer, "order.suggestedRefund")).toMatchObject({
      amountSet: { shopMoney: { amount: "154.0", currencyCode: "USD" } }, maximumRefundableSet: { shopMoney: { amount: "302.0" } }, subtotalSet: { shopMoney: { amount: "148.0" } }, shipping: { amountSet: { shopMoney: { amount: "6.0" } } },
      refundLineItems: [{ quantity: 1, restockType: "CANCEL", lineItem: { id: lineItemId } }], suggestedTransactions: [{ kind: "SUGGESTED_REFUND", gateway: "bogus", amountSet: { shopMoney: { amount: "154.0" } }, parentTransaction: { id: parentId, kind: "SALE" } }],
    });
  });

  it("is of all that is left, or as store credit, when asked", () => {
    const world = worldForTests();
    const { id, lineItemId, pay, refund } = placedIn(world);
    refund("a", pay("148.00", { refundLineItems: [{ lineItemId, quantity: 1 }] }));
    expect(at(graphql(world, SUGGEST, { id, full: true, m: "STORE_CREDIT" }), "order.suggestedRefund")).toMatchObject({
      amountSet: { shopMoney: { amount: "154.0" } }, refundLineItems: [{ quantity: 1 }], suggestedTransactions: [], suggestedRefundMethods: [{ amount: { shopMoney: { amount: "154.0" } }, expiresAt: null }],
    });
    expect(graphql(world, SUGGEST, { id, lines: [{ lineItemId, quantity: 2 }] }).errors?.[0]?.message).toBe("Quantity cannot refund more items than were purchased");
  });
});

describe("refunds", () => {
  it("need an idempotency key, and under one key happen once", () => {
    const world = worldForTests();
    const { placed, lineItemId, pay, refund, id } = placedIn(world);
    const input = pay("148.00", { refundLineItems: [{ lineItemId, quantity: 1 }] });
    expect(graphql(world, "mutation($i: RefundInput!) { refundCreate(input: $i) { userErrors { message } } }", { i: input }).errors?.[0]?.message).toContain("@idempotent directive is required");
    const first = refund("case-1", input);
    expect(refund("case-1", input)).toEqual(first);
    expect(first).toMatchObject({
      refund: { totalRefundedSet: { shopMoney: { amount: "148.0" } }, refundLineItems: { nodes: [{ quantity: 1, restockType: "NO_RESTOCK", subtotalSet: { shopMoney: { amount: "148.0" } } }] }, transactions: { nodes: [{ kind: "REFUND", gateway: "bogus" }] } },
      order: { displayFinancialStatus: "PARTIALLY_REFUNDED", netPaymentSet: { shopMoney: { amount: "154.0" } } }, userErrors: [],
    });
    expect(placed.refunds).toHaveLength(1);
    expect(graphql(world, REFUND, { i: { ...input, note: "another" }, k: "case-1" }).errors?.[0]?.message).toContain("different parameters");
    refund("case-2", input);
    expect(refund("case-3", input)).toMatchObject({ refund: null, order: { displayFinancialStatus: "PARTIALLY_REFUNDED" }, userErrors: [{ field: ["refundLineItems", "0", "quantity"], message: "Quantity cannot refund more items than were purchased" }] });
    expect(at(graphql(world, "query($id: ID!) { order(id: $id) { transactions { kind } } }", { id }), "order.transactions")).toEqual([{ kind: "SALE" }, { kind: "REFUND" }, { kind: "REFUND" }]);
  });

  it("of lines alone move no money", () => {
    const world = worldForTests();
    const { lineItemId, refund } = placedIn(world);
    expect(refund("a", { refundLineItems: [{ lineItemId, quantity: 1 }] })).toMatchObject({ refund: { totalRefundedSet: { shopMoney: { amount: "0.0" } } }, order: { displayFinancialStatus: "PAID" } });
  });

  it("give shipping back once, and put cancelled goods on the shelf", () => {
    const world = worldForTests();
    const { placed, lineItemId, pay, refund } = placedIn(world);
    const variantId = placed.lines[0]?.variantId ?? "";
    const before = world.stock.get(variantId) ?? 0;
    expect(refund("a", pay("154.00", { shipping: { fullRefund: true }, refundLineItems: [{ lineItemId, quantity: 1, restockType: "CANCEL" }] }))).toMatchObject({ refund: { refundShippingLines: { nodes: [{ subtotalAmountSet: { shopMoney: { amount: "6.0" } } }] } } });
    expect(world.stock.get(variantId)).toBe(before + 1);
    expect(placed.fulfillment_orders[0]?.lines[0]?.remaining).toBe(1);
    expect(refund("b", pay("1.00", { shipping: { amount: "1.00" } }))).toMatchObject({ refund: null, userErrors: [{ field: ["shipping", "amount"] }] });
  });

  it("can become store credit, which the shopper's account shows", () => {
    const world = worldForTests();
    const { placed, lineItemId, refund } = placedIn(world);
    const asCredit = { refundLineItems: [{ lineItemId, quantity: 1 }], refundMethods: [{ storeCreditRefund: { amount: { amount: "148.00", currencyCode: "USD" } } }] };
    expect(refund("a", asCredit)).toMatchObject({ refund: { transactions: { nodes: [{ gateway: "shopify_store_credit" }] } }, userErrors: [] });
    refund("a", asCredit);
    const account = graphql(world, "query($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 1) { nodes { balance { amount } transactions(first: 5) { nodes { event amount { amount } } } } } } }", { id: gid("Customer", placed.customerId) });
    expect(at(account, "customer.storeCreditAccounts.nodes")).toEqual([{ balance: { amount: "148.0" }, transactions: { nodes: [{ event: "ORDER_REFUND", amount: { amount: "148.0" } }] } }]);
  });

  it("are refused in the recorded words", () => {
    const world = worldForTests();
    const { id, pay, refund } = placedIn(world);
    const message = (answer: unknown): unknown => (answer as { userErrors: unknown[] }).userErrors[0];
    expect(message(refund("a", pay("999.00", { allowOverRefunding: true })))).toEqual({ field: null, message: "Refund amount $999.00 is greater than net payment received $302.00" });
    expect(message(refund("b", { transactions: [{ amount: "1.00", gateway: "bogus", kind: "AUTHORIZATION", orderId: id }] }))).toEqual({ field: null, message: "Kind authorization is not a valid transaction" });
    expect(message(refund("c", { transactions: [{ amount: "1.00", gateway: "bogus", kind: "REFUND", orderId: id, parentId: gid("OrderTransaction", "9") }] }))).toEqual({ field: ["transactions"], message: "Transactions require a parent_id associated with the order" });
    expect(message(refund("d", { orderId: gid("Order", "9") }))).toEqual({ field: ["orderId"], message: "Order does not exist" });
  });

  it("need the scope of orders", () => {
    const world = worldForTests();
    const { pay } = placedIn(world);
    world.grantScopes(["read_orders"]);
    expect(graphql(world, REFUND, { i: pay("1.00"), k: "a" }).errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
  });
});

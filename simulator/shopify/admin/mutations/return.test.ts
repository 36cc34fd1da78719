import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

const RETURNABLE = "query($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { quantity fulfillmentLineItem { id lineItem { title } } } } } } }";
const CREATE = "mutation($i: ReturnInput!) { returnCreate(returnInput: $i) { return { id name status totalQuantity returnLineItems(first: 5) { nodes { quantity returnReason ... on ReturnLineItem { fulfillmentLineItem { id } returnReasonNote } } } } userErrors { field message code } } }";

const sentIn = (world: TestWorld) => {
  const placed = order(world);
  world.fulfill(placed.id, { tracking: [] });
  const id = `gid://shopify/Order/${placed.id}`;
  const returnable = () => at(graphql(world, RETURNABLE, { id }), "returnableFulfillments.nodes") as { returnableFulfillmentLineItems: { nodes: { quantity: number; fulfillmentLineItem: { id: string } }[] } }[];
  const create = (lines: Record<string, unknown>[]): unknown => at(graphql(world, CREATE, { i: { orderId: id, returnLineItems: lines } }), "returnCreate");
  return { placed, id, returnable, create, fulfillmentLineItemId: returnable()[0]?.returnableFulfillmentLineItems.nodes[0]?.fulfillmentLineItem.id };
};

describe("returns", () => {
  it("take back what was sent, and the order shows them", () => {
    const world = worldForTests();
    const { id, create, returnable, fulfillmentLineItemId } = sentIn(world);
    expect(create([{ fulfillmentLineItemId, quantity: 1, returnReason: "DEFECTIVE", returnReasonNote: "Torn" }])).toMatchObject({
      return: { name: "#1001-R1", status: "OPEN", totalQuantity: 1, returnLineItems: { nodes: [{ quantity: 1, returnReason: "DEFECTIVE", returnReasonNote: "Torn", fulfillmentLineItem: { id: fulfillmentLineItemId } }] } }, userErrors: [],
    });
    expect(returnable()[0]?.returnableFulfillmentLineItems.nodes).toMatchObject([{ quantity: 1 }]);
    expect(at(graphql(world, "query($id: ID!) { order(id: $id) { returnStatus returns(first: 5) { nodes { name status } } } }", { id }), "order")).toEqual({ returnStatus: "IN_PROGRESS", returns: { nodes: [{ name: "#1001-R1", status: "OPEN" }] } });
  });

  it("know reasons by their definitions too", () => {
    const world = worldForTests();
    const { create, fulfillmentLineItemId } = sentIn(world);
    const reasons = at(graphql(world, "{ returnReasonDefinitions(first: 10) { nodes { id handle } } }"), "returnReasonDefinitions.nodes") as { id: string; handle: string }[];
    const defective = reasons.find((one) => one.handle === "defective")?.id;
    expect(create([{ fulfillmentLineItemId, quantity: 1, returnReasonDefinitionId: defective }])).toMatchObject({ return: { returnLineItems: { nodes: [{ returnReason: "DEFECTIVE" }] } } });
  });

  it("are refused in the recorded words, and leave nothing behind", () => {
    const world = worldForTests();
    const { placed, create, fulfillmentLineItemId } = sentIn(world);
    expect(create([{ fulfillmentLineItemId, quantity: 3 }])).toEqual({ return: null, userErrors: [{ field: ["returnInput", "returnLineItems", "0", "quantity"], message: "Return line item has an invalid quantity.", code: "INVALID" }] });
    expect(create([{ fulfillmentLineItemId, quantity: 1 }, { fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/9", quantity: 1 }])).toEqual({
      return: null, userErrors: [{ field: ["returnInput", "returnLineItems", "1", "fulfillmentLineItemId"], message: "Fulfillment Line Item was not found.", code: "NOT_FOUND" }],
    });
    expect(placed.returns).toEqual([]);
  });
});

describe("holds", () => {
  const HOLD = "mutation($id: ID!, $h: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $h) { fulfillmentHold { id handle reason reasonNotes heldByRequestingApp } fulfillmentOrder { status supportedActions { action } fulfillmentHolds { handle } } userErrors { field code } } }";
  const RELEASE = "mutation($id: ID!, $ids: [ID!], $x: String) { fulfillmentOrderReleaseHold(id: $id, holdIds: $ids, externalId: $x) { fulfillmentOrder { status fulfillmentHolds { handle } } userErrors { code } } }";

  it("of several handles stand side by side, ten at most, and go one by one", () => {
    const world = worldForTests();
    const id = `gid://shopify/FulfillmentOrder/${order(world).fulfillment_orders[0]?.id}`;
    const hold = (handle: string, externalId = handle): unknown => at(graphql(world, HOLD, { id, h: { reason: "INCORRECT_ADDRESS", reasonNotes: "No such street", handle, externalId } }), "fulfillmentOrderHold");
    const first = hold("one") as { fulfillmentHold: { id: string } };
    expect(first).toMatchObject({ fulfillmentHold: { handle: "one", reasonNotes: "No such street", heldByRequestingApp: true }, fulfillmentOrder: { status: "ON_HOLD", supportedActions: [{ action: "RELEASE_HOLD" }, { action: "HOLD" }, { action: "MOVE" }] } });
    expect(hold("one")).toMatchObject({ fulfillmentHold: null, userErrors: [{ field: ["fulfillmentHold", "handle"], code: "DUPLICATE_FULFILLMENT_HOLD_HANDLE" }] });
    for (let count = 2; count <= 10; count += 1) hold(`hold ${count}`);
    expect(hold("one too many")).toMatchObject({ userErrors: [{ code: "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED" }] });
    expect(hold("x".repeat(65))).toMatchObject({ fulfillmentHold: null, userErrors: [{ field: ["fulfillmentHold", "handle"] }] });
    const release = (variables: Record<string, unknown>): unknown => at(graphql(world, RELEASE, { id, ...variables }), "fulfillmentOrderReleaseHold.fulfillmentOrder");
    expect((release({ ids: [first.fulfillmentHold.id] }) as { fulfillmentHolds: unknown[] }).fulfillmentHolds).toHaveLength(9);
    expect((release({ x: "hold 2" }) as { fulfillmentHolds: unknown[] }).fulfillmentHolds).toHaveLength(8);
    expect(release({})).toEqual({ status: "OPEN", fulfillmentHolds: [] });
  });

  it("that were never placed do not open a closed order again", () => {
    const world = worldForTests();
    const placed = order(world);
    world.fulfill(placed.id, { tracking: [] });
    const id = `gid://shopify/FulfillmentOrder/${placed.fulfillment_orders[0]?.id}`;
    expect(at(graphql(world, RELEASE, { id }), "fulfillmentOrderReleaseHold.fulfillmentOrder.status")).toBe("CLOSED");
  });
});

import { describe, expect, it } from "vitest";
import { discountOff } from "../../../world/draft-totals.ts";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

const CREATE = "mutation($i: DraftOrderInput!) { draftOrderCreate(input: $i) { draftOrder { id name status tags note2 customAttributes { key value } totalPriceSet { shopMoney { amount } } totalDiscountsSet { shopMoney { amount } } customer { id } } userErrors { field message } } }";
const COMPLETE = "mutation($id: ID!) { draftOrderComplete(id: $id) { draftOrder { id status order { id name tags note sourceName displayFinancialStatus totalPriceSet { shopMoney { amount } } totalDiscountsSet { shopMoney { amount } } customAttributes { key value } lineItems(first: 3) { nodes { quantity discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } } } } } } userErrors { field message } } }";
const TO = { firstName: "Jo", lastName: "Lee", address1: "1 Main Street", city: "Austin", provinceCode: "TX", countryCode: "US", zip: "78701" };
const FREE = { value: 100, valueType: "PERCENTAGE", title: "Replacement", description: "Replacement" };

const inputFor = (world: TestWorld, more: Record<string, unknown> = {}) => {
  const old = order(world);
  return {
    old, input: {
      purchasingEntity: { customerId: `gid://shopify/Customer/${old.customerId}` }, email: "jo@shopper.example", shippingAddress: TO, tags: ["hither-act", "reship"], note: `Replaces ${old.name}`,
      customAttributes: [{ key: "replaces", value: old.name }], appliedDiscount: FREE, lineItems: [{ variantId: `gid://shopify/ProductVariant/${old.lines[0]?.variantId}`, quantity: 1 }], ...more,
    },
  };
};
const create = (world: TestWorld, input: unknown): unknown => at(graphql(world, CREATE, { i: input }), "draftOrderCreate");
const complete = (world: TestWorld, id: unknown): unknown => at(graphql(world, COMPLETE, { id }), "draftOrderComplete");
const idOf = (answer: unknown): string => (answer as { draftOrder: { id: string } }).draftOrder.id;

describe("a draft order", () => {
  it("given away becomes an order that costs nothing and says where it came from", () => {
    const world = worldForTests();
    const { input, old } = inputFor(world);
    const draft = create(world, input);
    expect(draft).toMatchObject({ draftOrder: { name: "#D1", status: "OPEN", tags: ["hither-act", "reship"], totalPriceSet: { shopMoney: { amount: "0.0" } }, totalDiscountsSet: { shopMoney: { amount: "148.0" } } }, userErrors: [] });
    expect(complete(world, idOf(draft))).toMatchObject({
      draftOrder: {
        status: "COMPLETED",
        order: {
          name: "#1002", tags: ["hither-act", "reship"], note: `Replaces ${old.name}`, sourceName: "218400784385", displayFinancialStatus: "PAID", totalPriceSet: { shopMoney: { amount: "0.0" } }, totalDiscountsSet: { shopMoney: { amount: "148.0" } },
          customAttributes: [{ key: "replaces", value: old.name }], lineItems: { nodes: [{ quantity: 1, discountedUnitPriceAfterAllDiscountsSet: { shopMoney: { amount: "0.0" } } }] },
        },
      }, userErrors: [],
    });
    expect(world.orders.at(-1)).toMatchObject({ customerId: old.customerId, paid: 0, fulfillment_orders: [{ status: "open" }] });
  });

  it("is completed once: a second time answers the same order and the recorded objection", () => {
    const world = worldForTests();
    const id = idOf(create(world, inputFor(world).input));
    const first = complete(world, id) as { draftOrder: unknown };
    expect(complete(world, id)).toEqual({ draftOrder: first.draftOrder, userErrors: [{ field: null, message: "This order has been paid" }] });
    expect(world.orders).toHaveLength(2);
  });

  it("takes its goods from stock when it is completed, below zero if need be", () => {
    const world = worldForTests();
    const cloth = world.products.find((one) => one.handle === "linen-tablecloth");
    const variant = `gid://shopify/ProductVariant/${cloth?.variantId}`;
    const stock = (): unknown => at(graphql(world, "query($id: ID!) { productVariant(id: $id) { inventoryQuantity sellableOnlineQuantity inventoryPolicy inventoryItem { tracked } } }", { id: variant }), "productVariant");
    expect(stock()).toEqual({ inventoryQuantity: 1, sellableOnlineQuantity: 1, inventoryPolicy: "DENY", inventoryItem: { tracked: true } });
    const id = idOf(create(world, inputFor(world, { lineItems: [{ variantId: variant, quantity: 2 }] }).input));
    expect(stock()).toMatchObject({ inventoryQuantity: 1 });
    complete(world, id);
    expect(stock()).toMatchObject({ inventoryQuantity: -1 });
  });

  it("and its order are found by tag", () => {
    const world = worldForTests();
    const id = idOf(create(world, inputFor(world).input));
    create(world, inputFor(world, { tags: ["other"] }).input);
    complete(world, id);
    expect(at(graphql(world, '{ draftOrders(first: 5, query: "tag:hither-act") { nodes { id order { name } } } }'), "draftOrders.nodes")).toEqual([{ id, order: { name: world.orders.find((one) => one.tags.includes("hither-act"))?.name } }]);
    expect(at(graphql(world, '{ orders(first: 5, query: "tag:\'hither-act\'") { nodes { tags } } }'), "orders.nodes")).toEqual([{ tags: ["hither-act", "reship"] }]);
  });

  it("is not found by search until the index knows it, and by id at once", async () => {
    const world = worldForTests();
    world.searchIndex.lagMs = 10_000;
    const id = idOf(create(world, inputFor(world).input));
    const found = (): unknown => at(graphql(world, '{ draftOrders(first: 5, query: "tag:hither-act") { nodes { id } } }'), "draftOrders.nodes");
    expect(found()).toEqual([]);
    expect(at(graphql(world, "query($id: ID!) { draftOrder(id: $id) { id } }", { id }), "draftOrder.id")).toBe(id);
    await world.clock.advance(10_000);
    expect(found()).toEqual([{ id }]);
  });

  it("is thrown away while it is open, and not after", () => {
    const world = worldForTests();
    const remove = (id: string): unknown => at(graphql(world, "mutation($i: DraftOrderDeleteInput!) { draftOrderDelete(input: $i) { deletedId userErrors { message } } }", { i: { id } }), "draftOrderDelete");
    const id = idOf(create(world, inputFor(world).input));
    expect(remove(id)).toEqual({ deletedId: id, userErrors: [] });
    expect(remove(id)).toEqual({ deletedId: null, userErrors: [{ message: "Draft order does not exist" }] });
    const kept = idOf(create(world, inputFor(world).input));
    complete(world, kept);
    expect(remove(kept)).toEqual({ deletedId: null, userErrors: [{ message: "Completed draft orders can't be deleted" }] });
    expect(world.drafts.size).toBe(1);
  });

  it("is refused in the recorded words", () => {
    const world = worldForTests();
    const { input } = inputFor(world);
    const errors = (more: Record<string, unknown>): unknown => (create(world, { ...input, ...more }) as { userErrors: unknown }).userErrors;
    const line = input.lineItems[0];
    expect(errors({ lineItems: [] })).toEqual([{ field: null, message: "Add at least 1 product" }]);
    expect(errors({ tags: [`hither-${"x".repeat(36)}`] })).toEqual([{ field: ["tags", "0"], message: "Title Tag exceeds the maximum length of 40 characters" }]);
    expect(errors({ lineItems: [{ ...line, quantity: 0 }] })).toEqual([{ field: ["lineItems", "0", "quantity"], message: "Quantity must be greater than or equal to 1" }]);
    expect(errors({ lineItems: [{ variantId: "gid://shopify/ProductVariant/9", quantity: 1 }] })).toEqual([{ field: null, message: "Product with ID 9 is no longer available." }]);
    expect(errors({ appliedDiscount: { ...FREE, value: 150 } })).toEqual([{ field: ["appliedDiscount", "value"], message: "Applied discount value must be less than or equal to 100%" }]);
    expect(errors({ email: "not-an-email" })).toEqual([{ field: ["email"], message: "Email is invalid" }]);
    expect(world.drafts.size).toBe(0);
    expect(graphql(world, CREATE, { i: { ...input, reserveInventoryUntil: "2026-12-01T00:00:00Z" } }).errors?.[0]?.extensions.code).toBe("SIMULATOR_NOT_IMPLEMENTED");
  });

  it("needs the scope of drafts, to write and to read", () => {
    const world = worldForTests();
    const { input } = inputFor(world);
    world.grantScopes(["read_orders"]);
    expect(graphql(world, CREATE, { i: input }).errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
    expect(graphql(world, "{ draftOrders(first: 1) { nodes { id } } }").errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
  });
});

describe("a discount given by hand", () => {
  it.each([[12.34, "PERCENTAGE", 1_000, 123], [100, "PERCENTAGE", 999, 999], [5, "FIXED_AMOUNT", 1_000, 500], [50, "FIXED_AMOUNT", 1_000, 1_000], [-5, "PERCENTAGE", 1_000, 0]] as const)("of %d %s takes off %d cents %d", (value, value_type, amount, off) => {
    expect(discountOff({ title: null, description: "", value, value_type }, amount)).toBe(off);
  });
});

import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";

describe("store credit", () => {
  const CREDIT = "mutation($id: ID!, $c: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $c) { storeCreditAccountTransaction { id amount { amount } balanceAfterTransaction { amount } event account { id balance { amount } owner { ... on Customer { id } } } } userErrors { field message code } } }";
  const credit = (world: TestWorld, id: string, amount: string, more: Record<string, unknown> = {}): unknown => at(graphql(world, CREDIT, { id, c: { creditAmount: { amount, currencyCode: "USD" }, ...more } }), "storeCreditAccountCredit");

  it("opens an account with the first credit, and adds up: nothing keeps a second call from giving twice", () => {
    const world = worldForTests();
    const owner = `gid://shopify/Customer/${order(world).customerId}`;
    const first = credit(world, owner, "7.23") as { storeCreditAccountTransaction: { account: { id: string } } };
    expect(first).toMatchObject({ storeCreditAccountTransaction: { amount: { amount: "7.23" }, balanceAfterTransaction: { amount: "7.23" }, event: "ADJUSTMENT", account: { owner: { id: owner } } }, userErrors: [] });
    credit(world, first.storeCreditAccountTransaction.account.id, "7.23");
    const account = graphql(world, "query($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 2) { nodes { balance { amount } transactions(first: 5, reverse: true) { nodes { createdAt amount { amount } ... on StoreCreditAccountCreditTransaction { id } } } } } } }", { id: owner });
    expect(at(account, "customer.storeCreditAccounts.nodes.0")).toMatchObject({ balance: { amount: "14.46" }, transactions: { nodes: [{ amount: { amount: "7.23" } }, { amount: { amount: "7.23" } }] } });
  });

  it("is refused in the recorded words", () => {
    const world = worldForTests();
    const owner = `gid://shopify/Customer/${order(world).customerId}`;
    const error = (answer: unknown): unknown => (answer as { userErrors: unknown[] }).userErrors[0];
    expect(error(credit(world, "gid://shopify/Customer/9", "1.00"))).toMatchObject({ field: ["id"], code: "OWNER_NOT_FOUND" });
    expect(error(credit(world, "gid://shopify/StoreCreditAccount/9", "1.00"))).toMatchObject({ field: ["id"], code: "ACCOUNT_NOT_FOUND" });
    expect(error(credit(world, owner, "0.00"))).toMatchObject({ field: ["creditInput", "creditAmount", "amount"], code: "NEGATIVE_OR_ZERO_AMOUNT" });
    expect(error(credit(world, owner, "1.00", { expiresAt: "2000-01-01T00:00:00Z" }))).toMatchObject({ field: ["creditInput", "expiresAt"], code: "EXPIRES_AT_IN_PAST" });
    expect(error(credit(world, owner, "1.00", { creditAmount: { amount: "1.00", currencyCode: "CAD" } }))).toMatchObject({ code: "MISMATCHING_CURRENCY" });
    expect(world.storeCredit.size).toBe(0);
  });

  it("needs scopes of its own", () => {
    const world = worldForTests();
    const owner = `gid://shopify/Customer/${order(world).customerId}`;
    world.grantScopes(["write_orders", "read_customers"]);
    expect(graphql(world, CREDIT, { id: owner, c: { creditAmount: { amount: "1", currencyCode: "USD" } } }).errors?.[0]?.extensions["requiredAccess"]).toContain("write_store_credit_account_transactions");
    expect(world.storeCredit.size).toBe(0);
  });
});

describe("discount codes", () => {
  const CREATE = "mutation($i: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $i) { codeDiscountNode { id codeDiscount { __typename ... on DiscountCodeBasic { title status usageLimit codes(first: 1) { nodes { code } } context { ... on DiscountCustomers { customers { id } } } customerGets { value { ... on DiscountAmount { amount { amount currencyCode } } ... on DiscountPercentage { percentage } } } } } } userErrors { field message code } } }";
  const input = (world: TestWorld, more: Record<string, unknown> = {}) => ({
    title: "Sorry", code: "SORRY-1", startsAt: "2026-11-20T00:00:00Z", usageLimit: 1, appliesOncePerCustomer: true, context: { customers: { add: [`gid://shopify/Customer/${order(world).customerId}`] } },
    customerGets: { value: { discountAmount: { amount: "10.00", appliesOnEachItem: false } }, items: { all: true } }, ...more,
  });
  const create = (world: TestWorld, more: Record<string, unknown> = {}): unknown => at(graphql(world, CREATE, { i: input(world, more) }), "discountCodeBasicCreate");
  const byCode = (world: TestWorld, code: string): unknown => at(graphql(world, "query($c: String!) { codeDiscountNodeByCode(code: $c) { id codeDiscount { ... on DiscountCodeBasic { status } } } }", { c: code }), "codeDiscountNodeByCode");

  it("are made for one shopper and one use, and found by code", () => {
    const world = worldForTests();
    const made = create(world) as { codeDiscountNode: { id: string } };
    expect(made).toMatchObject({ codeDiscountNode: { codeDiscount: { __typename: "DiscountCodeBasic", status: "ACTIVE", usageLimit: 1, codes: { nodes: [{ code: "SORRY-1" }] }, context: { customers: [{ id: `gid://shopify/Customer/${world.orders[0]?.customerId}` }] }, customerGets: { value: { amount: { amount: "10.0", currencyCode: "USD" } } } } }, userErrors: [] });
    expect(byCode(world, "sorry-1")).toMatchObject({ id: made.codeDiscountNode.id });
    expect(create(world)).toMatchObject({ codeDiscountNode: null, userErrors: [{ field: ["basicCodeDiscount", "code"], code: "TAKEN", message: "Code must be unique. Please try a different code." }] });
  });

  it("end when they are deactivated, and are gone when they are deleted", () => {
    const world = worldForTests();
    const { id } = (create(world) as { codeDiscountNode: { id: string } }).codeDiscountNode;
    graphql(world, "mutation($id: ID!) { discountCodeDeactivate(id: $id) { userErrors { message } } }", { id });
    expect(byCode(world, "SORRY-1")).toEqual({ id, codeDiscount: { status: "EXPIRED" } });
    const remove = (): unknown => at(graphql(world, "mutation($id: ID!) { discountCodeDelete(id: $id) { deletedCodeDiscountId userErrors { message code } } }", { id }), "discountCodeDelete");
    expect(remove()).toEqual({ deletedCodeDiscountId: id, userErrors: [] });
    expect(remove()).toEqual({ deletedCodeDiscountId: null, userErrors: [{ message: "Code discount does not exist.", code: "INVALID" }] });
    expect(byCode(world, "SORRY-1")).toBeNull();
  });

  it.each([
    [{ customerGets: { value: { percentage: 1.5 }, items: { all: true } } }, "VALUE_OUTSIDE_RANGE"],
    [{ endsAt: "2026-11-01T00:00:00Z" }, "INVALID"],
    [{ title: "" }, "BLANK"],
    [{ code: "" }, "BLANK"],
    [{ context: { customers: { add: ["gid://shopify/Customer/9"] } } }, "INVALID"],
  ])("with %j are refused as %s", (more, code) => {
    const world = worldForTests();
    expect(create(world, more)).toMatchObject({ codeDiscountNode: null, userErrors: [{ code }] });
    expect(world.discounts.size).toBe(0);
  });

  it("fail loudly where the stand-in does not follow", () => {
    const world = worldForTests();
    expect(graphql(world, CREATE, { i: input(world, { minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: "2" } } }) }).errors?.[0]?.extensions.code).toBe("SIMULATOR_NOT_IMPLEMENTED");
  });
});

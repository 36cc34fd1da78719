import { describe, expect, it } from "vitest";
import { accessToken, at, graphql, order, SHOP_HOST, type TestWorld, worldForTests } from "../../world/world-for-tests.ts";
import { handleShopifyHost } from "../hosts.ts";
import { pageScale } from "./cost.ts";
import { scopesOf } from "./schema.ts";

/** A query over everything a tracking app reads of an order; its costs were worked out by hand from the fitted formula. */
const EVERYTHING = `query Orders($first: Int!) { orders(first: $first, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes {
  id legacyResourceId name confirmationNumber number email phone createdAt updatedAt processedAt cancelledAt closedAt cancelReason displayFinancialStatus displayFulfillmentStatus
  returnStatus currencyCode statusPageUrl tags note customAttributes { key value } totalPriceSet { shopMoney { amount currencyCode } }
  customer { id displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } locale }
  shippingAddress { name address1 address2 city provinceCode countryCodeV2 zip latitude longitude phone } shippingLine { title code carrierIdentifier source originalPriceSet { shopMoney { amount } } }
  lineItems(first: 50) { nodes { id name sku quantity unfulfilledQuantity currentQuantity requiresShipping variant { id } } }
  fulfillments(first: 10) { id legacyResourceId name status displayStatus createdAt updatedAt inTransitAt deliveredAt estimatedDeliveryAt requiresShipping location { id name }
    trackingInfo(first: 10) { company number url } fulfillmentLineItems(first: 50) { nodes { id quantity lineItem { id } } }
    events(first: 50, sortKey: HAPPENED_AT) { nodes { id status message happenedAt estimatedDeliveryAt city province country zip latitude longitude address1 createdAt } } }
  fulfillmentOrders(first: 10) { nodes { id status requestStatus fulfillAt fulfillBy assignedLocation { name location { id } }
    deliveryMethod { id methodType minDeliveryDateTime maxDeliveryDateTime serviceCode presentedName brandedPromise { handle name } } destination { countryCode zip city }
    fulfillmentHolds { id reason reasonNotes heldByApp { id } } lineItems(first: 50) { nodes { id totalQuantity remainingQuantity lineItem { id } } } } }
  returns(first: 5) { nodes { id name status } } refunds(first: 5) { id createdAt totalRefundedSet { shopMoney { amount } } }
  metafield(namespace: "$app:delivery", key: "promise") { id value compareDigest } } } }`;

const code = (world: TestWorld, query: string, variables?: Record<string, unknown>): string | undefined => graphql(world, query, variables).errors?.[0]?.extensions.code;

describe("query cost", () => {
  it.each([[1, 157], [10, 622], [20, 777], [25, 932]])("of everything about %i orders is %i points", (first, cost) => {
    expect(graphql(worldForTests(), EVERYTHING, { first }).extensions?.cost.requestedQueryCost).toBe(cost);
  });

  it.each([[50, 1_087], [100, 1_397]])("of everything about %i orders, %i points, is refused", (first, cost) => {
    const answer = graphql(worldForTests(), EVERYTHING, { first });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: 1_000 } });
    expect(answer).not.toHaveProperty("data");
  });

  it("grows with the logarithm of a page", () => {
    expect([0, 1, 2, 3, 5, 10, 20, 50, 100, 250].map(pageScale)).toEqual([0, 1, 1, 2, 3, 4, 5, 7, 9, 11]);
  });

  it("gives back what the answer did not need", () => {
    const world = worldForTests();
    order(world);
    const cost = graphql(world, "{ orders(first: 250) { nodes { id } } }").extensions?.cost;
    expect(cost).toMatchObject({ requestedQueryCost: 13, actualQueryCost: 3, throttleStatus: { currentlyAvailable: 1_997 } });
  });

  it("empties the bucket, which fills by 100 points a second", () => {
    let real = 0;
    const world = worldForTests({ realNow: () => real });
    const costly = (): string | undefined => code(world, EVERYTHING.replace("returns(first: 5) { nodes { id name status } } ", ""), { first: 20 });
    order(world);
    // 2,000 points allow two mutations of 10 less than that many.
    for (let spent = 0; spent < 200; spent += 1) graphql(world, `mutation { tagsAdd(id: "gid://shopify/Order/${world.orders[0]?.id}", tags: ["x"]) { userErrors { message } } }`);
    expect(costly()).toBe("THROTTLED");
    real += 7_700;
    expect(costly()).not.toBe("THROTTLED");
  });

  it("finds the bucket full after a jump of the clock, as it would be had that time passed", async () => {
    const world = worldForTests({ realNow: () => 0 });
    order(world);
    const left = (): unknown => graphql(world, "{ shop { name } }").extensions?.cost;
    for (let spent = 0; spent < 150; spent += 1) graphql(world, `mutation { tagsAdd(id: "gid://shopify/Order/${world.orders[0]?.id}", tags: ["x"]) { userErrors { message } } }`);
    const spent = left();
    await world.clock.advance(60_000);
    expect([spent, left()]).toMatchObject([{ throttleStatus: { currentlyAvailable: 499 } }, { throttleStatus: { currentlyAvailable: 1_999 } }]);
  });
});

describe("what may be read", () => {
  it("depends on the granted scopes, said in the schema's own words", () => {
    const world = worldForTests();
    order(world);
    world.grantScopes(["read_customers"]);
    const answer = graphql(world, "{ orders(first: 1) { nodes { id } } shop { name } }");
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({
      message: "Access denied for orders field. Required access: `read_orders` access scope, `read_marketplace_orders` access scope or `read_quick_sale` access scope.", path: ["orders"], extensions: { code: "ACCESS_DENIED" },
    });
    expect(code(world, `{ node(id: "gid://shopify/Order/${world.orders[0]?.id}") { id } }`)).toBe("ACCESS_DENIED");
  });

  it("withholds one field and gives the others", () => {
    const world = worldForTests();
    order(world);
    world.grantScopes(["read_orders"]);
    const answer = graphql(world, "{ orders(first: 1) { nodes { name customer { id } } } }");
    expect(at(answer, "orders.nodes.0")).toEqual({ name: "#1001", customer: null });
    expect(answer.errors?.[0]?.path).toEqual(["orders", "nodes", 0, "customer"]);
  });

  it("includes reading wherever writing was granted", () => {
    const world = worldForTests();
    world.grantScopes(["write_orders"]);
    expect(code(world, "{ orders(first: 1) { nodes { id } } }")).toBeUndefined();
  });

  it("withholds customer data that Shopify did not approve", () => {
    const world = worldForTests();
    order(world);
    world.approveCustomerData(["name", "phone"]);
    const answer = graphql(world, "{ orders(first: 1) { nodes { email shippingAddress { city zip name } } } }");
    expect(at(answer, "orders.nodes.0")).toEqual({ email: null, shippingAddress: { city: "Austin", zip: null, name: "Jo Lee" } });
    expect(answer.errors?.map((error) => error.message.split(".")[0])).toEqual(["This app is not approved to use the email field", "This app is not approved to use the zip field"]);
  });

  it("is understood also where the rule names scopes without read or write", () => {
    expect(scopesOf("`orders` access scope, `marketplace_orders` access scope or `buyer_membership_orders` access scope.", true)).toEqual(["write_orders", "write_marketplace_orders", "write_buyer_membership_orders"]);
    expect(scopesOf("`write_orders` access scope. Also: The app must have the `write_other` access scope.", true)).toEqual(["write_orders"]);
    const world = worldForTests();
    world.grantScopes(["read_orders"]);
    expect(code(world, `mutation { refundCreate(input: { orderId: "gid://shopify/Order/1" }) @idempotent(key: "k") { userErrors { message } } }`)).toBe("ACCESS_DENIED");
  });
});

describe("mistakes in a request, in Shopify's recorded words", () => {
  it.each<[string, string, string]>([
    ["undefinedField", "query Q { orders(first: 1) { nodes { ... on Order { totallyFake } } } }", "Field 'totallyFake' doesn't exist on type 'Order'"],
    ["argumentNotAccepted", "{ shop(x: 1) { id } }", "Field 'shop' doesn't accept argument 'x'"],
    ["argumentNotAccepted", `mutation { tagsAdd(id: "gid://shopify/Order/1", tags: [], x: 1) { userErrors { message } } }`, "Field 'tagsAdd' doesn't accept argument 'x'"],
    ["argumentNotAccepted", `mutation { orderUpdate(input: { id: "gid://shopify/Order/1", role: 1 }) { userErrors { message } } }`, "InputObject 'OrderInput' doesn't accept argument 'role'"],
    ["missingRequiredArguments", "{ order { id } }", "Field 'order' is missing required arguments: id"],
    ["missingRequiredInputObjectAttribute", "mutation { orderUpdate(input: {}) { userErrors { message } } }", "Argument 'id' on InputObject 'OrderInput' is required. Expected type ID!"],
    ["argumentLiteralsIncompatible", "{ order(id: null) { id } }", "Argument 'id' on Field 'order' has an invalid value (null). Expected type 'ID!'."],
    ["variableNotUsed", "query Mine($k: String) { shop { id } }", "Variable $k is declared by Mine but not used"],
    ["undefinedDirective", "{ shop @nope { id } }", "Directive @nope is not defined"],
    ["undefinedType", "{ shop { ... on Nope { id } } }", "No such type Nope, so it can't be a fragment condition"],
    ["selectionMismatch", "{ shop }", "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)"],
    ["PARSE_ERROR", "{ shop { id }", "syntax error, unexpected end of file at [1, 14]"],
  ])("%s: %s", (errorCode, query, message) => {
    const answer = graphql(worldForTests(), query);
    expect(answer.errors?.[0]).toMatchObject({ message, extensions: { code: errorCode } });
    expect(answer).not.toHaveProperty("data");
    expect(answer).not.toHaveProperty("extensions");
  });

  it("tell the way to a wrong field, operation and fragments included", () => {
    const answer = graphql(worldForTests(), "query Mine { orders(first: 1) { nodes { ... on Order { fake } } } }");
    expect(answer.errors?.[0]?.path).toEqual(["query Mine", "orders", "nodes", "... on Order", "fake"]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["query($id: ID!) { order(id: $id) { id } }", {}, "Variable $id of type ID! was provided invalid value"],
    ["query($id: ID!) { order(id: $id) { id } }", { id: "17" }, "Variable $id of type ID! was provided invalid value"],
    ["mutation($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { userErrors { message } } }", { e: { status: "DELIVERED" } }, "Variable $e of type FulfillmentEventInput! was provided invalid value for fulfillmentId (Expected value to not be null)"],
    ["mutation($t: [String!]!) { tagsAdd(id: \"gid://shopify/Order/1\", tags: $t) { userErrors { message } } }", { t: ["a", 5] }, "Variable $t of type [String!]! was provided invalid value for 1 (Could not coerce value 5 to String)"],
  ])("variables of %s", (query, variables, message) => {
    expect(graphql(worldForTests(), query, variables).errors?.[0]).toMatchObject({ message, extensions: { code: "INVALID_VARIABLE" } });
  });

  it("input of more than 250 entries is refused", () => {
    const answer = graphql(worldForTests(), `mutation($t: [String!]!) { tagsAdd(id: "gid://shopify/Order/1", tags: $t) { userErrors { message } } }`, { t: Array.from({ length: 251 }, String) });
    expect(answer.errors?.[0]).toMatchObject({ message: "The input array size of 251 is greater than the maximum allowed of 250.", path: ["t"], extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } });
  });

  it("an id of the wrong type and a field nobody imitates fail loudly", () => {
    const world = worldForTests();
    order(world);
    expect(code(world, `{ order(id: "gid://shopify/Shop/68817551382") { id } }`)).toBe("RESOURCE_NOT_FOUND");
    expect(code(world, "{ giftCardsCount { count } }")).toBe("ACCESS_DENIED");
    expect(code(world, "{ publicApiVersions { handle } }")).toBe("SIMULATOR_NOT_IMPLEMENTED");
    expect(code(world, "{ orders(first: 1) { nodes { risk { recommendation } } } }")).toBe("SIMULATOR_NOT_IMPLEMENTED");
  });
});

describe("the endpoint", () => {
  const post = (world: TestWorld, token: string, body: string, url = "/admin/api/2026-10/graphql.json"): ReturnType<typeof handleShopifyHost> =>
    handleShopifyHost(world, { host: SHOP_HOST, method: "POST", url, headers: { "x-shopify-access-token": token }, body });

  it("answers on 2026-10 only, and refuses bodies without a query", () => {
    const world = worldForTests();
    const token = accessToken(world);
    expect(post(world, token, JSON.stringify({ query: "{ shop { name } }" })).headers["x-shopify-api-version"]).toBe("2026-10");
    expect(post(world, token, "{}", "/admin/api/2023-01/graphql.json").status).toBe(404);
    expect(post(world, token, "{").status).toBe(400);
    expect(post(world, token, "{}").status).toBe(400);
  });

  it("fails on demand, for a number of answers or for a share of them", () => {
    const world = worldForTests();
    const token = accessToken(world);
    const ask = (): ReturnType<typeof post> => post(world, token, JSON.stringify({ query: "{ shop { name } }" }));
    world.admin.faults.failNext(1, 500);
    world.admin.faults.failNext(1, "THROTTLED");
    world.admin.faults.failNext(1, "timeout");
    expect(ask().status).toBe(500);
    expect(String(ask().body)).toContain('"code":"THROTTLED"');
    expect(ask().fault).toEqual({ kind: "hang" });
    world.admin.faults.failRate(0.2, [503]);
    const failed = Array.from({ length: 500 }, () => ask().status).filter((status) => status === 503).length;
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(140);
    world.admin.faults.failRate(0);
    expect(ask().status).toBe(200);
  });

  it("fails a certain operation on demand, once, before it was carried out or after", () => {
    const world = worldForTests();
    const token = accessToken(world);
    const id = `gid://shopify/Order/${order(world).id}`;
    const tag = (name: string): ReturnType<typeof post> => post(world, token, JSON.stringify({ query: "mutation Tag($id: ID!, $t: [String!]!) { tagsAdd(id: $id, tags: $t) { userErrors { message } } }", variables: { id, t: [name] } }));
    world.operationFaults.push({ operation: "tagsAdd", kind: 502, carriedOut: false }, { operation: "Tag", kind: "cut", carriedOut: true });
    expect(post(world, token, JSON.stringify({ query: "{ shop { name } }" })).status).toBe(200);
    expect(tag("first").status).toBe(502);
    expect(world.orders[0]?.tags).toEqual([]);
    expect(tag("second").fault).toEqual({ kind: "cut", afterBytes: 0 });
    expect(world.orders[0]?.tags).toEqual(["second"]);
    expect(JSON.parse(String(tag("third").body))).toMatchObject({ data: { tagsAdd: { userErrors: [] } } });
    expect(world.operationFaults).toEqual([]);
  });
});

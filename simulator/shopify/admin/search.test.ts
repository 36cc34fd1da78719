import { describe, expect, it } from "vitest";
import { at, graphql, order, type TestWorld, worldForTests } from "../../world/world-for-tests.ts";

/** Four orders, a day apart, in different states. */
async function shop(): Promise<TestWorld> {
  const world = worldForTests();
  const [sent, partial, , gone] = [1, 2, 3, 4].map((day) => order(world, { at: new Date(`2026-11-1${day}T12:00:00Z`), email: `s${day}@shopper.example` }));
  world.fulfill(sent?.id ?? "", { tracking: [] });
  world.fulfill(partial?.id ?? "", { tracking: [], lines: [{ lineItemId: partial?.lines[0]?.id ?? "", quantity: 1 }] });
  graphql(world, `mutation { tagsAdd(id: "gid://shopify/Order/${partial?.id}", tags: ["gift wrap"]) { userErrors { message } } }`);
  world.cancelOrder(gone?.id ?? "");
  await world.clock.advance(1_000);
  return world;
}

const names = (world: TestWorld, query: string, more = ""): unknown =>
  (at(graphql(world, `query($q: String) { orders(first: 50, query: $q ${more}) { nodes { name } } }`, { q: query }), "orders.nodes") as { name: string }[]).map((one) => one.name).join(" ");

describe("searching orders", () => {
  it.each([
    ["", "#1001 #1002 #1003 #1004"],
    ["name:1002", "#1002"],
    ["name:#1002", "#1002"],
    ["name:'#1002' OR name:1003", "#1002 #1003"],
    ["email:S3@shopper.example", "#1003"],
    ["email:s*", "#1001 #1002 #1003 #1004"],
    ["fulfillment_status:fulfilled", "#1001"],
    ["fulfillment_status:partial", "#1002"],
    ["fulfillment_status:unfulfilled", "#1003 #1004"],
    ["status:cancelled", "#1004"],
    ["status:open", "#1001 #1002 #1003"],
    ["NOT status:cancelled AND -fulfillment_status:fulfilled", "#1002 #1003"],
    ["status:open (name:1001 OR name:1004)", "#1001"],
    ["financial_status:refunded", "#1004"],
    ["tag:'gift wrap'", "#1002"],
    ["tag_not:'gift wrap'", "#1001 #1003 #1004"],
    ["created_at:2026-11-12", "#1002"],
    ["created_at:>2026-11-12", "#1003 #1004"],
    ["created_at:>=2026-11-12 created_at:<2026-11-14", "#1002 #1003"],
    ["created_at:>'2026-11-12T12:00:00Z'", "#1003 #1004"],
    ["created_at:>='2026-11-12T07:00:00-05:00'", "#1002 #1003 #1004"],
    ["created_at:<='2026-11-12T07:00:00'", "#1001 #1002"],
    ["1003", "#1003"],
    ["HW-THROW-NAT status:open", "#1001 #1002 #1003"],
  ])("%j finds %s", async (query, found) => {
    expect(names(await shop(), query)).toBe(found);
  });

  it("compares ids as whole numbers, beyond what a JavaScript number can tell apart", async () => {
    const world = await shop();
    const second = world.orders[1]?.id ?? "";
    expect(names(world, `id:${second}`)).toBe("#1002");
    expect(names(world, `id:>${second}`)).toBe("#1003 #1004");
  });

  it("sorts by what is asked for, in either direction", async () => {
    const world = await shop();
    const first = world.orders[0];
    graphql(world, `mutation { tagsAdd(id: "gid://shopify/Order/${first?.id}", tags: ["late"]) { userErrors { message } } }`);
    expect(names(world, "status:open", "sortKey: UPDATED_AT")).toBe("#1003 #1002 #1001");
    expect(names(world, "", "sortKey: CREATED_AT, reverse: true")).toBe("#1004 #1003 #1002 #1001");
    expect(names(world, "", "sortKey: ID, reverse: true")).toBe("#1004 #1003 #1002 #1001");
  });

  it("warns of a field it does not know, and then finds everything", async () => {
    const world = await shop();
    const answer = graphql(world, `{ found: orders(first: 50, query: "phone:123 name:1001") { nodes { name } } }`);
    expect((at(answer, "found.nodes") as unknown[]).length).toBe(4);
    expect(answer.extensions?.search).toEqual([{ path: ["found"], query: "phone:123 name:1001", warnings: [{ field: "phone", message: "Invalid search field for this query.", code: "invalid_field" }] }]);
  });

  it("warns of a value that means nothing", async () => {
    const answer = graphql(await shop(), `{ orders(first: 1, query: "updated_at:>yesterday") { nodes { name } } }`);
    expect(answer.extensions?.search).toMatchObject([{ warnings: [{ field: "updated_at", message: "Input `yesterday` is not an accepted value.", code: "invalid_value" }] }]);
  });

  it("fails loudly for a filter that Shopify has and the stand-in has not", async () => {
    const answer = graphql(await shop(), `{ orders(first: 1, query: "risk_level:high") { nodes { name } } }`);
    expect(answer.errors?.[0]?.extensions.code).toBe("SIMULATOR_NOT_IMPLEMENTED");
  });

  it("counts what it finds, up to the limit", async () => {
    const world = await shop();
    expect(at(graphql(world, `{ ordersCount(query: "status:open") { count precision } }`), "ordersCount")).toEqual({ count: 3, precision: "EXACT" });
    expect(at(graphql(world, `{ ordersCount(limit: 2) { count precision } }`), "ordersCount")).toEqual({ count: 2, precision: "AT_LEAST" });
  });

  it("shows orders of the last 60 days only, unless all were granted", () => {
    const world = worldForTests();
    order(world, { at: new Date("2026-09-01T12:00:00Z") });
    order(world);
    expect(names(world, "")).toBe("#1002");
    expect(at(graphql(world, `{ order(id: "gid://shopify/Order/${world.orders[0]?.id}") { name } }`), "order")).toBeNull();
    world.grantScopes([...world.config.scopes, "read_all_orders"]);
    expect(names(world, "")).toBe("#1001 #1002");
  });
});

import { describe, expect, it } from "vitest";
import { at, bulkDone, graphql, order, type TestWorld, worldForTests } from "../../../world/world-for-tests.ts";
import { seededRandom } from "../../../world/random.ts";
import { seedOrders } from "../../../world/seed-orders.ts";
import { handleShopifyHost } from "../../hosts.ts";
import type { HostResponse } from "../../host-response.ts";

const RUN = "mutation($q: String!, $g: Boolean!) { bulkOperationRunQuery(query: $q, groupObjects: $g) { bulkOperation { id status } userErrors { field message code } } }";
const ORDERS = "{ orders { edges { node { id name lineItems { edges { node { id sku } } } } } } }";
type Line = { id: string; name?: string; __parentId?: string };

const start = (world: TestWorld, query: string, grouped = false): unknown => at(graphql(world, RUN, { q: query, g: grouped }), "bulkOperationRunQuery");
const file = (world: TestWorld, headers: Record<string, string> = {}): HostResponse => {
  const url = new URL(world.admin.state.bulkOperations.at(-1)?.url ?? "https://storage.googleapis.com/none");
  return handleShopifyHost(world, { host: url.host, method: "GET", url: url.pathname + url.search, headers, body: "" });
};
const lines = (answer: HostResponse): Line[] => answer.body.toString().trimEnd().split("\n").map((line) => JSON.parse(line) as Line);

/** Orders with parcels and events, and one bulk query about them that has ended. */
async function exported(query: string, orders = 450, grouped = false): Promise<TestWorld> {
  const world = worldForTests();
  seedOrders(world, orders, seededRandom("bulk"));
  start(world, query, grouped);
  await bulkDone(world);
  return world;
}

describe("bulk queries", () => {
  it("write every object once, children after their parent and with its id", async () => {
    const world = await exported(ORDERS);
    const all = lines(file(world));
    const roots = all.filter((line) => line.__parentId === undefined);
    expect(roots.map((line) => line.name)).toEqual(world.orders.map((one) => one.name));
    expect(all.length - roots.length).toBe(world.orders.reduce((sum, one) => sum + one.lines.length, 0));
    const seen = new Set<string>();
    const orphans: Line[] = [];
    for (const line of all) {
      if (line.__parentId !== undefined && !seen.has(line.__parentId)) orphans.push(line);
      seen.add(line.id);
    }
    expect(orphans).toEqual([]);
    expect(seen.size).toBe(all.length);
    const [operation] = world.admin.state.bulkOperations;
    expect(operation).toMatchObject({ status: "COMPLETED", objectCount: all.length, rootObjectCount: 450, fileSize: file(world).body.length });
  });

  it("put children right behind their parent only when they are grouped", async () => {
    const follows = (all: Line[]): boolean => all.every((line, index) => line.__parentId === undefined || all[index - 1]?.id === line.__parentId || all[index - 1]?.__parentId === line.__parentId);
    expect(follows(lines(file(await exported(ORDERS, 20, true))))).toBe(true);
    expect(follows(lines(file(await exported(ORDERS, 20, false))))).toBe(false);
  });

  it("reach the events by way of fulfillment orders and parcels", async () => {
    const world = await exported("{ fulfillmentOrders(includeClosed: true) { edges { node { id fulfillments { edges { node { id events { edges { node { id } } } } } } } } } }", 60);
    const events = lines(file(world)).filter((line) => line.id.includes("FulfillmentEvent"));
    expect(events.length).toBe(world.orders.flatMap((one) => one.fulfillments.flatMap((parcel) => parcel.events)).length);
    expect(events.every((line) => line.__parentId?.includes("/Fulfillment/"))).toBe(true);
  });

  it("say by webhook that they ended", async () => {
    const world = await exported(ORDERS, 3);
    await world.settled();
    expect(JSON.parse(world.received.at(-1)?.body ?? "{}")).toMatchObject({ admin_graphql_api_id: `gid://shopify/BulkOperation/${world.admin.state.bulkOperations[0]?.id}`, status: "completed", type: "query", error_code: null });
  });

  it("honour the search and the field order of a query, and make no file for nothing", async () => {
    const world = await exported("{ orders(query: \"name:1002\") { edges { node { id name } } } }", 5);
    expect(lines(file(world)).map((line) => line.name)).toEqual(["#1002"]);
    const empty = await exported("{ orders(query: \"name:9999\") { edges { node { id } } } }", 5);
    expect(empty.admin.state.bulkOperations[0]).toMatchObject({ status: "COMPLETED", objectCount: 0, url: null });
  });

  it.each([
    ["{ shop { name } }", "Bulk queries must contain at least one connection."],
    ["{ orders { edges { node { id fulfillments { id events { edges { node { id } } } } } } } }", "Queries that contain a connection field within a list field are not currently supported."],
    ["{ node(id: \"gid://shopify/Order/1\") { ... on Order { lineItems { edges { node { id } } } } } }", "Bulk queries cannot contain a top level `node` field."],
    ["{ customers { edges { node { id orders { edges { node { id fulfillmentOrders { edges { node { id lineItems { edges { node { id } } } } } } } } } } } } }", "Bulk queries cannot contain connections with a nesting depth greater than 2."],
    ["{ a: orders { edges { node { id } } } b: orders { edges { node { id } } } }", "Bulk queries must contain exactly one top level field."],
    ["{ orders { edges { node { id fake } } } }", "Invalid bulk query: Field 'fake' doesn't exist on type 'Order'"],
  ])("%s is refused", (query, message) => {
    expect(start(worldForTests(), query)).toEqual({ bulkOperation: null, userErrors: [{ field: ["query"], message, code: "INVALID" }] });
  });

  it("run five at a time", async () => {
    const world = worldForTests();
    order(world);
    for (let running = 0; running < 5; running += 1) expect(start(world, ORDERS)).toMatchObject({ userErrors: [] });
    expect(start(world, ORDERS)).toMatchObject({ bulkOperation: null, userErrors: [{ field: null, code: "OPERATION_IN_PROGRESS" }] });
    await bulkDone(world);
    expect(start(world, ORDERS)).toMatchObject({ userErrors: [] });
    await bulkDone(world);
  });

  it("can be called off", async () => {
    const world = worldForTests();
    seedOrders(world, 900, seededRandom("cancel"));
    const { bulkOperation } = start(world, ORDERS) as { bulkOperation: { id: string } };
    expect(at(graphql(world, "mutation($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }", { id: bulkOperation.id }), "bulkOperationCancel.bulkOperation.status")).toBe("CANCELING");
    await bulkDone(world);
    expect(world.admin.state.bulkOperations[0]).toMatchObject({ status: "CANCELED", url: null });
  });

  it("fail when a field is not granted", async () => {
    const world = worldForTests();
    order(world);
    world.approveCustomerData([]);
    start(world, "{ orders { edges { node { id email } } } }");
    await bulkDone(world);
    expect(world.admin.state.bulkOperations[0]).toMatchObject({ status: "FAILED", error_code: "ACCESS_DENIED", url: null });
  });
});

describe("result files", () => {
  it("are given whole or from a byte on, and break on demand", async () => {
    const world = await exported(ORDERS, 10);
    const whole = file(world);
    const rest = file(world, { range: "bytes=100-" });
    expect([whole.status, rest.status, rest.headers["content-range"]]).toEqual([200, 206, `bytes 100-${whole.body.length - 1}/${whole.body.length}`]);
    expect(rest.body.toString()).toBe(whole.body.toString().slice(100));
    expect(file(world, { range: "bytes=0-9" }).body.length).toBe(10);
    expect(file(world, { range: `bytes=${whole.body.length}-` }).status).toBe(416);
    world.admin.fileFaults.failNext(1, "cut");
    expect(file(world).fault).toEqual({ kind: "cut", afterBytes: Math.floor(whole.body.length / 2) });
  });

  it("are gone after a week", async () => {
    const world = await exported(ORDERS, 2);
    await world.clock.advance(8 * 86_400_000);
    expect(file(world).status).toBe(400);
  });
});

import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Duration, Instant } from "#app/domain/shared/time.ts";
import type { Log } from "#app/application/ports.ts";
import type { AccessToken, Tokens } from "../tokens.ts";
import type { ApiBudget, Bucket } from "./budget.ts";
import { createAdminClient } from "./client.ts";
import { EXPORT_STATE, PUBLISH_TABLE, START_EXPORT, TRIGGER_FLOW } from "./operations.ts";

const SHOP = "hearth.myshopify.com" as ShopId;
const START = 1_800_000_000_000 as Instant;

type Scripted = Response | Error;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
const bucket = (available: number) => ({ cost: { requestedQueryCost: 1, throttleStatus: { maximumAvailable: 2000, currentlyAvailable: available, restoreRate: 100 } } });
const found = { data: { bulkOperation: null }, extensions: bucket(1999) };
const throttled = { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }], extensions: { cost: { requestedQueryCost: 350, throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 50, restoreRate: 100 } } } };
const connection = (code: string): Error => new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

const stage = (script: readonly Scripted[], { waits = [], token, drift = 0 }: { readonly waits?: readonly number[]; readonly token?: AccessToken; readonly drift?: number } = {}) => {
  const sent: { url: string; headers: Headers; body: string }[] = [];
  const slept: number[] = [];
  const reported: Bucket[] = [];
  const askedAt: Instant[] = [];
  const reserved: number[] = [];
  const handed: (string | undefined)[] = [];
  const left = [...waits];
  let now: number = START;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const log: Log = { for: () => silent };
  const tokens: Tokens = {
    of: async (_shop, rejected) => {
      handed.push(rejected);
      return token ?? { outcome: "token", accessToken: rejected === undefined ? "first" : "second" };
    },
  };
  const budget: ApiBudget = {
    reserve: async (_shop, cost, at) => {
      askedAt.push(at);
      const ms = left.shift();
      if (ms !== undefined) return { outcome: "wait", ms };
      reserved.push(cost);
      return { outcome: "granted" };
    },
    report: async (_shop, told) => void reported.push(told),
  };
  const answers = [...script];
  const client = createAdminClient({
    tokens, budget, log, clock: () => now as Instant, random: () => 0,
    sleep: async (wait: Duration) => {
      slept.push(wait);
      now += wait + drift;
    },
    fetch: async (input, init) => {
      sent.push({ url: String(input), headers: new Headers(init?.headers), body: String(init?.body) });
      const next = answers.shift();
      if (next === undefined) throw new Error("the script is over: one request too many");
      if (next instanceof Error) throw next;
      return next;
    },
  });
  return { client, sent, slept, reported, reserved, askedAt, handed, ask: () => client.run(SHOP, EXPORT_STATE, { id: "gid://shopify/BulkOperation/1" }) };
};

describe("a question to the Admin API", () => {
  it("goes to the shop's 2026-10 endpoint with its token, and reports the points left", async () => {
    const { ask, sent, reported, reserved } = stage([json(found)]);
    expect(await ask()).toEqual({ outcome: "answered", data: { bulkOperation: null } });
    expect(sent[0]?.url).toBe("https://hearth.myshopify.com/admin/api/2026-10/graphql.json");
    expect(sent[0]?.headers.get("x-shopify-access-token")).toBe("first");
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ variables: { id: "gid://shopify/BulkOperation/1" }, operationName: "ExportState" });
    expect(reserved).toEqual([1]);
    expect(reported).toEqual([{ available: 1999, maximum: 2000, restoreRate: 100 }]);
  });

  it("waits for the shared budget before it is sent", async () => {
    const { ask, slept, sent } = stage([json(found)], { waits: [1500, 500] });
    expect((await ask()).outcome).toBe("answered");
    expect(slept).toEqual([1500, 500]);
    expect(sent).toHaveLength(1);
  });

  it("counts what it waited as passed, also when the machine's clock was set back meanwhile", async () => {
    const { ask, askedAt } = stage([json(found)], { waits: [1500, 500], drift: -60_000 });
    expect((await ask()).outcome).toBe("answered");
    expect(askedAt.map((at) => at - START)).toEqual([0, 1500, 2000]);
  });

  it("goes back to its queue when the budget is used up for longer", async () => {
    const { ask, sent } = stage([], { waits: [60_000] });
    expect(await ask()).toMatchObject({ outcome: "unavailable", retryAt: START + 60_000 });
    expect(sent).toEqual([]);
  });

  it("waits exactly as long as the bucket needs to refill when Shopify throttles", async () => {
    const { ask, slept, reported } = stage([json(throttled), json(found)]);
    expect((await ask()).outcome).toBe("answered");
    expect(slept).toEqual([3000]); // (350 − 50) points at 100 a second
    expect(reported[0]?.available).toBe(50);
  });

  it.each([
    ["a server error", json({ errors: "oops" }, 503)],
    ["an internal error", json({ data: { bulkOperation: null }, errors: [{ message: "Internal error.", extensions: { code: "INTERNAL_SERVER_ERROR" } }] })],
    ["a broken connection", connection("ECONNRESET")],
    ["a timeout", new DOMException("The operation was aborted due to timeout", "TimeoutError")],
    ["an answer cut short", new Response('{"data":{"bulk', { headers: { "content-type": "application/json" } })],
    ["an error page", new Response("<html>bad gateway</html>", { status: 502, headers: { "content-type": "text/html" } })],
  ])("is asked again after %s", async (_what, failure) => {
    const { ask, slept, sent } = stage([failure, json(found)]);
    expect((await ask()).outcome).toBe("answered");
    expect(sent).toHaveLength(2);
    expect(slept).toEqual([250]);
  });

  it("honours Retry-After", async () => {
    const { ask, slept } = stage([json({}, 503, { "retry-after": "7" }), json(found)]);
    expect((await ask()).outcome).toBe("answered");
    expect(slept).toEqual([7000]);
  });

  it("gives up after five attempts with the time to come again", async () => {
    const { ask, sent, slept } = stage(Array.from({ length: 5 }, () => json({}, 500)));
    const answer = await ask();
    expect(answer.outcome).toBe("unavailable");
    expect(sent).toHaveLength(5);
    expect(slept).toEqual([250, 500, 1000, 2000]);
    expect(answer).toMatchObject({ retryAt: START + 3750 + 4000 });
  });

  it("asks for a new token once when Shopify rejects the one it used, then gives up", async () => {
    const once = stage([json({ errors: "[API] Invalid API key or access token" }, 401), json(found)]);
    expect((await once.ask()).outcome).toBe("answered");
    expect(once.handed).toEqual([undefined, "first"]);
    expect(once.sent[1]?.headers.get("x-shopify-access-token")).toBe("second");

    const twice = stage([json({}, 401), json({}, 401)]);
    expect((await twice.ask()).outcome).toBe("unauthorised");
    expect(twice.sent).toHaveLength(2);
  });

  it("is not sent at all without a token", async () => {
    const { ask, sent } = stage([], { token: { outcome: "unauthorised", because: "uninstalled" } });
    expect(await ask()).toEqual({ outcome: "unauthorised", because: "uninstalled" });
    expect(sent).toEqual([]);
  });

  it("is told apart when a grant is missing, and refused for everything else Shopify says no to", async () => {
    const denied = { data: { orders: null }, errors: [{ message: "Access denied for orders field.", extensions: { code: "ACCESS_DENIED" } }] };
    expect(await stage([json(denied)]).ask()).toEqual({ outcome: "denied", because: "Access denied for orders field." });
    expect((await stage([json({ errors: [{ message: "Field 'x' doesn't exist", extensions: { code: "undefinedField" } }] })]).ask()).outcome).toBe("refused");
    expect((await stage([json({ errors: [{ message: "Query cost is 1,500", extensions: { code: "MAX_COST_EXCEEDED" } }] })]).ask()).outcome).toBe("refused");
    expect((await stage([json({ errors: "Not Found" }, 404)]).ask()).outcome).toBe("refused");
  });

  it("is refused when Shopify did not understand the search, because it then matches everything", async () => {
    const warned = { data: { bulkOperation: null }, extensions: { search: [{ path: ["orders"], query: "colour:red", warnings: [{ field: "colour", message: "Invalid search field for this query." }] }] } };
    const answer = await stage([json(warned)]).ask();
    expect(answer.outcome).toBe("refused");
    expect(answer).toMatchObject({ because: expect.stringContaining("Invalid search field") });
  });
});

describe("a change sent to the Admin API", () => {
  const table = { metafields: [{ ownerId: "gid://shopify/Shop/1", namespace: "$app", key: "delivery_dates", type: "json", value: "{}" }] };
  const flow = { handle: "shipment-exception", payload: {} };

  it("is sent again after a lost answer only when twice is the same as once", async () => {
    const repeatable = stage([connection("ECONNRESET"), json({ data: { metafieldsSet: { metafields: [], userErrors: [] } } })]);
    expect((await repeatable.client.run(SHOP, PUBLISH_TABLE, table)).outcome).toBe("answered");
    expect(repeatable.sent).toHaveLength(2);

    for (const failure of [connection("ECONNRESET"), json({}, 500)]) {
      const once = stage([failure]);
      const answer = await once.client.run(SHOP, TRIGGER_FLOW, flow);
      expect(answer).toMatchObject({ outcome: "unavailable", because: expect.stringContaining("may have carried it out") });
      expect(once.sent).toHaveLength(1);
    }
  });

  it("is sent again when it never left, or when Shopify threw it back unread", async () => {
    const accepted = json({ data: { flowTriggerReceive: { userErrors: [] } } });
    const unsent = stage([connection("ECONNREFUSED"), accepted]);
    expect((await unsent.client.run(SHOP, TRIGGER_FLOW, flow)).outcome).toBe("answered");
    const started = json({ data: { bulkOperationRunQuery: { bulkOperation: { id: "gid://shopify/BulkOperation/1", status: "CREATED" }, userErrors: [] } } });
    const thrownBack = stage([json(throttled), started]);
    expect((await thrownBack.client.run(SHOP, START_EXPORT, { query: "{}" })).outcome).toBe("answered");
  });
});

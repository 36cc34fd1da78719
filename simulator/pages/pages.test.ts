import { createHmac } from "node:crypto";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunningServer } from "../http/node-server.ts";
import { createHookEndpoint } from "../inboxes/hook-endpoint.ts";
import { createPretendSlack } from "../inboxes/slack.ts";
import { everydayOrders, startRush } from "../scenarios/demand.ts";
import { everydayShop, pastShipmentsCsv } from "../scenarios/everyday-history.ts";
import { createDirector } from "../scenarios/play.ts";
import { startServer } from "../server.ts";
import { readAppConfig } from "../shopify/app-config.ts";
import { createWarehouse } from "../warehouse/warehouse.ts";
import { createWorld } from "../world/create-world.ts";
import { everyFeed } from "../world/every-feed.ts";
import { seededRandom } from "../world/random.ts";
import type { SimulatedWorld } from "../world/simulated-world.ts";
import type { Order } from "../world/types.ts";
import type { PageContext } from "./context.ts";
import { createNotices } from "./notices.ts";

const TOML = `name = "Hither"
[access_scopes]
scopes = "read_orders,write_fulfillments"
[webhooks]
api_version = "2026-10"
[[webhooks.subscriptions]]
topics = ["orders/create", "fulfillments/create", "fulfillment_events/create"]
uri = "/webhooks/shopify"`;

const ACTION = `[[extensions]]
name = "Resolve case"
type = "flow_action"
handle = "resolve-case"
runtime_url = "/flow/actions/resolve-case"
[settings]
  [[settings.fields]]
  type = "order_reference"
  required = true
  [[settings.fields]]
  type = "single_line_text_field"
  key = "resolution"
  name = "Resolution"
  required = true`;

let world: SimulatedWorld;
let context: PageContext;
let server: RunningServer;
let root: string;
/** What the app was sent, by topic. */
let sent: { url: string; topic: string }[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "pages-"));
  mkdirSync(join(root, "extensions", "flow-action-resolve-case"), { recursive: true });
  writeFileSync(join(root, "extensions", "flow-action-resolve-case", "shopify.extension.toml"), ACTION);
  sent = [];
  world = createWorld({
    seed: 5, start: new Date("2026-11-18T15:00:00Z"), speed: 0, appUrl: "http://localhost:1", clientId: "key", clientSecret: "secret", config: readAppConfig(TOML),
    deliver: async (url, { headers }) => (sent.push({ url, topic: headers["X-Shopify-Topic"] ?? "" }), { status: 200 }),
  });
  world.install();
  context = {
    world, director: createDirector(world, seededRandom(5)), urls: { simulator: "", storefront: "http://localhost:2", app: "http://localhost:3" },
    app: { name: "Hither", handle: "hither", clientId: "key", clientSecret: "secret", scopes: world.config.scopes }, notices: createNotices(), root,
    hooks: createHookEndpoint({ now: () => world.clock.now(), speed: () => world.clock.speed, nextId: () => "hook-1", record: (hook) => world.hooksReceived.push(hook) }),
    slack: createPretendSlack({ now: () => world.clock.now(), random: seededRandom(5, "slack"), onChange: () => {}, fetch: async () => new Response(null) }),
    mintSessionToken: () => "minted", feeds: everyFeed(world), warehouse: createWarehouse({ clock: world.clock, random: seededRandom("warehouse"), post: async () => ({ status: 202, answer: "" }), onChange: () => {} }), shoppers: { on: false, looks: 0 }, handOrders: { scenario: null },
    rush: (orders = 250) => startRush(world, context.director, everydayOrders(world, 5), orders),
    pastShipments: () => pastShipmentsCsv(new Date("2026-11-18T15:00:00Z"), 30, 5, everydayShop(world.kernel, world.clock.now())),
  };
  server = await startServer(context, [], 0);
  context.urls.simulator = server.origin;
});

afterEach(async () => {
  await server.close();
  world.stop();
  rmSync(root, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.origin}${path}`);
  return { status: answer.status, text: await answer.text() };
}

async function post(path: string, form: Record<string, string>): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.origin}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}

async function control(name: string, body: unknown): Promise<{ status: number; value: Record<string, unknown> }> {
  const answer = await fetch(`${server.origin}/__control/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return { status: answer.status, value: (await answer.json()) as Record<string, unknown> };
}

async function newOrder(): Promise<Order> {
  const { value } = await control("order", {});
  const order = world.order(String(value["id"]));
  if (order === undefined) throw new Error("the order was not placed");
  return order;
}

const PAGES = ["/", "/desk", "/accounts", "/warehouse", "/former-software", "/mail", "/sms", "/flow", "/log", "/clock", "/store/hearth-and-wool/orders", "/store/hearth-and-wool/settings/apps", "/store/hearth-and-wool/apps/hither/app"];

describe("the start page", () => {
  it("says whether buyers look at their dates by themselves, and switches it", async () => {
    expect((await get("/")).text).toContain("Nobody but you looks at dates just now");
    expect((await post("/shoppers", { on: "yes" })).status).toBe(303);
    expect([context.shoppers.on, (await get("/")).text.includes("Its buyers look at their dates by themselves")]).toEqual([true, true]);
    expect((await post("/shoppers", { on: "maybe" })).status).toBe(400);
    expect(context.shoppers.on).toBe(true);
  });
});

describe("every page", () => {
  it.each(PAGES)("%s says that it is a stand-in, carries the clock and loads nothing from outside", async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain("Stand-in for");
    expect(text).toContain('id="clock-control"');
    expect(text).not.toMatch(/(src|href)="https?:\/\/(?!localhost)/);
  });

  it("shows what a buyer wrote as text, never as markup", async () => {
    const order = await newOrder();
    order.shipping_address.last_name = '<script>alert("x")</script>';
    const { text } = await get(`/store/hearth-and-wool/orders/${order.id}`);
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&#60;script&#62;alert");
  });
});

describe("the admin shell", () => {
  it("frames the app with what Shopify appends on the first load", async () => {
    const { text } = await get("/store/hearth-and-wool/apps/hither/app/shipments?tab=trouble");
    const source = /<iframe id="app-frame"[^>]* src="([^"]+)"/.exec(text)?.[1]?.replaceAll("&#38;", "&") ?? "";
    const address = new URL(source);
    expect(address.origin + address.pathname).toBe("http://localhost:3/app/shipments");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      tab: "trouble", embedded: "1", shop: "hearth-and-wool.myshopify.com", locale: "en", id_token: "minted",
      host: Buffer.from("admin.shopify.com/store/hearth-and-wool").toString("base64").replace(/=+$/, ""),
    });
  });

  it("asks for the scopes before installation and mints no token without it", async () => {
    world.uninstall();
    const { text } = await get("/store/hearth-and-wool/apps/hither/app");
    expect(text).toContain("write_fulfillments");
    expect(text).not.toContain("<iframe");
    expect((await post("/store/hearth-and-wool/session-token", {})).status).toBe(400);
    await post("/store/hearth-and-wool/apps/hither/install", {});
    expect(world.installed).toBe(true);
  });

  it("packs part of an order by hand, then the rest, and no more than that", async () => {
    const { value } = await control("order", { lines: [{ productId: world.products[0]?.id, quantity: 2 }] });
    const order = world.order(String(value["id"]));
    const line = order?.lines[0]?.id ?? "";
    const path = `/store/hearth-and-wool/orders/${order?.id}/fulfill`;
    expect((await post(path, { company: "UPS", number: "", [`line-${line}`]: "1" })).status).toBe(303);
    expect((await post(path, { company: "USPS", number: "9400100000000000000000", [`line-${line}`]: "2" })).text).toBe("Only 1 are left of one item.");
    expect((await post(path, { company: "USPS", number: "9400100000000000000000", [`line-${line}`]: "1" })).status).toBe(303);
    expect(order?.fulfillments.map((fulfillment) => fulfillment.tracking[0]?.company)).toEqual(["UPS", "USPS"]);
    expect(order?.fulfillments[0]?.tracking[0]?.number).toMatch(/^1Z\d{16}$/);
    expect((await post(path, { company: "UPS" })).status).toBe(400);
  });
});

describe("the carrier desk", () => {
  it("turns a button into an event at Shopify and a webhook to the app", async () => {
    const order = await newOrder();
    await control("fulfill", { orderId: order.id });
    const number = order.fulfillments[0]?.tracking[0]?.number ?? "";
    expect((await post("/desk/scan", { trackingNumber: number, kind: "failed attempt" })).status).toBe(303);
    await world.settled();
    expect(order.fulfillments[0]?.events.at(-1)?.status).toBe("attempted_delivery");
    expect(sent.at(-1)).toEqual({ url: "http://localhost:1/webhooks/shopify", topic: "fulfillment_events/create" });
    expect((await get("/desk")).text).toContain(number);
  });

  it.each([
    [{ trackingNumber: "none", kind: "delivered" }, "No parcel has the tracking number none."],
    [{ kind: "delivered" }, "trackingNumber: Invalid input: expected string, received undefined"],
  ])("refuses %j in plain words", async (form, reason) => {
    expect(await post("/desk/scan", form)).toEqual({ status: 400, text: reason });
  });

  it("plays a story's next step at once, and a scan by hand ends the story", async () => {
    await post("/desk/story", { scenario: "failed-attempt" });
    const story = context.director.stories[0];
    expect(story?.orderId).not.toBeNull();
    expect((await post("/desk/next", { story: "1" })).status).toBe(303);
    const number = story?.trackingNumbers[0] ?? "";
    expect(world.order(story?.orderId ?? "")?.fulfillments[0]?.tracking[0]?.number).toBe(number);
    await post("/desk/scan", { trackingNumber: number, kind: "lost" });
    expect(story?.ahead).toEqual([]);
    expect((await post("/desk/next", { story: "1" })).text).toBe("That story has no next step.");
  });

  it("sets trouble for the webhooks and takes it away again", async () => {
    await post("/desk/trouble", { duplicate: "1", drop: "0", delayMs: "60000", reorder: "on" });
    expect(world.trouble).toEqual({ duplicate: 1, drop: 0, delayMs: 60_000, reorder: true });
    await post("/desk/trouble", { duplicate: "0" });
    expect(world.trouble).toEqual({ duplicate: 0, drop: 0, delayMs: 0, reorder: false });
  });
});

describe("the carrier accounts", () => {
  it("show what a merchant copies, and take the address of the app", async () => {
    const { text } = await get("/accounts");
    for (const feed of context.feeds) {
      expect(text).toContain(`>${feed.name} `);
      for (const line of feed.account) expect(text).toContain(line.value);
    }
    expect((await post("/accounts/webhook", { source: "easypost", url: "http://localhost:1/webhooks/easypost/t0ken", secret: "wool" })).status).toBe(303);
    expect(context.feeds.find((feed) => feed.source === "easypost")?.webhook).toEqual({ url: "http://localhost:1/webhooks/easypost/t0ken", secret: "wool" });
    await post("/accounts/webhook", { source: "easypost", url: "", secret: "" });
    expect(context.feeds.find((feed) => feed.source === "easypost")?.webhook).toBeNull();
  });

  it("cause trouble at one vendor alone, and push again", async () => {
    await post("/accounts/webhook", { source: "easypost", url: "http://localhost:1/webhooks/easypost/t0ken", secret: "wool" });
    await post("/accounts/trouble", { source: "easypost", rateLimited: "2", failing: "1", down: "on" });
    expect(context.feeds.map((feed) => feed.trouble.down)).toEqual(context.feeds.map((feed) => feed.source === "easypost"));
    expect((await get("/accounts")).text).toContain("down altogether");
    const order = await newOrder();
    await control("fulfill", { orderId: order.id });
    await post("/desk/scan", { trackingNumber: order.fulfillments[0]?.tracking[0]?.number ?? "", kind: "arrived" });
    const pushed = async (): Promise<number> => (await world.settled(), sent.filter((one) => one.url.endsWith("/t0ken")).length);
    const before = await pushed();
    await post("/accounts/repeat", { source: "easypost", number: "" });
    expect(await pushed()).toBe(before + 1);
  });

  it.each([
    ["/accounts/webhook", { source: "pigeon", url: "" }, 'There is no vendor "pigeon". There are: easypost'],
    ["/accounts/webhook", { source: "easypost", url: "here" }, "url: paste the whole address"],
    ["/accounts/trouble", { source: "easypost", failing: "-1" }, "failing: Too small"],
  ])("refuse %s with %j in plain words", async (path, form, reason) => {
    const answer = await post(path, form);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(reason);
  });
});

describe("the warehouse's page", () => {
  it("takes a key, shows what was sent and what the app answered", async () => {
    context.warehouse.report({ at: world.clock.now(), step: "picked", orderId: "1", orderName: "#1001", lineIds: [], location: "Hudson workshop", tracking: null });
    expect((await get("/warehouse")).text).toContain("1 event waits for a key");
    expect((await post("/warehouse/key", { keyId: "hk_1", secret: "hush" })).text).toBe('The secret of an events key begins with "whsec_".');
    expect((await post("/warehouse/key", { keyId: "", secret: "whsec_aHVzaA==" })).text).toContain("A key is an id and a secret");
    await post("/warehouse/key", { keyId: "hk_1", secret: "whsec_aHVzaA==" });
    await world.clock.advance(600_000);
    const { text } = await get("/warehouse");
    expect(text).toContain("HW-1001-PICKED");
    expect(text).toContain("202");
  });
});

describe("a rush on the start page", () => {
  it("places orders within the hour, shows the queue and how fast it is packed", async () => {
    expect((await post("/packing/rush", {})).status).toBe(303);
    await world.clock.advance(3_600_000);
    expect(world.orders).toHaveLength(250);
    expect((await get("/")).text).toMatch(/Hudson workshop: 2\d\d orders, \d+ items wait/);
    await post("/packing/speed", { speed: "stopped" });
    expect((await get("/warehouse")).text).toContain('value="stopped" aria-pressed="true"');
    expect(context.director.packing.speed).toBe("stopped");
    expect((await post("/packing/speed", { speed: "warp" })).status).toBe(400);
    expect((await control("packing", { speed: "normal" })).value).toMatchObject({ speed: "normal", busy: true });
    expect((await control("rush", { orders: 0 })).status).toBe(400);
  });
});

describe("a carrier's outage on the desk", () => {
  it("begins and ends with a button that says what it does next", async () => {
    expect((await get("/desk")).text).toContain("UPS stands still");
    await post("/desk/carrier", { carrier: "UPS", moving: "no" });
    expect([...context.director.standing.keys()]).toEqual(["UPS"]);
    expect((await get("/desk")).text).toContain("UPS moves again");
    await post("/desk/carrier", { carrier: "UPS", moving: "yes" });
    expect([...context.director.standing.keys()]).toEqual([]);
    expect((await control("carrier", { carrier: "FedEx", moving: false })).value).toEqual({ standing: ["FedEx"] });
    expect((await post("/desk/carrier", { carrier: "Pony", moving: "no" })).status).toBe(400);
  });
});

describe("the former shipping software", () => {
  it("shows its export and gives it as a file", async () => {
    expect((await get("/former-software")).text).toContain("30 parcels of an earlier year");
    const file = await fetch(`${server.origin}/former-software/past-shipments.csv`);
    expect(file.headers.get("content-disposition")).toContain("past-shipments.csv");
    expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(31);
  });
});

describe("the clock control", () => {
  it("jumps, and what is due in between happens", async () => {
    await control("story", { scenario: "on-time" });
    expect(world.orders[0]?.fulfillments).toHaveLength(0);
    await post("/clock", { advanceHours: "96" });
    expect(world.clock.now()).toEqual(new Date("2026-11-22T15:00:00Z"));
    expect(world.orders[0]?.fulfillments).toHaveLength(1);
  });

  it("refuses to run backwards", async () => {
    expect((await post("/clock", { advanceHours: "-1" })).status).toBe(400);
  });
});

describe("the mailbox", () => {
  it("shows a mail without its scripts and leads links to the stand-in storefront", async () => {
    world.mails.push({
      id: "mail-1", at: "2026-11-18T15:00:00Z", from: "a@example.com", to: "b@example.com", subject: "Your parcel", headers: {},
      html: '<a href="https://hearth-and-wool.myshopify.com/apps/hither/tracking?t=1">Track</a>', text: "https://hearth-and-wool.example/x?a=1&b=2",
    });
    const body = await fetch(`${server.origin}/mail/mail-1/html`);
    expect(body.headers.get("content-security-policy")).toMatch(/^sandbox allow-popups /);
    expect(await body.text()).toContain('href="http://localhost:2/apps/hither/tracking?t=1"');
    const { text } = await get("/mail");
    expect(text).toContain("Your parcel");
    expect(text).toContain('href="http://localhost:2/x?a=1&#38;b=2"');
  });

  it("knows no mail that never came", async () => {
    expect((await get("/mail/mail-9")).status).toBe(404);
  });
});

describe("the Flow page", () => {
  it("offers the actions the extensions declare", async () => {
    await newOrder();
    const { text } = await get("/flow");
    expect(text).toContain("Resolve case");
    expect(text).toContain('name="order_id"');
    expect(text).toContain('name="resolution"');
    expect(text).toContain("http://localhost:3/flow/actions/resolve-case");
  });

  it("switches a trigger's use on once the app has answered, and leaves it as it was when it has not", async () => {
    const folder = (name: string, toml: string): void => {
      mkdirSync(join(root, "extensions", name), { recursive: true });
      writeFileSync(join(root, "extensions", name, "shopify.extension.toml"), toml);
    };
    folder("flow-trigger-case-overdue", `[[extensions]]\nname = "Case overdue"\ntype = "flow_trigger"\nhandle = "case-overdue"\n`);
    folder("flow-trigger-use", `[[extensions]]\nname = "Use"\ntype = "flow_trigger_lifecycle_callback"\nhandle = "use"\nurl = "https://hither.example.com/flow/lifecycle"\n`);
    let status = 500;
    const heard: { body: string; signature: string }[] = [];
    const app = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += String(part))).on("end", () => {
        heard.push({ body, signature: String(request.headers["x-shopify-hmac-sha256"]) });
        response.writeHead(request.url === "/flow/lifecycle" ? status : 404).end("{}");
      });
    });
    await new Promise<void>((listening) => app.listen(0, "127.0.0.1", listening));
    const address = app.address();
    context.urls.app = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const press = (used: string) => fetch(`${server.origin}/flow/use`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: `handle=case-overdue&used=${used}`, redirect: "manual" });
    try {
      await press("on");
      expect(world.flowUses.get("case-overdue")).toBeUndefined();
      expect((await get("/flow")).text).toContain("was left as it was. The app answered 500");
      status = 200;
      await press("on");
      expect(world.flowUses.get("case-overdue")).toBe(true);
      const last = heard.at(-1);
      expect(JSON.parse(last?.body ?? "{}")).toMatchObject({ flow_trigger_definition_id: "Case overdue", has_enabled_flow: true, shopify_domain: world.shop.myshopify_domain });
      expect(last?.signature).toBe(createHmac("sha256", "secret").update(last?.body ?? "").digest("base64"));
      expect((await get("/flow")).text).toContain("Switch off");
      expect((await press("off")).status).toBe(303);
      expect(world.flowUses.get("case-overdue")).toBe(false);
    } finally {
      await new Promise((closed) => app.close(closed));
    }
  });
});

describe("the pretend Slack's page", () => {
  it("shows what the app said, and presses its buttons for somebody", async () => {
    const { slack } = context;
    const blocks = [{ type: "section", text: { type: "mrkdwn", text: "A parcel of *&lt;Ada&gt;*" } }, { type: "actions", elements: [
      { type: "button", action_id: "take", text: { type: "plain_text", text: "Take it" }, value: "c1" }, { type: "button", action_id: "open", text: { type: "plain_text", text: "Open" }, url: "https://admin.shopify.com/store/hearth-and-wool/apps/key/app/cases/c1" },
    ] }];
    slack.answer({ host: "hooks.slack.com", method: "POST", url: new URL(slack.webhookUrl).pathname, headers: {}, body: JSON.stringify({ text: "A case", blocks }) });
    const shown = (await get("/slack")).text;
    expect(shown).toContain("A parcel of &#60;Ada&#62;");
    expect(shown).toContain('href="/store/hearth-and-wool/apps/key/app/cases/c1"');
    expect((await post("/slack/press", { message: "slack-1", button: "take", person: "U0BENROSS" })).status).toBe(400);
    expect((await post("/slack/setup", { requestUrl: "http://localhost:3/slack/actions/t" })).status).toBe(303);
    expect((await post("/slack/press", { message: "slack-1", button: "take", person: "U0BENROSS" })).status).toBe(303);
    expect(slack.messages[0]?.presses).toMatchObject([{ by: "ben", label: "Take it", status: 200 }]);
    expect(slack.removed).toBe(false);
    await post("/slack/setup", { requestUrl: "", removed: "on" });
    expect([slack.requestUrl, slack.removed]).toEqual([null, true]);
  });
});

describe("the control API", () => {
  it("tells the state of the world, with every digit of a large id", async () => {
    await newOrder();
    world.flowRuns.push({ id: "1", at: "2026-11-18T15:00:00Z", handle: "shipment-exception", payload: { order_id: 9_007_199_254_740_993n } });
    expect((await get("/__control/state")).text).toContain('"order_id": 9007199254740993');
    expect((await get("/flow")).text).toContain("order_id&#34;: 9007199254740993");
    const state = JSON.parse((await get("/__control/state")).text) as { installed: boolean; orders: unknown[]; now: string };
    expect(state).toMatchObject({ installed: true, now: "2026-11-18T15:00:00.000Z" });
    expect(state.orders).toHaveLength(1);
  });

  it.each([
    ["fulfill", { orderId: "1" }, "There is no order 1."],
    ["story", { scenario: "ufo" }, "scenario: Invalid option"],
    ["clock", { speed: -1 }, "speed: Too small"],
  ])("refuses %s with %j", async (name, body, reason) => {
    const answer = await control(name, body);
    expect(answer.status).toBe(400);
    expect(String(answer.value["error"])).toContain(reason);
  });

  it("names what there is when it is asked for something else", async () => {
    const answer = await control("teleport", {});
    expect(answer.status).toBe(404);
    expect(String(answer.value["error"])).toContain("POST one of order, fulfill, scan");
  });
});

import { createHash, createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createClock } from "../clock/clock.ts";
import { createDeliveries } from "../world/deliveries.ts";
import { seededRandom } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import { createAftership } from "./aftership.ts";
import type { FeedOptions, FeedWebhook, PretendFeed } from "./feed.ts";
import { FEEDS } from "./feeds.ts";
import { createKarrio } from "./karrio.ts";
import { createSeventeentrack } from "./seventeentrack.ts";
import { createShippo } from "./shippo.ts";

const NUMBER = "1Z999AA10123456784";
const SAMPLES = resolve(import.meta.dirname, "../../../shared/data/payloads");
const HOOK: FeedWebhook = { url: "https://app.example/webhooks/feed/t0k3n", secret: null };
type Received = { url: string; headers: Record<string, string>; body: string };

/** A vendor with a webhook entered, on a clock that stands still. */
const vendorOf = (create: (options: FeedOptions) => PretendFeed, webhook = HOOK) => {
  const clock = createClock({ start: new Date("2026-11-20T15:00:00Z"), speed: 0, realNow: () => 0 });
  const random = seededRandom("feeds");
  const received: Received[] = [];
  const app = { status: 200 };
  const deliveries = createDeliveries({
    clock, random, trouble: { duplicate: 0, drop: 0, delayMs: 0, reorder: false }, log: [], onChange: () => undefined,
    transport: async (url, { headers, body }) => (received.push({ url, headers, body }), { status: app.status }),
  });
  const vendor = create({ clock, random, deliveries, onChange: () => undefined });
  vendor.configureWebhook(webhook);
  const account = Object.fromEntries(vendor.account.map(({ field, value }) => [field, value]));
  const call = (method: string, url: string, headers: Record<string, string>, body: unknown = null) => {
    const answer = vendor.handle({ host: vendor.hosts[0] ?? "", method, url, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
    return { status: answer.status, headers: answer.headers, fault: answer.fault, json: answer.body === "" ? null : (JSON.parse(String(answer.body)) as Record<string, unknown>) };
  };
  const scan = (wishes: Partial<CarrierScan> = {}): void =>
    vendor.scan({ trackingNumber: NUMBER, carrier: "UPS", at: clock.now(), status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived at facility", city: "Albany", state: "NY", country: "US", zip: "12207", ...wishes });
  return { vendor, clock, account, call, scan, app, received, settled: () => deliveries.settled() };
};
/** Every name in a body, lists by their first row, with the path to it. */
const fieldsOf = (value: unknown, path = ""): string[] =>
  Array.isArray(value) ? fieldsOf(value[0], `${path}[]`) : typeof value === "object" && value !== null ? Object.entries(value).flatMap(([name, child]) => [`${path}.${name}`, ...fieldsOf(child, `${path}.${name}`)]) : [];
const recorded = (name: string): unknown => JSON.parse(readFileSync(resolve(SAMPLES, name), "utf8"));

describe("every stand-in of a vendor", () => {
  it("stands for another vendor under hosts of its own", () => {
    const vendors = FEEDS.map((create) => vendorOf(create).vendor);
    expect(new Set(vendors.map(({ source }) => source)).size).toBe(vendors.length);
    const hosts = vendors.flatMap(({ hosts: own }) => own);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it("breaks the connection when it is down, and says nothing while no address is entered", async () => {
    for (const create of [createAftership, createShippo, createSeventeentrack, createKarrio]) {
      const { vendor, call, scan, received, settled } = vendorOf(create);
      vendor.trouble.down = true;
      expect(call("GET", "/", {}).fault, vendor.source).toEqual({ kind: "cut", afterBytes: 0 });
      vendor.configureWebhook(null);
      scan();
      await settled();
      expect(received, vendor.source).toEqual([]);
    }
  });
});

describe("AfterShip's stand-in", () => {
  const open = () => {
    const all = vendorOf(createAftership);
    const headers = { "as-api-key": all.account["apiKey"] ?? "" };
    return { ...all, headers, make: (number = NUMBER) => all.call("POST", "/tracking/2026-07/trackings", headers, { tracking_number: number, slug: "ups" }) };
  };

  it("signs the raw bytes, and repeats a push that failed up to fourteen times with the same event", async () => {
    const { make, scan, app, clock, received, settled, account } = open();
    make();
    app.status = 500;
    scan();
    await settled();
    await clock.advance(2 ** 14 * 30_000);
    expect(received).toHaveLength(15);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received[0]?.headers["aftership-hmac-sha256"]).toBe(createHmac("sha256", account["webhookSecret"] ?? "").update(received[0]?.body ?? "").digest("base64"));
  });

  it("refuses what AfterShip refuses, in its format", () => {
    const { call, make, headers } = open();
    expect(call("GET", "/tracking/2026-07/trackings", { "as-api-key": "x" })).toMatchObject({ status: 401, json: { meta: { code: 401, type: "Unauthorized" } } });
    expect(make().status).toBe(201);
    expect(make()).toMatchObject({ status: 400, json: { meta: { code: 4003, message: "Tracking already exists." }, data: { tracking_number: NUMBER } } });
    expect(call("POST", "/tracking/2026-07/trackings", headers, {}).status).toBe(400);
    expect(call("POST", "/tracking/2026-07/trackings", headers, "{").status).toBe(400);
    expect(call("GET", "/tracking/2026-07/trackings/nobody", headers).status).toBe(404);
    expect(call("GET", `/tracking/2026-07/trackings?tracking_numbers=${Array.from({ length: 51 }, (_, n) => n).join(",")}`, headers).status).toBe(400);
    expect(call("DELETE", "/tracking/2026-07/trackings", headers).status).toBe(404);
  });

  it("takes six lists a second and says when the next may come", async () => {
    const { call, headers, clock } = open();
    const list = () => call("GET", "/tracking/2026-07/trackings", headers);
    expect(Array.from({ length: 7 }, list).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(list().headers).toMatchObject({ "x-ratelimit-reset": String(Date.UTC(2026, 10, 20, 15, 0, 1) / 1_000), "x-ratelimit-limit": "6", "x-ratelimit-remaining": "0" });
    await clock.advance(1_001);
    expect(list().status).toBe(200);
  });
});

describe("Shippo's stand-in", () => {
  const open = (secret: string | null) => {
    const all = vendorOf(createShippo, { url: `${HOOK.url}?token=abc`, secret });
    const headers = { authorization: `ShippoToken ${all.account["apiKey"] ?? ""}` };
    all.call("POST", "/tracks/", headers, { carrier: "ups", tracking_number: NUMBER });
    return { ...all, headers };
  };

  it("signs with the time where a secret was provisioned, and keeps to the pasted address where none was", async () => {
    const signed = open("s3cret");
    signed.scan();
    await signed.settled();
    const [, at, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signed.received[0]?.headers["Shippo-Auth-Signature"] ?? "") ?? [];
    expect(Number(at)).toBe(Date.UTC(2026, 10, 20, 15) / 1_000);
    expect(hex).toBe(createHmac("sha256", "s3cret").update(`${at ?? ""}.${signed.received[0]?.body ?? ""}`).digest("hex"));
    const plain = open(null);
    plain.scan();
    await plain.settled();
    expect(plain.received[0]?.url).toBe(`${HOOK.url}?token=abc`);
    expect(Object.keys(plain.received[0]?.headers ?? {})).toEqual(["Content-Type"]);
  });

  it("refuses what Shippo refuses, in its format", () => {
    const { call, headers } = open(null);
    expect(call("GET", "/tracks/ups/1", {})).toMatchObject({ status: 401, json: { detail: "Authentication credentials were not provided." } });
    expect(call("GET", "/tracks/ups/1", { authorization: "ShippoToken x" })).toMatchObject({ status: 401, json: { detail: "Invalid token." } });
    expect(call("POST", "/tracks/", headers, { tracking_number: NUMBER }).status).toBe(400);
    expect(call("POST", "/tracks/", headers, { carrier: "Uncle Bob", tracking_number: NUMBER }).status).toBe(400);
    expect(call("GET", "/tracks/ups/unheard-of", headers)).toMatchObject({ status: 200, json: { tracking_status: { status: "UNKNOWN" }, tracking_history: [] } });
    expect(call("GET", "/shipments/", headers).status).toBe(404);
  });

  it.skipIf(!existsSync(SAMPLES))("writes the fields of Shippo's documented push (kept in ../shared/data, skipped where it is absent)", async () => {
    const { scan, received, settled } = open(null);
    scan({ estimatedDelivery: new Date("2026-11-22T00:00:00Z") });
    await settled();
    const nested = (field: string) => /^\.data\.(?:address_|servicelevel\.)/.test(field);
    expect(fieldsOf(JSON.parse(received[0]?.body ?? "{}"))).toEqual(expect.arrayContaining(fieldsOf(recorded("shippo/webhook_track_updated_docs_example.json")).filter((field) => !nested(field))));
  });
});

describe("17TRACK's stand-in", () => {
  const open = () => {
    const all = vendorOf(createSeventeentrack);
    const headers = { "17token": all.account["apiKey"] ?? "" };
    return { ...all, post: (method: string, body: unknown, own = headers) => all.call("POST", `/track/v2.4/${method}`, own, body) };
  };

  it("signs with the API key itself", async () => {
    const { post, scan, received, settled, account } = open();
    post("register", [{ number: NUMBER, auto_detection: true }]);
    scan();
    await settled();
    expect(received[0]?.headers["sign"]).toBe(createHash("sha256").update(`${received[0]?.body ?? ""}/${account["apiKey"] ?? ""}`).digest("hex"));
  });

  it("judges each number of a call on its own, and the call as a whole", async () => {
    const { post, clock, scan } = open();
    expect(post("register", [{ number: NUMBER, auto_detection: true }, { number: "B", auto_detection: true }, {}])).toMatchObject({ status: 200, json: { code: 0, data: { accepted: [{ number: NUMBER }, { number: "B" }], rejected: [{ error: { code: -18010015 } }] } } });
    expect(post("register", [{ number: NUMBER, auto_detection: true }])).toMatchObject({ json: { data: { accepted: [], rejected: [{ number: NUMBER, error: { code: -18019901 } }] } } });
    scan();
    expect(post("gettrackinfo", [{ number: NUMBER }, { number: "B" }, { number: "C" }])).toMatchObject({ json: { data: { accepted: [{ number: NUMBER }], rejected: [{ number: "B", error: { code: -18019909 } }, { number: "C", error: { code: -18019902 } }] } } });
    await clock.advance(1_001);
    expect(post("register", Array.from({ length: 41 }, (_, n) => ({ number: String(n) })))).toMatchObject({ json: { code: -18010014 } });
    expect(post("register", "nonsense")).toMatchObject({ json: { code: -18010013 } });
    expect(post("getquota", {}, { "17token": "x" }).status).toBe(401);
  });

  it("takes three calls a second", async () => {
    const { post, clock } = open();
    expect(Array.from({ length: 4 }, () => post("getquota", {}).status)).toEqual([200, 200, 200, 429]);
    await clock.advance(1_001);
    expect(post("getquota", {})).toMatchObject({ status: 200, json: { data: { quota_used: 0 } } });
    expect(post("changecarrier", []).status).toBe(404);
  });

  it("says that it stops, and forgets the number", async () => {
    const { post, received, settled, vendor } = open();
    post("register", [{ number: NUMBER, auto_detection: true }]);
    post("stoptrack", [{ number: NUMBER }]);
    await settled();
    expect(JSON.parse(received.at(-1)?.body ?? "{}")).toMatchObject({ event: "TRACKING_STOPPED", data: { number: NUMBER } });
    expect(vendor.watched).toBe(0);
  });

  it.skipIf(!existsSync(SAMPLES))("writes the fields of a recorded push, each where the documentation puts it (kept in ../shared/data, skipped where it is absent)", async () => {
    const { post, scan, received, settled } = open();
    post("register", [{ number: NUMBER, auto_detection: true }]);
    scan();
    await settled();
    // The recorded body, typed by hand, has `latest_status` and its neighbours beside `track_info`.
    const inside = (field: string) => (/^\.data\.(?:latest_|time_metrics|milestone|misc_info|tracking)/.test(field) ? field.replace(".data.", ".data.track_info.") : field.replace(".track_info.recipient_address", ".track_info.shipping_info.recipient_address"));
    expect(fieldsOf(JSON.parse(received[0]?.body ?? "{}"))).toEqual(expect.arrayContaining(fieldsOf(recorded("17track/webhook_tracking_updated_ups_ground.json")).map(inside)));
  });
});

describe("Karrio's stand-in", () => {
  const open = () => {
    const all = vendorOf(createKarrio);
    const headers = { authorization: `Token ${all.account["apiKey"] ?? ""}` };
    return { ...all, headers, make: () => all.call("POST", "/v1/trackers", headers, { tracking_number: NUMBER, carrier_name: "ups" }) };
  };

  it("carries its secret in clear, repeats nothing, and gives up after more than five failures in a row", async () => {
    const { make, scan, received, settled, app, account, vendor } = open();
    make();
    await settled();
    app.status = 500;
    for (let turn = 0; turn < 5; turn += 1) {
      scan({ message: `Scan ${turn}` });
      await settled();
    }
    app.status = 200;
    scan({ message: "Heard" });
    await settled();
    app.status = 500;
    for (let turn = 0; turn < 9; turn += 1) {
      scan({ message: `Again ${turn}` });
      await settled();
    }
    expect(received.every(({ headers }) => headers["X-Event-Id"] === account["webhookSecret"])).toBe(true);
    expect(received).toHaveLength(1 + 5 + 1 + 6);
    vendor.configureWebhook(HOOK);
    scan();
    await settled();
    expect(received).toHaveLength(14);
  });

  it("writes the carrier's wall clock and calls it UTC", () => {
    const { make, scan, call, headers } = open();
    make();
    scan();
    expect(call("GET", `/v1/trackers/${NUMBER}`, headers).json?.["events"]).toMatchObject([{ date: "2026-11-20", time: "10:00 AM", timestamp: "2026-11-20T10:00:00.000Z" }]);
  });

  it("refuses what Karrio refuses, in its format", () => {
    const { call, headers, make } = open();
    expect(call("GET", "/v1/trackers", {})).toMatchObject({ status: 401, json: { errors: [{ code: "authentication_required" }] } });
    expect(call("GET", "/v1/trackers", { authorization: "Token x" }).status).toBe(401);
    expect(call("POST", "/v1/trackers", headers, { tracking_number: NUMBER }).status).toBe(400);
    expect([make().status, make().status]).toEqual([201, 202]);
    expect(call("GET", "/v1/trackers", headers)).toMatchObject({ status: 200, json: { count: 1, results: [{ tracking_number: NUMBER }] } });
    expect(call("GET", "/v1/trackers/unheard-of", headers)).toMatchObject({ status: 404, json: { errors: [{ code: "not_found" }] } });
    expect(call("POST", "/v1/shipments", headers, {}).status).toBe(404);
  });

  it.skipIf(!existsSync(SAMPLES))("writes the fields of a recorded tracker (kept in ../shared/data, skipped where it is absent)", () => {
    const { make, scan, call, headers } = open();
    make();
    scan({ status: "delivered", statusDetail: "arrived_at_destination", estimatedDelivery: new Date("2026-11-22T00:00:00Z") });
    const [[tracker]] = recorded("karrio/dhl_express/ParsedInTransitTrackingResponse.expected.json") as [[Record<string, unknown>]];
    expect(fieldsOf(call("GET", `/v1/trackers/${NUMBER}`, headers).json)).toEqual(expect.arrayContaining(fieldsOf({ ...tracker, info: {} })));
  });
});

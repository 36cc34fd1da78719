import { describe, expect, it } from "vitest";
import { worldForTests, type TestWorld } from "../world/world-for-tests.ts";
import type { PretendFeed } from "./feed.ts";
import { MERCHANT_MAILER_ID } from "./usps-mailer-id.ts";

type Answer = { status: number; headers: Record<string, string>; body: unknown };
type Stage = { world: TestWorld; vendor: PretendFeed; value(field: string): string; call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Answer };

function stageOf(source: string): Stage {
  const world = worldForTests();
  const vendor = world.feeds.find((one) => one.source === source);
  if (vendor === undefined) throw new Error(`There is no stand-in for ${source}.`);
  return {
    world, vendor, value: (field) => vendor.account.find((line) => line.field === field)?.value ?? "",
    call(method, url, body = "", headers = {}) {
      const answer = vendor.handle({ host: vendor.hosts[0] ?? "", method, url, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
      return { status: answer.status, headers: answer.headers, body: answer.body === "" ? null : (JSON.parse(String(answer.body)) as unknown) };
    },
  };
}
const tokenOf = ({ body }: Answer): string => String((body as { access_token: string }).access_token);

describe("UPS's stand-in", () => {
  const PATH = "/api/track/v2/subscription/standard/package";
  const wish = (...trackingNumberList: string[]) => ({ locale: "en_US", countryCode: "US", trackingNumberList });
  const signedIn = (): Stage & { headers: Record<string, string> } => {
    const stage = stageOf("ups");
    const granted = stage.call("POST", "/security/v1/oauth/token", "grant_type=client_credentials", { authorization: `Basic ${Buffer.from(`${stage.value("clientId")}:${stage.value("clientSecret")}`).toString("base64")}` });
    stage.vendor.configureWebhook({ url: "https://app.example/hook", secret: "credential" });
    return { ...stage, headers: { authorization: `Bearer ${tokenOf(granted)}`, transid: "1", transactionsrc: "test" } };
  };

  it("refuses strangers, nameless requests and tokens whose time is over", async () => {
    const { call, headers, world } = signedIn();
    expect(call("POST", "/security/v1/oauth/token", "grant_type=client_credentials", { authorization: "Basic eDp5" }).status).toBe(401);
    expect(call("GET", "/api/track/v1/details/1Z999AA10123456784", "", { ...headers, transid: "" }).status).toBe(400);
    expect(call("GET", "/api/track/v1/details/1Z", "", headers)).toMatchObject({ status: 400, body: { response: { errors: [{ code: "TV1002" }] } } });
    await world.clock.advance(4 * 3_600_000);
    expect(call("GET", "/api/track/v1/details/1Z999AA10123456784", "", headers)).toMatchObject({ status: 401, body: { response: { errors: [{ code: "250002" }] } } });
  });

  it("takes a hundred numbers and no more, and only those that begin with 1Z", () => {
    const { call, headers } = signedIn();
    const many = Array.from({ length: 101 }, (_, n) => `1Z${String(n).padStart(16, "0")}`);
    expect(call("POST", PATH, wish(...many), headers)).toMatchObject({ status: 400, body: { response: { errors: [{ code: "VSS220" }] } } });
    expect(call("POST", PATH, wish(...many.slice(0, 100)), headers).status).toBe(200);
    expect(call("POST", PATH, wish("1Z999AA10123456784", "94001"), headers)).toMatchObject({ status: 200, body: { validTrackingNumbers: ["1Z999AA10123456784"], invalidTrackingNumbers: ["94001"] } });
    expect(call("POST", PATH, wish("94001"), headers)).toMatchObject({ status: 400, body: { response: { errors: [{ code: "VSS210" }] } } });
    expect(call("POST", PATH, { ...wish("1Z999AA10123456784"), locale: "english" }, headers)).toMatchObject({ body: { response: { errors: [{ code: "VSS300" }] } } });
    expect(call("POST", PATH.replace("standard", "golden"), wish("1Z999AA10123456784"), headers)).toMatchObject({ body: { response: { errors: [{ code: "VSS930" }] } } });
  });

  it("fails loudly at what it does not know", () => {
    const { call, headers } = signedIn();
    expect(call("DELETE", "/api/track/v1/details/1", "", headers).status).toBe(404);
  });
});

describe("FedEx's stand-in", () => {
  it("takes thirty numbers and no more, and answers of each on its own", () => {
    const { call, value } = stageOf("fedex");
    const granted = call("POST", "/oauth/token", `grant_type=client_credentials&client_id=${value("apiKey")}&client_secret=${value("secretKey")}`);
    const headers = { authorization: `Bearer ${tokenOf(granted)}` };
    const ask = (count: number) => call("POST", "/track/v1/trackingnumbers", { includeDetailedScans: true, trackingInfo: Array.from({ length: count }, (_, n) => ({ trackingNumberInfo: { trackingNumber: String(n) } })) }, headers);
    expect(ask(31)).toMatchObject({ status: 400, body: { errors: [{ code: "TRACKING.TRACKINGINFO.MAXLIMITEXCEEDED" }] } });
    expect(ask(0).status).toBe(400);
    expect((ask(30).body as { output: { completeTrackResults: unknown[] } }).output.completeTrackResults).toHaveLength(30);
    expect(call("POST", "/oauth/token", "grant_type=client_credentials&client_id=x&client_secret=y")).toMatchObject({ status: 401, body: { errors: [{ code: "NOT.AUTHORIZED.ERROR" }] } });
  });
});

describe("DHL's stand-in", () => {
  const PATH = "/tracking/push/v1/subscription";
  const wish = (...shipmentIDs: string[]) => ({ hook: { uri: "https://app.example/hook", authentication: { type: "ApiKeyAuthentication", header: "x-proof", token: "t0ken" } }, format: "Default", type: "Shipment", service: "express", events: ["Transit"], shipmentIDs });
  const scan = { trackingNumber: "1234567890", carrier: "DHL Express", status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived", city: "Leipzig", state: null, country: "DE", zip: null } as const;

  it("pushes only what was confirmed with its secret, and presents the token it was given", async () => {
    const { call, value, world } = stageOf("dhl");
    const headers = { "dhl-api-key": value("apiKey") };
    expect(call("POST", PATH, wish("1234567890"), {}).status).toBe(401);
    expect(call("POST", PATH, wish(...Array.from({ length: 11 }, (_, n) => String(n))), headers).status).toBe(400);
    expect(call("POST", PATH, { ...wish("1234567890"), service: "rocket" }, headers).status).toBe(400);
    const { self, secret } = call("POST", PATH, wish("1234567890"), headers).body as { self: string; secret: string };
    const path = new URL(self).pathname;
    world.carrierScan({ ...scan, at: world.clock.now() });
    expect(call("POST", path, "", { ...headers, "dhl-api-hook-secret": "guess" }).status).toBe(403);
    await world.settled();
    expect(world.received.map(({ body }) => (JSON.parse(body) as { scope: string }).scope)).toEqual(["subscription.validate"]);
    expect(call("POST", path, "", { ...headers, "dhl-api-hook-secret": secret }).status).toBe(204);
    await world.settled();
    expect(world.received.map(({ body }) => (JSON.parse(body) as { scope: string }).scope)).toEqual(["subscription.validate", "subscription.ready", "subscription.push"]);
    expect(world.received.every(({ headers: sent }) => sent["x-proof"] === "t0ken")).toBe(true);
  });

  it("finds a number only in the division that carries it", async () => {
    const { call, value, world } = stageOf("dhl");
    world.carrierScan({ ...scan, at: world.clock.now() });
    const track = (query: string) => call("GET", `/track/shipments?${query}`, "", { "dhl-api-key": value("apiKey") }).status;
    expect(track("trackingNumber=1234567890&service=express")).toBe(200);
    await world.clock.advance(6_000);
    expect(track("trackingNumber=1234567890&service=parcel-de")).toBe(404);
    await world.clock.advance(6_000);
    expect(track("service=express")).toBe(400);
  });
});

describe("USPS's stand-in", () => {
  const PATH = "/subscriptions-tracking/v3/subscriptions";
  const wish = (more: object = {}) => ({ listenerURL: "https://app.example/hook", secret: "s".repeat(32), adminNotification: [{ email: "post@shop.example" }], filterProperties: { MID: MERCHANT_MAILER_ID }, ...more });
  const own = `94001${MERCHANT_MAILER_ID}00000011`;
  const signedIn = (): Stage & { headers: Record<string, string> } => {
    const stage = stageOf("usps");
    return { ...stage, headers: { authorization: `Bearer ${tokenOf(stage.call("POST", "/oauth2/v3/token", { grant_type: "client_credentials", client_id: stage.value("consumerKey"), client_secret: stage.value("consumerSecret") }))}` } };
  };

  it("tells nobody about a parcel of another Mailer ID", () => {
    const { call, headers } = signedIn();
    expect(call("POST", "/tracking/v3r2/tracking", [{ trackingNumber: own }, { trackingNumber: "9400111899223197428490" }], headers)).toMatchObject({ status: 207, body: [{ error: { code: "404" } }, { error: { code: "403" } }] });
    expect(call("GET", "/tracking/v3/tracking/9400111899223197428490?expand=DETAIL", "", headers).status).toBe(403);
    expect(call("POST", PATH, wish({ filterProperties: { MID: "111111111" } }), headers).status).toBe(403);
  });

  it("takes thirty-five numbers and nothing else beside them", () => {
    const { call, headers } = signedIn();
    expect(call("POST", "/tracking/v3r2/tracking", Array.from({ length: 36 }, () => ({ trackingNumber: own })), headers).status).toBe(400);
    expect(call("POST", "/tracking/v3r2/tracking", [{ trackingNumber: own, note: "hello" }], headers).status).toBe(400);
    expect(call("POST", "/tracking/v3r2/tracking", { trackingNumber: own }, headers).status).toBe(400);
  });

  it("takes one subscription with a secret of 32 characters, and stops telling a listener that cannot be reached", async () => {
    const { call, headers, world, vendor } = signedIn();
    for (const more of [{ secret: "short" }, { secret: "s".repeat(33) }, { adminNotification: [] }, { listenerURL: "nowhere" }]) expect(call("POST", PATH, wish(more), headers).status).toBe(400);
    const made = call("POST", PATH, wish(), headers);
    expect(made.status).toBe(201);
    expect(call("POST", PATH, wish(), headers)).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining((made.body as { subscriptionId: string }).subscriptionId) } } });
    world.answer.status = 503;
    world.carrierScan({ trackingNumber: own, carrier: "USPS", at: world.clock.now(), status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived", city: "Austin", state: "TX", country: "US", zip: "78704" });
    await world.settled();
    await world.clock.advance(2 * 3_600_000);
    await world.settled();
    expect(vendor.watched).toBe(0);
    expect(call("POST", PATH, wish(), headers).status).toBe(201); // a suspended one is made anew
  });
});

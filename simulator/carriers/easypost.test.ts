import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { order, type TestWorld, worldForTests } from "../world/world-for-tests.ts";
import type { CarrierScan } from "../world/types.ts";
import { shopifyEventStatus, shopifyFollows } from "./shopify-follows.ts";

const CODE = "1Z999AA10123456784";
const HOOK = { url: "https://app.example/webhooks/easypost/t0k3n", secret: "p\u00e1ssword" };
const SAMPLES = resolve(import.meta.dirname, "../../../shared/data/payloads/easypost");

const scan = (world: TestWorld, wishes: Partial<CarrierScan> = {}): void =>
  world.carrierScan({
    trackingNumber: CODE, carrier: "UPS", at: world.clock.now(), status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived at facility", city: "Albany", state: "NY", country: "US", zip: "12207", ...wishes,
  });
const call = (world: TestWorld, method: string, url: string, body = "", key = world.easypost.apiKey): { status: number; body: Record<string, never> } => {
  const answer = world.easypost.handle({ host: "api.easypost.com", method, url, headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` }, body });
  return { status: answer.status, body: JSON.parse(String(answer.body)) as Record<string, never> };
};
/** A world with a parcel on its way and EasyPost told where the app listens. */
function listening(): TestWorld {
  const world = worldForTests();
  world.fulfill(order(world).id, { tracking: [{ company: "UPS", number: CODE, url: null }] });
  world.easypost.configureWebhook(HOOK);
  return world;
}
const pushes = async (world: TestWorld): Promise<{ headers: Record<string, string>; body: string }[]> => {
  await world.settled();
  return world.received.filter((one) => one.url === HOOK.url);
};

describe("EasyPost's stand-in", () => {
  it("signs the raw bytes with the NFKD form of the secret", async () => {
    const world = listening();
    scan(world);
    const [push] = await pushes(world);
    const key = Buffer.from("pa\u0301ssword", "utf8");
    expect(push?.headers["X-Hmac-Signature"]).toBe(`hmac-sha256-hex=${createHmac("sha256", key).update(push?.body ?? "", "utf8").digest("hex")}`);
    expect(push?.body).toMatch(/"weight":\d+\.0,/);
  });

  it("tells of a parcel's beginning and of every scan, with the status before it", async () => {
    const world = listening();
    scan(world, { status: "pre_transit", statusDetail: "label_created" });
    await world.clock.advance(3_600_000);
    scan(world);
    const events = (await pushes(world)).map(({ body }) => JSON.parse(body) as { description: string; previous_attributes: object; result: { status: string; tracking_details: unknown[] } });
    expect(events.map((event) => [event.description, event.result.status, event.result.tracking_details.length])).toEqual([["tracker.created", "pre_transit", 1], ["tracker.updated", "in_transit", 2]]);
    expect(events[1]?.previous_attributes).toEqual({ status: "pre_transit", status_detail: "label_created" });
  });

  it("puts a scan that comes late at its place in time", async () => {
    const world = listening();
    await world.clock.advance(7_200_000);
    scan(world, { status: "delivered", statusDetail: "arrived_at_destination", message: "Delivered" });
    scan(world, { at: new Date("2026-11-20T16:00:00Z"), status: "out_for_delivery", statusDetail: "out_for_delivery", message: "Out" });
    const last = JSON.parse((await pushes(world)).at(-1)?.body ?? "{}") as { result: { status: string; finalized: boolean; tracking_details: { message: string }[] } };
    expect(last.result.tracking_details.map((one) => one.message)).toEqual(["Out", "Delivered"]);
    expect(last.result).toMatchObject({ status: "delivered", finalized: true });
  });

  it("answers its API: a tracker made late knows the past, the same code is the same tracker", async () => {
    const world = worldForTests();
    scan(world);
    const made = call(world, "POST", "/v2/trackers", JSON.stringify({ tracker: { tracking_code: CODE, carrier: "UPS" } }));
    expect(made).toMatchObject({ status: 201, body: { tracking_code: CODE, carrier: "UPS", status: "in_transit", mode: "test" } });
    expect(call(world, "POST", "/v2/trackers", JSON.stringify({ tracker: { tracking_code: CODE } })).body["id"]).toBe(made.body["id"]);
    expect(call(world, "GET", `/v2/trackers/${String(made.body["id"])}`).body).toEqual(made.body);
    expect(call(world, "GET", "/v2/trackers/trk_unknown").status).toBe(404);
    expect(call(world, "POST", "/v2/trackers", "{}").status).toBe(422);
    expect(call(world, "POST", "/v2/trackers", "{").status).toBe(400);
    expect(call(world, "GET", "/v2/trackers", "", "EZTKsomeoneelse").status).toBe(401);
  });

  it("repeats itself when asked to, as another event of the same state", async () => {
    const world = listening();
    scan(world);
    world.easypost.repeat(CODE);
    const [one, other] = (await pushes(world)).map(({ body }) => JSON.parse(body) as { id: string; result: object });
    expect(one?.result).toEqual(other?.result);
    expect(one?.id).not.toBe(other?.id);
  });

  it("says nothing while no address is entered, and tries again when nobody answers", async () => {
    const world = worldForTests();
    scan(world);
    await world.settled();
    expect(world.received).toEqual([]);
    world.easypost.configureWebhook(HOOK);
    world.answer.status = 503;
    scan(world, { trackingNumber: "another" });
    await world.settled();
    world.answer.status = 200;
    await world.clock.advance(3_600_000);
    expect(world.deliveries.map((one) => [one.source, one.attempt, one.status])).toEqual([["easypost", 1, 503], ["easypost", 2, 200]]);
  });

  it.skipIf(!existsSync(SAMPLES))(`writes the fields of EasyPost's own recorded bodies (they are kept at ${SAMPLES})`, async () => {
    const world = listening();
    scan(world);
    const recorded = JSON.parse(readFileSync(resolve(SAMPLES, "examples_event-body.json"), "utf8")) as { result: { tracking_details: object[] } };
    const ours = JSON.parse((await pushes(world))[0]?.body ?? "{}") as typeof recorded;
    const keys = (value: object | undefined): string[] => Object.keys(value ?? {});
    expect(keys(ours)).toEqual(expect.arrayContaining(keys(recorded)));
    expect(keys(ours.result)).toEqual(expect.arrayContaining(keys(recorded.result)));
    expect(keys(ours.result.tracking_details[0])).toEqual(expect.arrayContaining(keys(recorded.result.tracking_details[0])));
  });
});

describe("what Shopify learns of a scan", () => {
  it.each<[CarrierScan["status"], string, string | null]>([
    ["pre_transit", "label_created", "confirmed"],
    ["in_transit", "received_at_origin_facility", "carrier_picked_up"],
    ["in_transit", "departed_facility", "in_transit"],
    ["in_transit", "held", "delayed"],
    ["in_transit", "delivery_exception", "attempted_delivery"],
    ["failure", "delivery_exception", "attempted_delivery"],
    ["failure", "lost", "failure"],
    ["out_for_delivery", "out_for_delivery", "out_for_delivery"],
    ["available_for_pickup", "arrived_at_pickup_location", "ready_for_pickup"],
    ["delivered", "arrived_at_destination", "delivered"],
    ["return_to_sender", "return", "failure"],
    ["cancelled", "cancelled", null],
  ])("%s / %s becomes %s", (status, statusDetail, event) => {
    expect(shopifyEventStatus({ status, statusDetail })).toBe(event);
  });

  it("is limited to the carriers it follows", async () => {
    expect(["UPS", "USPS", "FedEx", "DHL Express", "DHLExpress"].every(shopifyFollows)).toBe(true);
    expect(["OnTrac", "GLS", "Royal Mail"].some(shopifyFollows)).toBe(false);
    const world = worldForTests();
    const { id } = world.fulfill(order(world).id, { tracking: [{ company: "OnTrac", number: "C1", url: null }] });
    scan(world, { trackingNumber: "C1", carrier: "OnTrac" });
    expect(world.kernel.store.fulfillments.get(id)?.events).toEqual([]);
  });

  it("comes with the place and the carrier's words, after a while if wished", async () => {
    const world = worldForTests({ carrierLagMs: 60_000 });
    const { id } = world.fulfill(order(world).id, { tracking: [{ company: "UPS", number: CODE, url: null }] });
    const parcel = world.kernel.store.fulfillments.get(id);
    scan(world);
    expect(parcel?.events).toEqual([]);
    await world.clock.advance(61_000);
    expect(parcel?.events).toMatchObject([{ status: "in_transit", message: "Arrived at facility", city: "Albany", province: "NY", country: "US", zip: "12207", happened_at: "2026-11-20T15:00:00Z", created_at: "2026-11-20T15:01:00Z" }]);
  });
});

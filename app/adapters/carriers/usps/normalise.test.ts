import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { STATUS_CATEGORY } from "./event-codes.ts";
import { isOfMailer } from "./mailer-id.ts";
import { normaliseUsps } from "./normalise.ts";
import { verifyUsps } from "./verify.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/karrio/usps/", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const NUMBER = "9400109104250532908587";
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;

const message = (topic: string, body: unknown) => ({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "usps", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, attempts: 0, body: JSON.stringify(body) }) as const;
const push = (payload: unknown): Normalised => normaliseUsps(message("push", { subscriptionId: "s", subscriptionType: "TRACKING", timestamp: "2026-11-20T12:00:00Z", payload: JSON.stringify(payload) }));
const answer = (body: unknown): Normalised => normaliseUsps(message("poll", { number: NUMBER, polledAt: "2026-11-20T12:00:00Z", answer: body }));
const recorded = (name: string): unknown => JSON.parse(readFileSync(new URL(name, RECORDED), "utf8"));
const scans = (read: Normalised) => (read.outcome === "tracking_facts" ? read.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe.skipIf(!existsSync(RECORDED))("USPS's recorded answers (read from ../shared/data, skipped where it is absent)", () => {
  it("tell the whole road with every code understood", () => {
    const read = scans(answer(recorded("TrackingResponse.json")));
    expect(read.map(({ code, milestone }) => `${code} ${milestone}`)).toEqual([
      "01 delivered", "OF out_for_delivery", "07 in_transit", "A1 in_transit", "TL in_transit", "TL in_transit", "TL in_transit", "T1 in_transit", "10 in_transit", "SF in_transit", "03 accepted", "GX label_created",
    ]);
    expect(read[0]).toMatchObject({ occurredAt: instant("2024-11-22T18:58:40Z"), timing: "exact", text: "Delivered, Parcel Locker", place: { city: "HERNANDO", region: "FL", country: "US", zip: "34442" } });
    expect(read[3]?.place).toMatchObject({ region: "FL", country: "US" }); // "JACKSONVILLE FL DISTRIBUTION CENTER"
    expect(new Set(read.map(({ key }) => key)).size).toBe(12);
  });

  it("are one statement with what a push says of the same events", () => {
    const whole = recorded("TrackingResponse.json") as { trackingEvents: unknown[] };
    const news = scans(push({ ...whole, trackingNumber: NUMBER, trackingEvents: whole.trackingEvents.slice(0, 3) }));
    expect(news.map(({ key }) => key)).toEqual(scans(answer(whole)).slice(0, 3).map(({ key }) => key));
  });

  it("that refuse are not read as a parcel's history", () => {
    expect(answer(recorded("ErrorResponse.json"))).toMatchObject({ outcome: "ignored" });
    expect(answer(recorded("AuthErrorResponse.json"))).toMatchObject({ outcome: "unreadable" });
  });
});

const item = (event: object, more: object = {}) => ({ trackingNumber: NUMBER, statusCategory: "In Transit", trackingEvents: [{ eventTimestamp: "2026-11-10T09:00:00", eventCity: "AUSTIN", eventState: "TX", eventZIP: "78704", ...event }], ...more });

describe("a USPS event", () => {
  it("states its instant in GMT, by an offset, or by the clock of its place", () => {
    const at = (event: object) => scans(answer(item({ eventCode: "07", ...event })))[0];
    expect(at({ GMTTimestamp: "2026-11-10T15:00:31Z", GMTOffset: "-06:00" })).toMatchObject({ timing: "exact", occurredAt: instant("2026-11-10T15:00:31Z") });
    expect(at({ GMTOffset: "-06:00" })).toMatchObject({ timing: "exact", occurredAt: instant("2026-11-10T15:00:00Z") });
    expect(at({})).toMatchObject({ timing: "local", occurredAt: instant("2026-11-10T15:00:00Z") });
  });

  it("names its trouble where the code only says that there was one", () => {
    const meaning = (eventCode: string, eventType: string) => { const [scan] = scans(answer(item({ eventCode, eventType }))); return [scan?.milestone, scan?.exception, scan?.reason]; };
    expect(meaning("56", "Notice Left (No Authorized Recipient Available)")).toEqual(["in_transit", "attempt_failed", "nobody_home"]);
    expect(meaning("01", "Delivered, To Original Sender")).toEqual(["returned", "returning_to_sender", null]);
    expect(meaning("21", "No Such Number")).toEqual(["returning", "returning_to_sender", "incorrect"]);
    expect(meaning("QX", "Out for Delivery")).toEqual(["out_for_delivery", null, null]);
  });

  it("that neither code nor words explain takes the item's category if it is the newest, and is unknown otherwise", () => {
    const read = scans(answer({ trackingNumber: NUMBER, statusCategory: "Alert", trackingEvents: ["2026-11-10T09:00:00", "2026-11-09T09:00:00"].map((eventTimestamp) => ({ eventTimestamp, eventCode: "QX", eventType: "QX417" })) }));
    expect(read.map(({ milestone, exception }) => [milestone, exception])).toEqual([["in_transit", "carrier_exception"], ["unknown", null]]);
  });

  it("tells the day USPS predicts, in whichever way it writes days", () => {
    const eta = (more: object) => scans(answer(item({ eventCode: "07" }, more))).at(-1)?.carrierEta;
    for (const more of [{ expectedDeliveryDate: "November 14, 2026" }, { expectedDeliveryDate: "2026-11-12", predictedDeliveryDate: "2026-11-14" }, { deliveryDateExpectation: { predictedDeliveryDate: "2026-11-14T00:00:00" } }]) expect(eta(more)).toBe(instant("2026-11-14T12:00:00Z"));
    expect(eta({ predictedDeliveryDate: "2026-11-14", predictedDeliveryWindowEndTime: "8:00pm", destinationCity: "AUSTIN", destinationState: "TX" })).toBe(instant("2026-11-15T02:00:00Z"));
  });

  it("may come as one raw scan", () => {
    expect(scans(push({ trackingNumber: NUMBER, eventCode: "OF", eventType: "Out for Delivery", eventTimestamp: "2026-11-10T09:00:00" }))).toMatchObject([{ milestone: "out_for_delivery" }]);
  });
});

describe("USPS's signature", () => {
  // Made with `openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef -binary | base64` over timestamp and payload.
  const [timestamp, payload, signature] = ["2026-07-23T14:32:00Z", '{"trackingNumber":"9400190341725600000011","status":"Delivered"}', "SnjQiQ3sG3SHc8KVAfDRy4KhxAUOPmANThRvflPahfo="];
  const verify = (envelope: object, headers: Record<string, string>, webhookSecret = "0123456789abcdef0123456789abcdef-and-more") => verifyUsps({ bytes: Buffer.from(JSON.stringify(envelope)), headers, query: new URLSearchParams() }, { webhookSecret });
  const envelope = { subscriptionId: "a", subscriptionType: "TRACKING", timestamp, payload, links: [] };

  it("is accepted under both of its headers, by the first 32 characters of the secret", () => {
    expect([verify(envelope, { "x-hmac": signature }), verify(envelope, { "hmac-header": signature })]).toEqual([true, true]);
  });

  it("covers the time and every byte of the payload", () => {
    expect(verify({ ...envelope, timestamp: "2026-07-23T14:32:01Z" }, { "x-hmac": signature })).toBe(false);
    expect(verify({ ...envelope, payload: payload.replace("Delivered", "delivered") }, { "x-hmac": signature })).toBe(false);
    expect(verify({ ...envelope, payload: JSON.parse(payload) as object }, { "x-hmac": signature })).toBe(false);
    expect([verify(envelope, {}), verify(envelope, { "x-hmac": signature }, "short"), verify(envelope, { "x-hmac": signature }, "f".repeat(32))]).toEqual([false, false, false]);
  });
});

describe("a Mailer ID", () => {
  it.each([
    ["9400190341725600000011", "903417256", true], ["420787049400190341725600000011", "903417256", true], ["9400 1903 4172 5600 0000 11", "111111111, 903417256", true], ["9205512345612345678909", "123456", true],
    ["9400109104250532908587", "903417256", false], ["LK123456785US", "903417256", null], ["9400190341725600000011", "none", null],
  ])("of %s among %s: %s", (number, ids, own) => {
    expect(isOfMailer(number, ids)).toBe(own);
  });
});

it.skipIf(!existsSync(MAP))("USPS's categories agree with the status map (in ../shared/data, skipped where it is absent)", () => {
  const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { usps_category: Record<string, { m: string; x: string | null; r: string | null }> } };
  for (const [category, row] of Object.entries(map.usps_category)) expect([category, STATUS_CATEGORY[category]]).toEqual([category, { milestone: row.m, exception: row.x, reason: row.r }]);
});

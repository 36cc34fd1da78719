import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { chosenShipment } from "./chosen-shipment.ts";
import { normaliseDhl } from "./normalise.ts";
import { serviceOf } from "./service-of.ts";
import { STATUS_CODE } from "./status-codes.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/karrio/dhl_universal/", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;

const message = (topic: string, body: unknown) => ({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "dhl", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, attempts: 0, body: JSON.stringify(body) }) as const;
const push = (body: unknown): Normalised => normaliseDhl(message("push", body));
const answer = (body: unknown, number = "7777777770"): Normalised => normaliseDhl(message("poll", { number, polledAt: "2026-11-20T12:00:00Z", answer: body }));
const recorded = (name: string): unknown => JSON.parse(readFileSync(new URL(name, RECORDED), "utf8"));
const scans = (read: Normalised) => (read.outcome === "tracking_facts" ? read.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe.skipIf(!existsSync(RECORDED))("DHL's recorded answers (read from ../shared/data, skipped where it is absent)", () => {
  it("tell the event once, although the status repeats it with its wall clock written as UTC", () => {
    const read = scans(answer(recorded("TrackingResponseJSON.json")));
    expect(read.map(({ code, milestone, timing, occurredAt, carrierEta }) => ({ code, milestone, timing, occurredAt, carrierEta }))).toEqual([
      { code: "pre-transit/DELIVERED", milestone: "label_created", timing: "local", occurredAt: instant("2018-03-02T07:53:47+01:00"), carrierEta: null },
      { code: "est_delivery_date", milestone: "unknown", timing: "exact", occurredAt: RECEIVED, carrierEta: instant("2018-08-03T22:00:00Z") },
    ]);
    expect(scans(push(recorded("TrackingResponseJSON.json")))[0]?.key).toBe(read[0]?.key);
  });

  it("say that no such shipment is known", () => {
    expect(scans(answer(recorded("TrackingErrorResponseJSON.json")))).toMatchObject([{ exception: "not_found", text: "No shipment with given tracking number found." }]);
  });
});

const event = (statusCode: string, description: string, timestamp: string, more: object = {}) => ({ timestamp, statusCode, status: statusCode, description, location: { address: { countryCode: "DE", addressLocality: "LEIPZIG - GERMANY" } }, ...more });
const shipment = (events: object[], more: object = {}) => ({ shipments: [{ id: "7777777770", service: "express", events, ...more }] });

describe("a DHL shipment", () => {
  it("is as far as its status code says, and finer where its words are", () => {
    const meanings = scans(answer(shipment([
      event("transit", "Shipment is out with courier for delivery", "2026-11-12T08:00:00"), event("transit", "Clearance processing complete at LEIPZIG - GERMANY", "2026-11-11T08:00:00"),
      event("failure", "Delivery attempted; recipient not home", "2026-11-10T18:00:00"), event("failure", "QX417", "2026-11-10T08:00:00"), event("pre-transit", "Shipment information received", "2026-11-09T08:00:00"), event("warp", "QX417", "2026-11-08T08:00:00"),
    ]))).map(({ milestone, exception }) => [milestone, exception]);
    expect(meanings).toEqual([["out_for_delivery", null], ["in_transit", null], ["in_transit", "attempt_failed"], ["in_transit", "carrier_exception"], ["label_created", null], ["unknown", null]]);
  });

  it("tells apart what happened at one moment under one code", () => {
    const read = scans(answer(shipment([event("transit", "Arrived at DHL Sort Facility", "2026-11-10T08:00:00"), event("transit", "Processed for clearance", "2026-11-10T08:00:00")])));
    expect(new Set(read.map(({ key }) => key)).size).toBe(2);
    expect(read[0]).toMatchObject({ place: { city: "LEIPZIG", country: "DE" }, timing: "local", occurredAt: instant("2026-11-10T08:00:00+01:00") });
  });

  it("of eCommerce names the post's number once it was handed over", () => {
    const details = { references: [{ type: "customer-reference", number: "A1" }, { type: "local-tracking-number", number: "9261290100130000000018" }] };
    const more = { service: "ecommerce", details, destination: { address: { countryCode: "US" } } };
    const early = answer(shipment([event("transit", "Processed", "2026-11-10T08:00:00")], more));
    expect(early.outcome === "tracking_facts" && early.facts.map(({ kind }) => kind)).toEqual(["tracking_scans"]);
    const handed = answer(shipment([event("transit", "Tendered to delivery service provider", "2026-11-11T08:00:00Z")], more));
    expect(handed.outcome === "tracking_facts" && handed.facts.at(-1)).toMatchObject({ kind: "handed_over", next: { number: "9261290100130000000018", carrier: "USPS" }, at: instant("2026-11-11T08:00:00Z") });
  });

  it("proves its delivery by a signature where DHL has one", () => {
    const proof = (told: object) => scans(answer(shipment([event("delivered", "Delivered", "2026-11-10T08:00:00")], { details: { proofOfDelivery: told } })))[0]?.proof;
    expect([proof({ signatureUrl: "https://webpod.dhl.com/x" }), proof({ documentUrl: "https://webpod.dhl.com/y" })]).toEqual([{ photo: null, signature: true }, { photo: null, signature: null }]);
  });

  it("in a push about several is unreadable rather than lost", () => {
    expect(push({ shipments: [{ id: "1" }, { id: "2" }] })).toMatchObject({ outcome: "unreadable", because: expect.stringContaining("several shipments") });
  });
});

it("of several shipments with one number, the one to the parcel's own address is kept", () => {
  const to = (postalCode: string, countryCode: string) => ({ id: "1", destination: { address: { postalCode, countryCode } } });
  const body = { url: "x", shipments: [to("10115", "DE"), to("1043 AG", "NL")] };
  expect(chosenShipment(body, { zip: "1043AG", country: null })).toEqual({ shipments: [to("1043 AG", "NL")] });
  expect(chosenShipment(body, { zip: null, country: "NL" })).toEqual({ shipments: [to("1043 AG", "NL")] });
  expect(chosenShipment(body, { zip: null, country: null })).toEqual({ shipments: [to("10115", "DE")] });
  expect(chosenShipment({ status: 404 }, { zip: null, country: null })).toEqual({ status: 404 });
});

it.each([["DHL Express", "express"], ["DHL Express (USA)", "express"], ["DHL eCommerce", "ecommerce"], ["DHL eCommerce Europe", "ecommerce-europe"], ["DHL Parcel NL", "parcel-nl"], ["DHL Paket", "parcel-de"], ["DHL", null], [null, null]])("%s is carried by %s", (carrier, service) => {
  expect(serviceOf(undefined, carrier)).toBe(service);
  expect(serviceOf(" Parcel-UK ", carrier)).toBe("parcel-uk");
});

it.skipIf(!existsSync(MAP))("DHL's codes agree with the status map (in ../shared/data, skipped where it is absent), but a known shipment in an unknown state is not unknown to DHL", () => {
  const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { dhl_unified: Record<string, { m: string; x: string | null }> } };
  for (const [code, row] of Object.entries(map.dhl_unified)) expect([code, STATUS_CODE[code]?.milestone, STATUS_CODE[code]?.exception]).toEqual([code, row.m, code === "unknown" ? null : row.x]);
});

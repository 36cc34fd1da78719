import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isHmacSha256 } from "../direct/hmac.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { chosenResult } from "./chosen-result.ts";
import { createFedexFeed } from "./feed.ts";
import { normaliseFedex } from "./normalise.ts";
import { SCAN_CODE } from "./status-codes.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/karrio/fedex/", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const LONG_AGO = instant("2018-01-01T00:00:00Z") as Instant;

const message = (topic: string, body: unknown) => ({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "fedex", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, attempts: 0, body: JSON.stringify(body) }) as const;
const push = (body: unknown): Normalised => normaliseFedex(message("push", body));
const answer = (number: string, body: unknown): Normalised => normaliseFedex(message("poll", { number, polledAt: "2026-11-20T12:00:00Z", answer: body }));
const recorded = (name: string, number: string, sentAt = LONG_AGO): unknown => chosenResult(JSON.parse(readFileSync(new URL(name, RECORDED), "utf8")), number, sentAt);
const scans = (read: Normalised) => (read.outcome === "tracking_facts" ? read.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe.skipIf(!existsSync(RECORDED))("FedEx's recorded answers (read from ../shared/data, skipped where it is absent)", () => {
  it("tell a whole road, a pick-up of which only the day is known included", () => {
    const read = scans(answer("738488882438", recorded("InconsistentDateTimeResponse.json", "738488882438")));
    expect(read.map(({ milestone }) => milestone)).toEqual(["delivered", "out_for_delivery", ...Array<string>(13).fill("in_transit"), "label_created", "accepted"]);
    expect(read.at(-1)).toMatchObject({ timing: "day", occurredAt: instant("2024-08-15T12:00:00Z") });
    expect(read[0]).toMatchObject({ occurredAt: instant("2024-08-20T12:41:57-04:00"), timing: "exact", proof: { signature: true } });
  });

  it("of a number used twice tell the parcel with the newest scan", () => {
    const read = scans(answer("776094337676", recorded("DuplicateTrackingResponse.json", "776094337676")));
    expect(read[0]).toMatchObject({ milestone: "delivered", occurredAt: instant("2024-04-26T09:26:00-07:00") });
    expect(read.find(({ code }) => code === "DE/08")).toMatchObject({ milestone: "in_transit", exception: "attempt_failed" });
  });

  it("of a number used twice tell nothing when both parcels were there long before ours", () => {
    expect(recorded("DuplicateTrackingResponse.json", "776094337676", RECEIVED)).toBeNull();
  });

  it("say which number they do not know, and are not misled by an error beside a history", () => {
    expect(scans(answer("39936862321", recorded("TrackingResponse.json", "39936862321")))).toMatchObject([{ exception: "not_found", code: "TRACKING.TRACKINGNUMBER.NOTFOUND" }]);
    expect(scans(answer("123456789012", recorded("TrackingResponse.json", "123456789012")))[0]).toMatchObject({ milestone: "accepted", exception: "delayed", reason: "weather" });
  });

  it("that hold no history are unreadable", () => {
    expect(answer("1", JSON.parse(readFileSync(new URL("ProofOfDeliveryResponse.json", RECORDED), "utf8"))).outcome).toBe("unreadable");
    expect(chosenResult(JSON.parse(readFileSync(new URL("ErrorResponse.json", RECORDED), "utf8")), "1", LONG_AGO)).toBeNull();
  });
});

const scan = (eventType: string, date: string, more: object = {}) => ({ date, eventType, eventDescription: "", exceptionCode: "", exceptionDescription: "", derivedStatusCode: "IT", scanLocation: { city: "MEMPHIS", stateOrProvinceCode: "TN", countryCode: "US" }, ...more });
const result = (...scanEvents: object[]) => ({ trackingNumberInfo: { trackingNumber: "776094337676" }, scanEvents });

describe("a FedEx result", () => {
  it("is read in every wrapping it comes in", () => {
    const one = result(scan("AR", "2026-11-10T10:00:00-06:00"));
    const keys = [one, { trackResults: [one] }, { output: { completeTrackResults: [{ trackingNumber: "776094337676", trackResults: [one] }] } }].map((body) => scans(push(body)).map(({ key }) => key));
    expect(keys[0]).toHaveLength(1);
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    expect(push({ trackResults: [one, { ...one, trackingNumberInfo: { trackingNumber: "1" } }] })).toMatchObject({ outcome: "unreadable", because: expect.stringContaining("several parcels") });
  });

  it("delivered after it turned round is back with its sender", () => {
    const read = scans(answer("776094337676", result(scan("DL", "2026-11-12T10:00:00-06:00"), scan("RS", "2026-11-10T10:00:00-06:00"))));
    expect(read.map(({ milestone, exception }) => [milestone, exception])).toEqual([["returned", "returning_to_sender"], ["returning", "returning_to_sender"]]);
  });

  it("that FedEx derives to run late says so just after its newest scan, until a scan takes it back", () => {
    const late = { ...result(scan("AR", "2026-11-10T10:00:00-06:00")), latestStatusDetail: { code: "FD", derivedCode: "RL", statusByLocale: "Running Late", description: "At FedEx destination facility", delayDetail: { status: "DELAYED" } } };
    expect(scans(answer("776094337676", late)).at(-1)).toMatchObject({ code: "latest/RL", text: "Running Late", milestone: "in_transit", exception: "delayed", occurredAt: (instant("2026-11-10T16:00:00Z") ?? 0) + 1 });
    expect(scans(push(late)).map(({ code }) => code)).toEqual(["AR"]);
  });

  it("says which trouble kept a delivery from happening", () => {
    const detail = { code: "DE", derivedCode: "DE", description: "Delivery exception", ancillaryDetails: [{ reason: "07", reasonDescription: "Shipment refused by recipient", actionDescription: "" }] };
    expect(scans(answer("776094337676", { ...result(scan("OD", "2026-11-10T10:00:00-06:00", { derivedStatusCode: "OD" })), latestStatusDetail: detail })).map(({ milestone, exception }) => [milestone, exception])).toEqual([["out_for_delivery", null]]);
    expect(scans(answer("776094337676", result(scan("DE", "2026-11-10T10:00:00-06:00", { exceptionCode: "07", exceptionDescription: "Shipment refused by recipient" }))))[0]).toMatchObject({ milestone: "returning", exception: "refused" });
  });

  it("of Ground Economy names the post's number once the post has it", () => {
    const economy = (...events: object[]) => ({ ...result(...events), additionalTrackingInfo: { packageIdentifiers: [{ type: "PARTNER_CARRIER_NUMBER", values: ["9274890000000000000014"] }] } });
    const handed = answer("776094337676", economy(scan("AX", "2026-11-11T10:00:00-06:00", { eventDescription: "At USPS facility" }), scan("AR", "2026-11-10T10:00:00-06:00")));
    expect(handed.outcome === "tracking_facts" && handed.facts.at(-1)).toMatchObject({ kind: "handed_over", next: { number: "9274890000000000000014", carrier: "USPS" }, at: instant("2026-11-11T16:00:00Z") });
    const early = answer("776094337676", economy(scan("OX", "2026-11-10T10:00:00-06:00", { eventDescription: "Shipment information sent to U.S. Postal Service", derivedStatusCode: "IN" })));
    expect(early.outcome === "tracking_facts" && early.facts.map(({ kind }) => kind)).toEqual(["tracking_scans"]);
    expect(scans(early)[0]?.milestone).toBe("label_created");
  });

  it("keeps a code nobody knows unknown where the derived status is no better", () => {
    expect(scans(push(result(scan("QX", "2026-11-10T10:00:00-06:00", { derivedStatusCode: "", eventDescription: "QX417" }))))[0]).toMatchObject({ code: "QX", text: "QX417", milestone: "unknown", exception: null });
  });
});

describe("FedEx's signature", () => {
  // Made with `openssl dgst -sha256 -hmac fedex-security-token`.
  const body = '{"trackResults":[{"trackingNumberInfo":{"trackingNumber":"776094337676"}}]}';
  const [base64, hex] = ["RtZe0mvtRINAbGIQpZ6KP7haj0IjNOrjM+22LhXSRRE=", "46d65ed26bed4483406c6210a59e8a3fb85a8f422334eae333edb62e15d24511"];
  const verify = (signature: string, bytes = body, token = "fedex-security-token") => createFedexFeed({ fetch }).push?.verify({ bytes: Buffer.from(bytes), headers: { "fdx-signature": signature }, query: new URLSearchParams() }, { securityToken: token }, RECEIVED);

  it("is accepted in Base64 and in hex", () => {
    expect([verify(base64), verify(hex), isHmacSha256("fedex-security-token", body, base64, ["base64"])]).toEqual([true, true, true]);
  });

  it("is refused over any other body, by any other token, and without one", () => {
    expect([verify(base64, `${body} `), verify(base64, body, "another"), verify(base64, body, ""), verify("")]).toEqual([false, false, false, false]);
  });
});

it.skipIf(!existsSync(MAP))("FedEx's codes agree with the status map (in ../shared/data, skipped where it is absent)", () => {
  const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { fedex_code: Record<string, { m: string; x: string | null }> } };
  for (const [code, row] of Object.entries(map.fedex_code)) expect([code, SCAN_CODE[code]?.milestone, SCAN_CODE[code]?.exception]).toEqual([code, row.m, row.x]);
});

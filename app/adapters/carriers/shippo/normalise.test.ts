import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { instant, iso, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { normaliseShippo } from "./normalise.ts";
import { statusMeaning, STATUS, SUBSTATUS } from "./status-codes.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/shippo/", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const read = (topic: string, body: string): Normalised =>
  normaliseShippo({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "shippo", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, body, attempts: 0 });
const answer = (value: unknown): Normalised => read("poll", JSON.stringify({ number: "9205", polledAt: iso(RECEIVED), answer: value }));
const scans = (result: Normalised): readonly Scan[] => (result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe.skipIf(!existsSync(RECORDED))("Shippo's recorded bodies (read from ../shared/data, skipped where it is absent)", () => {
  it("asked for: an older carrier's plain TRANSIT is read by its words", () => {
    const result = answer(JSON.parse(readFileSync(new URL("get_track_response_docs_example.json", RECORDED), "utf8")));
    expect(result).toMatchObject({ outcome: "tracking_facts", trackingNumber: "9205590164917312751089", facts: [{ whole: instant("2023-07-23T20:35:26.129Z") }] });
    expect(scans(result).map(({ milestone, code, text, carrierEta }) => [milestone, code, text, carrierEta])).toEqual([
      ["accepted", "TRANSIT", "Your shipment has been accepted.", null],
      ["delivered", "DELIVERED", "Your shipment has been delivered at the destination mailbox.", null],
      ["unknown", "est_delivery_date", null, instant("2023-07-23T12:00:00Z")],
    ]);
    expect(timelineOf(scans(result))).toMatchObject({ milestone: "delivered", deliveredAt: instant("2023-07-23T13:03:00Z") });
  });

  it("pushed: a definite status is believed beside a substatus that does not belong to it", () => {
    const [only] = scans(read("push", readFileSync(new URL("webhook_track_updated_docs_example.json", RECORDED), "utf8")));
    expect(only).toMatchObject({ milestone: "delivered", code: "DELIVERED/information_received", place: { city: "Las Vegas", region: "NV", country: "US", zip: "89101" } });
  });
});

describe("Shippo's statuses", () => {
  it.skipIf(!existsSync(MAP))("agree with the status map (in ../shared/data, skipped where it is absent)", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { shippo: Record<string, { m: string; x: string | null; r: string | null }> } };
    for (const [code, { m, x, r }] of Object.entries(map.shippo)) expect(code.endsWith("/*") ? STATUS[code.slice(0, -2)] : SUBSTATUS[code], code).toEqual({ milestone: m, exception: x, reason: r });
    expect(Object.keys(STATUS).length + Object.keys(SUBSTATUS).length).toBe(Object.keys(map.shippo).length);
  });

  it("let words say what happened on the way, but never that it arrived", () => {
    expect(statusMeaning("TRANSIT", null, "Your parcel was delivered to the facility in Austin")).toMatchObject({ exception: null });
    expect(statusMeaning("TRANSIT", null, "Delivered")).toEqual(STATUS["TRANSIT"]);
    for (const status of ["RETURNED", "DELIVERED"]) expect(statusMeaning(status, null, "Delivered, To Original Sender").milestone).toBe("returned");
    expect(statusMeaning("TRANSIT", null, "Zzqx")).toEqual(STATUS["TRANSIT"]);
    expect(statusMeaning("TRANSIT", "brand_new", null)).toEqual(STATUS["TRANSIT"]);
    for (const code of ["WARP", "constructor", null]) expect(statusMeaning(code, code, "Zzqx")).toEqual({ milestone: "unknown", exception: null, reason: null });
  });
});

it("a number Shippo has not found is not found when asked for, and no news when pushed", () => {
  const track = { tracking_number: "9205", tracking_status: { status: "UNKNOWN", status_details: "" }, tracking_history: [] };
  expect(scans(answer(track))).toMatchObject([{ exception: "not_found", milestone: "unknown" }]);
  expect(read("push", JSON.stringify({ event: "track_updated", data: track })).outcome).toBe("ignored");
  expect(scans(answer(null))).toMatchObject([{ exception: "not_found" }]);
});

it("other events concern nobody", () => {
  expect(read("push", '{"event":"transaction_created","data":{}}').outcome).toBe("ignored");
});

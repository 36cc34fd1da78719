import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { ESTIMATE_CODE } from "../feed/scan-statement.ts";
import { normaliseEasypost } from "./normalise.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/easypost/", import.meta.url);

const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const read = (body: string, receivedAt = RECEIVED): Normalised =>
  normaliseEasypost({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "easypost", topic: "event", deliveryId: "evt_1", eventId: null, triggeredAt: null, receivedAt, body, attempts: 0 });
const recorded = (name: string): string => readFileSync(new URL(name, RECORDED), "utf8");
const scans = (result: Normalised): readonly Scan[] => (result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);
const event = (result: unknown, description = "tracker.updated"): string => JSON.stringify({ object: "Event", id: "evt_1", description, result });
const tracker = { object: "Tracker", tracking_code: "EZ1", status: "in_transit", status_detail: "arrived_at_facility", updated_at: "2026-11-10T10:00:00Z", est_delivery_date: null };
const row = { status: "in_transit", status_detail: "arrived_at_facility", datetime: "2026-11-10T09:00:00Z", message: "Arrived", tracking_location: { city: "KENLY", state: "NC", country: "US", zip: "27542" } };

describe.skipIf(!existsSync(RECORDED))("EasyPost's recorded bodies (read from ../shared/data, skipped where it is absent)", () => {
  it("are all read without an accident", () => {
    const outcomes = Object.fromEntries(readdirSync(RECORDED).map((name) => [name, read(recorded(name)).outcome]));
    expect(outcomes).toEqual({
      "examples_event-body.json": "tracking_facts", "examples_tracking-webhook.json": "tracking_facts", "examples_tracking_webhook_response.json": "tracking_facts",
      "examples_event_example.json": "unreadable", "examples_events-retrieve.json": "unreadable", // events without the tracker they are about
      "examples_create_tracker_response.json": "unreadable", "examples_trackers-create.json": "unreadable", "examples_trackers-list.json": "unreadable", "examples_trackers-retrieve.json": "unreadable", // answers, not events
    });
  });

  it("become one scan per row, with its place and its words, and the carrier's date", () => {
    const result = read(recorded("examples_event-body.json"));
    expect(result).toMatchObject({ outcome: "tracking_facts", trackingNumber: "1" });
    const rows = scans(result).filter((scan) => scan.code !== ESTIMATE_CODE);
    expect(rows.map((scan) => scan.milestone)).toEqual(["label_created", "in_transit", "in_transit", "in_transit", "in_transit", "in_transit", "in_transit"]);
    expect(rows[1]).toMatchObject({ source: "easypost", occurredAt: instant("2024-07-31T19:27:00Z"), receivedAt: RECEIVED, code: "in_transit/arrived_at_facility", text: "Picked up", place: { city: "ORLANDO", region: "FL", country: "US", zip: "32809" } });
    const timeline = timelineOf(scans(result));
    expect(timeline).toMatchObject({ milestone: "in_transit", exception: null, carrierEta: instant("2024-08-05T12:00:00Z"), lastScanAt: instant("2024-08-02T18:50:00Z") });
  });

  it("of a delivered parcel end delivered", () => {
    const timeline = timelineOf(scans(read(recorded("examples_tracking_webhook_response.json"))));
    expect(timeline).toMatchObject({ milestone: "delivered", deliveredAt: instant("2014-08-24T15:33:00Z") });
  });
});

describe("an EasyPost event", () => {
  it("names the same statement by the same key however often it comes, and different ones differently", () => {
    const body = event({ ...tracker, tracking_details: [row, { ...row, datetime: "2026-11-10T09:30:00Z" }, { ...row, tracking_location: { ...row.tracking_location, city: "EDISON" } }] });
    const [once, again] = [scans(read(body)), scans(read(body, (RECEIVED + 1) as Instant))];
    expect(once.map((scan) => scan.key)).toEqual(again.map((scan) => scan.key));
    expect(new Set(once.map((scan) => scan.key)).size).toBe(3);
    const spaced = scans(read(event({ ...tracker, tracking_code: "e z-1", tracking_details: [row] })));
    expect(spaced[0]?.key).toBe(once[0]?.key);
  });

  it("states the tracker's own status where no row does", () => {
    const result = read(event({ ...tracker, status: "failure", status_detail: "lost", tracking_details: [row] }));
    expect(scans(result).map(({ milestone, exception, occurredAt }) => [milestone, exception, occurredAt])).toEqual([
      ["in_transit", null, instant("2026-11-10T09:00:00Z")], ["undeliverable", "lost", instant("2026-11-10T10:00:00Z")],
    ]);
  });

  it("tells a changed date as a statement of its own: the later one wins, in whatever order they arrive, and nothing else moves", () => {
    const dated = (day: string, updated_at: string) => scans(read(event({ ...tracker, updated_at, est_delivery_date: `${day}T00:00:00Z`, tracking_details: [row] })));
    const [first, second] = [dated("2026-11-14", "2026-11-10T10:00:00Z"), dated("2026-11-12", "2026-11-10T11:00:00Z")];
    for (const told of [[...first, ...second], [...second, ...first]]) {
      const timeline = timelineOf(told);
      expect(timeline.scans).toHaveLength(3);
      expect(timeline).toMatchObject({ milestone: "in_transit", lastScanAt: instant("2026-11-10T09:00:00Z"), carrierEta: instant("2026-11-12T12:00:00Z") });
    }
    expect(timelineOf([...first, ...dated("2026-11-14", "2026-11-10T12:00:00Z")]).scans).toHaveLength(2);
  });

  it("keeps the carrier's day the same day in the shop's zone", () => {
    const [estimate] = scans(read(event({ ...tracker, est_delivery_date: "2026-11-12T00:00:00Z", tracking_details: [row] }))).filter((scan) => scan.code === ESTIMATE_CODE);
    expect(new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(estimate?.carrierEta ?? 0)).toBe("2026-11-12");
    const [local] = scans(read(event({ ...tracker, est_delivery_date: "2026-11-13T03:00:00Z", carrier_detail: { est_delivery_date_local: "2026-11-12" }, tracking_details: [row] }))).filter((scan) => scan.code === ESTIMATE_CODE);
    expect(local?.carrierEta).toBe(instant("2026-11-12T12:00:00Z"));
  });

  it("about a parcel nobody has scanned is no news", () => {
    expect(read(event({ ...tracker, status: "unknown", status_detail: "unknown", tracking_details: [] }, "tracker.created")).outcome).toBe("ignored");
  });

  it("leaves out rows without a readable time instead of guessing one", () => {
    expect(scans(read(event({ ...tracker, tracking_details: [row, { ...row, datetime: "yesterday" }, { ...row, datetime: null }] })))).toHaveLength(1);
  });

  it("of another kind is ignored, and anything else is unreadable with a reason", () => {
    expect(read(event({}, "batch.created")).outcome).toBe("ignored");
    for (const body of ["", "{", "[]", "null", "{}", event(null), event({ ...tracker, tracking_code: 5 }), event({ ...tracker, tracking_details: "none" })]) {
      const result = read(body);
      expect(result.outcome, body).toBe("unreadable");
      expect("because" in result ? result.because : "").toMatch(/\.$/);
    }
  });
});

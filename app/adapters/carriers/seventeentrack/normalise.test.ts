import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { normaliseSeventeentrack } from "./normalise.ts";
import { eventMeaning, STAGE, STATUS, SUB_STATUS } from "./status-codes.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/17track/webhook_tracking_updated_ups_ground.json", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const read = (body: string, topic = "push"): Normalised =>
  normaliseSeventeentrack({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "seventeentrack", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, body, attempts: 0 });
const scans = (result: Normalised): readonly Scan[] => (result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);
const push = (track_info: object): string => JSON.stringify({ event: "TRACKING_UPDATED", data: { number: "LX1CN", carrier: 3011, track_info } });
const event = { time_iso: "2026-11-10T09:00:00+08:00", time_utc: "2026-11-10T01:00:00Z", description: "Zzqx", location: "Shenzhen, CN", stage: null, sub_status: "InTransit_Other", address: { country: "CN", state: null, city: "Shenzhen" } };
const provider = (name: string, events: object[]) => ({ provider: { key: 1, name }, latest_sync_time: "2026-11-12T00:00:00Z", events });

describe.skipIf(!existsSync(RECORDED))("17TRACK's recorded push (read from ../shared/data, skipped where it is absent)", () => {
  it("is the whole story, by stages where there are any and by the carrier's words where there are none", () => {
    const result = read(readFileSync(RECORDED, "utf8"));
    expect(result).toMatchObject({ outcome: "tracking_facts", trackingNumber: "1Z2617V10397725789", facts: [{ whole: instant("2022-04-29T08:06:06Z") }] });
    expect(scans(result).map(({ milestone, occurredAt }) => [milestone, occurredAt])).toEqual([
      ["delivered", instant("2022-04-04T23:35:22Z")], ["out_for_delivery", instant("2022-04-04T15:46:06Z")], ["in_transit", instant("2022-04-02T09:15:00Z")],
      ["accepted", instant("2022-03-31T23:36:47Z")], ["label_created", instant("2022-03-29T05:43:08Z")],
    ]);
    expect(scans(result)[0]).toMatchObject({ code: "Delivered", text: "DELIVERED", timing: "exact", place: { city: "GASQUET", region: "CA", country: "US", zip: null } });
    expect(timelineOf(scans(result))).toMatchObject({ milestone: "delivered", deliveredAt: instant("2022-04-04T23:35:22Z"), acceptedAt: instant("2022-03-31T23:36:47Z") });
  });
});

describe("17TRACK's statuses", () => {
  it.skipIf(!existsSync(MAP))("agree with the status map (in ../shared/data, skipped where it is absent)", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { track17: Record<string, { m: string; x: string | null; r: string | null }> } };
    for (const [code, { m, x, r }] of Object.entries(map.track17)) expect(SUB_STATUS[code], code).toEqual({ milestone: m, exception: x, reason: r });
    expect(Object.keys(SUB_STATUS)).toHaveLength(Object.keys(map.track17).length + 2);
    expect([Object.keys(STATUS).length, Object.keys(STAGE).length]).toEqual([9, 9]);
  });

  it("fall back from sub-status to stage to status to words, and to nothing", () => {
    expect(eventMeaning("Exception_Lost", "Delivered", "Delivered")).toMatchObject({ milestone: "undeliverable", exception: "lost" });
    expect(eventMeaning(null, "PickedUp", null)).toMatchObject({ milestone: "accepted" });
    expect(eventMeaning("Exception_Brandnew", null, "Out for delivery")).toMatchObject({ exception: "carrier_exception" });
    expect(eventMeaning(null, null, "Out for delivery")).toMatchObject({ milestone: "out_for_delivery" });
    for (const code of ["Warp", "constructor", "__proto__", null]) expect(eventMeaning(code, code, "Zzqx")).toEqual({ milestone: "unknown", exception: null, reason: null });
  });
});

describe("a push of 17TRACK", () => {
  it("tells of a hand-off: the other number since the other carrier's first word, and who scanned what", () => {
    const later = { ...event, time_utc: "2026-11-12T01:00:00Z", sub_status: "InTransit_Arrival" };
    const result = read(push({ misc_info: { local_number: "9400 1", local_provider: "USPS" }, tracking: { providers: [provider("China Post", [event]), provider("USPS", [later])] } }));
    expect(result.outcome === "tracking_facts" ? result.facts[1] : null).toEqual({ kind: "handed_over", trackingNumber: "LX1CN", toldBy: "seventeentrack", next: { number: "9400 1", carrier: "USPS" }, at: instant("2026-11-12T01:00:00Z") });
    expect(scans(result).map(({ carrier }) => carrier)).toEqual([null, "USPS"]);
  });

  it("has no hand-off where the local number is the number itself, or none", () => {
    for (const local_number of ["lx1 cn", null]) {
      const result = read(push({ misc_info: { local_number }, tracking: { providers: [provider("China Post", [event])] } }));
      expect(result.outcome === "tracking_facts" ? result.facts.map(({ kind }) => kind) : []).toEqual(["tracking_scans"]);
    }
  });

  it("is not believed more exact than the carrier was: an offset 17TRACK added is its guess", () => {
    const timing = (time_raw: object | null) => scans(read(push({ tracking: { providers: [provider("China Post", [{ ...event, time_raw }])] } })))[0]?.timing;
    expect(timing({ date: "2026-11-10", time: "09:00:00", timezone: "+08:00" })).toBe("exact");
    expect(timing({ date: "2026-11-10", time: "09:00:00", timezone: null })).toBe("local");
    expect(timing({ date: "2026-11-10", time: null, timezone: null })).toBe("day");
    const [only] = scans(read(push({ tracking: { providers: [provider("China Post", [{ ...event, time_iso: null, time_utc: null, time_raw: { date: "2026-11-10", time: "09:00:00", timezone: null } }])] } })));
    expect(only).toMatchObject({ occurredAt: instant("2026-11-10T01:00:00Z"), timing: "local" });
  });

  it("keeps two things of one minute and one code apart by their words", () => {
    const told = scans(read(push({ tracking: { providers: [provider("China Post", [event, { ...event, description: "Blorp" }, event])] } })));
    expect(new Set(told.map(({ key }) => key)).size).toBe(2);
  });

  it("tells trouble only the parcel's own status names, and the carrier's date", () => {
    const told = scans(read(push({ latest_status: { status: "Exception", sub_status: "Exception_Lost" }, time_metrics: { estimated_delivery_date: { from: "2026-11-14T00:00:00Z", to: "2026-11-16T00:00:00Z" } }, tracking: { providers: [provider("China Post", [event])] } })));
    expect(told.map(({ code, exception, carrierEta, occurredAt }) => [code, exception, carrierEta, occurredAt])).toEqual([
      ["InTransit_Other", null, null, instant("2026-11-10T01:00:00Z")],
      ["Exception_Lost", "lost", null, instant("2026-11-12T00:00:00Z")],
      ["est_delivery_date", null, instant("2026-11-16T12:00:00Z"), instant("2026-11-12T00:00:00Z")],
    ]);
  });

  it("of a number the carrier does not know says so, and takes nothing back", () => {
    const result = read(push({ latest_status: { status: "NotFound", sub_status: "NotFound_InvalidCode" }, tracking: { providers: [] } }));
    expect(result.outcome === "tracking_facts" ? result.facts : []).toMatchObject([{ whole: null, scans: [{ milestone: "unknown", exception: "not_found", code: "NotFound_InvalidCode" }] }]);
  });

  it("about the end of the watch is ignored", () => {
    expect(read(JSON.stringify({ event: "TRACKING_STOPPED", data: { number: "LX1CN" } })).outcome).toBe("ignored");
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { Normalised } from "#app/application/ports.ts";
import { karrioBaseUrl } from "./base-url.ts";
import { createKarrioFeed } from "./feed.ts";
import { normaliseKarrio } from "./normalise.ts";
import { eventMeaning, REASON, STATUS } from "./status-codes.ts";
import { verifyKarrio } from "./verify.ts";
import { eventTime } from "./wall-clock.ts";

const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const read = (event: string, data: unknown): Normalised =>
  normaliseKarrio({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "karrio", topic: "push", deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, body: JSON.stringify({ event, data }), attempts: 0 });
const scans = (result: Normalised): readonly Scan[] => (result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe("Karrio's webhook", () => {
  it("proves itself by the secret it carries, and by nothing else", () => {
    const carries = (value: string | string[] | undefined) => verifyKarrio({ headers: { "x-event-id": value } }, "5f3c9e");
    expect(carries("5f3c9e")).toBe(true);
    for (const value of [undefined, "", "5f3c9", "5f3c9e1", "5F3C9E", ["5f3c9e", "5f3c9e"]]) expect(carries(value), String(value)).toBe(false);
    expect(verifyKarrio({ headers: { "x-event-id": "" } }, "")).toBe(false);
  });
});

describe("the address of Karrio", () => {
  it("is plain https", () => {
    expect(karrioBaseUrl({ baseUrl: " https://karrio.example/ " })).toBe("https://karrio.example");
    expect(karrioBaseUrl({ baseUrl: "https://host.example/karrio/v1/" })).toBe("https://host.example/karrio");
    for (const baseUrl of ["", "http://karrio.example", "karrio.example", "https://user:pass@karrio.example", "https://karrio.example/?a=1", "ftp://karrio.example", "file:///etc/passwd"]) expect(karrioBaseUrl({ baseUrl }), baseUrl).toBeNull();
  });

  it("is never called otherwise", async () => {
    const feed = createKarrioFeed({ fetch: () => Promise.reject(new Error("called")) });
    expect(await feed.check({ shop: "hearth.myshopify.com" as ShopId, credentials: { baseUrl: "http://10.0.0.1", apiKey: "k" }, webhookUrl: "", now: RECEIVED })).toEqual({ outcome: "refused", because: "The address of Karrio must be a plain https address." });
  });
});

describe("Karrio's times", () => {
  const NEW_JERSEY = { city: "Wayne", region: "NJ", country: "US", zip: null };
  it.each([
    ["2021-02-10T07:13:00.000Z", "2021-02-10", "07:13 AM", NEW_JERSEY, "2021-02-10T12:13:00Z", "local"], // its Z is the carrier's wall clock
    ["2021-02-10T07:13:00.000Z", "2021-02-10", "07:13 AM", null, "2021-02-10T07:13:00Z", "assumed"],
    ["2021-02-10T07:13:00-08:00", "2021-02-10", "07:13 AM", NEW_JERSEY, "2021-02-10T15:13:00Z", "exact"],
    [null, "2024-11-22", "13:58 PM", NEW_JERSEY, "2024-11-22T18:58:00Z", "local"],
    [null, "2024-11-22", "01:58 PM", NEW_JERSEY, "2024-11-22T18:58:00Z", "local"],
    [null, "2024-11-22", "12:05 AM", NEW_JERSEY, "2024-11-22T05:05:00Z", "local"],
    [null, "2024-11-22", null, NEW_JERSEY, "2024-11-22T12:00:00Z", "day"],
  ])("%s, %s %s", (timestamp, date, time, place, at, timing) => {
    expect(eventTime({ timestamp, date, time }, place)).toEqual({ at: instant(at), timing });
  });
  it("without a date are none", () => {
    expect(eventTime({ timestamp: null, date: null, time: "10:00" }, null)).toBeNull();
    expect(eventTime({ timestamp: "soon", date: "soon", time: "soon" }, null)).toBeNull();
  });
});

describe("Karrio's statuses", () => {
  it("are all mapped, and its vague ones give way to the carrier's words", () => {
    expect(Object.keys(STATUS)).toHaveLength(13);
    expect(eventMeaning("on_hold", null, "Your package was released by the customs agency.")).toMatchObject({ milestone: "in_transit", exception: null });
    expect(eventMeaning("on_hold", null, "Shipping Label Created")).toMatchObject({ milestone: "label_created" });
    expect(eventMeaning("on_hold", null, "JESSICA")).toMatchObject({ exception: "held" });
    expect(eventMeaning("delivered", null, "JESSICA")).toMatchObject({ milestone: "delivered" });
    expect(eventMeaning("delivered", "consignee_refused", "Delivered")).toMatchObject({ milestone: "delivered", exception: null });
    expect(eventMeaning("on_hold", "customs_duties_unpaid", null)).toMatchObject({ exception: "held" });
    expect(eventMeaning("in_transit", "carrier_parcel_lost", null)).toEqual(REASON["carrier_parcel_lost"]);
    expect(eventMeaning("__proto__", "constructor", "Zzqx")).toEqual({ milestone: "unknown", exception: null, reason: null });
  });
});

const RECORDED = new URL("../../../../../shared/data/payloads/karrio/", import.meta.url);
/** The JSON arrays of a text that holds several behind each other. */
const arraysIn = (text: string): unknown[] => {
  const found: unknown[] = [];
  for (let from = 0, at = text.indexOf("]"); at !== -1; at = text.indexOf("]", at + 1)) {
    try {
      found.push(JSON.parse(text.slice(from, at + 1)));
      from = at + 1;
    } catch {
      // the array goes on
    }
  }
  return found;
};

/** Karrio's recorded normalisations: each file holds [details, messages] pairs. */
const recorded = (): readonly { file: string; details: Record<string, unknown> }[] => readdirSync(RECORDED, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".expected.json")).flatMap((file) =>
  arraysIn(readFileSync(new URL(file, RECORDED), "utf8")).flatMap((pair) => (Array.isArray(pair) && Array.isArray(pair[0]) ? (pair[0] as Record<string, unknown>[]).map((details) => ({ file, details })) : [])));

describe.skipIf(!existsSync(RECORDED))("Karrio's recorded trackers (read from ../shared/data, skipped where it is absent)", () => {
  it("are read whole: every event that has a date is told, in Karrio's own words", () => {
    const all = recorded();
    expect(all.length).toBeGreaterThanOrEqual(18);
    for (const { file, details } of all) {
      const dated = ((details["events"] ?? []) as { date?: string; description?: string }[]).filter(({ date }) => date !== undefined);
      const told = scans(read("tracker_updated", details));
      expect(told.map(({ text }) => text).filter((text) => text !== null), file).toEqual(dated.flatMap(({ description }) => description ?? []));
    }
  });

  it("end where the carrier says the parcel is, as far as Karrio says it plainly", () => {
    const ends = recorded().filter(({ details }) => details["status"] === "delivered").map(({ file, details }) => [file, timelineOf(scans(read("tracker_updated", details))).milestone]);
    expect(ends.length).toBeGreaterThanOrEqual(4);
    for (const [file, milestone] of ends) expect(milestone, file).toBe("delivered");
  });
});

it("a push is only news, an answer the whole history of the moment", () => {
  const tracker = { tracking_number: "A1", status: "in_transit", events: [{ date: "2026-11-19", time: "10:00", status: "in_transit", code: "AR", description: "Arrived" }], estimated_delivery: "2026-11-22" };
  const told = read("tracker_updated", tracker);
  expect(told.outcome === "tracking_facts" ? told.facts : []).toMatchObject([{ kind: "tracking_scans", whole: null }]);
  expect(scans(told).map(({ code, carrierEta }) => [code, carrierEta])).toEqual([["in_transit/AR", null], ["est_delivery_date", instant("2026-11-22T12:00:00Z")]]);
  const answer = normaliseKarrio({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "karrio", topic: "poll", deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, body: JSON.stringify({ number: "A1", polledAt: "2026-11-20T11:00:00Z", answer: tracker }), attempts: 0 });
  expect(answer.outcome === "tracking_facts" ? answer.facts : []).toMatchObject([{ kind: "tracking_scans", whole: instant("2026-11-20T11:00:00Z") }]);
});

it("a picture and a name are proofs of the delivery, their absence says nothing", () => {
  const delivered = { tracking_number: "A1", status: "delivered", events: [{ date: "2026-11-19", time: "10:00", status: "delivered", code: "DL", description: "Delivered" }] };
  expect(scans(read("tracker_updated", { ...delivered, delivery_image_url: "https://k.example/p", info: { signed_by: "J" } }))[0]?.proof).toEqual({ photo: true, signature: true });
  expect(scans(read("tracker_updated", delivered))[0]?.proof).toBeNull();
});

it("other events concern nobody", () => {
  expect(read("shipment_purchased", {}).outcome).toBe("ignored");
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { normaliseAftership } from "./normalise.ts";
import { statusMeaning, SUBTAG, TAG } from "./status-codes.ts";

const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;
const read = (event: string, msg: unknown): Normalised =>
  normaliseAftership({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "aftership", topic: "push", deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, body: JSON.stringify({ event, event_id: "e", msg }), attempts: 0 });
const scans = (msg: unknown): readonly Scan[] => { const result = read("tracking_update", msg); return result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []; };
const row = { slug: "china-post", checkpoint_time: "2026-11-10T09:00:00+08:00", message: "Zzqx", tag: "InTransit", subtag: "InTransit_003", city: "Shenzhen", country_region: "CHN" };
const tracking = { tracking_number: "LX1CN", slug: "china-post", tag: "InTransit", subtag: "InTransit_003", updated_at: "2026-11-12T00:00:00+00:00", checkpoints: [row] };

describe("AfterShip's statuses", () => {
  it.skipIf(!existsSync(MAP))("agree with the status map (in ../shared/data, skipped where it is absent)", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: Record<"aftership_tag" | "aftership_subtag", Record<string, { m: string; x: string | null; r: string | null }>> };
    for (const [table, rows] of [[TAG, map.aftership_tag], [SUBTAG, map.aftership_subtag]] as const) {
      expect(Object.keys(table)).toEqual(Object.keys(rows));
      for (const [code, { m, x, r }] of Object.entries(rows)) expect(table[code], code).toEqual({ milestone: m, exception: x, reason: r });
    }
  });

  it("fall back from subtag to tag to words, and to nothing", () => {
    expect(statusMeaning("Exception", "Exception_013", null)).toMatchObject({ milestone: "undeliverable", exception: "lost" });
    expect(statusMeaning("Exception", "Exception_099", "Delivered")).toMatchObject({ milestone: "in_transit", exception: "carrier_exception" });
    expect(statusMeaning("Warp", "Warp_1", "Out for delivery")).toMatchObject({ milestone: "out_for_delivery" });
    for (const code of ["Warp", "constructor", null]) expect(statusMeaning(code, code, "Zzqx")).toEqual({ milestone: "unknown", exception: null, reason: null });
  });
});

describe("a webhook of AfterShip", () => {
  it("is the whole history as of its update, each place and time as exact as the courier was", () => {
    const result = read("tracking_update", { ...tracking, checkpoints: [row, { ...row, checkpoint_time: "2026-11-11T09:00:00", message: "B" }] });
    expect(result.outcome === "tracking_facts" ? result.facts : []).toMatchObject([{ kind: "tracking_scans", trackingNumber: "LX1CN", source: "aftership", whole: instant("2026-11-12T00:00:00Z") }]);
    expect(scans({ ...tracking, checkpoints: [row, { ...row, checkpoint_time: "2026-11-11T09:00:00", message: "B" }, { ...row, checkpoint_time: null }] })).toMatchObject([
      { occurredAt: instant("2026-11-10T01:00:00Z"), timing: "exact", code: "InTransit_003", text: "Zzqx", carrier: null, place: { city: "Shenzhen", country: "CN" } },
      { occurredAt: instant("2026-11-11T01:00:00Z"), timing: "local", text: "B" },
    ]);
  });

  it("tells of a hand-off: the last mile's number since that courier's first word", () => {
    const result = read("tracking_update", { ...tracking, last_mile: { tracking_number: "94001", slug: "usps" }, checkpoints: [row, { ...row, slug: "usps", checkpoint_time: "2026-11-13T00:00:00Z" }] });
    expect(result.outcome === "tracking_facts" ? result.facts[1] : null).toEqual({ kind: "handed_over", trackingNumber: "LX1CN", toldBy: "aftership", next: { number: "94001", carrier: "usps" }, at: instant("2026-11-13T00:00:00Z") });
    expect(scans({ ...tracking, checkpoints: [row, { ...row, slug: "usps" }] }).map(({ carrier }) => carrier)).toEqual([null, "usps"]);
  });

  it("takes only the courier's date for the courier's", () => {
    const eta = (more: object) => scans({ ...tracking, ...more }).find(({ code }) => code === "est_delivery_date")?.carrierEta ?? null;
    expect(eta({ courier_estimated_delivery_date: { estimated_delivery_date: "2026-11-15" } })).toBe(instant("2026-11-15T12:00:00Z"));
    expect(eta({ latest_estimated_delivery: { source: "Courier EDD", datetime: "2026-11-16" } })).toBe(instant("2026-11-16T12:00:00Z"));
    expect(eta({ latest_estimated_delivery: { source: "AfterShip AI EDD", datetime: "2026-11-16" }, aftership_estimated_delivery_date: { estimated_delivery_date: "2026-11-16" } })).toBeNull();
    expect(eta({})).toBeNull();
  });

  it("proves a delivery as far as it says", () => {
    const proof = (more: object) => scans({ ...tracking, tag: "Delivered", subtag: "Delivered_001", checkpoints: [{ ...row, tag: "Delivered", subtag: "Delivered_001" }], ...more })[0]?.proof;
    expect(proof({ signed_by: "J. Lee" })).toEqual({ photo: null, signature: true });
    expect(proof({ proof_of_delivery: [{ method: "Photo", url: "https://a.example/p" }] })).toEqual({ photo: true, signature: null });
    expect(proof({ proof_of_delivery: [] })).toBeNull();
  });

  it("tells what only the whole parcel's status says, once however often it is updated", () => {
    const expired = (updated_at: string) => scans({ ...tracking, tag: "Expired", subtag: "Expired_001", updated_at });
    expect(expired("2026-12-20T00:00:00Z")[1]).toMatchObject({ milestone: "unknown", exception: "no_movement", occurredAt: instant("2026-12-20T00:00:00Z") });
    expect(expired("2026-12-21T00:00:00Z")[1]?.key).toBe(expired("2026-12-20T00:00:00Z")[1]?.key);
  });

  it("about a parcel AfterShip has not heard of yet is no news, and other events concern nobody", () => {
    expect(read("tracking_update", { ...tracking, tag: "Pending", subtag: "Pending_001", checkpoints: [] }).outcome).toBe("ignored");
    expect(read("order_update", tracking).outcome).toBe("ignored");
    expect(read("tracking_update", { slug: "ups" })).toEqual({ outcome: "unreadable", because: "AfterShip's tracking cannot be read: tracking_number is missing or of the wrong kind." });
  });
});

import { describe, expect, it } from "vitest";
import { at, scan } from "../../../../tests/builders/journey.ts";
import type { Scan } from "../scan.ts";
import { NO_CONTEXT, timelineOf } from "../timeline.ts";

const place = (city: string, region = "NJ", zip: string | null = null) => ({ city, region, country: "US", zip });
const own = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source: "ups", key: `ups:${milestone}@${h}${more.exception ?? ""}`, place: place("Newark"), ...more });
const told = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source: "easypost", key: `easypost:${milestone}@${h}${more.exception ?? ""}`, place: place("Newark"), ...more });
const kinds = (...scans: Scan[]) => timelineOf(scans).findings.map(({ kind }) => kind);
const underway = [own(0, "label_created"), own(2, "accepted"), own(20, "out_for_delivery")];

describe("a delivery", () => {
  it("is taken back by its own carrier's next round", () => {
    const timeline = timelineOf([...underway, own(24, "delivered"), own(40, "out_for_delivery")]);
    expect(timeline).toMatchObject({ milestone: "out_for_delivery", deliveredAt: null, lastScanAt: at(40), proof: null });
    expect(timeline.events.map(({ milestone, standing }) => [milestone, standing])).toContainEqual(["delivered", "rejected"]);
    expect(timeline.findings).toMatchObject([{ kind: "delivery_retracted", evidence: ["ups:delivered@24", "ups:out_for_delivery@40"], details: { hours: 16 } }]);
    expect(timelineOf([...underway, own(24, "delivered"), own(40, "out_for_delivery"), own(44, "delivered")])).toMatchObject({ milestone: "delivered", deliveredAt: at(44) });
  });

  it("is taken back by a failed attempt and by a scan in another town, not by one in the same town", () => {
    expect(timelineOf([...underway, own(24, "delivered"), own(25, "in_transit", { exception: "attempt_failed" })])).toMatchObject({ milestone: "in_transit", exception: { category: "attempt_failed", stage: "last_mile" } });
    expect(timelineOf([...underway, own(24, "delivered"), own(30, "in_transit", { place: place("Trenton") })]).milestone).toBe("in_transit");
    const trailing = timelineOf([...underway, own(24, "delivered"), own(30, "in_transit")]);
    expect(trailing).toMatchObject({ milestone: "delivered", deliveredAt: at(24), findings: [] });
    expect(trailing.events.at(-1)).toMatchObject({ standing: "trailing" });
  });

  it("stands against scans of the same quarter of an hour, of other sources, and after three days", () => {
    expect(timelineOf([...underway, own(24, "delivered"), own(24.2, "out_for_delivery")])).toMatchObject({ milestone: "delivered", findings: [] });
    for (const later of [told(40, "out_for_delivery"), own(24 + 73, "out_for_delivery")]) {
      expect(timelineOf([...underway, own(24, "delivered"), later])).toMatchObject({ milestone: "delivered", deliveredAt: at(24), findings: [{ kind: "scanned_after_delivery", weight: "contradiction" }] });
    }
  });

  it("that a service only passed on is taken back by the carrier's own feed", () => {
    expect(timelineOf([...underway, told(24, "delivered"), own(40, "out_for_delivery")]).milestone).toBe("out_for_delivery");
  });

  it("is decided by a second delivery when the first is in doubt", () => {
    const timeline = timelineOf([...underway, own(24, "delivered"), told(40, "out_for_delivery"), told(44, "delivered")]);
    expect(timeline).toMatchObject({ milestone: "delivered", deliveredAt: at(44), findings: [{ kind: "scanned_after_delivery", weight: "note", details: { settled: 1 } }] });
    expect(timelineOf([...underway, own(24, "delivered"), told(30, "delivered")]).deliveredAt).toBe(at(24));
  });

  it("is not undone by a clock that may be off by more than the time between", () => {
    const usps = (h: number, milestone: Scan["milestone"]) => scan(h, milestone, { source: "usps", timing: "day", key: `usps:${milestone}@${h}` });
    expect(timelineOf([...underway, own(24, "delivered"), usps(27, "out_for_delivery")])).toMatchObject({ milestone: "delivered", findings: [] });
  });

  it("is in trouble while the shopper says that it did not arrive, until a later delivery settles it", () => {
    const missing = scan(30, "unknown", { source: "merchant", exception: "not_received", key: "merchant:1", code: "not_received" });
    expect(timelineOf([...underway, own(24, "delivered"), missing])).toMatchObject({ milestone: "delivered", deliveredAt: at(24), exception: { category: "not_received", since: at(30), stage: "last_mile" }, lastScanAt: at(24) });
    expect(timelineOf([...underway, own(24, "delivered"), missing, own(40, "delivered")])).toMatchObject({ milestone: "delivered", deliveredAt: at(40), exception: null });
    expect(timelineOf([...underway, missing]).exception).toBeNull();
  });

  it("is in trouble when it was left in another region, once, whatever the shopper says besides; another town is none", () => {
    const context = { ...NO_CONTEXT, destination: place("Newark") };
    const missing = scan(30, "unknown", { source: "merchant", exception: "not_received", key: "merchant:1", code: "not_received" });
    const far = own(24, "delivered", { place: place("Austin", "TX") });
    expect(timelineOf([own(2, "accepted"), far], context).exception).toMatchObject({ category: "delivered_elsewhere", since: at(24), reason: null });
    expect(timelineOf([own(2, "accepted"), far, missing], context).exception).toMatchObject({ category: "delivered_elsewhere", since: at(24), reason: "not_received" });
    expect(timelineOf([own(2, "accepted"), own(24, "delivered", { place: place("Trenton") })], context).exception).toBeNull();
  });

  it("has the proof that any of its sources saw", () => {
    const proofs = [own(24, "delivered", { proof: { photo: null, signature: false } }), told(24.1, "delivered", { proof: { photo: true, signature: null } })];
    expect(timelineOf(proofs).proof).toEqual({ photo: true, signature: false });
    expect(timelineOf([own(24, "delivered")]).proof).toBeNull();
    expect(timelineOf([own(24, "delivered", { proof: { photo: true, signature: null } }), own(40, "out_for_delivery")]).proof).toBeNull();
  });

  it("ends as the weightier source says", () => {
    const disagree = (a: Scan, b: Scan) => timelineOf([own(2, "accepted"), a, b]);
    expect(disagree(own(24, "delivered"), told(25, "undeliverable"))).toMatchObject({ milestone: "delivered", findings: [{ kind: "sources_disagree", weight: "doubt", details: { by: "ups", against: "easypost" } }] });
    expect(disagree(told(24, "delivered"), own(25, "returned", { place: null }))).toMatchObject({ milestone: "returned", deliveredAt: null });
    expect(disagree(told(24, "delivered", { source: "shopify" }), told(25, "undeliverable"))).toMatchObject({ milestone: "undeliverable" });
    expect(kinds(own(2, "accepted"), own(24, "delivered"), told(24 + 49, "undeliverable"))).not.toContain("sources_disagree");
  });
});

describe("what is no scan", () => {
  const unheard = (h: number, exception: "not_found" | "no_movement") => scan(h, "unknown", { exception, source: "aftership", key: `aftership:${exception}` });

  it("is a problem only while no carrier said anything", () => {
    expect(timelineOf([unheard(5, "not_found")])).toMatchObject({ milestone: "unknown", lastScanAt: null, exception: { category: "not_found" } });
    expect(timelineOf([scan(0, "label_created", { source: "shopify" }), unheard(5, "not_found")])).toMatchObject({ milestone: "label_created", lastScanAt: at(0), exception: { category: "not_found" } });
    for (const h of [2, 9]) expect(timelineOf([own(h, "accepted"), unheard(5, "not_found")])).toMatchObject({ milestone: "accepted", lastScanAt: at(h), exception: null });
    expect(timelineOf([own(2, "accepted"), own(3, "in_transit", { exception: "delayed" }), unheard(90, "no_movement")])).toMatchObject({ lastScanAt: at(3), exception: { category: "delayed" } });
  });

  it("moves only the date when it carries nothing else", () => {
    expect(timelineOf([own(2, "accepted"), scan(9, "unknown", { carrierEta: at(60) })])).toMatchObject({ milestone: "accepted", lastScanAt: at(2), carrierEta: at(60) });
  });
});

describe("the stage of an exception", () => {
  const context = { orderedAt: at(-20), sentAt: at(4), destination: place("Trenton", "NJ", "08608"), carrier: "UPS", next: null };
  const stage = (...scans: Scan[]) => timelineOf(scans, context).exception?.stage;

  it("is what was known when trouble came", () => {
    const trouble = (h: number, more: Partial<Scan> = {}) => scan(h, "unknown", { source: "ups", exception: "damaged", key: "trouble", ...more });
    expect(stage(trouble(1))).toBe("processing");
    expect(stage(own(0, "label_created"), trouble(1))).toBe("packing");
    expect(stage(own(0, "label_created"), trouble(5))).toBe("pickup");
    expect(stage(own(0, "label_created"), own(5, "accepted"), trouble(6))).toBe("transit");
    expect(stage(own(5, "accepted"), own(9, "out_for_delivery"), trouble(10))).toBe("last_mile");
    expect(stage(own(5, "accepted"), own(9, "in_transit", { place: place("TRENTON") }), trouble(10))).toBe("last_mile");
  });
});

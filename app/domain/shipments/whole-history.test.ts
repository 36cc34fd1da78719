import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, fulfillmentFact, ORDER, orderFact, scan, SHOP, shipment } from "../../../tests/builders/journey.ts";
import { emptyJourney, type Journey } from "../journeys/journey.ts";
import type { Fact } from "../journeys/fact.ts";
import { learnAll } from "../journeys/learn.ts";
import { DELETED, type Scan } from "./scan.ts";
import { afterNews, afterWhole } from "./whole-history.ts";

const NUMBER = shipment().tracking.number ?? "";
const whole = (h: number, ...scans: Scan[]): Fact => ({ kind: "tracking_scans", trackingNumber: NUMBER, scans, source: "easypost", heardAt: at(h), whole: at(h) });
const news = (h: number, ...scans: Scan[]): Fact => ({ kind: "tracking_scans", trackingNumber: NUMBER, scans, source: "easypost", heardAt: at(h), whole: null });
const known = learnAll(emptyJourney(SHOP, ORDER), [orderFact(), fulfillmentFact()]);
/** One journey per fact, as messages come: each advance loads what the one before it saved. */
const learned = (facts: readonly Fact[]): Journey => facts.reduce((so, fact) => learnAll(so, [fact]), known);
const timeline = (facts: readonly Fact[]) => learned(facts).shipments[0]?.timeline;
const withdrawn = (facts: readonly Fact[]) => timeline(facts)?.scans.filter((one) => one.withdrawn).map(({ key }) => key);

const [accepted, early, moved] = [scan(2, "accepted"), scan(20, "delivered", { key: "delivered:1" }), scan(30, "delivered", { key: "delivered:2" })];

describe("a whole history", () => {
  it("withdraws what it covers and does not contain, and brings back what it contains again", () => {
    expect(withdrawn([whole(21, accepted, early), whole(31, accepted, moved)])).toEqual(["delivered:1"]);
    expect(timeline([whole(21, accepted, early), whole(31, accepted, moved)])).toMatchObject({ milestone: "delivered", deliveredAt: at(30) });
    expect(withdrawn([whole(21, accepted, early), whole(31, accepted), whole(32, accepted, early)])).toEqual([]);
  });

  it("says nothing about what was before its first statement, or after it was made", () => {
    expect(withdrawn([whole(21, accepted, early), whole(31, moved)])).toEqual([]);
    expect(withdrawn([news(32, scan(31, "out_for_delivery")), whole(30, accepted)])).toEqual([]);
  });

  it("is no less true for arriving late: the newest decides, and a late older one brings nothing back", () => {
    expect(withdrawn([whole(31, accepted, moved), whole(21, accepted, early)])).toEqual(["delivered:1"]);
  });

  it("withdraws old news that comes after it, and believes news said since", () => {
    expect(withdrawn([whole(31, accepted, moved), news(21, early)])).toEqual(["delivered:1"]);
    expect(withdrawn([whole(31, accepted, moved), news(33, early)])).toEqual([]);
  });

  it("speaks for its own source and number alone", () => {
    const other = scan(20, "in_transit", { key: "ups:1", source: "ups" });
    expect(withdrawn([{ kind: "tracking_scans", trackingNumber: NUMBER, scans: [other], source: "ups", heardAt: at(21), whole: null }, whole(31, accepted, moved)])).toEqual([]);
  });

  it("does not bring back what its source deleted, in whatever order the three are heard", () => {
    const deleted = { ...early, withdrawn: true, reason: DELETED };
    const told = [news(21, early), news(22, deleted), whole(21.5, accepted, early)];
    fc.assert(fc.property(fc.shuffledSubarray(told, { minLength: 3 }), fc.boolean(), (facts, twice) => {
      expect(withdrawn(twice ? [...facts, ...facts] : facts)).toEqual(["delivered:1"]);
    }));
  });

  it("says nothing when it is empty", () => {
    expect(afterWhole([accepted], [], at(9), null)).toEqual([accepted]);
    expect(afterNews([accepted], [], at(9), null)).toEqual([accepted]);
  });
});

/** Histories a source told one after the other, each its whole truth at the time, with news between that is in none of them yet. */
const anyTellings: fc.Arbitrary<Fact[]> = fc.record({
  wholes: fc.array(fc.subarray([scan(1, "label_created"), scan(2, "accepted"), scan(9, "in_transit"), scan(12, "in_transit", { exception: "delayed" }), early, moved, scan(33, "in_transit", { exception: "attempt_failed" })], { minLength: 1 }), { minLength: 1, maxLength: 6 }),
  late: fc.boolean(),
}).map(({ wholes, late }) => [...wholes.map((scans, index) => whole(40 + index, ...scans.map((one) => ({ ...one, receivedAt: at(40 + index) })))), ...(late ? [news(60, scan(55, "in_transit", { key: "late", receivedAt: at(60) }))] : [])]);

describe("tellings of one source", () => {
  it("add up to the same journey in whatever order and however often they arrive", () => {
    fc.assert(fc.property(anyTellings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all.slice(0, 2)], { minLength: all.length + Math.min(2, all.length) }))), ([all, shuffled]) => {
      expect(learned(shuffled).shipments).toEqual(learned(all).shipments);
      expect(learnAll(known, shuffled).shipments).toEqual(learned(all).shipments);
    }));
  });

  it("leave standing exactly what the newest history contains, of the time it covers", () => {
    fc.assert(fc.property(anyTellings, (facts) => {
      const newest = facts.findLast((fact) => fact.kind === "tracking_scans" && fact.whole !== null);
      const contained = newest?.kind === "tracking_scans" ? newest.scans : [];
      const from = Math.min(...contained.map(({ occurredAt }) => occurredAt));
      const keys = new Set(contained.map(({ key }) => key));
      for (const one of timeline(facts)?.scans ?? []) expect(one.withdrawn, one.key).toBe(!keys.has(one.key) && one.occurredAt >= from && one.key !== "late");
    }));
  });
});

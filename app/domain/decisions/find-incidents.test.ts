import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, SHOP } from "../../../tests/builders/journey.ts";
import type { OrderId, ShipmentId } from "../shared/ids.ts";
import { findIncidents, type Struck, type TroubleCounts, type Usual } from "./find-incidents.ts";
import type { Sharing } from "./incident.ts";
import { logPoissonTail } from "./poisson-tail.ts";

const TEXAS: Sharing = { carrier: "ups", country: "US", region: "TX", hub: "dallas" };
const struck = (n: number, h: number, sharing: Partial<Sharing> = {}, kind: Struck["kind"] = "silent"): Struck => ({ kind, shipmentId: `${n}.1` as ShipmentId, orderId: String(n) as OrderId, sharing: { ...TEXAS, ...sharing }, since: at(h) });
/** `n` parcels one after the other, at different hubs unless told otherwise. */
const many = (n: number, from: number, h: number, sharing: Partial<Sharing> = {}): readonly Struck[] => Array.from({ length: n }, (_, i) => struck(from + i, h + i / 10, { hub: `hub ${from + i}`, ...sharing }));
const counts = (more: Partial<TroubleCounts>): TroubleCounts => ({ shop: SHOP, struck: [], usual: [], volume: 1, running: [], ...more });
const usual = (perDay: number, sharing: Partial<Sharing> = {}): Usual => ({ kind: "silent", sharing: { ...TEXAS, ...sharing }, perDay });

describe("recognising an incident", () => {
  it("finds what many parcels share, as generally as it explains them", () => {
    const { begun } = findIncidents(counts({ struck: many(30, 1, 0), usual: [usual(0.5)] }), at(10));
    expect(begun).toHaveLength(1);
    expect(begun[0]?.incident).toMatchObject({ kind: "silent", parcels: 30, beganAt: at(0), endedAt: null });
    expect(begun[0]?.parcels).toHaveLength(30);
    const hub = findIncidents(counts({ struck: Array.from({ length: 20 }, (_, i) => struck(i, 1, { region: `R${i}`, carrier: i % 2 === 0 ? "ups" : "usps" })) }), at(10));
    expect(hub.begun.map(({ incident }) => incident.sharing)).toEqual([{ carrier: null, country: null, region: null, hub: "dallas" }]);
    expect(hub.begun[0]?.incident.label).toBe("All carriers at Dallas");
  });

  it("calls few parcels, or as many as always, no incident", () => {
    expect(findIncidents(counts({ struck: many(5, 1, 0) }), at(10)).begun).toEqual([]);
    expect(findIncidents(counts({ struck: many(30, 1, 0), usual: [usual(14)] }), at(10)).begun).toEqual([]);
    expect(findIncidents(counts({ struck: many(9, 1, 0), usual: [usual(1)], volume: 3 }), at(10)).begun).toEqual([]);
  });

  it("does not add up what happened over weeks", () => {
    expect(findIncidents(counts({ struck: Array.from({ length: 20 }, (_, i) => struck(i, i * 24, { hub: `hub ${i}` })) }), at(20 * 24)).begun).toEqual([]);
  });

  it("keeps two incidents apart, and silence from lateness", () => {
    const { begun } = findIncidents(counts({ struck: [...many(20, 1, 0), ...many(20, 100, 0, { carrier: "dhl", country: "DE", region: "BE" }), ...many(10, 200, 0, { carrier: "usps", country: "US", region: "CA" }).map((one) => ({ ...one, kind: "late" as const }))] }), at(10));
    expect(begun.map(({ incident }) => `${incident.kind} ${incident.parcels}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["late 10", "silent 20", "silent 20"]);
  });

  it("follows one as it grows, and ends it when its parcels move again or nobody joins it any more", () => {
    const first = findIncidents(counts({ struck: many(20, 1, 0) }), at(10)).begun[0]?.incident;
    if (first === undefined) throw new Error("no incident was found");
    const more = findIncidents(counts({ struck: [...many(20, 1, 0), ...many(15, 50, 12)], running: [first] }), at(20));
    expect([more.begun, more.ended]).toEqual([[], []]);
    expect(more.going).toMatchObject([{ incident: { id: first.id, parcels: 35 } }]);
    const moving = findIncidents(counts({ struck: many(3, 1, 0), running: [first] }), at(30));
    expect(moving.ended).toMatchObject([{ incident: { id: first.id, endedAt: at(30) }, parcels: [{}, {}, {}] }]);
    const stuck = findIncidents(counts({ struck: many(20, 1, 0), running: [first] }), at(24 * 4));
    expect(stuck.ended).toMatchObject([{ incident: { id: first.id }, parcels: Array.from({ length: 20 }, () => ({})) }]);
  });

  it("stays the same incident when it turns out to be wider", () => {
    const texas = many(20, 1, 0, { hub: "dallas", region: "TX" });
    const [hub] = findIncidents(counts({ struck: texas.map((one, i) => ({ ...one, sharing: { ...one.sharing, carrier: `c${i}`, region: `R${i}` } })) }), at(5)).begun;
    if (!hub) throw new Error("no incident was found");
    const all = [...texas.map((one) => ({ ...one, sharing: { ...one.sharing, carrier: "ups" } })), ...many(60, 100, 6, { carrier: "ups", region: "CA" })];
    const { going, begun } = findIncidents(counts({ struck: all, running: [hub.incident] }), at(15));
    expect(begun).toEqual([]);
    expect(going).toMatchObject([{ incident: { id: hub.incident.id, sharing: { carrier: "ups", hub: null }, parcels: 80 } }]);
  });

  it("answers the same in whatever order parcels are told, and puts none into two", () => {
    fc.assert(fc.property(fc.array(fc.record({ h: fc.integer({ min: 0, max: 60 }), c: fc.constantFrom("ups", "usps"), r: fc.constantFrom("TX", "CA", "NY"), b: fc.constantFrom("dallas", "reno", null) }), { maxLength: 60 }), (rows) => {
      const all = rows.map(({ h, c, r, b }, i) => struck(i, h, { carrier: c, region: r, hub: b }));
      const one = findIncidents(counts({ struck: all, usual: [usual(0.2)] }), at(60));
      const ids = one.begun.flatMap(({ parcels }) => parcels.map((each) => each.shipmentId));
      expect(new Set(ids).size).toBe(ids.length);
      const sizes = (found: typeof one) => found.begun.map(({ incident }) => incident.parcels).toSorted((a, b) => a - b);
      expect(sizes(findIncidents(counts({ struck: all.toReversed(), usual: [usual(0.2)] }), at(60)))).toEqual(sizes(one));
    }));
  });
});

describe("the tail of a Poisson count", () => {
  it("is what the terms add up to", () => {
    expect(Math.exp(logPoissonTail(3, 1))).toBeCloseTo(1 - Math.exp(-1) * 2.5, 10);
    expect(logPoissonTail(1_000, 10)).toBeLessThan(-3_000);
    expect([logPoissonTail(2, 5), logPoissonTail(4, 0)]).toEqual([0, -Infinity]);
  });
});

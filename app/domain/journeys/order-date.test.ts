import { describe, expect, it } from "vitest";
import { NEW_YORK, order, ORDER, shipment, scan } from "../../../tests/builders/journey.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { CalendarDate } from "../shared/calendar.ts";
import type { FulfillmentId, LineId, ShipmentId } from "../shared/ids.ts";
import { itemsOf, type ItemFacts } from "./items.ts";
import { unshippedId } from "./journey.ts";
import { orderDateOf } from "./order-date.ts";

const dated = (from: string, to: string): Estimate => ({ kind: "window", earliest: from as CalendarDate, latest: to as CalendarDate, rate: 0.9, basis: "learned", because: `until ${to}` });
const NONE: Estimate = { kind: "none", because: "Customs: no date can be kept until it is solved." };
const line = (id: string) => ({ id: id as LineId, title: id, sku: null, quantity: 1, unfulfilled: null, requiresShipping: true });
const parcel = (id: string, lineId: string | null, delivered = false) =>
  shipment(delivered ? [scan(3, "delivered")] : [scan(3, "accepted")], { id: `${id}.1` as ShipmentId, fulfillmentId: id as FulfillmentId, items: lineId === null ? [] : [{ lineId: lineId as LineId, quantity: 1 }] });
const asked = (facts: Partial<ItemFacts>) => {
  const whole: ItemFacts = { order: order({ lines: [line("1"), line("2")] }), steps: [], shipments: [], estimates: {}, ...facts };
  return orderDateOf(whole, itemsOf(whole, { zone: NEW_YORK }));
};
const REST = unshippedId(ORDER);

describe("the date of a whole order", () => {
  it("is decided by what ends last, sent or not", () => {
    const shipments = [parcel("71", "1")];
    expect(asked({ shipments, estimates: { ["71.1" as ShipmentId]: dated("2026-11-20", "2026-11-21"), [REST]: dated("2026-11-19", "2026-11-25") } })).toMatchObject({ window: { from: "2026-11-20", to: "2026-11-25" }, decidedBy: { because: "until 2026-11-25" }, toCome: true });
    expect(asked({ shipments, estimates: { ["71.1" as ShipmentId]: dated("2026-11-20", "2026-11-28"), [REST]: dated("2026-11-19", "2026-11-25") } }).decidedBy).toMatchObject({ because: "until 2026-11-28" });
  });

  it("is none while a part has none, for that part's reason", () => {
    expect(asked({ shipments: [parcel("71", "1")], estimates: { ["71.1" as ShipmentId]: NONE, [REST]: dated("2026-11-19", "2026-11-25") } })).toMatchObject({ window: null, decidedBy: NONE, toCome: true });
    expect(asked({})).toMatchObject({ window: null, decidedBy: null, toCome: true });
  });

  it("forgets what has arrived, and ends when all has", () => {
    const estimates = { ["71.1" as ShipmentId]: dated("2026-11-17", "2026-11-17"), ["72.1" as ShipmentId]: dated("2026-11-20", "2026-11-21") };
    expect(asked({ shipments: [parcel("71", "1", true), parcel("72", "2")], estimates })).toMatchObject({ window: { from: "2026-11-20" }, all: { arrived: 1 }, toCome: true });
    expect(asked({ shipments: [parcel("71", "1", true), parcel("72", "2", true)], estimates })).toMatchObject({ window: null, decidedBy: null, all: { arrived: 2 }, toCome: false });
  });

  it("is the parcel's own where nobody said what is in it", () => {
    const shipments = [parcel("71", null)];
    expect(asked({ order: order({ lines: [] }), shipments, estimates: { ["71.1" as ShipmentId]: dated("2026-11-20", "2026-11-21") } })).toMatchObject({ window: { from: "2026-11-20", to: "2026-11-21" }, toCome: true });
  });
});

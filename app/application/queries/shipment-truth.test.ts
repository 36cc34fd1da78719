import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { PhotoNorm } from "#app/domain/shipments/inference.ts";
import { at, circumstances, fulfillmentFact, NEW_YORK, ORDER, orderFact, scan, scansFact, SHOP } from "../../../tests/builders/journey.ts";
import { shipmentTruth } from "./shipment-truth.ts";

const UPS = "1Z999AA10123456784";
const USPS = "9400111899223197428490";

const truthAt = (h: number, facts: readonly Fact[], photoNorm: PhotoNorm | null = null) => {
  const shipped = advance(emptyJourney(SHOP, ORDER), [orderFact(), fulfillmentFact()], circumstances(0)).after;
  const journey = advance(shipped, facts, circumstances(h)).after;
  const [parcel] = journey.shipments;
  if (!parcel) throw new Error("The story has no parcel.");
  return shipmentTruth(parcel, { journey, firstEstimates: shipped.estimates }, { zone: NEW_YORK, policy: defaultPolicy(NEW_YORK), now: at(h), photoNorm });
};

describe("what a merchant is told of a parcel", () => {
  it("is the promise, the items of the order, one answer about everything, and the worth of the link", () => {
    expect(truthAt(60, [scansFact(scan(3, "accepted"))])).toMatchObject({ promise: { state: "at_risk" } });
    expect(truthAt(30, [scansFact(scan(3, "accepted"))])).toMatchObject({
      promise: { state: "on_time", promised: { from: "2026-11-19", to: "2026-11-23" } }, items: [{ title: "Wool throw", state: "on_the_way", parcel: "This parcel" }],
      everything: expect.stringMatching(/^Arrives .*Mon, Nov 23\.$/), link: { state: "live" }, exception: null, customs: null,
    });
    expect(truthAt(60, [scansFact(scan(3, "accepted"), scan(52, "delivered"))])).toMatchObject({ promise: { state: "met" }, items: [{ state: "delivered" }], everything: "Delivered Thu, Nov 19." });
    expect(truthAt(24 * 9, [scansFact(scan(3, "accepted"))])).toMatchObject({ promise: { state: "late" } });
  });

  it("names the trouble with its stage, who must act and what to do", () => {
    expect(truthAt(60, [scansFact(scan(3, "accepted"), scan(50, "in_transit", { exception: "address_problem", reason: "moved" }))]).exception).toMatchObject({
      category: "address_problem", reason: "moved", since: new Date(at(50)).toISOString(), stage: expect.stringMatching(/^(transit|last_mile)$/), actor: "shopper", date: "withdraws", severity: 2, merchantDoes: expect.stringContaining("address"),
    });
  });

  it("keeps every telling with its source, code and lag, newest event first", () => {
    const { events, freshness } = truthAt(60, [scansFact(scan(3, "accepted", { source: "shopify", receivedAt: at(4) })), { kind: "tracking_scans", trackingNumber: UPS, scans: [scan(20, "in_transit", { code: "DP", text: "Departed", receivedAt: at(20.5), trackingNumber: UPS })], source: "easypost", heardAt: at(21), whole: null }]);
    expect(events.map((one) => [one.milestone, one.told[0]?.source, one.told[0]?.lagMinutes, one.told[0]?.code])).toEqual([["in_transit", "easypost", 30, "DP"], ["accepted", "shopify", 60, "accepted"]]);
    expect(freshness).toMatchObject([{ source: "easypost", number: UPS, heardAt: new Date(at(21)).toISOString(), lagMinutes: 30 }, { source: "shopify", number: null, lagMinutes: 60 }]);
  });

  it("tells the carrier's date once, and again where it changes, and never as taken back", () => {
    const eta = (h: number, day: number, change: Partial<Scan> = {}) => scan(h, "unknown", { key: `eta${h}`, code: "est_delivery_date", text: null, carrierEta: at(24 * day), ...change });
    const { events } = truthAt(60, [scansFact(scan(3, "accepted"), eta(4, 4, { withdrawn: true }), eta(10, 4, { withdrawn: true }), eta(20, 5), eta(21, 5, { key: "other", source: "shopify" }), scan(30, "in_transit"))]);
    expect(events.map((one) => [one.milestone, one.expects, one.standing, one.because])).toEqual([
      ["in_transit", null, "believed", null], ["unknown", "2026-11-22", "believed", null], ["unknown", "2026-11-21", "believed", null], ["accepted", null, "believed", null],
    ]);
  });

  it("shows places as people write them, and beside each telling as the source wrote it", () => {
    const [event] = truthAt(60, [scansFact(scan(3, "accepted", { place: { city: "CITY OF INDUSTRY", region: "CA", country: "US", zip: null } }))]).events;
    expect([event?.place, event?.told[0]?.place]).toEqual(["City Of Industry, CA, US", "CITY OF INDUSTRY, CA, US"]);
  });

  it("follows a hand-over with both numbers, and doubts a number that looks wrong", () => {
    const facts: Fact[] = [scansFact(scan(3, "accepted")), { kind: "handed_over", trackingNumber: UPS, toldBy: "ups", next: { number: USPS, carrier: "Canada Post" }, at: at(20) }];
    expect(truthAt(24, facts).legs).toMatchObject([{ carrier: "UPS", number: UPS, since: null, doubt: null }, { carrier: "Canada Post", number: USPS, toldBy: "ups", doubt: "No number of Canada Post that we know looks like this." }]);
  });

  it("hears the shopper who has nothing, although the carrier delivered it, and says what would decide", () => {
    const said = scan(60, "unknown", { exception: "not_received", source: "merchant", code: "not_received", key: "shopper" });
    const { inferences, promise } = truthAt(70, [scansFact(scan(3, "accepted"), scan(52, "delivered"), said)]);
    expect(promise.state).toBe("met");
    expect(inferences).toMatchObject([{ kind: "delivery_disputed", weight: "contradiction", evidence: 2, otherwise: expect.stringContaining("would decide") }]);
  });

  it("misses the photo this carrier normally leaves", () => {
    expect(truthAt(60, [scansFact(scan(3, "accepted"), scan(52, "delivered"))], { deliveries: 50, withPhoto: 45 }).inferences).toMatchObject([{ kind: "delivered_without_photo", because: expect.stringContaining("90 %") }]);
  });
});

import { describe, expect, it } from "vitest";
import { advance } from "#app/domain/journeys/advance.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import type { LineId } from "#app/domain/shared/ids.ts";
import { at, circumstances, fulfillmentFact, NEW_YORK, ORDER, orderFact, scan, scansFact, SHOP, shipment } from "../../../tests/builders/journey.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import { shopperView } from "./shopper-view.ts";

const place = (city: string) => ({ city, region: "NJ", country: "US", zip: null });
const viewAt = (h: number, facts: readonly Fact[]) => {
  const journey = advance(emptyJourney(SHOP, ORDER), facts, circumstances(h)).after;
  return shopperView({ journey, firstEstimates: {} }, { shopName: "Hearth & Wool", zone: NEW_YORK, now: at(h) });
};

describe("what a shopper sees", () => {
  it("is nothing as long as the order itself is not known", () => {
    expect(viewAt(1, [fulfillmentFact()])).toBeNull();
  });

  it("is a date before anything has left, and what has not left", () => {
    expect(viewAt(-23, [orderFact()])).toMatchObject({ headline: "Arrives Wed, Nov 18 – Mon, Nov 23", parcels: [], notShipped: [{ title: "Wool throw", quantity: 1 }] });
  });

  it("is the parcel's own answer when there is one parcel", () => {
    expect(viewAt(50, [orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted"), scan(48, "out_for_delivery"))])).toMatchObject({ headline: "Arrives today, Thu, Nov 19", notShipped: [] });
    expect(viewAt(60, [orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted"), scan(52, "delivered"))])).toMatchObject({ headline: "Delivered Thu, Nov 19", window: null });
  });

  it("withdraws the date and says what to do when the address is wrong", () => {
    const view = viewAt(50, [orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted"), scan(48, "in_transit", { exception: "address_problem" }))]);
    expect(view).toMatchObject({ headline: "We're checking on your delivery", window: null, parcels: [{ tone: "critical" }] });
    expect(view?.parcels[0]?.detail).toContain("reply with your full address");
  });

  it("answers when everything is there, across parcels and what has not shipped", () => {
    const two = [orderFact({ lines: [{ id: "1" as LineId, title: "Throw", sku: null, quantity: 2, unfulfilled: null, requiresShipping: true }] }), fulfillmentFact(), scansFact(scan(3, "accepted"), scan(30, "delivered"))];
    expect(viewAt(31, two)).toMatchObject({ headline: expect.stringMatching(/^1 of 2 items delivered, everything by /), notShipped: [{ quantity: 1 }] });
  });

  it("tells a scan once that two sources reported, and carriers' capitals in a normal voice", () => {
    const view = viewAt(12, [orderFact(), fulfillmentFact(), scansFact(
      scan(3, "accepted", { place: place("NEWARK") }), scan(3.2, "accepted", { key: "other-source", source: "shopify", place: place("Newark") }),
      scan(9, "in_transit", { place: place("NEWARK") }), scan(11, "unknown"),
    )]);
    expect(view?.parcels[0]?.events.map((one) => [one.sentence, one.place])).toEqual([["The package is moving", "Newark, NJ, US"], ["The carrier has the package", "Newark, NJ, US"]]);
  });

  it("leaves out a vague problem that another source explains", () => {
    const view = viewAt(12, [orderFact(), fulfillmentFact(), scansFact(
      scan(3, "accepted"), scan(9, "in_transit", { exception: "attempt_failed", place: place("Newark") }), scan(9, "in_transit", { exception: "carrier_exception", source: "shopify", place: place("NEWARK") }),
    )]);
    expect(view?.parcels[0]?.events.map((one) => one.sentence)).toEqual(["The carrier came by but could not hand over the package.", "The carrier has the package"]);
  });

  it("forgets that the number was not known once, and that another source called a hold a delay", () => {
    const held = [scan(2, "unknown", { exception: "not_found" }), scan(3, "accepted"), scan(9, "in_transit", { exception: "customs_hold", place: place("Newark") }), scan(9, "in_transit", { exception: "delayed", source: "shopify", key: "vague", place: place("NEWARK") })];
    const sentences = (...scans: (typeof held)[number][]) => viewAt(12, [orderFact(), fulfillmentFact(), scansFact(...scans)])?.parcels[0]?.events.map((one) => one.sentence);
    expect(sentences(...held)).toEqual(["The package is being checked by customs.", "The carrier has the package"]);
    expect(sentences(...held.slice(0, 1))).toEqual(["The carrier does not know this package yet."]);
  });

  it("lets a delivery be denied, once", () => {
    const facts = [orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted"), scan(52, "delivered"))];
    expect(viewAt(51, [orderFact(), fulfillmentFact(), scansFact(scan(3, "accepted"))])?.parcels[0]?.deniable).toBeNull();
    expect(viewAt(60, facts)?.parcels[0]?.deniable).toBe(shipment().id);
    expect(viewAt(60, [...facts, scansFact(scan(58, "unknown", { exception: "not_received", source: "merchant", key: "denied" }))])?.parcels[0]?.deniable).toBeNull();
  });

  it("gives no carrier link before the carrier has the parcel, and never one that is not https", () => {
    expect(viewAt(2, [orderFact(), fulfillmentFact()])?.parcels[0]?.trackingUrl).toBeNull();
    const facts = (url: string): Fact[] => [orderFact(), fulfillmentFact({ tracking: [{ carrier: "UPS", number: "1Z", url }] }), scansFact(scan(3, "accepted"))];
    expect(viewAt(4, facts("https://carrier.example/1Z"))?.parcels[0]?.trackingUrl).toBe("https://carrier.example/1Z");
    expect(viewAt(4, facts("javascript:alert(1)"))?.parcels[0]?.trackingUrl).toBeNull();
  });

  it("speaks the language of the order", () => {
    expect(viewAt(60, [orderFact({ contact: { email: null, firstName: null, locale: "de-AT" } }), fulfillmentFact(), scansFact(scan(52, "delivered"))])?.headline).toMatch(/^Zugestellt Do/);
  });
});

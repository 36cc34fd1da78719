import { describe, expect, it } from "vitest";
import { at, NEW_YORK, scan, shipment } from "../../../tests/builders/journey.ts";
import { german } from "#app/domain/notifications/texts-de.ts";
import { english } from "#app/domain/notifications/texts-en.ts";
import type { Finding } from "#app/domain/shipments/finding.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import { shopperHistory } from "./shopper-history.ts";
import { shopperParcel } from "./shopper-parcel.ts";
import { shopperStories } from "./shopper-stories.ts";

const place = (city: string, region: string, country = "US") => ({ city, region, country, zip: null });
const USPS = "9400111899223197428490";
const legs = [{ number: USPS, carrier: "USPS", toldBy: "ups", since: at(20) }] as const;
const told = (scans: readonly Scan[], more: Partial<Shipment> = {}, texts = english, h = 60) => shopperStories(shipment(scans, more), at(h), texts).map(({ question, text }) => [question, text].filter(Boolean).join(" "));
const withFindings = (one: Shipment, findings: readonly Finding[]): Shipment => ({ ...one, timeline: { ...one.timeline, findings } });

describe("what a shopper would wonder about", () => {
  /** From New Jersey to Boston by way of Tennessee, folded for real: the reason is found by geography. */
  const wayTo = (...scans: Scan[]) => shipment(scans, { timeline: timelineOf(scans, { orderedAt: at(-24), sentAt: at(0), destination: { city: "Boston", region: "MA", country: "US", zip: "02108" }, carrier: "FedEx", next: null }), tracking: { carrier: "FedEx", number: null, url: null } });
  const inTennessee = [scan(3, "accepted", { place: place("Newark", "NJ") }), scan(20, "in_transit", { place: place("Memphis", "TN") })];

  it("is why it is in Tennessee, in both languages and only while it is there", () => {
    const there = wayTo(...inTennessee);
    expect(shopperStories(there, at(24), english)).toEqual([{ question: "Why is it in Tennessee?", text: expect.stringMatching(/^The carrier sorts packages of many regions at its .+ there\. It is sent on to you from there\.$/) }]);
    expect(shopperStories(there, at(24), german)[0]?.question).toBe("Warum ist es in Tennessee?");
    expect(shopperStories(wayTo(...inTennessee, scan(40, "in_transit", { place: place("Boston", "MA") })), at(44), english)).toEqual([]);
  });

  it("is who has it now and under which number, or who comes next", () => {
    expect(told([scan(3, "accepted")], { legs })).toEqual([`Next, USPS will bring it to you, number ${USPS}.`]);
    expect(told([scan(3, "accepted"), scan(22, "in_transit", { trackingNumber: USPS, carrier: "USPS" })], { legs })).toEqual([`Your package is now with USPS, number ${USPS}.`]);
    expect(told([scan(3, "accepted"), scan(22, "in_transit", { trackingNumber: USPS, carrier: "USPS" })], { legs }, german)).toEqual([`Ihr Paket ist jetzt bei USPS, Sendungsnummer ${USPS}.`]);
  });

  it("is how long customs takes", () => {
    const stay = (until: number | null) => { const one = shipment([scan(3, "accepted")]); return shopperStories({ ...one, timeline: { ...one.timeline, customs: { since: at(10), until: until === null ? null : at(until), country: "CA" } } }, at(60), english)[0]?.text; };
    expect(stay(null)).toBe("In customs (CA) for 2 days.");
    expect(stay(40)).toBe("Customs released it after one day.");
  });

  it("is a delivery at another place, but not another name of the same town", () => {
    const delivered = shipment([scan(3, "accepted"), scan(50, "delivered")]);
    const finding = (weight: Finding["weight"]): Finding => ({ kind: "delivered_elsewhere", weight, at: at(50), believes: "", because: "", evidence: ["delivered@50"], details: { differs: "region", place: "Albany, NY", address: "Boston, MA" } });
    expect(shopperStories(withFindings(delivered, [finding("contradiction")]), at(60), english)).toMatchObject([{ text: expect.stringContaining("in Albany, NY, which is not the place of your address") }]);
    expect(shopperStories(withFindings(delivered, [finding("note")]), at(60), english)).toEqual([]);
  });
});

describe("the history a shopper reads", () => {
  const event = (standing: Shipment["timeline"]["events"][number]["standing"], text: string | null, h: number) => {
    const one = scan(h, "in_transit", { text, place: place(`TOWN ${h}`, "NJ") });
    return { at: one.occurredAt, milestone: one.milestone, exception: null, reason: null, place: one.place, told: [one], standing, because: null } as const;
  };

  it("holds what is believed and what trails, never what was rejected or taken back", () => {
    const events = [event("believed", null, 1), event("rejected", null, 2), event("withdrawn", null, 3), event("trailing", null, 4)];
    expect(shopperHistory(events, english).map((one) => one.place)).toEqual(["Town 4, NJ, US", "Town 1, NJ, US"]);
  });

  it("quotes the carrier's sentences and never a code", () => {
    const texts = ["Departed from facility", "DP", "IN_TRANSIT", "OC 01", "  ", null, "Zugestellt", "Paket ist im Paketzentrum"];
    expect(shopperHistory(texts.map((text, index) => event("believed", text, index + 1)), english).map((one) => one.carrierText).toReversed())
      .toEqual(["Departed from facility", null, null, null, null, null, "Zugestellt", "Paket ist im Paketzentrum"]);
  });
});

describe("a parcel's card", () => {
  const card = (one: Shipment, all: readonly Shipment[] = [one], h = 60) => shopperParcel(one, { all, lines: [], estimate: null, zone: NEW_YORK, now: at(h), texts: english });

  it("shows the number of whoever carries it now, and the other beside it", () => {
    const taken = card(shipment([scan(3, "accepted"), scan(22, "in_transit", { trackingNumber: USPS, carrier: "USPS" })], { legs }));
    expect(taken).toMatchObject({ carrier: "USPS", trackingNumber: USPS, trackingUrl: expect.stringContaining("usps.com"), otherNumbers: [{ carrier: "UPS", number: "1Z999AA10123456784" }], linkNote: null });
    expect(card(shipment([scan(3, "accepted")], { legs }))).toMatchObject({ carrier: "UPS", otherNumbers: [{ carrier: "USPS", number: USPS }] });
  });

  it("never offers a link that leads nowhere, and says why", () => {
    expect(card(shipment([]))).toMatchObject({ trackingUrl: null, linkNote: "The carrier's own page does not show this package yet; what is known stands here." });
    expect(card(shipment([], { tracking: { carrier: "UPS", number: "1Z999AA10123456785", url: "https://www.ups.com/track" } }))).toMatchObject({ trackingUrl: null, linkNote: expect.stringContaining("does not know this package") });
  });

  it("says when anybody was last heard or asked, and where nobody knows which parcel holds what", () => {
    const feed = { number: "", wholeAt: null, wholeFrom: null } as const;
    const one = shipment([scan(3, "accepted")], { feeds: [{ ...feed, source: "shopify", heardAt: at(5), checkedAt: null }, { ...feed, source: "ups", heardAt: at(4), checkedAt: at(9) }] });
    expect(card(one)).toMatchObject({ heardAt: new Date(at(9)).toISOString(), itemsNote: null });
    expect(card(shipment([]))).toMatchObject({ heardAt: null });
    const other = { ...one, id: `${one.fulfillmentId}.2` as Shipment["id"] };
    expect(card(one, [one, other]).itemsNote).toBe("In Package 1 of 2 or Package 2 of 2");
  });
});

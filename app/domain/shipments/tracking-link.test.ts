import { describe, expect, it } from "vitest";
import { at, scan, shipment } from "../../../tests/builders/journey.ts";
import { courierPage } from "./tracking-link-pages.ts";
import { linkState, presentStretch, stretchesOf } from "./tracking-link.ts";
import type { Shipment } from "./shipment.ts";

const USPS = "9400111899223197428490";
const handedOver = { legs: [{ number: USPS, carrier: "USPS", toldBy: "ups", since: at(20) }] } as const;
const state = (one: Shipment, h = 30) => { const { state: is, reason } = linkState(one, at(h)); return `${is}: ${reason}`; };

describe("a tracking link", () => {
  it("is not live before the carrier has scanned the parcel, although a label exists", () => {
    expect(state(shipment([]))).toBe("not_yet: not_scanned");
    expect(state(shipment([scan(1, "label_created")]))).toBe("not_yet: not_scanned");
    expect(state(shipment([scan(1, "label_created"), scan(3, "accepted")]))).toBe("live: scanned");
  });

  it("is none without an address we can trust", () => {
    expect(state(shipment([scan(3, "accepted")], { tracking: { carrier: "Bob's van", number: "7", url: null } }))).toBe("none: no_address");
    for (const url of ["javascript:alert(1)", "http://carrier.example/1Z", "https://", "//carrier.example"]) expect(state(shipment([scan(3, "accepted")], { tracking: { carrier: "UPS", number: "1Z", url } })), url).toBe("none: not_https");
  });

  it("is found for a courier we know when the merchant gave only the number", () => {
    const one = shipment([scan(3, "accepted")], { tracking: { carrier: "UPS Ground", number: "1Z999AA10123456784", url: null } });
    expect(linkState(one, at(5))).toMatchObject({ state: "live", url: "https://www.ups.com/track?tracknum=1Z999AA10123456784" });
  });

  it("is dead when the number cannot be right, unless a scan proves that it is", () => {
    const wrong = { tracking: { carrier: "UPS", number: "1Z999AA10123456785", url: "https://www.ups.com/track?tracknum=1Z999AA10123456785" } };
    expect(state(shipment([], wrong))).toBe("dead: impossible_number");
    expect(state(shipment([scan(3, "accepted")], wrong))).toBe("live: scanned");
    expect(state(shipment([], { tracking: { carrier: "Canada Post", number: "1Z999AA10123456784", url: "https://www.canadapost.ca/x" } }))).toBe("dead: impossible_number");
    expect(state(shipment([], { tracking: { carrier: "UPS", number: USPS, url: "https://www.ups.com/x" } }))).toBe("not_yet: not_scanned"); // UPS hands parcels to the post
  });

  it("is dead when the carrier does not know the number, until it does", () => {
    const unknown = scan(2, "unknown", { exception: "not_found" });
    expect(state(shipment([unknown]))).toBe("dead: unknown_to_carrier");
    expect(state(shipment([unknown, scan(9, "accepted")]))).toBe("live: scanned");
  });

  it("is dead 120 days after the journey ended, and for a label nobody ever used, but not while a parcel is still under way", () => {
    const delivered = shipment([scan(3, "accepted"), scan(50, "delivered")]);
    expect(state(delivered, 50 + 24 * 119)).toBe("live: scanned");
    expect(state(delivered, 51 + 24 * 120)).toBe("dead: forgotten");
    expect(state(shipment([]), 24 * 121)).toBe("dead: forgotten");
    expect(state(shipment([scan(3, "accepted")]), 24 * 130)).toBe("live: scanned");
    expect(state(shipment([scan(3, "accepted")], { cancelled: true }))).toBe("dead: cancelled");
  });
});

describe("the stretches of a journey", () => {
  it("stay with the first carrier until the second one scans", () => {
    const announced = shipment([scan(3, "accepted")], handedOver);
    expect(presentStretch(announced).carrier).toBe("UPS");
    const taken = shipment([scan(3, "accepted"), scan(22, "in_transit", { trackingNumber: USPS, carrier: "USPS" })], handedOver);
    expect(presentStretch(taken)).toMatchObject({ carrier: "USPS", number: USPS });
    expect(linkState(taken, at(23))).toMatchObject({ state: "live", url: `https://tools.usps.com/go/TrackConfirmAction?tLabels=${USPS}` });
  });

  it("are told apart by the carrier who scanned, where no number was said", () => {
    expect(presentStretch(shipment([scan(3, "accepted"), scan(22, "in_transit", { carrier: "usps" })], handedOver)).carrier).toBe("USPS");
    expect(presentStretch(shipment([scan(3, "accepted"), scan(22, "in_transit")], handedOver)).carrier).toBe("UPS");
  });

  it("go on with the second carrier once the first has given the parcel away, although all is told under one number", () => {
    const given = [scan(3, "accepted"), scan(20, "in_transit", { reason: "handover" })];
    expect(presentStretch(shipment(given, handedOver)).carrier).toBe("UPS");
    const taken = shipment([...given, scan(24, "in_transit")], handedOver);
    expect(presentStretch(taken)).toMatchObject({ carrier: "USPS", number: USPS });
    expect(state(taken)).toBe("live: scanned");
  });

  it("name each number once", () => {
    expect(stretchesOf(shipment([], { legs: [{ number: "RR957249917DE", carrier: null, toldBy: "easypost", since: at(1) }, { number: "4711", carrier: null, toldBy: "easypost", since: at(2) }] })).map((one) => one.carrier)).toEqual([expect.any(String), "Deutsche Post", null]);
    expect(stretchesOf(shipment([], { legs: [{ number: "1z 999aa1-0123456784", carrier: "UPS", toldBy: "ups", since: at(1) }] }))).toHaveLength(1);
  });

  it("write numbers safely into addresses", () => {
    expect(courierPage("usps", "9400&x=$&")).toBe("https://tools.usps.com/go/TrackConfirmAction?tLabels=9400%26x%3D%24%26");
    expect(courierPage("bobs_van", "1")).toBeNull();
  });
});

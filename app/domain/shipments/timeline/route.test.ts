import { describe, expect, it } from "vitest";
import { at, scan } from "../../../../tests/builders/journey.ts";
import type { Scan } from "../scan.ts";
import { NO_CONTEXT, timelineOf } from "../timeline.ts";

const place = (city: string | null, region: string | null, country = "US") => ({ city, region, country, zip: null });
const [newark, boston, memphis] = [place("Newark", "NJ"), place("Boston", "MA"), place("MEMPHIS", "TN")];
const seen = (h: number, where: Scan["place"], more: Partial<Scan> = {}) => scan(h, "in_transit", { source: "fedex", key: `fedex@${h}`, place: where, ...more });
const detours = (carrier: string | null, ...scans: Scan[]) =>
  timelineOf([scan(2, "accepted", { source: "fedex", place: newark }), ...scans], { ...NO_CONTEXT, destination: boston, carrier }).findings.filter(({ kind }) => kind === "detour");

describe("a parcel in another state", () => {
  it("is explained by the carrier's hub", () => {
    expect(detours("FedEx", seen(12, memphis))).toMatchObject([{ weight: "note", details: { cause: "hub", region: "Tennessee", regionCode: "TN", hub: "Memphis World Hub", carrier: "fedex" } }]);
    expect(detours("FedEx", seen(12, memphis))[0]?.details["km"]).toBeGreaterThan(1_500);
  });

  it("is sorted there where the carrier has no hub, and sent the wrong way where it says so or moves away again", () => {
    expect(detours("UPS", seen(12, memphis))).toMatchObject([{ details: { cause: "sorted", hub: "" } }]);
    expect(detours("UPS", seen(12, memphis, { exception: "misrouted" }))).toMatchObject([{ weight: "doubt", details: { cause: "misrouted" } }]);
    expect(detours("UPS", seen(12, place("Worcester", "MA")), seen(30, memphis))).toMatchObject([{ details: { cause: "misrouted", city: "MEMPHIS" } }]);
  });

  it("is sent the wrong way where the carrier sets out to deliver it there, hub or not", () => {
    expect(detours("FedEx", seen(12, memphis), scan(20, "out_for_delivery", { source: "fedex", place: memphis }))).toMatchObject([{ weight: "doubt", at: at(12), details: { cause: "misrouted" }, because: expect.stringContaining("set out to deliver it there") }]);
  });

  it("is on its way in the states between and beside, and told of once", () => {
    expect(detours("FedEx", seen(8, place("Hartford", "CT")), seen(9, place("Albany", "NY")), seen(10, place("Allentown", "PA")), seen(11, place(null, null)))).toEqual([]);
    expect(detours("FedEx", seen(12, memphis), seen(13, memphis), seen(14, memphis))).toHaveLength(1);
  });

  it("is not explained without a destination, or on its way back", () => {
    expect(timelineOf([scan(2, "accepted", { place: newark }), seen(12, memphis)]).findings).toEqual([]);
    expect(detours("FedEx", scan(3, "returning", { source: "fedex", place: newark }), seen(12, memphis))).toEqual([]);
  });
});

describe("a parcel in customs", () => {
  const china = place("Shenzhen", "Guangdong", "CN");
  const office = place("Chicago", "IL");
  const stay = (...scans: Scan[]) => timelineOf([scan(2, "accepted", { place: china }), ...scans]).customs;
  const held = seen(50, office, { exception: "customs_hold" });

  it("stays from the first word to the clearance", () => {
    expect(stay(seen(48, office, { reason: "customs_started" }), held)).toEqual({ since: at(48), until: null, country: "US" });
    expect(stay(seen(48, office, { reason: "customs_started" }), held, seen(90, office, { reason: "customs_cleared" }))).toEqual({ since: at(48), until: at(90), country: "US" });
  });

  it("has left when it is seen elsewhere, not when it is scanned in the same town", () => {
    expect(stay(held, seen(60, office))).toMatchObject({ until: null });
    expect(stay(held, seen(60, place("Denver", "CO")))).toMatchObject({ since: at(50), until: at(60) });
    expect(stay(held, scan(61, "out_for_delivery", { place: office }))).toMatchObject({ until: at(61) });
  });

  it("may stay a second time", () => {
    expect(stay(held, seen(60, place("Denver", "CO")), seen(70, place("Toronto", "ON", "CA"), { exception: "customs_docs" }))).toEqual({ since: at(70), until: null, country: "CA" });
    expect(stay()).toBeNull();
  });
});

describe("a hand-over", () => {
  const handed = (carrier: string | null, ...scans: Scan[]) => timelineOf(scans, { ...NO_CONTEXT, carrier }).findings.filter(({ kind }) => kind === "handed_over").map(({ at: when, details }) => [when, details["from"], details["to"], details["number"]]);

  it("is seen when another carrier or another number appears", () => {
    expect(handed("UPS", scan(2, "accepted"), scan(9, "in_transit", { carrier: "USPS" }), scan(12, "delivered", { carrier: "United States Postal Service" }))).toEqual([[at(9), "ups", "usps", ""]]);
    expect(handed("DHL", scan(2, "accepted"), scan(9, "in_transit", { trackingNumber: "9400 1" }))).toEqual([[at(9), "dhl", "", "94001"]]);
  });

  it("is one with the scan that announces it", () => {
    expect(handed("UPS", scan(2, "accepted"), scan(9, "in_transit", { reason: "handover" }), scan(30, "in_transit", { carrier: "USPS" }))).toEqual([[at(9), "ups", "usps", ""]]);
    expect(handed("UPS", scan(9, "in_transit", { reason: "handover" }))).toEqual([[at(9), "ups", "", ""]]);
  });

  it("names whom a source announced, where no scan names anybody", () => {
    const announced = timelineOf([scan(9, "in_transit", { reason: "handover" })], { ...NO_CONTEXT, carrier: "Landmark Global", next: { carrier: "Deutsche Post", number: "RR957249917DE" } });
    expect(announced.findings).toMatchObject([{ kind: "handed_over", believes: expect.stringContaining("to Deutsche Post"), because: "The carrier says so." }]);
  });

  it("is none while the same carrier goes by several spellings, or is first named by a scan", () => {
    expect(handed("UPS", scan(2, "accepted", { carrier: "United Parcel Service" }), scan(9, "in_transit", { carrier: "ups" }))).toEqual([]);
    expect(handed(null, scan(2, "accepted", { carrier: "USPS" }), scan(9, "in_transit", { carrier: "USPS" }))).toEqual([]);
    expect(handed("UPS", scan(2, "accepted", { carrier: "some courier" }))).toEqual([]);
  });
});

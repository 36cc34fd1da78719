import { describe, expect, it } from "vitest";
import { at, scan } from "../../../../tests/builders/journey.ts";
import type { Scan } from "../scan.ts";
import { timelineOf } from "../timeline.ts";

const place = (city: string | null, region: string | null = null, country: string | null = "US", zip: string | null = null) => ({ city, region, country, zip });
const newark = place("Newark", "NJ");
const ups = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source: "ups", key: `ups:${milestone}@${h}`, place: newark, ...more });
const shopify = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}) => scan(h, milestone, { source: "shopify", key: `shopify:${milestone}@${h}`, ...more });
/** The sources of each event, oldest first. */
const joined = (...scans: Scan[]) => timelineOf(scans).events.map(({ told }) => told.map(({ source }) => source).join("+"));

describe("tellings of one event", () => {
  it("are joined when they say the same of one place within an hour", () => {
    const [event, ...rest] = timelineOf([ups(5, "in_transit"), shopify(5.4, "in_transit", { place: place(null) })]).events;
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ at: at(5), milestone: "in_transit", place: newark, standing: "believed" });
    expect(event?.told.map(({ source }) => source)).toEqual(["ups", "shopify"]);
  });

  it("are two events when they are further apart, elsewhere, or of another step", () => {
    expect(joined(ups(5, "in_transit"), shopify(6.1, "in_transit"))).toEqual(["ups", "shopify"]);
    expect(joined(ups(5, "in_transit"), shopify(5, "in_transit", { place: place("Trenton", "NJ") }))).toHaveLength(2);
    expect(joined(ups(5, "in_transit"), shopify(5, "in_transit", { place: place("Newark", "DE") }))).toHaveLength(2);
    expect(joined(ups(5, "in_transit"), shopify(5, "out_for_delivery"))).toHaveLength(2);
  });

  it("are joined though they spell the place otherwise", () => {
    expect(joined(ups(5, "in_transit", { place: place("ST. LOUIS", "MO") }), shopify(5, "in_transit", { place: place("Saint Louis", "Missouri", "United States") }))).toEqual(["ups+shopify"]);
  });

  it("are joined when one only says that something is wrong", () => {
    const [event] = timelineOf([shopify(5, "in_transit", { exception: "carrier_exception" }), ups(5.2, "in_transit", { exception: "address_problem", reason: "incorrect" })]).events;
    expect(event).toMatchObject({ exception: "address_problem", reason: "incorrect", at: at(5.2) });
    expect(event?.told).toHaveLength(2);
  });

  it("keep a trouble that one of them leaves out, within ten minutes", () => {
    expect(timelineOf([ups(5, "in_transit", { exception: "address_problem" }), shopify(5.1, "in_transit")]).exception?.category).toBe("address_problem");
    expect(timelineOf([ups(5, "in_transit", { exception: "address_problem" }), shopify(5.5, "in_transit")]).exception).toBeNull();
  });

  it("count at the time of the most exact of them", () => {
    expect(timelineOf([shopify(5, "delivered"), scan(1, "delivered", { source: "seventeentrack", key: "17", timing: "assumed" })]).events).toMatchObject([{ at: at(5) }]);
    expect(timelineOf([ups(20, "delivered", { timing: "local" }), scan(21, "delivered", { source: "usps", key: "usps", timing: "day" })]).deliveredAt).toBe(at(20));
  });

  it("may be 14 hours apart when a clock's zone is unknown, and a day's length when there is no clock", () => {
    const assumed = (h: number) => scan(h, "in_transit", { source: "seventeentrack", key: "17", timing: "assumed" });
    expect(joined(ups(20, "in_transit"), assumed(6.5))).toEqual(["ups+seventeentrack"]);
    expect(joined(ups(20, "in_transit"), assumed(5))).toEqual(["seventeentrack", "ups"]);
    const day = (h: number) => scan(h, "in_transit", { source: "usps", key: "usps", timing: "day", place: newark });
    expect(joined(ups(10, "in_transit"), day(-3))).toEqual(["ups+usps"]); // noon UTC of Tuesday; the evening of Tuesday in Newark
    expect(joined(ups(20, "in_transit"), day(-3))).toEqual(["usps", "ups"]); // already Wednesday there
  });

  it("never join two statements of one source, unless it repeats itself word for word", () => {
    expect(joined(ups(5, "in_transit", { key: "a", code: "AR", text: "Arrived" }), ups(5, "in_transit", { key: "b", code: "DP", text: "Departed" }))).toEqual(["ups", "ups"]);
    expect(joined(ups(5, "in_transit", { key: "a", text: "Arrived" }), ups(5, "in_transit", { key: "b", text: "Arrived" }))).toEqual(["ups+ups"]);
  });

  it("pair arrivals with arrivals and departures with departures", () => {
    const pairs = timelineOf([
      ups(5, "in_transit", { text: "Arrived at facility" }), ups(5.5, "in_transit", { text: "Departed from facility" }),
      shopify(5.02, "in_transit", { text: "ARRIVED AT FACILITY" }), shopify(5.52, "in_transit", { text: "DEPARTED FROM FACILITY" }),
    ]).events;
    expect(pairs.map(({ told }) => told.map(({ text }) => text?.toLowerCase()))).toEqual([["arrived at facility", "arrived at facility"], ["departed from facility", "departed from facility"]]);
  });

  it("of two carriers are two events", () => {
    expect(joined(ups(5, "in_transit", { carrier: "UPS" }), shopify(5, "in_transit", { carrier: "USPS" }))).toHaveLength(2);
  });

  it("join a pick-up with the plain movement another source makes of it", () => {
    expect(timelineOf([shopify(5, "in_transit"), ups(5.1, "accepted")]).events).toMatchObject([{ milestone: "accepted", at: at(5.1) }]);
  });

  it("leave out what only carries a date, and what a person says", () => {
    expect(joined(scan(5, "unknown", { carrierEta: at(50) }), shopify(5, "unknown", { carrierEta: at(50) }))).toHaveLength(2);
    expect(joined(scan(5, "unknown", { exception: "not_received", source: "merchant", key: "m" }), scan(5, "unknown", { exception: "not_received", source: "warehouse", key: "w" }))).toHaveLength(2);
  });
});

import { describe, expect, it, test } from "vitest";
import { laneIn } from "./lane.ts";
import { lanesWithDates } from "./known-lanes.ts";
import { usualKilometres, waysFrom, type Origins } from "./distances.ts";
import { learnShop } from "./learn-shop.ts";
import { medianDay } from "../engine/forecast-dates.ts";
import { orderForecast } from "./order-forecast.ts";
import { shippedForecast } from "./shipped-forecast.ts";
import { CALENDARS, dateOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "./synthetic-shop.fixture.ts";
import { dayOfDate, localDays } from "./zone-days.ts";

const place = (name: string) => { const [country = null, region = null] = name.split("-"); return { country, region, zip: null }; };
const km = (from: string, to: string): number | null => usualKilometres(place(from), place(to));

describe("the way a usual parcel goes", () => {
  // Road distances between the largest cities (New York, Los Angeles, Chicago, Berlin, Sydney, Perth), rounded; the towns around them lie nearer and farther.
  test.each([["US-NJ", "US-CA", 4_000], ["US-NY", "US-IL", 1_200], ["US-NY", "DE-BE", 6_400], ["AU-NSW", "AU-WA", 3_300], ["CA-ON", "CA-BC", 3_400], ["BR-SP", "BR-AM", 2_700]])("from %s to %s is about %i km", (from, to, about) => {
    expect(km(from, to)! / about).toBeGreaterThan(0.9);
    expect(km(from, to)! / about).toBeLessThan(1.1);
    expect(km(to, from)).toBeCloseTo(km(from, to)!, 6);
  });

  it("is as long within a region as people live apart there, and longer in a wide one", () => {
    expect(km("US-NJ", "US-NJ")!).toBeGreaterThan(50);
    expect(km("US-NJ", "US-NJ")!).toBeLessThan(150);
    expect(km("US-TX", "US-TX")!).toBeGreaterThan(3 * km("US-NJ", "US-NJ")!);
  });

  it("reads regions as Shopify and merchants write them, and falls back to the country", () => {
    expect(km("US-New Jersey", "MX-DF")).toBe(km("US-NJ", "MX-CMX"));
    expect(km("US-NJ", "FR-Nowhere")).toBe(km("US-NJ", "FR"));
    expect(km("US-NJ", "US-PR")!).toBeLessThan(3_000);
  });

  it("says nothing of places nobody knows", () => {
    expect(km("ZZ", "US-NJ")).toBeNull();
    const way = waysFrom(new Map([["known", place("US-NJ")], ["nowhere", { country: null, region: null, zip: null }]]));
    const nothing = { home: 0, abroad: 0, band: null };
    for (const [location, to] of [[null, "US-CA"], ["elsewhere", "US-CA"], ["nowhere", "US-CA"], ["known", "ZZ"]] as const) expect(way(location, place(to))).toEqual(nothing);
    expect(way("known", { country: null, region: "CA" })).toEqual(nothing);
  });

  it("is told apart within a country and across a border, and farther is never less", () => {
    const way = waysFrom(new Map([["known", place("US-NJ")]]));
    const [near, far, abroad] = [way("known", place("US-PA")), way("known", place("US-WA")), way("known", place("DE"))];
    expect(far.home).toBeGreaterThan(near.home + 2);
    expect([near.abroad, abroad.home]).toEqual([0, 0]);
    expect(abroad.abroad).toBeGreaterThan(0);
    expect(new Set([near.band, far.band, abroad.band]).size).toBe(3);
  });
});

/** Road kilometres from Newark to the largest city, and a carrier that needs a day and another for every 1,100 of them. */
const ROADS: Readonly<Record<string, number>> = { NY: 20, PA: 140, MA: 360, VA: 560, OH: 770, NC: 1_000, IL: 1_270, GA: 1_390, FL: 1_900, MO: 1_520, MN: 1_960, NV: 4_060, TX: 2_550, CO: 2_850, AZ: 3_870, CA: 4_480, WA: 4_600 };
const UNSEEN = ["VA", "MO", "NV"];
const world = parcelsOfShop({ seed: 9, past: 3_000, pastDays: 150, future: 3_000, futureDays: 14, regions: 0, spread: 0.25, places: Object.entries(ROADS).map(([region, road]) => ({ region, days: 1 + road / 1_100 })) });
const past = world.slice(0, 3_000).filter(({ region }) => !UNSEEN.includes(region ?? ""));
const NEWARK: Origins = new Map([["east", { country: "US", region: "NJ" }], ["west", { country: "US", region: "NJ" }]]);

describe("a lane no parcel went yet", () => {
  const [known, unknown] = [NEWARK, new Map()].map((origins) => learnShop({ parcels: past, origins, rules: RULES, calendars: CALENDARS, today: TODAY }).learned) as [ReturnType<typeof learnShop>["learned"], ReturnType<typeof learnShop>["learned"]];
  const localDay = localDays(RULES.zone);
  /** Mean and mean absolute error of the median date of parcels sent to the lanes nobody knew. */
  const errorOf = (learned: typeof known) => {
    const errors = world.slice(3_000).filter((one) => UNSEEN.includes(one.region ?? "") && one.service === "standard").map((one) => {
      const { from, arrived } = shippedForecast(learned, { place: one, carrier: one.carrier, service: one.service, location: one.location, items: one.items, handedOverAt: one.handedOverAt!, nearAt: null, now: one.handedOverAt! });
      return dayOfDate(from) + medianDay(arrived) - Math.floor(localDay(one.arrivedAt));
    });
    return { bias: errors.reduce((sum, one) => sum + one, 0) / errors.length, error: errors.reduce((sum, one) => sum + Math.abs(one), 0) / errors.length };
  };
  const median = (learned: typeof known, region: string): number =>
    medianDay(orderForecast(learned, { countsOn: dateOf(TODAY_DAY), lane: `US-${region}`, service: "standard", location: null, items: 1, extraDays: 0, notBefore: null }, CALENDARS).arrived);

  it("has dates as near the truth as those of lanes that are known, nearer than without distance", () => {
    const [withDistance, without] = [errorOf(known), errorOf(unknown)];
    expect(Math.abs(withDistance.bias)).toBeLessThan(0.35);
    expect(withDistance.error).toBeLessThan(without.error);
    expect(Math.abs(withDistance.bias)).toBeLessThan(0.6 * Math.abs(without.bias));
  });

  it("lies between nearer and farther ones", () => {
    for (const region of UNSEEN) {
      expect(median(known, region)).toBeGreaterThan(median(known, "PA"));
      expect(median(known, region)).toBeLessThan(median(known, "WA"));
    }
  });

  it("has dates of its own before purchase only where the locations are known", () => {
    expect(laneIn(lanesWithDates(known), place("US-MO"))).toBe("US-MO");
    expect(laneIn(lanesWithDates(unknown), place("US-MO"))).toBe("US");
    expect(laneIn(lanesWithDates(known), place("AU-NSW"))).toBe("*");
  });

  it("of a country without a region is the usual one of the shop's own parcels", () => {
    const country = (learned: typeof known): number => medianDay(orderForecast(learned, { countsOn: dateOf(TODAY_DAY), lane: "US", service: "standard", location: null, items: 1, extraDays: 0, notBefore: null }, CALENDARS).arrived);
    expect(Math.abs(country(known) - country(unknown))).toBeLessThanOrEqual(1);
    const { home, abroad } = known.usual.ways.get("US")!;
    expect(home).toBeGreaterThan(0);
    expect(abroad).toBe(0);
    expect(unknown.usual.ways.size).toBe(0);
  });

  it("does not spoil the lanes that are known", () => {
    for (const region of ["PA", "GA", "CA"]) expect(Math.abs(median(known, region) - median(unknown, region))).toBeLessThanOrEqual(1);
  });
});

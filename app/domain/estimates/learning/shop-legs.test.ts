import { describe, expect, test } from "vitest";
import { medianDay } from "../engine/forecast-dates.ts";
import { DEFAULT_RULES, type DeliveryRules } from "../delivery-rules.ts";
import { learnShop } from "./learn-shop.ts";
import { arrivalsSince } from "./shipped-forecast.ts";
import { shopLegs, statedBy } from "./shop-legs.ts";
import { CALENDARS, RULES, TODAY, TODAY_DAY } from "./synthetic-shop.fixture.ts";
import { questionAbout } from "./traits.ts";

const rules = (over: Partial<DeliveryRules>): DeliveryRules => ({ ...RULES, ...over });
const sunday = (of: DeliveryRules): number => shopLegs(of).carrier.dayWorth.guess[6]!;

describe("what a merchant states", () => {
  test("orders destinations and services as stated, in the carrier's leg and in its last part", () => {
    const stated = statedBy(rules({}));
    const times = [stated("US", "Express saver"), stated("US", null), stated("CA", "standard"), stated("DE", "standard")];
    for (const part of ["transit", "near"] as const) expect(times.map((one) => one[part])).toEqual(times.map((one) => one[part]).toSorted((a, b) => a - b));
  });

  test("is nothing where nothing fits: the usual time answers", () => {
    expect(statedBy(rules({ transit: [] }))("US", null).transit).toBeCloseTo(0);
  });

  test("eight of ten parcels of a new shop come within the days stated, or a little fewer", () => {
    const fitted = learnShop({ parcels: [], rules: rules({ carrierWorkingDays: [0, 1, 2, 3, 4, 5, 6] }), calendars: { ...CALENDARS, carrierHolidays: new Set() }, today: TODAY }).learned;
    const ask = questionAbout(fitted, { place: { country: "CA", region: null, zip: null }, carrier: null, service: null, location: null, items: 1 }, null);
    const arrived = arrivalsSince(fitted.carrier, ask, TODAY_DAY + 0.6, TODAY_DAY);
    expect(medianDay(arrived)).toBeGreaterThanOrEqual(5);
    expect(medianDay(arrived)).toBeLessThanOrEqual(9);
    const within = arrived[10]! - arrived[4]!; // 5 to 9 days, a weekend day or two of which count for less
    expect(within).toBeGreaterThan(0.5);
    expect(within).toBeLessThan(0.9);
  });

  test("a narrow statement is not taken at its word", () => {
    const exact = rules({ handlingDays: { min: 1, max: 1 }, transit: [{ country: "*", method: null, minDays: 3, maxDays: 3 }] });
    expect(shopLegs(exact).carrier.standard.spread).toBeGreaterThanOrEqual(0.3);
    expect(shopLegs(exact).merchant.standard.spread).toBeGreaterThanOrEqual(0.45);
  });

  test("days on which carriers do not deliver are nearly worth nothing until parcels say otherwise", () => {
    expect(sunday(rules({}))).toBeLessThan(0.1);
    expect(sunday(rules({ carrierWorkingDays: [0, 1, 2, 3, 4, 5, 6] }))).toBeGreaterThan(0.5);
    expect(shopLegs(rules({ carrierWorkingDays: [1, 2, 3, 4, 5] })).carrier.dayWorth.guess[5]).toBeLessThan(0.1);
    expect(shopLegs(rules({})).carrier.dayWorth.guess.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
  });

  test("handling of zero days is possible, and turned-round figures are read the right way", () => {
    const { merchant } = shopLegs(rules({ handlingDays: { min: 0, max: 0 } }));
    expect(merchant.standard.workingDays).toBeLessThan(0.6);
    expect(shopLegs(rules({ handlingDays: { min: 4, max: 2 } }))).toEqual(shopLegs(rules({ handlingDays: { min: 2, max: 4 } })));
    expect(DEFAULT_RULES.handlingDays).toEqual({ min: 0, max: 1 });
  });
});

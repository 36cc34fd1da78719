import { describe, expect, test } from "vitest";
import { days, plus } from "../../shared/time.ts";
import { medianDay } from "../engine/forecast-dates.ts";
import { DAYS } from "../engine/model.ts";
import { learnShop } from "./learn-shop.ts";
import { shippedForecast, type ShippedQuestion } from "./shipped-forecast.ts";
import { CALENDARS, dateOf, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "./synthetic-shop.fixture.ts";

const { learned } = learnShop({ parcels: parcelsOfShop({ seed: 4, past: 1_500, pastDays: 150, future: 0, futureDays: 1, regions: 6, spread: 0.3 }), rules: RULES, calendars: CALENDARS, today: TODAY });
const handedOverAt = instantOf(TODAY_DAY + 0.7);
const ASKED: ShippedQuestion = { place: { country: "US", region: "S1", zip: "11007" }, carrier: "usps", service: "standard", location: "east", items: 1, handedOverAt, nearAt: null, now: handedOverAt };
const after = (silent: number): ShippedQuestion => ({ ...ASKED, now: plus(handedOverAt, days(silent)) });

describe("a parcel under way", () => {
  test("has chances that never fall and end at 1, however long it is silent", () => {
    for (const silent of [0, 1, 2, 5, 9, 20, 60, 149, 150, 151, 400]) {
      const { from, arrived } = shippedForecast(learned, after(silent));
      expect(from).toBe(dateOf(TODAY_DAY + silent));
      expect(arrived).toHaveLength(DAYS);
      arrived.forEach((chance, day) => expect(chance).toBeGreaterThanOrEqual(day === 0 ? 0 : arrived[day - 1]!));
      expect(arrived.at(-1)).toBe(1);
    }
  });

  test("is expected later with every silent day", () => {
    const dates = Array.from({ length: 40 }, (_, silent) => silent + medianDay(shippedForecast(learned, after(silent)).arrived));
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(dates[39]).toBeGreaterThanOrEqual(39);
  });

  test("that has not arrived has the chances of those that had not either", () => {
    const [fresh, late] = [shippedForecast(learned, after(0)).arrived, shippedForecast(learned, after(3)).arrived];
    expect(late[1]).toBeCloseTo((fresh[4]! - fresh[2]!) / (1 - fresh[2]!), 1);
  });

  test("long silent, is expected anew from any day: not on the day itself for sure, nor in months", () => {
    const { arrived } = shippedForecast(learned, after(60));
    expect(arrived[0]).toBeLessThan(0.6);
    expect(medianDay(arrived)).toBeLessThan(10);
  });

  test("is known better once it is near", () => {
    const now = plus(handedOverAt, days(2));
    const [far, near] = [null, plus(handedOverAt, days(1.9))].map((nearAt) => shippedForecast(learned, { ...ASKED, now, nearAt }).arrived);
    expect(near![2]).toBeGreaterThan(0.6);
    expect(near).not.toEqual(far);
  });
});

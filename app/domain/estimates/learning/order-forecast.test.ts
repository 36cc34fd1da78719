import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarDate } from "../../shared/calendar.ts";
import { medianDay, shortestWindow } from "../engine/forecast-dates.ts";
import { DAYS, type Forecast } from "../engine/model.ts";
import type { Calendars } from "../work-calendar.ts";
import { learnShop } from "./learn-shop.ts";
import { orderForecast, type OrderQuestion } from "./order-forecast.ts";
import { CALENDARS, parcelsOfShop, RULES, TODAY } from "./synthetic-shop.fixture.ts";

const learn = (past: number, calendars = CALENDARS) =>
  learnShop({ parcels: parcelsOfShop({ seed: 3, past, pastDays: 150, future: 0, futureDays: 1, regions: 6, spread: 0.3 }), rules: RULES, calendars, today: TODAY }).learned;
const [bare, learned] = [learn(0), learn(1_500)];
const ASKED: OrderQuestion = { countsOn: TODAY, lane: "US", service: "standard", location: "east", items: 1, extraDays: 0, notBefore: null };

const expectDistribution = (forecast: Forecast): void => {
  expect(forecast).toHaveLength(DAYS);
  forecast.forEach((chance, day) => { expect(chance).toBeGreaterThanOrEqual(day === 0 ? 0 : forecast[day - 1]!); expect(chance).toBeLessThanOrEqual(1); });
  expect(forecast.at(-1)).toBe(1);
};

test("both answers are distributions, and nothing arrives before it is handed over", () => {
  const questions = fc.record({
    countsOn: fc.integer({ min: -400, max: 600 }).map((by) => addDays(TODAY, by)), lane: fc.constantFrom("*", "US", "US-S2", "US-S2-120", "FR", "US-XX"), service: fc.constantFrom(null, "standard", "express", "drone"),
    location: fc.constantFrom(null, "east", "west", "elsewhere"), items: fc.integer({ min: 0, max: 9 }), extraDays: fc.integer({ min: 0, max: 30 }),
    notBefore: fc.option(fc.integer({ min: -5, max: 200 }).map((by) => ({ today: addDays(TODAY, by) }))),
  });
  fc.assert(fc.property(questions, fc.constantFrom(bare, learned), (question, asked) => {
    const { from, handedOver, arrived } = orderForecast(asked, question, CALENDARS);
    expect(from).toBe(question.countsOn);
    expectDistribution(handedOver);
    expectDistribution(arrived);
    arrived.forEach((chance, day) => expect(chance).toBeLessThanOrEqual(handedOver[day]! + 0.0025)); // chances under 0.2 % are saved up for a later day
  }), { numRuns: 300 });
});

describe("a shop without a past", () => {
  test("answers with what its merchant states: out in 0 to 1 working days, 2 to 5 in the United States, 1 to 2 by express", () => {
    const { handedOver, arrived } = orderForecast(bare, { ...ASKED, location: null }, CALENDARS);
    expect(medianDay(handedOver)).toBeLessThanOrEqual(1);
    expect(medianDay(arrived)).toBeGreaterThanOrEqual(3);
    expect(medianDay(arrived)).toBeLessThanOrEqual(6);
    const express = orderForecast(bare, { ...ASKED, service: "Express worldwide" }, CALENDARS).arrived;
    expect(medianDay(express)).toBeLessThan(medianDay(arrived));
    expect(medianDay(orderForecast(bare, { ...ASKED, lane: "FR" }, CALENDARS).arrived)).toBeGreaterThan(medianDay(arrived) + 4);
  });

  test("is wide: nine in ten lie within no less than a week", () => {
    const { from, to } = shortestWindow(orderForecast(bare, ASKED, CALENDARS).arrived, 0.9);
    expect(to - from).toBeGreaterThanOrEqual(7);
  });

  test("follows other statements", () => {
    const slow = { ...RULES, handlingDays: { min: 3, max: 5 }, transit: [{ country: "*", method: null, minDays: 8, maxDays: 10 }] };
    const other = learnShop({ parcels: [], rules: slow, calendars: CALENDARS, today: TODAY }).learned;
    expect(medianDay(orderForecast(other, ASKED, CALENDARS).handedOver)).toBeGreaterThanOrEqual(4);
    expect(medianDay(orderForecast(other, ASKED, CALENDARS).arrived)).toBeGreaterThanOrEqual(12);
  });
});

describe("the calendar of the location", () => {
  const closing = (...closed: string[]): Calendars => ({ ...CALENDARS, byLocation: new Map([["east", { ...CALENDARS.main, closed: new Set(closed as CalendarDate[]) }]]) });

  test("nothing is handed over on a day on which it does not work", () => {
    const { handedOver } = orderForecast(learned, { ...ASKED, countsOn: "2026-09-18" as CalendarDate }, closing("2026-09-21")); // Friday, and Monday closed
    expect(handedOver[1]).toBe(handedOver[0]);
    expect(handedOver[3]).toBe(handedOver[0]);
    expect(handedOver[4]).toBeGreaterThan(handedOver[3]!);
  });

  test("a planned closure moves hand-off and door, of this location alone", () => {
    const week = closing("2026-09-16", "2026-09-17", "2026-09-18", "2026-09-21", "2026-09-22");
    const [open, closed] = [CALENDARS, week].map((calendars) => orderForecast(learned, { ...ASKED, extraDays: 1 }, calendars));
    expect(medianDay(closed!.handedOver)).toBe(medianDay(open!.handedOver) + 7);
    expect(medianDay(closed!.arrived)).toBeGreaterThanOrEqual(medianDay(open!.arrived) + 5);
    expect(orderForecast(learned, { ...ASKED, location: "west" }, week)).toEqual(orderForecast(learned, { ...ASKED, location: "west" }, CALENDARS));
  });
});

describe("an order that waits", () => {
  test("leaves later by the working days it waits beyond the usual", () => {
    const monday = { ...ASKED, countsOn: "2026-09-14" as CalendarDate };
    const [usual, behind] = [0, 2].map((extraDays) => orderForecast(learned, { ...monday, extraDays }, CALENDARS).handedOver);
    for (let day = 0; day < 2; day += 1) { expect(behind![day]).toBe(0); expect(behind![day + 2]).toBeCloseTo(usual![day]!, 6); }
  });

  test("is not taken to have left before today, and what is left of its chances is shared out", () => {
    const today = "2026-09-16" as CalendarDate;
    const [asked, waiting] = [null, { today }].map((notBefore) => orderForecast(learned, { ...ASKED, countsOn: "2026-09-14" as CalendarDate, notBefore }, CALENDARS).handedOver);
    expect(waiting![1]).toBe(0);
    expect(waiting![2]).toBeCloseTo((asked![2]! - asked![1]!) / (1 - asked![1]!), 6);
  });

  test("however long, still leaves on some day from today on", () => {
    const { handedOver } = orderForecast(learned, { ...ASKED, notBefore: { today: addDays(TODAY, 90) } }, CALENDARS);
    expect(handedOver[89]).toBe(0);
    expect(medianDay(handedOver)).toBeLessThanOrEqual(119);
  });
});

test("what is learned of a lane is a deviation from what is stated: an unseen country answers with its stated time", () => {
  const [seen, unseen] = ["US", "CA"].map((lane) => [bare, learned].map((asked) => medianDay(orderForecast(asked, { ...ASKED, lane }, CALENDARS).arrived)));
  expect(Math.abs(unseen![1]! - unseen![0]!)).toBeLessThanOrEqual(2);
  expect(unseen![1]).toBeGreaterThan(seen![1]! + 2);
});

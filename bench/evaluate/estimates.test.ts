import { expect, test } from "vitest";
import { quantile, quantileTable } from "./learned-quantiles.ts";
import { readOrders, type MarketplaceOrder } from "./marketplace-orders.ts";
import { answerOf, promise, scoreDates, scoreMarketplace } from "./score-dates.ts";

const order = (askedDay: number, days: number, lane = "SP→RJ"): MarketplaceOrder => ({ askedAt: askedDay * 86_400_000, askedDay, deliveredDay: askedDay + days, promisedDay: askedDay + 20, lane, row: 0 });

test("a quantile lies straight between its neighbours", () => {
  expect([0, 0.25, 0.5, 1].map((level) => quantile([10, 20, 30], level))).toEqual([10, 15, 20, 30]);
});

test("a parcel delivered today teaches nothing to a question of this morning", () => {
  const table = quantileTable([order(100, 5), order(103, 50)], 60, "everything");
  expect(table(order(106, 1))?.(0.5)).toBe(5);
  expect(table(order(105, 1))).toBeNull();
});

test("a delivery older than the window is forgotten", () => {
  expect(quantileTable([order(0, 5)], 60, "everything")(order(66, 1))).toBeNull();
});

test("a lane speaks for itself once it has enough parcels", () => {
  const many = Array.from({ length: 30 }, () => order(0, 3, "SP→SP"));
  const table = quantileTable([...many, ...Array.from({ length: 60 }, () => order(0, 9, "SP→AM"))], 90, "lane");
  expect(table(order(20, 1, "SP→SP"))?.(0.9)).toBe(3);
  expect(table(order(20, 1, "RS→AC"))?.(0.9)).toBe(9);
});

test("scores of a known forecast are as reckoned by hand", () => {
  const forecast = (level: number) => ({ 0.05: 4, 0.1: 4.5, 0.5: 6, 0.9: 7.2, 0.95: 9 })[level] ?? 0;
  const score = scoreDates([answerOf({ order: order(0, 5), forecast }), answerOf({ order: order(0, 9), forecast })]);
  expect(score).toMatchObject({ orders: 2, maeP50: 2, cover80: 0.5, width80: 4, cover90: 1, width90: 5, onTime90: 0.5, promisedDays90: 8 });
  expect(score.pinball90).toBeCloseTo((0.1 * 2.2 + 0.9 * 1.8) / 2);
});

test("a promise is the quantile rounded up, and a delivery on that date is on time", () => {
  expect(promise([{ order: order(0, 8), forecast: () => 7.1 }], 0.9)).toEqual({ onTime: 1, days: 8 });
});

test("the marketplace's slack counts early days and late ones against each other", () => {
  expect(scoreMarketplace([order(0, 10), order(0, 22)])).toEqual({ onTime: 0.5, promisedDays: 20, slackDays: 4 });
});

test("only delivered rows are read, at the time the mode asks for", () => {
  const text = "purchase_ts,handoff_ts,delivered_ts,promised_date,status,customer_state,seller_state\n2018-01-01 23:59:00,2018-01-03 08:00:00,2018-01-09 10:00:00,2018-01-20,delivered,RJ,SP\n2018-01-01 10:00:00,,,2018-01-20,shipped,RJ,SP\n";
  const [one, ...rest] = readOrders(text, "handoff");
  expect(rest).toEqual([]);
  expect(one && one.deliveredDay - one.askedDay).toBe(6);
  expect(readOrders(text, "checkout").map((row) => row.deliveredDay - row.askedDay)).toEqual([8]);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { decimalAmount, minorUnits } from "./money.ts";

it.each([
  ["89.99", "USD", 8999], ["89.9", "USD", 8990], ["89", "EUR", 8900], ["1200", "JPY", 1200], ["1200.00", "JPY", 1200], ["1.234", "KWD", 1234],
  ["-5.50", "USD", -550], ["0.07", "USD", 7], ["1.005", "USD", 100], ["10.00", "XX?", 1000],
])("reads %s %s as %i of its smallest unit", (amount, currency, minor) => {
  expect(minorUnits(amount, currency)).toBe(minor);
});

it("answers null for what is no amount", () => {
  for (const amount of [null, "", "free", "1,50", "1e3", "NaN", ".5"]) expect(minorUnits(amount, "USD")).toBeNull();
});

it("loses nothing between cents and their decimal text", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
    const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
    expect(minorUnits(text, "USD")).toBe(cents);
  }));
});

it.each([[8_999, "USD", "89.99"], [5, "USD", "0.05"], [0, "EUR", "0.00"], [500, "JPY", "500"], [1_234, "KWD", "1.234"], [-150, "USD", "-1.50"]])("%i of %s is written %s for Shopify, and read back", (minor, currency, text) => {
  expect(decimalAmount(minor, currency)).toBe(text);
  expect(minorUnits(text, currency)).toBe(minor);
});

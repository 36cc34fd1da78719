import { describe, expect, it } from "vitest";
import { checkRequest } from "#app/domain/workflows/acts/check-request.ts";
import { emptyForm, minorOf, requestFrom } from "./act-form.ts";
import { limitsForm, limitsFrom } from "./limits-form.ts";
import { DEFAULT_LIMITS } from "#app/domain/workflows/acts/act-limits.ts";
import { wordCountdown } from "./act-state.ts";

const view = { currency: "USD", pieces: [{ lineId: "1", title: "Wool throw", quantity: 2 }, { lineId: "2", title: "Mug", quantity: 1 }], address: { country: "US", region: "TX", city: "Austin", zip: "78701" } };
const form = emptyForm(view);

describe("the form of an act", () => {
  it.each([["42.50", 4_250], ["42,5", 4_250], ["42", 4_200], [" 0.05 ", 5], ["", null], ["4.255", Number.NaN], ["x", Number.NaN], ["-1", Number.NaN]])("reads the amount %j", (text, minor) => {
    expect(minorOf(text, "USD")).toBe(minor);
  });
  it("knows currencies without cents", () => {
    expect(minorOf("500", "JPY")).toBe(500);
    expect(minorOf("5.5", "JPY")).toBeNaN();
  });

  it("untouched means all pieces, and leaves out what was set to none", () => {
    expect(requestFrom("reship", form, view)).toEqual({ kind: "reship", pieces: null, tellShopper: true });
    expect(requestFrom("reship", { ...form, quantities: { 1: "1", 2: "0" } }, view)).toMatchObject({ pieces: [{ lineId: "1", quantity: 1 }] });
    expect(checkRequest(requestFrom("reship", { ...form, quantities: { 1: "0", 2: "0" } }, view))).toMatchObject({ field: "pieces" });
  });

  it("asks Shopify for the amount where none was typed", () => {
    expect(requestFrom("refund", form, view)).toMatchObject({ amountMinor: null });
    expect(checkRequest(requestFrom("refund", { ...form, amount: "abc" }, view))).toMatchObject({ field: "amount" });
    expect(checkRequest(requestFrom("store_credit", form, view))).toMatchObject({ field: "amount" });
  });

  it("never lets what cannot be read arrive as nothing typed, which would mean something else", () => {
    const unreadable = { ...form, amount: "a lot", days: "soon", percent: "x" };
    for (const [kind, field] of [["refund", "amount"], ["store_credit", "amount"], ["discount", "worth"]] as const) expect(checkRequest(JSON.parse(JSON.stringify(requestFrom(kind, unreadable, view)))), kind).toMatchObject({ field });
    expect(checkRequest(JSON.parse(JSON.stringify(requestFrom("store_credit", { ...form, amount: "5", days: "soon" }, view))))).toMatchObject({ field: "expires" });
  });

  it("begins an address with what is known of it, and tags with what stands between commas", () => {
    expect(requestFrom("correct_address", { ...form, address1: "1 Main Street ", country: "us" }, view)).toMatchObject({ address: { address1: "1 Main Street", city: "Austin", countryCode: "US", company: null } });
    expect(requestFrom("tag", { ...form, tags: " lost, vip ,," }, view)).toEqual({ kind: "tag", tags: ["lost", "vip"] });
  });
});

describe("the limits as typed", () => {
  it("come back as they were", () => {
    expect(limitsFrom(limitsForm(DEFAULT_LIMITS, "USD"), "USD")).toEqual(DEFAULT_LIMITS);
    expect(limitsFrom(limitsForm({ ...DEFAULT_LIMITS, perDayMinor: null, perOrderMinor: 1_250 }, "USD"), "USD")).toMatchObject({ perDayMinor: null, perOrderMinor: 1_250 });
  });
  it("that cannot be read become what is refused", () => {
    expect(limitsFrom({ ...limitsForm(DEFAULT_LIMITS, "USD"), undoMinutes: "soon", perDayMinor: "lots" }, "USD")).toMatchObject({ undoMinutes: -1, perDayMinor: -1 });
  });
});

it("counts down in minutes and seconds", () => {
  expect([245_000, 60_000, 59_001, 1, 0].map(wordCountdown)).toEqual(["in 4 min 05 s", "in 1 min 00 s", "in 1 min 00 s", "in 1 s", null]);
});

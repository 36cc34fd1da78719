import { describe, expect, it } from "vitest";
import { readActAsk, readActRequest } from "./act-request.ts";

const about = { orderId: "9007199254740993001", shipmentId: null, caseId: null };
const request = { kind: "refund", pieces: null, shipping: false, amountMinor: null, asStoreCredit: false, note: "", tellShopper: true };

describe("what a page asks of acts", () => {
  it("is read", () => {
    const asked = { intent: "preview", about, request, key: "merchant:0b1c-22334455", sure: false };
    expect(readActAsk(asked)).toEqual(asked);
    expect(readActAsk({ intent: "undo", id: "merchant:1" })).toEqual({ intent: "undo", id: "merchant:1" });
  });
  it("must be a merchant's own: no page can speak as a rule", () => {
    expect(readActAsk({ intent: "request", about, request, key: "rule:lost.case-1", sure: true })).toBeNull();
  });
  it.each([null, "x", {}, { intent: "request" }, { intent: "request", about: { ...about, orderId: "x" }, request, key: "merchant:12345678", sure: true }, { intent: "preview", about, request: { kind: "explode" }, key: "merchant:12345678", sure: false }])("that is nonsense is nothing: %j", (body) => {
    expect(readActAsk(body)).toBeNull();
  });
  it("keeps a number that is none as one, so that its field is named", () => {
    expect(readActRequest({ kind: "store_credit", amountMinor: null, expiresAfterDays: null, tellShopper: true })).toMatchObject({ amountMinor: Number.NaN });
    expect(readActRequest({ kind: "nothing" })).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { LineId } from "../../shared/ids.ts";
import type { ActRequest } from "./act.ts";
import { checkRequest } from "./check-request.ts";

const address = { firstName: null, lastName: null, company: null, address1: "1 Main Street", address2: null, city: "Austin", provinceCode: null, zip: null, countryCode: "US", phone: null };
const refund = { kind: "refund", pieces: null, shipping: false, amountMinor: null, asStoreCredit: false, note: "", tellShopper: true } as const;

describe("a request by itself", () => {
  it.each<ActRequest>([
    { kind: "correct_address", address }, { kind: "hold", reason: "other", note: "" }, { kind: "release" }, { kind: "reship", pieces: null, tellShopper: true }, refund, { ...refund, amountMinor: 1 },
    { kind: "store_credit", amountMinor: 1, expiresAfterDays: null, tellShopper: true }, { kind: "discount", worth: { percent: 100 }, expiresAfterDays: 730 }, { kind: "open_return", pieces: null, reason: "x" },
    { kind: "cancel_order", refund: true, restock: true, note: "", tellShopper: true }, { kind: "tag", tags: ["a"] }, { kind: "note", text: "x" },
  ])("makes sense: $kind", (request) => {
    expect(checkRequest(request)).toBeNull();
  });

  it.each<readonly [string, ActRequest]>([
    ["address1", { kind: "correct_address", address: { ...address, address1: " " } }], ["city", { kind: "correct_address", address: { ...address, city: "" } }], ["country", { kind: "correct_address", address: { ...address, countryCode: "usa" } }],
    ["pieces", { kind: "reship", pieces: [], tellShopper: true }], ["pieces", { ...refund, pieces: [{ lineId: "1" as LineId, quantity: 0.5 }] }], ["amount", { ...refund, amountMinor: Number.NaN }], ["amount", { ...refund, amountMinor: 0 }],
    ["amount", { kind: "store_credit", amountMinor: -1, expiresAfterDays: null, tellShopper: true }], ["expires", { kind: "store_credit", amountMinor: 1, expiresAfterDays: 0, tellShopper: true }],
    ["worth", { kind: "discount", worth: { percent: 0 }, expiresAfterDays: 1 }], ["worth", { kind: "discount", worth: { amountMinor: 0 }, expiresAfterDays: 1 }], ["expires", { kind: "discount", worth: { percent: 5 }, expiresAfterDays: Number.NaN }],
    ["reason", { kind: "open_return", pieces: null, reason: " " }], ["tags", { kind: "tag", tags: [] }], ["tags", { kind: "tag", tags: ["a,b"] }], ["tags", { kind: "tag", tags: ["x".repeat(41)] }], ["text", { kind: "note", text: "" }],
    ["note", { kind: "hold", reason: "other", note: "x".repeat(2_001) }],
  ])("is refused at its field: %s", (field, request) => {
    expect(checkRequest(request)).toMatchObject({ field, because: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});

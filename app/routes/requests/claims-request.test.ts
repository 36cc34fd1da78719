import { describe, expect, it } from "vitest";
import { readClaimRequest, readDeadlineRequest } from "./claims-request.ts";

const say = (wish: object, more: object = {}) => ({ intent: "say", caseId: "a", key: "request-1", wish, ...more });

describe("what a page says of a claim", () => {
  it("is read, with an amount that is none kept as none", () => {
    expect(readClaimRequest(say({ kind: "filed", reference: "C", amountMinor: null, amountWritten: false }))).toMatchObject({ wish: { kind: "filed", reference: "C", amountMinor: null } });
    expect(readClaimRequest(say({ kind: "filed", reference: "C", amountMinor: null, amountWritten: true }))).toMatchObject({ wish: { amountMinor: Number.NaN } });
    expect(readClaimRequest(say({ kind: "paid", amountMinor: null }))).toMatchObject({ wish: { amountMinor: Number.NaN } });
    expect(readClaimRequest({ intent: "asked", caseId: "a", carrier: "UPS", key: "request-1" })).toMatchObject({ carrier: "UPS" });
  });

  it.each([say({ kind: "explode" }), say({ kind: "about", claimed: "everything" }), say({ kind: "again" }, { key: "x" }), say({ kind: "again" }, { caseId: "" }), null, "text"])("is refused where it is none: %j", (given) => {
    expect(readClaimRequest(given)).toBeNull();
  });
});

describe("what the page of deadlines asks for", () => {
  const row = { intent: "save", id: null, carrier: "UPS", service: "", reach: "any", kinds: ["lost", "lost"], earliest: null, latest: { days: null, counting: "calendar", from: "shipping" }, source: "Contract", note: "" };

  it("is read, with empty words as none and days that are no number kept as none", () => {
    expect(readDeadlineRequest(row)).toEqual({ intent: "save", draft: { id: null, carrier: "UPS", service: null, reach: "any", kinds: ["lost"], earliest: null, latest: { days: Number.NaN, counting: "calendar", from: "shipping" }, source: "Contract", note: null } });
    expect(readDeadlineRequest({ intent: "remove", id: "own-1" })).toEqual({ intent: "remove", id: "own-1" });
  });

  it("is refused where it is none", () => {
    expect([readDeadlineRequest({ ...row, reach: "mars" }), readDeadlineRequest({ ...row, latest: { days: 1, counting: "moons", from: "shipping" } }), readDeadlineRequest(null)]).toEqual([null, null, null]);
  });
});

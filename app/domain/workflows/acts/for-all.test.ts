import { expect, it } from "vitest";
import type { ActId, OrderId } from "../../shared/ids.ts";
import { actId } from "./act-id.ts";
import { isForAll, isOneOfMany, keyForOne, leftOutWords, wrongCurrency } from "./for-all.ts";

const credit = { kind: "store_credit", amountMinor: 500, expiresAfterDays: null, tellShopper: true } as const;

it("credit, tags and notes can be asked for many orders, what hangs on one order's pieces cannot", () => {
  expect([isForAll(credit), isForAll({ kind: "tag", tags: ["ice"] }), isForAll({ kind: "note", text: "Ice" }), isForAll({ kind: "reship", pieces: null, tellShopper: true })]).toEqual([true, true, true, false]);
});

it("an act knows whether it is one of many by its key", () => {
  expect(isOneOfMany(actId(keyForOne("merchant:0f3a-11", "5001" as OrderId)))).toBe(true);
  for (const id of ["merchant:0f3a-11", "rule:late.5001", "flow:run.5001"]) expect(isOneOfMany(id as ActId), id).toBe(false);
});

it("an amount is given only in its own currency; a tag has none", () => {
  expect([wrongCurrency(credit, "USD", "USD"), wrongCurrency({ kind: "tag", tags: ["ice"] }, "USD", "EUR")]).toEqual([null, null]);
  expect(wrongCurrency(credit, "USD", "EUR")).toBe("The order is in EUR, the amount in USD. Ask for it on the order's own page.");
});

it("says how many were left out for which reason, the commonest first", () => {
  expect(leftOutWords(["No.", "Given.", "Given."])).toEqual(["2 orders are left out: Given.", "One order is left out: No."]);
});

import { describe, expect, it } from "vitest";
import { english } from "../notifications/texts-en.ts";
import { german } from "../notifications/texts-de.ts";
import { EXCEPTIONS, needsCase, type ExceptionCategory } from "./exception.ts";

const categories = Object.keys(EXCEPTIONS) as ExceptionCategory[];

describe("the vocabulary of trouble", () => {
  it("says for every category what happened and what comes next, in both languages, without a code", () => {
    for (const category of categories) {
      for (const texts of [english, german]) {
        const { what, next } = texts.problem[category];
        expect(`${what} ${next}`, category).toMatch(/^[A-ZÄÖÜ].{20,}\.$/u);
        expect(`${what} ${next}`, category).not.toMatch(/_|[A-Z]{3,}/);
      }
      expect(english.problem[category].what).not.toBe(german.problem[category].what);
    }
  });

  it("tells whoever has to act what to do", () => {
    const untold = categories.filter((one) => (EXCEPTIONS[one].actor === "shopper" && EXCEPTIONS[one].shopperDoes === null) || (EXCEPTIONS[one].actor === "merchant" && EXCEPTIONS[one].merchantDoes === null));
    expect(untold).toEqual([]);
  });

  it("asks for a case wherever no date can be kept, and never for a parcel that is merely late", () => {
    expect(categories.filter((one) => EXCEPTIONS[one].date === "withdraws" && !needsCase(one))).toEqual([]);
    expect((["late_vs_promise", "delayed", "misrouted", "customs_hold", "pickup_waiting", "not_found", "not_shipped", "no_movement", "carrier_exception", "held"] as const).filter(needsCase)).toEqual([]);
    expect((["not_received", "delivered_elsewhere", "attempt_failed", "action_required"] as const).every(needsCase)).toBe(true);
  });

  it("marks what no carrier says", () => {
    expect(categories.filter((one) => EXCEPTIONS[one].derived)).toEqual(["not_found", "not_shipped", "no_movement", "late_vs_promise", "delivered_elsewhere", "not_received"]);
  });
});

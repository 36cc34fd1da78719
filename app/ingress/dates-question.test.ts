import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_METHODS } from "#app/contracts/dates-api.ts";
import { readQuestion } from "./dates-question.ts";

const read = (query: string) => readQuestion(new URLSearchParams(query));
const because = (query: string) => {
  const answer = read(query);
  return answer.outcome === "malformed" ? answer.because : "";
};

describe("a question to the dates API", () => {
  it("names an order by Shopify's id or by its name, with and without the #", () => {
    expect(read("order=gid://shopify/Order/42")).toMatchObject({ question: { by: "order", id: "42" } });
    expect(read("order=%23HW-7")).toEqual({ outcome: "asked", question: { by: "order", id: null, names: ["HW-7", "#HW-7"] } });
    expect(read("order=1001")).toEqual({ outcome: "asked", question: { by: "order", id: "1001", names: ["1001", "#1001"] } });
    expect(because("order=%20")).toContain("is empty");
  });

  it("names a parcel by its id", () => {
    expect(read("shipment=4567.2")).toEqual({ outcome: "asked", question: { by: "shipment", id: "4567.2" } });
    for (const wrong of ["4567", "4567.", "x.1", "1Z999AA10123456784", "1.1'--"]) expect(because(`shipment=${encodeURIComponent(wrong)}`)).toContain("is not the id of a parcel");
  });

  it("describes a cart by destination, shipping options and time", () => {
    expect(read("country=us&region=us-ca&zip=94110&method=Standard&method=Express&at=2026-11-24T09:30:00-05:00")).toEqual({
      outcome: "asked", question: { by: "cart", place: { country: "US", region: "CA", zip: "94110" }, methods: ["Standard", "Express"], at: Date.parse("2026-11-24T14:30:00Z") },
    });
    expect(read("country=DE")).toEqual({ outcome: "asked", question: { by: "cart", place: { country: "DE", region: null, zip: null }, methods: [null], at: null } });
  });

  it.each([
    ["", "Ask about one thing"], ["order=1&shipment=2.1", "Ask about one thing"], ["order=1&country=US", "Ask about one thing"], ["method=Standard", "Ask about one thing"],
    ["order=1&metod=x", 'no parameter "metod"'], ["country=US&order_id=1", 'no parameter "order_id"'], ["order=1&order=2", '"order" is given 2 times'], ["country=US&zip=1&zip=2", '"zip" is given 2 times'],
    ["country=USA", '"country" is no country'], ["country=U1", '"country" is no country'], ["country=US&region=N.Y.", '"region" is no region'], ["country=US&zip=123456789012345678901", '"zip" is no postal code'],
    ["country=US&at=tomorrow", '"at" is no time'], ["country=US&at=2026-11-24T09:30:00", '"at" is no time'], ["country=US&at=", '"at" is no time'],
    [`order=${"x".repeat(201)}`, "is too long"], ["order=%00", "holds what is no text"],
    [`country=US${"&method=x".repeat(MOST_METHODS + 1)}`, `At most ${MOST_METHODS} shipping options`],
  ])("is told what is wrong with %j", (query, words) => {
    expect(because(query)).toContain(words);
  });

  it("never makes the reader throw", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("order", "shipment", "country", "region", "zip", "method", "at", "__proto__"), fc.string({ unit: "binary" })), { maxLength: 6 }), (pairs) => {
      expect(["asked", "malformed"]).toContain(readQuestion(new URLSearchParams(pairs)).outcome);
    }));
  });
});

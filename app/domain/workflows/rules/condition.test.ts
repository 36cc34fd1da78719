import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { order } from "../../../../tests/builders/journey.ts";
import { clauseOf, judgeCondition, readCondition, type SoundCondition } from "./condition.ts";
import { OPERATORS, takesMany, type Field } from "./field.ts";
import { fieldOf, FIELDS } from "./fields.ts";
import type { Condition } from "./rule.ts";
import { situation } from "../../../../tests/builders/rule-situation.ts";

const valueOf = (field: Field, operator: string): fc.Arbitrary<Condition["value"]> => {
  switch (field.kind) {
    case "number": return fc.integer({ min: field.least, max: Math.min(field.most, field.least + 500) });
    case "choice": {
      const one = fc.constantFrom(...field.options.map(({ value }) => value));
      return takesMany(operator) ? fc.uniqueArray(one, { minLength: 1, maxLength: 4 }) : one;
    }
    case "words": {
      const word = fc.constantFrom("UPS", "us", "throw", "CA", "Standard");
      return takesMany(operator) ? fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) : word;
    }
    case "yes_no": return fc.boolean();
  }
};

/** Any condition the form can make. */
const conditions: fc.Arbitrary<Condition> = fc.constantFrom(...FIELDS).chain((field) => fc.constantFrom(...OPERATORS[field.kind]).chain((operator) => valueOf(field, operator).map((value) => ({ field: field.id, operator, value }))));

const sound = (condition: Condition): SoundCondition => {
  const read = readCondition(condition);
  if (read.outcome === "unreadable") throw new Error(`${JSON.stringify(condition)}: ${read.because}`);
  return read.condition;
};
const holds = (condition: Condition, of = situation()): boolean => judgeCondition(sound(condition), of).holds;

describe("a condition", () => {
  it("that the form can make is read, judged and said in words, whatever it is about", () => {
    fc.assert(fc.property(conditions, (condition) => {
      const read = sound(condition);
      const { actual } = judgeCondition(read, situation());
      expect(clauseOf(read, "USD").trim()).not.toBe("");
      expect(actual).not.toContain("undefined");
      expect(clauseOf(read, "USD")).not.toContain("undefined");
    }));
  });

  it("says the same in its sentence exactly when it asks the same", () => {
    fc.assert(fc.property(conditions, conditions, (a, b) => {
      const [left, right] = [sound(a), sound(b)];
      if (clauseOf(left, "USD") !== clauseOf(right, "USD")) return;
      expect(judgeCondition(left, situation()).holds).toBe(judgeCondition(right, situation()).holds);
    }), { numRuns: 2_000 });
  });

  it("and its opposite never both hold, and one of them does when the value is known", () => {
    const opposite: Readonly<Record<string, string>> = { is: "is_not", is_not: "is", one_of: "none_of", none_of: "one_of", at_least: "under", under: "at_least", over: "at_most", at_most: "over" };
    fc.assert(fc.property(conditions, (condition) => {
      const field = fieldOf(condition.field);
      const other = field?.kind === "yes_no" ? condition.operator : opposite[condition.operator];
      if (field === null || other === undefined) return;
      const against = { ...condition, operator: other, value: field.kind === "yes_no" ? condition.value !== true : condition.value };
      const known = field.read(situation()) !== null;
      expect([holds(condition), holds(against)].filter(Boolean)).toHaveLength(known ? 1 : 0);
    }));
  });

  it("does not hold on what nobody knows, whichever way it is put", () => {
    const unknown = situation({ order: null, shipment: null, case: null, past: { homeCountry: null, earlierOrders: null, earlierTroubles: null, reships: 0 } });
    fc.assert(fc.property(conditions.filter(({ field }) => field !== "working_hours" && field !== "stage"), (condition) => { expect(judgeCondition(sound(condition), unknown)).toEqual({ holds: false, actual: "not known" }); }));
  });

  it("of another version is named and not guessed", () => {
    expect(readCondition({ field: "moon_phase", operator: "is", value: "full" })).toEqual({ outcome: "unreadable", because: "“moon_phase” cannot be read any more." });
    expect(readCondition({ field: "order_value", operator: "roughly", value: 5 })).toMatchObject({ outcome: "unreadable" });
    expect(readCondition({ field: "category", operator: "is", value: "abducted" })).toEqual({ outcome: "unreadable", because: "“Problem” has no answer “abducted”." });
    expect(readCondition({ field: "order_value", operator: "over", value: "100" })).toMatchObject({ outcome: "unreadable" });
  });

  it("on the order's value counts in whole units of its currency", () => {
    expect(holds({ field: "order_value", operator: "over", value: 100 })).toBe(true);
    expect(holds({ field: "order_value", operator: "over", value: 120 })).toBe(false);
    expect(holds({ field: "order_value", operator: "at_least", value: 12_000 }, situation({ order: order({ totalMinor: 12_000, currency: "JPY" }) }))).toBe(true);
  });

  it("on words knows no upper and lower case, and finds parts only where it is asked to", () => {
    expect(holds({ field: "carrier", operator: "is", value: "ups" })).toBe(true);
    expect(holds({ field: "product", operator: "is", value: "throw" })).toBe(false);
    expect(holds({ field: "product", operator: "contains", value: "THROW" })).toBe(true);
  });

  it("every field has an id and a name of its own", () => {
    expect(new Set(FIELDS.map(({ id }) => id)).size).toBe(FIELDS.length);
    expect(new Set(FIELDS.map(({ label }) => label)).size).toBe(FIELDS.length);
  });
});

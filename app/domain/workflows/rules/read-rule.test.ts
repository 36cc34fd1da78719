import { expect, it } from "vitest";
import type { ActRequest } from "../acts/act.ts";
import { checkRule } from "./check-rule.ts";
import { workChanges } from "./describe-change.ts";
import { readRule, ruleInWords } from "./read-rule.ts";
import type { Condition } from "./rule.ts";
import { rule } from "../../../../tests/builders/rule-situation.ts";
import { TEMPLATES } from "./templates.ts";
import { DEFAULT_WORK } from "../work-settings.ts";

const RESHIP: ActRequest = { kind: "reship", pieces: null, tellShopper: false };
const lost = rule("a", {
  when: [{ field: "category", operator: "is", value: "lost" }, { field: "order_value", operator: "over", value: 100 }, { field: "first_time", operator: "is", value: true }], acts: [{ kind: "act", request: RESHIP }, { kind: "email_shopper" }],
});

it("a rule is one sentence that says what sets it off, on what conditions, and what it does", () => {
  expect(ruleInWords(lost, "USD")).toBe("When a parcel is lost, the order is over $100 and it is the first time: reship it and write to the shopper.");
});

it("a rule with a part this version does not know is kept as it is and does nothing", () => {
  const odd = { ...lost, when: [...lost.when, { field: "weather", operator: "is", value: "storm" } satisfies Condition] };
  expect(readRule(odd)).toEqual({ outcome: "unreadable", because: ["“weather” cannot be read any more."] });
  expect(ruleInWords(odd, "USD")).toBe("This rule does nothing. “weather” cannot be read any more.");
  expect(readRule({ ...lost, trigger: "act.done" })).toMatchObject({ outcome: "unreadable" });
  expect(readRule({ ...lost, acts: [{ kind: "act", request: { kind: "levitate" } as unknown as ActRequest }] })).toMatchObject({ outcome: "unreadable", because: ["The act “levitate” cannot be read any more."] });
});

it("every ready-made rule is sound, complete and says what it does", () => {
  for (const template of TEMPLATES) {
    const made = rule(template.id, { name: template.name, trigger: template.trigger, when: template.when, acts: template.acts });
    expect(checkRule(made, [])).toEqual({});
    expect(ruleInWords(made, "USD")).toMatch(/^When .+: .+\.$/);
  }
});

it("what is wrong with a rule is said at the part it is wrong in, all at once", () => {
  expect(Object.keys(checkRule(rule("a", { name: " ", trigger: "shipment.at_risk", when: [{ field: "days_late", operator: "over", value: -1 }], acts: [{ kind: "email_shopper" }, { kind: "act", request: { kind: "tag", tags: [] } }, { kind: "assign_case", team: "Nobody" }] }), []))).toEqual(["name", "when.0", "acts.0", "acts.1", "acts.2"]);
  expect(checkRule(rule("a", { acts: [] }), [])).toEqual({ acts: "Choose at least one thing to do." });
});

it("what changed between two versions is said in words, rules by their sentence", () => {
  const before = { ...DEFAULT_WORK, rules: [lost] };
  const after = { ...DEFAULT_WORK, rules: [{ ...lost, mode: "shadow" as const }, rule("b", { name: "Another" })], acts: { ...DEFAULT_WORK.acts, undoMinutes: 15 } };
  expect(workChanges(before, after, "USD")).toEqual(["Rule “Rule a”: on → shadow", "Rule “Another” added (on): When a parcel is in trouble: tag the order “b”.", "Minutes to undo: 5 → 15."]);
  expect(workChanges(after, after, "USD")).toEqual([]);
  expect(workChanges(after, { ...after, rules: [] }, "USD")).toEqual(["Rule “Rule a” removed.", "Rule “Another” removed."]);
});

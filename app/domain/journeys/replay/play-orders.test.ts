import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEW_YORK } from "../../../../tests/builders/journey.ts";
import { pastOrderOf, REPLAY_UNTIL, TROUBLES } from "../../../../tests/builders/replay-past.ts";
import { defaultPolicy } from "../../decisions/policy.ts";
import { fixedSilence } from "../../decisions/silence-model.ts";
import type { RuleId } from "../../shared/ids.ts";
import { hours } from "../../shared/time.ts";
import type { Rule } from "../../workflows/rules/rule.ts";
import { TEMPLATES } from "../../workflows/rules/templates.ts";
import { DEFAULT_WORK } from "../../workflows/work-settings.ts";
import { joinResults } from "./join-results.ts";
import { playOrders, playOrdersApart } from "./play-orders.ts";
import { nothingPlayed } from "./replay-result.ts";
import type { ReplaySides } from "./replay-side.ts";
import { unitedOf } from "./united-sides.ts";

const UNTIL = REPLAY_UNTIL;

const pasts = fc.array(fc.record({
  gaps: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 7 }), trouble: fc.constantFrom(...TROUBLES), arrives: fc.boolean(), value: fc.constantFrom(20, 99, 101, 400), earlier: fc.integer({ min: 0, max: 2 }),
  cancelled: fc.boolean(),
}), { minLength: 1, maxLength: 6 }).map((all) => all.map(pastOrderOf));

const ruleAt = (index: number, mode: Rule["mode"]): Rule => {
  const { id, name, trigger, when, acts } = TEMPLATES[index % TEMPLATES.length]!;
  return { id: id as RuleId, name, mode, trigger, when, acts };
};
/** Ready-made rules on, off or in shadow, and sometimes one nobody can read any more. */
const rules = fc.array(fc.tuple(fc.nat(TEMPLATES.length - 1), fc.constantFrom<Rule["mode"]>("on", "shadow", "off")), { maxLength: 4 }).map((all) => {
  const found = [...new Map(all.map(([index, mode]) => [index, ruleAt(index, mode)])).values()];
  return found.length === 4 ? [...found, { ...ruleAt(0, "on"), id: "odd" as RuleId, when: [{ field: "aura", operator: "is", value: "x" }] }] : found;
});

const sidesOf = (before: readonly Rule[], after: readonly Rule[], silences: readonly [number, number] = [36, 36]): ReplaySides => {
  const models = [fixedSilence(hours(silences[0])), fixedSilence(hours(silences[1]))] as const;
  const side = (of: readonly Rule[], index: 0 | 1) => ({ policy: defaultPolicy(NEW_YORK, "US"), work: { ...DEFAULT_WORK, rules: of }, silences: silences[0] === silences[1] ? models[0] : models[index], dates: null });
  return [side(before, 0), side(after, 1)];
};

describe("playing both sides at once", () => {
  it("answers what playing each by itself answers, whatever the rules and the past", () => {
    fc.assert(fc.property(pasts, rules, rules, (orders, before, after) => {
      const sides = sidesOf(before, after);
      expect(unitedOf(sides)).not.toBeNull();
      expect(playOrders(orders, sides, UNTIL)).toEqual(playOrdersApart(orders, sides, UNTIL));
    }), { numRuns: 60 });
  });

  it("is done only where nothing but rules differs", () => {
    const [side] = sidesOf([], []);
    expect(unitedOf(sidesOf([], [], [36, 24]))).toBeNull();
    expect(unitedOf([side, { ...side, policy: { ...side.policy, emailShoppers: !side.policy.emailShoppers } }])).toBeNull();
    expect(unitedOf([side, { ...side, work: { ...side.work, acts: { ...side.work.acts, undoMinutes: 1 } } }])).toBeNull();
    expect(unitedOf([side, { ...side, policy: structuredClone(side.policy) }])).not.toBeNull();
  });
});

describe("playing a past in parts", () => {
  it("gives the same byte for byte, however it is divided and whichever part comes first", () => {
    fc.assert(fc.property(pasts, rules, fc.nat(6), fc.boolean(), (orders, after, cut, turned) => {
      const sides = sidesOf([], after, [48, 30]);
      const [first, second] = [playOrders(orders.slice(0, cut), sides, UNTIL), playOrders(orders.slice(cut), sides, UNTIL)];
      const joined = turned ? joinResults(first, second) : joinResults(second, first);
      expect(JSON.stringify(joinResults(nothingPlayed(UNTIL), joined))).toBe(JSON.stringify(playOrders(orders, sides, UNTIL)));
    }), { numRuns: 60 });
  });
});

import { isSameData } from "../../shared/same-data.ts";
import type { RuleId } from "../../shared/ids.ts";
import type { Explained } from "../../workflows/rules/explain-rule.ts";
import type { ReplaySide, ReplaySides } from "./replay-side.ts";

/** Tells the rules of before apart from those of after, which may have the same ids. No rule's own id contains a space. */
const BEFORE = "before ";

/**
 * Both sides in one, where they differ in nothing but rules: then they stay equal for as long as no rule of either side fires, and an order on which none does
 * needs playing only once. Null where more than rules differs.
 */
export const unitedOf = ([before, after]: ReplaySides): ReplaySide | null => {
  const isAlike = before.silences === after.silences && before.dates === after.dates && isSameData(before.policy, after.policy) && isSameData({ ...before.work, rules: [] }, { ...after.work, rules: [] });
  if (!isAlike) return null;
  return { ...after, work: { ...after.work, rules: [...before.work.rules.map((rule) => ({ ...rule, id: `${BEFORE}${rule.id}` as RuleId })), ...after.work.rules] } };
};

/** What was explained of rules while both sides were played as one: of those before, and of those after. */
export const explainedApart = (explained: readonly Explained[]): readonly [readonly Explained[], readonly Explained[]] => [
  explained.filter(({ ruleId }) => ruleId.startsWith(BEFORE)).map((one) => ({ ...one, ruleId: one.ruleId.slice(BEFORE.length) as RuleId })),
  explained.filter(({ ruleId }) => !ruleId.startsWith(BEFORE)),
];

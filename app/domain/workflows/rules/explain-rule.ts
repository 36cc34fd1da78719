import type { RuleId } from "../../shared/ids.ts";
import { actInWords } from "./act-sentence.ts";
import { clauseOf, either, judgeCondition, type SoundCondition } from "./condition.ts";
import { readRule, type ReadRule } from "./read-rule.ts";
import type { Rule } from "./rule.ts";
import type { RuleSituation } from "./situation.ts";

/** Why a rule that listened fired or did not. `clause`: the first that failed, null when it fired; `actual`: what was so instead; `what`: what it does and on what, empty when it did not. */
export type Explained = {
  readonly ruleId: RuleId; readonly subject: string; readonly fired: boolean;
  readonly clause: string | null; readonly actual: string | null; readonly what: string;
};

/** Rules are data and never changed: one is read once, however often it listens. */
const read = new WeakMap<Rule, ReadRule>();
const readOnce = (rule: Rule): ReadRule => {
  const found = read.get(rule) ?? readRule(rule);
  read.set(rule, found);
  return found;
};

/** Judges one rule about one happening; null when it does not listen to this news. */
export const explainRule = (rule: Rule, situation: RuleSituation, subject: string): Explained | null => {
  if (rule.trigger !== situation.news) return null;
  const currency = situation.order?.currency ?? "";
  const sound = readOnce(rule);
  if (sound.outcome === "unreadable") return { ruleId: rule.id, subject, fired: false, clause: sound.because[0] ?? "It cannot be read any more.", actual: null, what: "" };
  const judged: { readonly condition: SoundCondition; readonly actual: string }[] = [];
  for (const condition of sound.when) {
    const { holds, actual } = judgeCondition(condition, situation);
    if (!holds) return { ruleId: rule.id, subject, fired: false, clause: clauseOf(condition, currency), actual, what: "" };
    judged.push({ condition, actual });
  }
  const acts = either(rule.acts.map((act) => actInWords(act, currency)), "and");
  const facts = judged.map(({ condition, actual }) => `${condition.field.label.toLowerCase()}: ${actual}`).join("; ");
  return { ruleId: rule.id, subject, fired: true, clause: null, actual: null, what: facts === "" ? acts : `${acts} (${facts})` };
};

import { ACT_KINDS } from "./act-kinds.ts";
import { actInWords } from "./act-sentence.ts";
import { clauseOf, either, readCondition, type SoundCondition } from "./condition.ts";
import type { Rule } from "./rule.ts";
import { isTrigger, TRIGGERS, type Trigger } from "./trigger-words.ts";

/** A rule this version understands whole. */
export type SoundRule = { readonly rule: Rule; readonly trigger: Trigger; readonly when: readonly SoundCondition[] };
/** A rule as this version reads it. One part it cannot read makes it do nothing: half a rule would be another rule. */
export type ReadRule = ({ readonly outcome: "sound" } & SoundRule) | { readonly outcome: "unreadable"; readonly because: readonly string[] };

/** Reads a stored rule, naming every part that cannot be read any more. */
export const readRule = (rule: Rule): ReadRule => {
  const read = rule.when.map(readCondition);
  const because = [
    ...(isTrigger(rule.trigger) ? [] : [`The trigger “${rule.trigger}” cannot be read any more.`]),
    ...read.flatMap((one) => (one.outcome === "unreadable" ? [one.because] : [])),
    ...rule.acts.flatMap((act) => (ACT_KINDS.has(act.kind === "act" ? act.request.kind : act.kind) ? [] : [`The act “${act.kind === "act" ? act.request.kind : act.kind}” cannot be read any more.`])),
    ...(rule.acts.length === 0 ? ["It does nothing: it has no act."] : []),
  ];
  if (because.length > 0 || !isTrigger(rule.trigger)) return { outcome: "unreadable", because };
  return { outcome: "sound", rule, trigger: rule.trigger, when: read.flatMap((one) => (one.outcome === "sound" ? [one.condition] : [])) };
};

/** What sets it off: a condition on the problem itself says it better than "is in trouble". */
const beginning = ({ trigger, when }: SoundRule): { readonly first: string; readonly rest: readonly SoundCondition[] } => {
  const at = trigger === "shipment.exception" || trigger === "case.opened" ? when.findIndex((one) => one.kind === "choice" && one.field.id === "category" && (one.operator === "is" || one.operator === "one_of")) : -1;
  const category = when[at];
  if (category?.kind !== "choice") return { first: TRIGGERS[trigger].when, rest: when };
  const labels = category.values.map((value) => category.field.options.find((option) => option.value === value)?.label ?? value);
  return { first: trigger === "case.opened" ? `a case opens because a parcel ${either(labels)}` : `a parcel ${either(labels)}`, rest: when.toSpliced(at, 1) };
};

/** "When a parcel is lost, the order is over $100 and it is the first time: reship it and write to the shopper." */
export const sentenceOf = (read: SoundRule, currency: string): string => {
  const { first, rest } = beginning(read);
  const clauses = [first, ...rest.map((condition) => clauseOf(condition, currency))];
  return `When ${either(clauses, "and")}: ${either(read.rule.acts.map((act) => actInWords(act, currency)), "and")}.`;
};

/** The sentence of any rule: of one that cannot be read, what of it cannot. */
export const ruleInWords = (rule: Rule, currency: string): string => {
  const read = readRule(rule);
  return read.outcome === "sound" ? sentenceOf(read, currency) : `This rule does nothing. ${read.because.join(" ")}`;
};

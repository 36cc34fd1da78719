import { checkRequest } from "../acts/check-request.ts";
import { LONGEST_WORDS } from "../cases/change-case.ts";
import { ACT_KINDS, RULE_ACTS, type RuleActKind } from "./act-kinds.ts";
import { readCondition } from "./condition.ts";
import type { Rule, RuleAct } from "./rule.ts";
import { isTrigger, TRIGGERS } from "./trigger-words.ts";

/** Field of the form → what is wrong with it, in plain words. Conditions and acts by their position: `when.0`, `acts.1`. */
export type RuleFaults = Readonly<Record<string, string>>;

/** Conditions or acts of one rule. */
const MOST_PARTS = 20;

/** Which act a rule's act is, in the form's list. */
export const kindOfAct = (act: RuleAct): string => (act.kind === "act" ? act.request.kind : act.kind);

const faultOfAct = (act: RuleAct, rule: Rule, teams: readonly string[]): string | null => {
  const kind = kindOfAct(act);
  if (!ACT_KINDS.has(kind)) return "This act cannot be done by a rule.";
  if (isTrigger(rule.trigger) && RULE_ACTS[kind as RuleActKind].needsCase && !TRIGGERS[rule.trigger].aboutCase) return `“${RULE_ACTS[kind as RuleActKind].label}” needs a case, and “${TRIGGERS[rule.trigger].label}” is about none.`;
  switch (act.kind) {
    case "act": return checkRequest(act.request)?.because ?? null;
    case "assign_case": return act.team.trim() === "" ? "Choose a team." : teams.includes(act.team) ? null : `There is no team “${act.team}”. Add its people under Team first.`;
    case "resolve_case": return act.resolution.trim() === "" ? "Say how the case ended." : act.resolution.length > LONGEST_WORDS ? `No more than ${LONGEST_WORDS} characters.` : null;
    default: return null;
  }
};

/** Every fault of a rule at once. A rule with one is not saved, so that none can be switched on that does nothing. `teams`: those there are. */
export const checkRule = (rule: Rule, teams: readonly string[]): RuleFaults => {
  const faults: Record<string, string> = {};
  const name = rule.name.trim();
  if (name === "" || name.length > 80) faults["name"] = "Give it a name of at most 80 characters.";
  if (!isTrigger(rule.trigger)) faults["trigger"] = "Choose what sets it off.";
  if (rule.when.length > MOST_PARTS) faults["when"] = `No more than ${MOST_PARTS} conditions.`;
  for (const [at, condition] of rule.when.entries()) {
    const read = readCondition(condition);
    if (read.outcome === "unreadable") faults[`when.${at}`] = read.because;
  }
  if (rule.acts.length === 0) faults["acts"] = "Choose at least one thing to do.";
  if (rule.acts.length > MOST_PARTS) faults["acts"] = `No more than ${MOST_PARTS} acts.`;
  for (const [at, act] of rule.acts.entries()) {
    const fault = faultOfAct(act, rule, teams);
    if (fault !== null) faults[`acts.${at}`] = fault;
  }
  return faults;
};

import type { Act } from "../acts/act.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../cases/case-event.ts";
import type { PlannedIntent } from "../intent.ts";
import { applyRules, tellingsOf, type RuleSurroundings } from "./apply-rules.ts";
import type { Explained } from "./explain-rule.ts";
import type { ShadowRun } from "./shadow-run.ts";

/** The parts of a plan that rules add to. */
type Planned = {
  readonly opened: readonly Case[]; readonly resolved: readonly Case[]; readonly events: readonly CaseEvent[]; readonly acts: readonly Act[]; readonly shadow: readonly ShadowRun[]; readonly intents: readonly PlannedIntent[];
  readonly explained: readonly Explained[];
};

/** A plan and what the merchant's rules add to it. Cases that rules change are written as they leave them; those they close are closed. `cases`: open ones of before. */
export const withRules = <P extends Planned>(planned: P, surroundings: Omit<RuleSurroundings, "cases">, cases: readonly Case[]): P => {
  if (surroundings.work.rules.length === 0) return planned;
  const tellings = tellingsOf(planned.intents);
  if (tellings.length === 0) return planned;
  const present = [...planned.opened, ...cases.filter((one) => !planned.opened.some(({ id }) => id === one.id) && !planned.resolved.some(({ id }) => id === one.id))];
  const ruling = applyRules(tellings, { ...surroundings, cases: [...present, ...planned.resolved] });
  if (ruling.runs.length === 0) return { ...planned, explained: ruling.explained }; // nothing fired
  const changed = new Map(ruling.cases.map((one) => [one.id, one]));
  const closed = ruling.cases.filter((one) => one.status === "resolved");
  const kept = planned.opened.map((one) => changed.get(one.id) ?? one).filter((one) => one.status !== "resolved");
  const moved = ruling.cases.filter((one) => one.status !== "resolved" && !planned.opened.some(({ id }) => id === one.id));
  const keys = new Set(planned.intents.map((one) => one.key));
  return {
    ...planned, opened: [...kept, ...moved], resolved: [...planned.resolved, ...closed], events: [...planned.events, ...ruling.events], explained: ruling.explained,
    acts: [...planned.acts, ...ruling.acts], shadow: [...planned.shadow, ...ruling.runs], intents: [...planned.intents, ...ruling.intents.filter((one) => !keys.has(one.key))],
  };
};

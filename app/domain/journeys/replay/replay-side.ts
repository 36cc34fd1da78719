import type { Policy } from "../../decisions/policy.ts";
import type { SilenceModel } from "../../decisions/silence-model.ts";
import { learnedSilence, type SilenceKnowledge } from "../../decisions/silences/learned-silence.ts";
import type { DateKnowledge } from "../../estimates/date-knowledge.ts";
import { dateModel } from "../../estimates/date-model.ts";
import type { EstimateModel } from "../../estimates/estimate.ts";
import { isSameData } from "../../shared/same-data.ts";
import type { WorkSettings } from "../../workflows/work-settings.ts";

/** What is played: the settings of one side of the comparison. `dates`: the shop's model under them, asked for the risk to be late; null: no risk is seen. */
export type ReplaySide = { readonly policy: Policy; readonly work: WorkSettings; readonly silences: SilenceModel; readonly dates: EstimateModel | null };

/** The settings of before the change, and of after it. */
export type ReplaySides = readonly [ReplaySide, ReplaySide];

/** One side as plain data, so that it can be handed to a thread. */
export type SideKnowledge = { readonly policy: Policy; readonly work: WorkSettings; readonly quiet: SilenceKnowledge; readonly dates: DateKnowledge };

const sideFrom = ({ policy, work, quiet, dates }: SideKnowledge): ReplaySide => ({ policy, work, silences: learnedSilence(quiet), dates: dateModel(dates) });

/** What of a policy dates depend on. */
const ofDates = ({ rules, promise, holidays, locations }: Policy) => ({ rules, promise, holidays, locations });

/** Both sides from what is known of one shop at one moment. What a policy does not change both sides have from one model, so that nothing is asked twice. */
export const sidesFrom = ([before, after]: readonly [SideKnowledge, SideKnowledge]): ReplaySides => {
  const was = sideFrom(before);
  if (isSameData(before.policy, after.policy)) return [was, { ...was, work: after.work }];
  const is = sideFrom(after);
  return [was, isSameData(ofDates(before.policy), ofDates(after.policy)) ? { ...is, policy: { ...is.policy, rules: was.policy.rules }, dates: was.dates } : is];
};

import { hasEnded } from "../shipments/milestone.ts";
import type { Change, Reasoned, Weighing } from "./change.ts";
import type { Concluded } from "./concluded.ts";
import type { Decision } from "./decision.ts";
import { findConclusions } from "./find-conclusions.ts";
import { daysOf, findDateMoved, findLate } from "./find-date-moved.ts";
import { findException } from "./find-exception.ts";
import { findNoise } from "./find-noise.ts";
import { findProgress } from "./find-progress.ts";
import { findRecovery } from "./find-recovery.ts";
import { findRisk } from "./find-risk.ts";
import { findReassurance, findSilence } from "./find-silence.ts";

export type { Change, Weighing } from "./change.ts";

/** What was decided, and what is kept of it until something changes. */
export type Judgement = { readonly decisions: readonly Decision[]; readonly concluded: Concluded };

/**
 * What a change to one parcel means: every statement that was heard has a verdict, and so has what follows from it or from the time that has passed. An app
 * that is catching up decides about neither trouble nor silence: what it heard last may be over. What ends stands before what begins.
 */
export const decide = (change: Change, weighing: Weighing): Judgement => {
  const { after, concluded, news, estimateAfter, promised } = change;
  const { now, catchingUp, quiet } = weighing;
  const listening = catchingUp !== null;
  const { milestone, deliveredAt } = after.timeline;
  const conclusions = findConclusions(change, weighing);
  const late = listening ? { found: [], late: concluded.late } : findLate(change, weighing);
  const silence = findSilence(change, weighing);
  const reassurance = findReassurance(change, weighing);
  const open = !after.cancelled && deliveredAt === null && !hasEnded(milestone) && milestone !== "returning";
  const risk = listening ? { found: [], risk: concluded.risk } : findRisk({ open, promised, estimate: estimateAfter, risk: concluded.risk, evidence: news.slice(-1).map((scan) => scan.key) }, weighing);

  const ofStatements = [...findRecovery(change), ...(listening ? [] : findException(change, weighing)), ...findProgress(change)];
  const moved = listening ? [] : findDateMoved(change);
  const spoken = new Set([...ofStatements, ...moved].flatMap((one) => one.evidence));
  const all: readonly Reasoned[] = [
    ...conclusions.found.filter(({ verdict }) => verdict.kind !== "exception"), ...ofStatements, ...conclusions.found.filter(({ verdict }) => verdict.kind === "exception"),
    ...silence, ...reassurance, ...moved, ...late.found, ...risk.found, ...findNoise(change, spoken),
  ];
  const told = silence.length > 0 && quiet !== null ? { stage: quiet.stage, latest: daysOf(estimateAfter)?.latest ?? null } : concluded.told;
  return {
    decisions: all.map((one) => ({ shipmentId: after.id, at: now, ...one })),
    concluded: { ...concluded, risk: risk.risk, late: late.late, inferred: conclusions.inferred, told, reassured: reassurance.length > 0 && quiet !== null ? quiet.since : concluded.reassured },
  };
};

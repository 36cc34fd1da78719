import { iso, plus, since, type Duration } from "../shared/time.ts";
import type { Change, Reasoned, Weighing } from "./change.ts";
import { daysOf } from "./find-date-moved.ts";
import type { SilenceStage } from "./silence-model.ts";
import type { Quiet } from "./silences/quiet.ts";
import type { TrustDebt } from "./trust-debt.ts";

const HOUR = 3_600_000;

const RULES: Readonly<Record<SilenceStage, string>> = {
  before_label: "silence.not_shipped", label: "silence.label_not_scanned", in_transit: "silence.no_scan", customs: "silence.customs", out_for_delivery: "silence.out_for_delivery",
  after_attempt: "silence.after_attempt", returning: "silence.returning",
};

/** The rule that speaks of silence at a stage. */
export const silenceRule = (stage: SilenceStage): string => RULES[stage];

const WHERE: Readonly<Record<SilenceStage, string>> = {
  before_label: "Nothing of it was sent", label: "A label exists, but the carrier has not scanned the parcel", in_transit: "No scan", customs: "No word from customs", out_for_delivery: "Out for delivery, and neither delivered nor tried",
  after_attempt: "Nothing since the failed attempt", returning: "No scan on its way back",
};

/** Quiet that has lasted longer than usual becomes silence, once per quiet stretch. */
export const findSilence = ({ after, estimateAfter, concluded }: Change, { quiet, now }: Weighing): readonly Reasoned[] => {
  if (!quiet || now < quiet.until || after.silentSince === quiet.since) return [];
  const { told } = concluded;
  const latest = daysOf(estimateAfter)?.latest ?? null;
  const repeats = told !== null && told.stage === quiet.stage && told.latest === latest;
  return [{
    verdict: { kind: "silence", stage: quiet.stage, since: quiet.since, expectedBy: quiet.until, repeats }, rule: RULES[quiet.stage],
    because: `${WHERE[quiet.stage]} for ${Math.floor((now - quiet.since) / HOUR)} hours. ${quiet.usual}`,
    evidence: after.timeline.scans.slice(-1).map((scan) => scan.key), otherwise: `A scan before ${iso(quiet.until)} would have kept it quiet.`,
  }];
};

/** When who waits for a parcel gets a word although the quiet is still usual; null where they worry no earlier than others. */
export const reassuredAt = (quiet: Quiet | null, { share }: TrustDebt): Quiet["until"] | null =>
  quiet === null || share >= 1 || quiet.stage === "returning" || quiet.stage === "label" ? null : plus(quiet.since, Math.floor(since(quiet.since, quiet.until) * share) as Duration);

/** An earlier word to who has reason to worry, once per quiet stretch, unless it is silence already or something is known to be wrong. */
export const findReassurance = ({ after, concluded }: Change, { quiet, now, debt, catchingUp }: Weighing): readonly Reasoned[] => {
  const at = reassuredAt(quiet, debt);
  if (quiet === null || at === null || catchingUp !== null || now < at || now >= quiet.until || concluded.reassured === quiet.since || after.timeline.exception !== null) return [];
  return [{
    verdict: { kind: "reassure", stage: quiet.stage, since: quiet.since, usualAt: quiet.until, reasons: debt.reasons }, rule: "reassure.trust_debt",
    because: `${WHERE[quiet.stage]} for ${Math.floor((now - quiet.since) / HOUR)} hours. That is still usual, but who waits hears from us earlier: ${debt.reasons.join(", and ")}.`,
    evidence: after.timeline.scans.slice(-1).map((scan) => scan.key), otherwise: `Without that reason nothing would be said before ${iso(quiet.until)}.`,
  }];
};

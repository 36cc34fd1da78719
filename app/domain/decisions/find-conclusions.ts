import { EXCEPTIONS, type ExceptionCategory } from "../shipments/exception.ts";
import type { FindingWeight } from "../shipments/finding.ts";
import type { Inference, InferenceKind } from "../shipments/inference.ts";
import { inferences } from "../shipments/inferences.ts";
import { weekdayOf, type CalendarDate } from "../shared/calendar.ts";
import type { Change, Reasoned, Weighing } from "./change.ts";
import type { Conclusion } from "./concluded.ts";

/** What a conclusion is worth: of which trouble it is, from which weight on it is decided, and whether somebody has to work on it. */
type Worth = { readonly category: ExceptionCategory; readonly from: FindingWeight; readonly needsCase: boolean };

/** The product's own judgement, 2026-11. What is not listed is shown on the parcel's page and decides nothing: an overdue scan is the business of silence. */
const WORTH: Readonly<Partial<Record<InferenceKind, Worth>>> = {
  probably_lost: { category: "lost", from: "doubt", needsCase: true },
  customs_stuck: { category: "customs_hold", from: "doubt", needsCase: true },
  out_for_delivery_without_end: { category: "no_movement", from: "doubt", needsCase: true },
  attempt_without_follow_up: { category: "attempt_failed", from: "doubt", needsCase: true },
  delivery_disputed: { category: "not_received", from: "doubt", needsCase: true },
  probably_stolen: { category: "not_received", from: "doubt", needsCase: true },
  phantom_label: { category: "no_movement", from: "contradiction", needsCase: true },
  number_doubt: { category: "not_found", from: "doubt", needsCase: false },
};

const WEIGHTS: readonly FindingWeight[] = ["note", "doubt", "contradiction"];

const named = ({ kind, since }: Pick<Conclusion, "kind" | "since">): string => `${kind} ${since}`;

/** What holds now and is worth a decision, graver first. */
const holding = ({ after }: Change, { now, policy: { rules }, destination }: Weighing): readonly { readonly worth: Worth; readonly inference: Inference }[] => {
  const works = (day: CalendarDate): boolean => rules.carrierWorkingDays.includes(weekdayOf(day));
  return inferences(after, { now, zone: rules.zone, works, destination, photoNorm: null })
    .flatMap((inference) => {
      const worth = WORTH[inference.kind];
      return worth === undefined || WEIGHTS.indexOf(inference.weight) < WEIGHTS.indexOf(worth.from) ? [] : [{ worth, inference }];
    })
    .toSorted((a, b) => EXCEPTIONS[b.worth.category].severity - EXCEPTIONS[a.worth.category].severity);
};

/**
 * What follows from the timeline and the time that has passed, decided once while it holds, and taken back when it does not hold any more. An app that
 * catches up concludes nothing: what it heard last may be over.
 */
export const findConclusions = (change: Change, weighing: Weighing): { readonly found: readonly Reasoned[]; readonly inferred: readonly Conclusion[] } => {
  const { concluded: { inferred: known }, after } = change;
  if (weighing.catchingUp !== null) return { found: [], inferred: known };
  const now = holding(change, weighing);
  const inferred = now.map(({ worth, inference }): Conclusion => ({ kind: inference.kind, category: worth.category, since: inference.at }));
  const begun = now.filter(({ inference }) => !known.some((one) => named(one) === named({ kind: inference.kind, since: inference.at })));
  const ended = known.filter((one) => !inferred.some((still) => named(still) === named(one)));
  const stillSo = (category: ExceptionCategory): boolean => after.timeline.exception?.category === category || inferred.some((one) => one.category === category);
  return {
    inferred,
    found: [
      ...ended.map((one): Reasoned => ({
        // The carrier's own word on the same trouble outlives what was concluded from it; a delivery closes everything by itself.
        verdict: stillSo(one.category) || after.timeline.deliveredAt !== null ? { kind: "noise", category: one.category } : { kind: "recovered", from: one.category }, rule: `recovered.${one.kind}`,
        because: `What it was concluded from is over: ${EXCEPTIONS[one.category].label.toLowerCase()} does not follow any more.`, evidence: change.news.slice(-1).map((scan) => scan.key),
        otherwise: "It would have held without what was heard since.",
      })),
      ...begun.map(({ worth, inference }): Reasoned => {
        const { actor, severity } = EXCEPTIONS[worth.category];
        return {
          verdict: { kind: "exception", category: worth.category, reason: inference.kind, since: inference.at, needsCase: worth.needsCase, stage: null, severity, actor, deadline: null }, rule: `concluded.${inference.kind}`,
          because: `${inference.believes} ${inference.because}`, evidence: inference.evidence, otherwise: inference.otherwise,
        };
      }),
    ],
  };
};

import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { wordException } from "./shipment-status.ts";
import type { Worded } from "./tones.ts";

const SEVERITIES: Readonly<Record<0 | 1 | 2, Worded>> = {
  0: { label: "Information", tone: "info" },
  1: { label: "Warning", tone: "warning" },
  2: { label: "Critical", tone: "critical" },
};

/** How bad a case is. */
export const wordSeverity = (severity: 0 | 1 | 2): Worded => SEVERITIES[severity];

/** Who closed a case. */
export const wordResolver = (by: string | null): string => {
  if (by === "merchant") return "by you";
  if (by === "flow") return "by a Flow workflow";
  if (by === "carrier") return "by a later scan";
  return by === null ? "" : `by ${by}`;
};

/** What a case is about. */
export const wordCase = (category: CaseCategory): Worded => (category === "incident" ? { label: caseProfile(category).label, tone: "critical" } : wordException(category));

import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { CaseCategory, CaseStatus } from "#app/domain/workflows/case.ts";
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
  if (by === "merchant") return "by your team";
  if (by === "flow") return "by a Flow workflow";
  if (by === "carrier") return "by a later scan";
  if (by === "hither") return "as part of another case";
  return by === null ? "" : `by ${by}`;
};

/** What a case is about. */
export const wordCase = (category: CaseCategory): Worded => (category === "incident" ? { label: caseProfile(category).label, tone: "critical" } : wordException(category));

const STATUSES: Readonly<Record<CaseStatus, Worded>> = {
  open: { label: "Open", tone: "attention" }, in_progress: { label: "In progress", tone: "info" }, waiting: { label: "Waiting", tone: "neutral" }, resolved: { label: "Resolved", tone: "success" },
};

/** How far a case is. */
export const wordStatus = (status: CaseStatus): Worded => STATUSES[status];

/** Who did something, as a case's story names them. */
export const wordAuthor = (by: string): string => {
  const [kind = "", name = ""] = by.split(/:(.*)/s);
  switch (kind) {
    case "merchant": return name === "" ? "Your team" : name;
    case "rule": return "A rule of yours";
    case "flow": return "A Flow workflow";
    case "slack": return name === "" ? "Slack" : `${name} in Slack`;
    case "shopper": return "The shopper";
    case "carrier": return "A scan";
    default: return "Hither";
  }
};

import type { Estimate } from "../estimates/estimate.ts";
import { dateIn } from "../shared/calendar.ts";
import type { Reasoned, Weighing } from "./change.ts";
import type { Concluded } from "./concluded.ts";

/** What of a parcel or an order the risk is about. `open`: it is still to come. */
export type Risked = { readonly open: boolean; readonly promised: Estimate | null; readonly estimate: Estimate | null; readonly risk: Concluded["risk"]; readonly evidence: readonly string[] };

const percent = (chance: number): string => `${Math.round(chance * 100)} %`;

/**
 * Whether the first promise is at risk, before any carrier says so. It enters at the merchant's threshold and leaves only below half of it, so that a chance
 * that wavers is told once; never after the arrival, nor when the promised day has passed: then it is late, not at risk.
 */
export const findRisk = ({ open, promised, estimate, risk, evidence }: Risked, { chanceOfMissing: chance, now, policy }: Pick<Weighing, "chanceOfMissing" | "now" | "policy">): { readonly found: readonly Reasoned[]; readonly risk: Concluded["risk"] } => {
  if (!open) return { found: [], risk: null };
  if (promised?.kind !== "window" || chance === null) return { found: [], risk };
  const day = promised.latest;
  const enters = policy.atRisk;
  const because = `The chance that it arrives after the promised ${day} is ${percent(chance)}${estimate?.kind === "window" ? `; it is expected by ${estimate.latest}` : ""}.`;
  if (risk === null && chance >= enters && dateIn(now, policy.rules.zone) <= day) {
    return {
      risk: { since: now, promised: day },
      found: [{ verdict: { kind: "at_risk", probability: chance, promised: day }, rule: "risk.of_missing_promise", because, evidence, otherwise: `Below ${percent(enters)} it would not count as at risk.` }],
    };
  }
  if (risk !== null && chance < enters / 2) {
    return { risk: null, found: [{ verdict: { kind: "safe_again", probability: chance, promised: day }, rule: "risk.over", because, evidence, otherwise: `At ${percent(enters / 2)} or more it would have stayed at risk.` }] };
  }
  return { found: [], risk };
};

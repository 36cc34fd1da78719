import { isUnresolved, resolve, type Case } from "../case.ts";
import type { CaseEvent } from "./case-event.ts";
import type { CaseAuthor } from "./change-case.ts";

/** What became of making one case part of another. */
export type Merged = { readonly outcome: "merged"; readonly cases: readonly [part: Case, whole: Case]; readonly events: readonly CaseEvent[] } | { readonly outcome: "refused"; readonly because: string };

/** Makes one case part of another, in which the work goes on; the story of both says so. The more severe of the two severities counts, and the earlier due time. */
export const merge = (part: Case, whole: Case, { by, at, key }: Omit<CaseAuthor, "settings">): Merged => {
  if (part.id === whole.id) return { outcome: "refused", because: "A case cannot become part of itself." };
  if (!isUnresolved(part)) return { outcome: "refused", because: "The case is resolved already." };
  if (!isUnresolved(whole)) return { outcome: "refused", because: "The case it is to become part of is resolved. Choose an open one." };
  const { case: ended } = resolve(part, { by: "hither", resolution: `Worked on as part of another case: ${whole.because}`.slice(0, 500), at });
  return {
    outcome: "merged",
    cases: [
      { ...ended, mergedInto: whole.id, incidentId: part.incidentId ?? whole.incidentId },
      { ...whole, severity: part.severity > whole.severity ? part.severity : whole.severity, dueAt: part.dueAt < whole.dueAt ? part.dueAt : whole.dueAt, movedAt: at },
    ],
    events: [
      { caseId: part.id, key: `merged:${key}`, at, by, kind: "merged", text: `Became part of another case: ${whole.because}`, body: { into: whole.id } },
      { caseId: whole.id, key: `merged:${part.id}:${part.reopened}`, at, by, kind: "merged", text: `Another case became part of this one: ${part.because}`, body: { from: part.id } },
    ],
  };
};

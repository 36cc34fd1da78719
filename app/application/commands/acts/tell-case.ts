import type { Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import type { Store } from "../../ports.ts";

/** Writes a step of an act into the story of its case, once. */
export const tellCase = async (store: Pick<Store, "cases">, act: Act, step: "asked" | "done" | "refused" | "undone", text: string, now: Instant): Promise<void> => {
  if (act.caseId === null) return;
  await store.cases.tell(act.shop, [{ caseId: act.caseId, key: `act:${act.id}:${step}`, at: now, by: act.by, kind: "act", text, body: { actId: act.id, act: act.request.kind, step } }]);
};

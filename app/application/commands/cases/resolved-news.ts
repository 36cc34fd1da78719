import type { Case } from "#app/domain/workflows/case.ts";
import { tellingKey } from "#app/domain/workflows/cases/opened.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";

/** What the outside is told when a case is closed; once for each time it is. */
export const resolvedNews = (one: Case): readonly PlannedIntent[] => {
  const about = { news: "case.resolved", orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id, incidentId: one.incidentId } as const;
  const key = tellingKey(one);
  return [
    { key: `${key}:case.resolved:webhook`, intent: { kind: "post_webhook", ...about } },
    { key: `${key}:case.resolved:chat`, intent: { kind: "post_slack", ...about } },
  ];
};

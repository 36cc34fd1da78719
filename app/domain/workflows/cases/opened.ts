import { days, since, type Instant } from "../../shared/time.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "./case-event.ts";
import { openAgain } from "./change-case.ts";
import type { CaseSettings } from "./case-settings.ts";

/** Trouble of a kind that a scan had cleared, and that is back within so many days, is the same trouble. The product's own figure, 2026-11. */
export const SAME_TROUBLE_WITHIN = days(7);

/** The first line of a case's story. `quiet`: of the imported past, about which nobody outside is told anything. */
export const openedEvent = (one: Case, { quiet = false }: { readonly quiet?: boolean } = {}): CaseEvent => ({
  caseId: one.id, key: "opened", at: one.openedAt, by: "hither", kind: "opened", text: one.because, body: { severity: one.severity, quiet },
});

/** What keeps what is told of a case's several lives apart: the case's id, and how often it was opened again. */
export const tellingKey = ({ id, reopened }: Pick<Case, "id" | "reopened">): string => (reopened === 0 ? id : `${id}:again${reopened}`);

/**
 * A new case, or the earlier one of the same parcel and kind opened again: where a scan had cleared it not long ago, or where the same
 * trouble is found a second time. What a person resolved stays resolved for that trouble. `earlier`: known cases, the resolved ones too.
 */
export const openOrReopen = (fresh: Case, earlier: readonly Case[], now: Instant, settings: Pick<CaseSettings, "dueHours">): { readonly case: Case; readonly event: CaseEvent } => {
  const before = earlier
    .filter((one) => one.shipmentId === fresh.shipmentId && one.category === fresh.category && one.id !== fresh.id && one.resolvedBy === "carrier" && one.resolvedAt !== null && since(one.resolvedAt, now) <= SAME_TROUBLE_WITHIN)
    .toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0) || (a.id < b.id ? -1 : 1))[0];
  if (before === undefined) return { case: fresh, event: openedEvent(fresh) };
  const again = { ...openAgain(before, now, settings), because: fresh.because, severity: fresh.severity, incidentId: fresh.incidentId };
  return { case: again, event: { caseId: again.id, key: `reopened:${again.reopened}`, at: now, by: "hither", kind: "reopened", text: `The same trouble is back: ${fresh.because}` } };
};

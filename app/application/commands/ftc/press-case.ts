import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import { earliest, type Instant } from "#app/domain/shared/time.ts";
import { caseId, isUnresolved, type Case } from "#app/domain/workflows/case.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import { dueAfter, openAgain } from "#app/domain/workflows/cases/change-case.ts";
import { openedEvent } from "#app/domain/workflows/cases/opened.ts";
import type { ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";
import { ofCase, tellings } from "#app/domain/workflows/happening.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { Store } from "../../ports.ts";
import { ruleOnNews } from "../rules/rule-on-news.ts";

/** The case of what has not left of an order: the open one; else the one that ended last. */
export const caseOfRest = ({ orderId, openCases, endedCases }: Pick<Journey, "orderId" | "openCases" | "endedCases">): Case | null => {
  const ofRest = (one: Case): boolean => one.shipmentId === unshippedId(orderId);
  return openCases.find((one) => ofRest(one) && isUnresolved(one)) ?? endedCases.filter(ofRest).toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0))[0] ?? null;
};

/** Stays true however the days go by; those are told in the story. */
const BECAUSE = "It has not left: it has to soon, or its shopper must be asked whether to wait.";

/** Makes the case of what has not left due now; without one that is open it is opened, or opened again, as the same trouble a timer would find. Its order must be locked. */
export const pressCase = async (store: Store, journey: Journey, clock: ShipClock, { work, now }: { readonly work: WorkSettings; readonly now: Instant }): Promise<Case> => {
  const { shop, orderId } = journey;
  const found = caseOfRest(journey);
  if (found !== null && isUnresolved(found)) {
    const due = { ...found, dueAt: earliest(found.dueAt, now) };
    if (due.dueAt !== found.dueAt) await store.cases.save([due]);
    return due;
  }
  const rest = unshippedId(orderId);
  const id = caseId(rest, "not_shipped", clock.beganAt ?? now);
  const same = journey.endedCases.find((one) => one.id === id) ?? null;
  const { severity } = EXCEPTIONS.not_shipped;
  const one: Case = same !== null ? { ...openAgain(same, now, work.cases), because: BECAUSE } : {
    shop, id, shipmentId: rest, orderId, category: "not_shipped", severity, incidentId: null, ownerId: null, team: null, movedAt: now, escalations: 0, reopened: 0, mergedInto: null,
    status: "open", because: BECAUSE, openedAt: now, dueAt: dueAfter(severity, now, work.cases), resolvedAt: null, resolution: null, resolvedBy: null,
  };
  const event: CaseEvent = same === null ? openedEvent(one) : { caseId: id, key: `reopened:${one.reopened}`, at: now, by: "hither", kind: "reopened", text: BECAUSE };
  const news = tellings(ofCase(one, "case.opened", now));
  await store.cases.save([one]);
  await store.cases.tell(shop, [event]);
  await store.outbox.add(shop, news, now);
  await ruleOnNews(store, shop, news, now);
  return one;
};

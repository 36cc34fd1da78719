import { at, NEW_YORK, order, scan, shipment, SHOP } from "./journey.ts";
import type { RuleId } from "#app/domain/shared/ids.ts";
import { DEFAULT_WORK } from "#app/domain/workflows/work-settings.ts";
import { caseId, type Case } from "#app/domain/workflows/case.ts";
import type { Telling } from "#app/domain/workflows/intent.ts";
import type { RuleSurroundings } from "#app/domain/workflows/rules/apply-rules.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";
import type { RuleSituation } from "#app/domain/workflows/rules/situation.ts";

/** A parcel that is lost, of an order of $120, with its open case. */
export const LOST_SHIPMENT = shipment([scan(2, "accepted"), scan(20, "in_transit"), scan(40, "in_transit", { exception: "lost" })]);
export const LOST_CASE: Case = {
  shop: SHOP, id: caseId(LOST_SHIPMENT.id, "lost", at(40)), shipmentId: LOST_SHIPMENT.id, orderId: LOST_SHIPMENT.orderId, incidentId: null, category: "lost", severity: 2, status: "open", because: "Lost.", ownerId: null, team: null,
  openedAt: at(40), dueAt: at(48), movedAt: at(40), escalations: 0, reopened: 0, mergedInto: null, resolvedAt: null, resolution: null, resolvedBy: null,
};

/** Everything rules can ask, at hour 41. */
export const surroundings = (more: Partial<RuleSurroundings> = {}): RuleSurroundings => ({
  shop: SHOP, shipment: LOST_SHIPMENT, order: order({ totalMinor: 12_000 }), promised: null, cases: [LOST_CASE], past: { homeCountry: "US", earlierOrders: 2, earlierTroubles: 0, reships: 0 },
  zone: NEW_YORK, workingDays: [1, 2, 3, 4, 5], work: DEFAULT_WORK, now: at(41), ...more,
});

/** The lost parcel as one condition sees it. */
export const situation = (more: Partial<RuleSituation> = {}): RuleSituation => {
  const { shipment: parcel, order: bought, promised, past, zone, workingDays, now } = surroundings();
  return { news: "shipment.exception", details: {}, shipment: parcel, order: bought, promised, case: LOST_CASE, past, zone, workingDays, now, ...more };
};

/** That it is lost, as Flow, endpoints and rules hear it. */
export const LOST: Telling = { news: "shipment.exception", orderId: LOST_SHIPMENT.orderId, shipmentId: LOST_SHIPMENT.id, caseId: LOST_CASE.id };

/** A rule that is on, listens to exceptions and tags the order. */
export const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id: id as RuleId, name: `Rule ${id}`, mode: "on", trigger: "shipment.exception", when: [], acts: [{ kind: "act", request: { kind: "tag", tags: [id] } }], ...more,
});

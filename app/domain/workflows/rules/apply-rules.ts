import type { TimeZone, Weekday } from "../../shared/calendar.ts";
import type { ShipmentId, ShopId } from "../../shared/ids.ts";
import { minutes, plus, type Instant } from "../../shared/time.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import type { Order } from "../../orders/order.ts";
import type { Shipment } from "../../shipments/shipment.ts";
import type { Act } from "../acts/act.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../cases/case-event.ts";
import { ofCase, tellings as toldOutside } from "../happening.ts";
import type { PlannedIntent, Telling } from "../intent.ts";
import type { WorkSettings } from "../work-settings.ts";
import { carryOutRule, type Fired } from "./carry-out-rule.ts";
import { explainRule, type Explained } from "./explain-rule.ts";
import type { Rule } from "./rule.ts";
import type { ShadowRun } from "./shadow-run.ts";
import type { OrderPast, RuleSituation } from "./situation.ts";

/** What rules are judged against: one parcel (null: of the order itself), its order and its cases as they are after what happened. `promised`: the first date that was shown. */
export type RuleSurroundings = {
  readonly shop: ShopId; readonly shipment: Shipment | null; readonly order: Order | null; readonly promised: Estimate | null; readonly cases: readonly Case[]; readonly past: OrderPast;
  readonly zone: TimeZone; readonly workingDays: readonly Weekday[]; readonly work: WorkSettings; readonly now: Instant;
};

/** Everything that follows from a merchant's rules. `cases`: those that changed, whole. */
export type Ruling = {
  readonly acts: readonly Act[]; readonly intents: readonly PlannedIntent[]; readonly events: readonly CaseEvent[]; readonly cases: readonly Case[]; readonly runs: readonly ShadowRun[];
  readonly explained: readonly Explained[]; // every rule that listens, also those that did not fire, with the clause that failed
};

/** What happened, each once: every outlet that is told the same news plans its own intent. */
export const tellingsOf = (intents: readonly PlannedIntent[]): readonly Telling[] => {
  const told = intents.flatMap(({ intent }) => (intent.kind === "trigger_flow" || intent.kind === "post_webhook" || intent.kind === "post_slack" ? [intent] : []));
  if (told.length === 0) return [];
  return [...new Map(told.map(({ news, orderId, shipmentId, caseId, incidentId = null, details = {} }): [string, Telling] => [`${news}/${caseId ?? shipmentId ?? orderId ?? ""}`, { news, orderId, shipmentId, caseId, incidentId, details }])).values()];
};

const situationOf = (telling: Telling, { shipment, order, promised, cases, past, zone, workingDays, now }: RuleSurroundings): RuleSituation => ({
  news: telling.news, details: telling.details ?? {}, shipment, order, promised, case: cases.find((one) => one.id === telling.caseId) ?? null, past, zone, workingDays, now,
});

/** Once per case, or once per parcel and kind of news where there is no case: the same happening told again is not another. */
const subjectOf = ({ caseId, shipmentId, orderId, news }: Telling): string => caseId ?? `${shipmentId ?? `order.${orderId ?? ""}`}.${news}`;

/** What has not left an order yet is kept like a parcel, but there is none an act could be about. */
const parcelOf = (id: ShipmentId | null): ShipmentId | null => (id === null || id.startsWith("order.") ? null : id);

/**
 * Trigger → conditions → acts, for every rule and everything that happened. Rules do not see what other rules of the same moment did to Shopify; two that change
 * one case do it in their order. A rule in shadow mode is written down and does nothing; one that cannot be read whole does nothing.
 */
export const applyRules = (tellings: readonly Telling[], surroundings: RuleSurroundings): Ruling => {
  const { shop, work, now } = surroundings;
  const listening = work.rules.filter((rule) => rule.mode !== "off");
  const cases = new Map<string, Case>();
  const [acts, intents, events, runs, explained]: [Act[], PlannedIntent[], CaseEvent[], ShadowRun[], Explained[]] = [[], [], [], [], []];
  for (const telling of tellings) {
    const situation = situationOf(telling, surroundings);
    for (const rule of listening) {
      const found = explainRule(rule, situation, subjectOf(telling));
      if (found === null) continue;
      explained.push(found);
      if (!found.fired) continue;
      const fired: Fired = {
        shop, rule, subject: found.subject, telling: { ...telling, shipmentId: parcelOf(telling.shipmentId) }, case: (telling.caseId === null ? null : cases.get(telling.caseId)) ?? situation.case,
        currency: situation.order?.currency ?? "", dueAt: plus(now, minutes(work.acts.undoMinutes)), settings: work.cases, now,
      };
      const done = rule.mode === "on" ? carryOutRule(fired) : null;
      runs.push(runOf(rule, found, telling, now));
      if (done === null) continue;
      acts.push(...done.acts);
      intents.push(...done.intents);
      events.push(...done.events);
      if (done.case !== null) cases.set(done.case.id, done.case);
    }
  }
  const closed = [...cases.values()].filter(({ status }) => status === "resolved").flatMap((one) => toldOutside(ofCase(one, "case.resolved", now)));
  return { acts, intents: [...intents, ...closed], events, cases: [...cases.values()], runs, explained };
};

const runOf = (rule: Rule, { subject, what }: Explained, { orderId, shipmentId }: Telling, now: Instant): ShadowRun => ({
  ruleId: rule.id, key: `${rule.mode === "on" ? "did" : "would"}:${subject}`, at: now, orderId, shipmentId: parcelOf(shipmentId), what, live: rule.mode === "on",
});


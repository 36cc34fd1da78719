import type { Decision } from "../decisions/decision.ts";
import type { Policy } from "../decisions/policy.ts";
import type { Order } from "../orders/order.ts";
import { EXCEPTIONS, type ExceptionCategory } from "../shipments/exception.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { hours, plus, since, type Instant } from "../shared/time.ts";
import type { Act } from "./acts/act.ts";
import { caseId, isUnresolved, resolve, type Case } from "./case.ts";
import type { CaseEvent } from "./cases/case-event.ts";
import type { PlannedIntent } from "./intent.ts";
import type { ShadowRun } from "./rules/shadow-run.ts";
import type { WorkSettings } from "./work-settings.ts";

/** `history`: facts of the past being imported; they may open cases, they never tell anybody anything. */
export type Mode = "live" | "history";

/** What follows from decisions: cases to open, cases to close, effects to carry out. */
export type Plan = {
  readonly opened: readonly Case[]; readonly resolved: readonly Case[]; readonly events: readonly CaseEvent[];
  readonly acts: readonly Act[]; readonly shadow: readonly ShadowRun[]; readonly intents: readonly PlannedIntent[];
};
const NOTHING: Plan = { opened: [], resolved: [], events: [], acts: [], shadow: [], intents: [] };

type Situation = { readonly shipment: Shipment; readonly order: Order | null; readonly openCases: readonly Case[]; readonly policy: Policy; readonly work: WorkSettings; readonly now: Instant; readonly mode: Mode };

const open = (category: ExceptionCategory, began: Instant, because: string, { shipment, work, now }: Situation): Case => {
  const { severity } = EXCEPTIONS[category];
  const { dueHours } = work.cases;
  return {
    shop: shipment.shop, id: caseId(shipment.id, category, began), shipmentId: shipment.id, orderId: shipment.orderId, category, severity,
    incidentId: null, ownerId: null, team: null, movedAt: now, escalations: 0, reopened: 0, mergedInto: null,
    status: "open", because, openedAt: now, dueAt: plus(now, hours(severity === 2 ? dueHours.critical : dueHours.warning)), resolvedAt: null, resolution: null, resolvedBy: null,
  };
};

/** `became`: when what is told became so; a parcel becomes silent when its quiet has lasted too long. */
const tell = (one: Case, became: Instant, { shipment, order, policy, now, mode }: Situation): PlannedIntent[] => {
  if (mode === "history" || since(became, now) > policy.newsFor) return [];
  const about = { orderId: shipment.orderId, shipmentId: shipment.id, caseId: one.id };
  const template = one.category === "no_movement" ? "no_movement" : "delivery_problem";
  const outward: PlannedIntent[] = [
    { key: `${one.id}:flow`, intent: { kind: "trigger_flow", news: "shipment.exception", ...about } },
    { key: `${one.id}:webhook:opened`, intent: { kind: "post_webhook", news: "case.opened", ...about } },
  ];
  const mayMail = policy.emailShoppers && order !== null && order.cancelledAt === null;
  return mayMail ? [{ key: `${one.id}:email`, intent: { kind: "email_shopper", template, ...about } }, ...outward] : outward;
};

const planOne = (decision: Decision, situation: Situation): Plan => {
  const { verdict } = decision;
  switch (verdict.kind) {
    case "noise":
    case "date_moved":
    case "at_risk":
    case "safe_again":
      return NOTHING;
    case "exception": {
      if (!verdict.needsCase) return NOTHING;
      const one = open(verdict.category, verdict.since, decision.because, situation);
      return { ...NOTHING, opened: [one], intents: tell(one, verdict.since, situation) };
    }
    case "silence": {
      const one = open("no_movement", verdict.since, decision.because, situation);
      return { ...NOTHING, opened: [one], intents: tell(one, verdict.expectedBy, situation) };
    }
    case "recovered":
      return close((one) => one.category === verdict.from, decision.because, situation);
    case "progress":
      return verdict.milestone === "delivered" || verdict.milestone === "cancelled" ? close(() => true, decision.because, situation) : NOTHING;
  }
};

const close = (which: (one: Case) => boolean, because: string, { shipment, openCases, now, mode }: Situation): Plan => {
  const resolved = openCases
    .filter((one) => one.shipmentId === shipment.id && isUnresolved(one) && which(one))
    .map((one) => resolve(one, { by: "carrier", resolution: because, at: now }).case);
  const intents = resolved.map((one): PlannedIntent => ({
    key: `${one.id}:webhook:resolved`,
    intent: { kind: "post_webhook", news: "case.resolved", orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id },
  }));
  return { ...NOTHING, resolved, intents: mode === "history" ? [] : intents };
};

/** What to do about what was decided: cases to open and close, and effects to carry out. */
export const plan = (decisions: readonly Decision[], situation: Situation): Plan => {
  const plans = decisions.map((decision) => planOne(decision, situation));
  const known = new Set(situation.openCases.map((one) => one.id));
  return {
    opened: plans.flatMap((one) => one.opened).filter((one) => !known.has(one.id)),
    resolved: once(plans.flatMap((one) => one.resolved), (one) => one.id),
    events: plans.flatMap((one) => one.events), acts: plans.flatMap((one) => one.acts), shadow: plans.flatMap((one) => one.shadow),
    intents: once(plans.flatMap((one) => one.intents), (one) => one.key),
  };
};

/** Two verdicts of one step can ask for the same thing: a delivery both ends the problem and the journey. */
const once = <T>(all: readonly T[], by: (one: T) => string): readonly T[] => [...new Map(all.map((one) => [by(one), one])).values()];

import type { Decision } from "../decisions/decision.ts";
import type { Policy } from "../decisions/policy.ts";
import type { Order } from "../orders/order.ts";
import { EXCEPTIONS, type ExceptionCategory } from "../shipments/exception.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { days, hours, plus, since, type Instant } from "../shared/time.ts";
import { caseId, resolve, type Case } from "./case.ts";
import type { PlannedIntent } from "./intent.ts";

/** `history`: facts of the past being imported; they may open cases, they never tell anybody anything. */
export type Mode = "live" | "history";

/** What follows from decisions: cases to open, cases to close, effects to carry out. */
export type Plan = { readonly opened: readonly Case[]; readonly resolved: readonly Case[]; readonly intents: readonly PlannedIntent[] };

type Situation = { readonly shipment: Shipment; readonly order: Order | null; readonly openCases: readonly Case[]; readonly policy: Policy; readonly now: Instant; readonly mode: Mode };

const open = (category: ExceptionCategory, began: Instant, because: string, { shipment, now }: Situation): Case => {
  const { severity } = EXCEPTIONS[category];
  return {
    shop: shipment.shop, id: caseId(shipment.id, category, began), shipmentId: shipment.id, orderId: shipment.orderId, category, severity,
    status: "open", because, openedAt: now, dueAt: plus(now, severity === 2 ? hours(8) : days(1)), resolvedAt: null, resolution: null, resolvedBy: null,
  };
};

/** `became`: when what is told became so; a parcel becomes silent when its quiet has lasted too long. */
const tell = (one: Case, became: Instant, { shipment, order, policy, now, mode }: Situation): PlannedIntent[] => {
  if (mode === "history" || since(became, now) > policy.newsFor) return [];
  const about = { orderId: one.orderId, shipmentId: shipment.id, caseId: one.id };
  const template = one.category === "no_movement" ? "no_movement" : "delivery_problem";
  const outward: PlannedIntent[] = [
    { key: `${one.id}:flow`, intent: { kind: "trigger_flow", trigger: "shipment-exception", ...about } },
    { key: `${one.id}:webhook:opened`, intent: { kind: "post_webhook", type: "case.opened", ...about } },
  ];
  const mayMail = policy.emailShoppers && order !== null && order.cancelledAt === null;
  return mayMail ? [{ key: `${one.id}:email`, intent: { kind: "email_shopper", template, ...about } }, ...outward] : outward;
};

const planOne = (decision: Decision, situation: Situation): Plan => {
  const { verdict } = decision;
  const nothing: Plan = { opened: [], resolved: [], intents: [] };
  switch (verdict.kind) {
    case "noise":
      return nothing;
    case "exception": {
      if (!verdict.needsCase) return nothing;
      const one = open(verdict.category, verdict.since, decision.because, situation);
      return { opened: [one], resolved: [], intents: tell(one, verdict.since, situation) };
    }
    case "silence": {
      const one = open("no_movement", verdict.since, decision.because, situation);
      return { opened: [one], resolved: [], intents: tell(one, verdict.expectedBy, situation) };
    }
    case "recovered":
      return close((one) => one.category === verdict.from, decision.because, situation);
    case "progress":
      return verdict.milestone === "delivered" || verdict.milestone === "cancelled" ? close(() => true, decision.because, situation) : nothing;
  }
};

const close = (which: (one: Case) => boolean, because: string, { shipment, openCases, now, mode }: Situation): Plan => {
  const resolved = openCases
    .filter((one) => one.shipmentId === shipment.id && one.status === "open" && which(one))
    .map((one) => resolve(one, { by: "carrier", resolution: because, at: now }).case);
  const intents = resolved.map((one): PlannedIntent => ({
    key: `${one.id}:webhook:resolved`,
    intent: { kind: "post_webhook", type: "case.resolved", orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id },
  }));
  return { opened: [], resolved, intents: mode === "history" ? [] : intents };
};

/** What to do about what was decided: cases to open and close, and effects to carry out. */
export const plan = (decisions: readonly Decision[], situation: Situation): Plan => {
  const plans = decisions.map((decision) => planOne(decision, situation));
  const known = new Set(situation.openCases.map((one) => one.id));
  return {
    opened: plans.flatMap((one) => one.opened).filter((one) => !known.has(one.id)),
    resolved: once(plans.flatMap((one) => one.resolved), (one) => one.id),
    intents: once(plans.flatMap((one) => one.intents), (one) => one.key),
  };
};

/** Two verdicts of one step can ask for the same thing: a delivery both ends the problem and the journey. */
const once = <T>(all: readonly T[], by: (one: T) => string): readonly T[] => [...new Map(all.map((one) => [by(one), one])).values()];

import { assertNever } from "../../shared/brand.ts";
import type { PlannedIntent } from "../intent.ts";
import type { Act } from "./act.ts";
import { isOneOfMany } from "./for-all.ts";

/** The errand that carries an act out, when nobody can take it back any more. */
export const carryOutIntent = (act: Pick<Act, "id" | "orderId" | "shipmentId" | "dueAt">): PlannedIntent => ({
  key: `act:${act.id}`, notBefore: act.dueAt, intent: { kind: "carry_out_act", actId: act.id, orderId: act.orderId, shipmentId: act.shipmentId },
});

/** What is told once an act has ended: whoever listens, and the order fetched again so that everybody sees what Shopify now says. */
export const endedIntents = (act: Act, ended: "done" | "refused" | "undone"): readonly PlannedIntent[] => {
  const { id, orderId, shipmentId, caseId } = act;
  const told = (news: "act.done" | "act.failed"): readonly PlannedIntent[] => {
    const telling = { news, orderId, shipmentId, caseId, details: { actId: id, act: act.request.kind, costMinor: act.costMinor, currency: act.currency } };
    const chat: readonly PlannedIntent[] = isOneOfMany(id) ? [] : [{ key: `act:${id}:${news}:chat`, intent: { kind: "post_slack", ...telling } }];
    return [{ key: `act:${id}:${news}:webhook`, intent: { kind: "post_webhook", ...telling } }, ...chat];
  };
  const fetched: PlannedIntent = { key: `act:${id}:${ended}:fetch`, intent: { kind: "fetch_order", orderId } };
  switch (ended) {
    case "done": return [...told("act.done"), fetched];
    case "refused": return told("act.failed");
    case "undone": return [fetched];
    default: return assertNever(ended);
  }
};

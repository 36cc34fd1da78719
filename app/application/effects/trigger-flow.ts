import type { FlowTriggerHandle } from "#app/contracts/flow-triggers.ts";
import type { News } from "#app/domain/workflows/news.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { AdminApi, FlowDesk, ReadModels, ShopDirectory, Transact } from "../ports.ts";
import { ofAdminFailure } from "./outcome.ts";
import { flowTold } from "./trigger-flow-payload.ts";

type Ports = {
  readonly reads: Pick<ReadModels, "caseById" | "order">; readonly admin: Pick<AdminApi, "triggerFlow">; readonly shops: Pick<ShopDirectory, "find">; readonly transact: Transact;
  readonly flow: Pick<FlowDesk, "useOf">; readonly adminUrl: (shop: string, path: string) => string;
};

/** Which trigger tells which news; null: Flow has none for it. */
const TRIGGER_OF: Readonly<Record<News, FlowTriggerHandle | null>> = {
  "shipment.exception": "shipment-exception", "shipment.silent": "shipment-silent", "shipment.at_risk": "shipment-at-risk", "shipment.date_changed": "delivery-date-changed",
  "shipment.delivered": "shipment-delivered", "shipment.returning": "return-to-sender", "case.opened": "case-opened", "case.overdue": "case-overdue",
  "case.resolved": null, "incident.opened": null, "incident.resolved": null, "act.done": null, "act.failed": null,
};

/**
 * Starts the merchant's Flow workflows, where there are any: Flow says which triggers a shop uses, and only those are sent.
 * Flow has no key of ours: a repeat after a lost answer can start a workflow twice.
 */
export const triggerFlow =
  ({ reads, admin, shops, transact, flow, adminUrl }: Ports): Effect<"trigger_flow"> =>
  async (item, intent, now) => {
    const handle = TRIGGER_OF[intent.news];
    if (handle === null) return { outcome: "skipped", because: "Flow has no trigger for this." };
    const use = await flow.useOf(item.shop, handle);
    if (use !== "used") return { outcome: "skipped", because: use === "unused" ? "No workflow that begins with this trigger is switched on." : "Shopify Flow has not said that a workflow uses this trigger." };
    const [about, found, shop] = await Promise.all([
      intent.caseId === null ? null : reads.caseById(item.shop, intent.caseId), intent.orderId === null ? null : reads.order(item.shop, { by: "id", orderId: intent.orderId }), shops.find(item.shop),
    ]);
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (intent.orderId !== null && found?.journey.order == null && about === null) return { outcome: "skipped", because: "The order is not known any more." };
    if (intent.caseId !== null && about === null) return { outcome: "skipped", because: "The case is not known any more." };
    if (intent.news === "case.overdue" && about?.status === "resolved") return { outcome: "skipped", because: "The case was closed before Flow was told." };
    const { members } = await transact(async (store) => (await store.work.of(item.shop)).cases);
    const told = flowTold(handle, {
      shop, now, found, about, members, orderId: intent.orderId, shipmentId: intent.shipmentId, details: intent.details ?? {}, url: (page) => adminUrl(item.shop, page),
    });
    if (told === null) return { outcome: "skipped", because: "What this was about is not known any more." };
    const answer = await admin.triggerFlow(item.shop, told.handle, told.payload);
    return answer.outcome === "accepted" ? { outcome: "sent", detail: null } : ofAdminFailure(item, answer, now);
  };

import type { CaseId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { resolve, type Resolution } from "#app/domain/workflows/case.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import type { Clock, Jobs, Transact } from "../ports.ts";

type CasePorts = { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs };
type By = Exclude<Resolution["by"], "carrier" | "hither">;

const announce = (one: Case): PlannedIntent => ({
  key: `${one.id}:webhook:resolved`,
  intent: { kind: "post_webhook", news: "case.resolved", orderId: one.orderId, shipmentId: one.shipmentId, caseId: one.id },
});

/** What became of the wish to close a case. */
export type CaseResolved = { readonly outcome: "resolved" } | { readonly outcome: "already_resolved" } | { readonly outcome: "not_found" };

/** A person closes one case. Closing it twice is answered, not repeated. */
export const resolveCase =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, caseId, by, resolution }: { readonly shop: ShopId; readonly caseId: CaseId; readonly by: By; readonly resolution: string }): Promise<CaseResolved> => {
    const outcome = await transact(async (store): Promise<CaseResolved> => {
      const now = clock();
      const one = await store.cases.find(shop, caseId);
      if (!one) return { outcome: "not_found" };
      const result = resolve(one, { by, resolution, at: now });
      if (result.outcome === "already_resolved") return { outcome: "already_resolved" };
      await store.cases.save([result.case]);
      await store.outbox.add(shop, [announce(result.case)], now);
      return { outcome: "resolved" };
    });
    if (outcome.outcome === "resolved") await jobs.wake("dispatch_outbox");
    return outcome;
  };

/** Closes every open case of an order, as the Flow action asks. None open is a success too: the wish is already true. */
export const resolveOrderCases =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, orderId, by, resolution }: { readonly shop: ShopId; readonly orderId: OrderId; readonly by: By; readonly resolution: string }): Promise<{ readonly outcome: "resolved"; readonly count: number }> => {
    const count = await transact(async (store) => {
      const now = clock();
      const closed = (await store.cases.openOfOrder(shop, orderId)).map((one) => resolve(one, { by, resolution, at: now }).case);
      await store.cases.save(closed);
      await store.outbox.add(shop, closed.map(announce), now);
      return closed.length;
    });
    if (count > 0) await jobs.wake("dispatch_outbox");
    return { outcome: "resolved", count };
  };

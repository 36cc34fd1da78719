import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, Jobs, Transact } from "../ports.ts";
import type { ShopModels } from "../queries/shop-model.ts";
import { advanceJourneys } from "./advance-journeys.ts";

/** What firing timers needs of the outside. */
export type TimerPorts = { readonly transact: Transact; readonly models: ShopModels; readonly clock: Clock; readonly jobs: Jobs };

/** Silence is news too: looks again at parcels that should have been scanned by now. Costs nothing for parcels that are not due. */
export const fireTimers =
  ({ transact, models, clock, jobs }: TimerPorts) =>
  async (limit: number): Promise<{ readonly fired: number }> => {
    const fired = await transact(async (store) => {
      const now = clock();
      const due = await store.timers.takeDue(limit, now);
      const orders = new Map<ShopId, Map<OrderId, []>>();
      for (const { shop, orderId } of due) orders.set(shop, (orders.get(shop) ?? new Map<OrderId, []>()).set(orderId, []));

      for (const [shop, ofShop] of [...orders].sort(([a], [b]) => (a < b ? -1 : 1))) await advanceJourneys(store, shop, ofShop, { models, now, mode: "live" });
      return due.length;
    });
    if (fired > 0) await jobs.wake("dispatch_outbox");
    return { fired };
  };

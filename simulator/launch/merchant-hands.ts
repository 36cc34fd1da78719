import type { PageContext } from "../pages/context.ts";
import type { Hands } from "../scenarios/director.ts";
import type { Shoppers } from "../shoppers/shoppers.ts";
import { submit } from "./as-merchant.ts";

/** What stories do to the app: shoppers look, the warehouse reports, the merchant clicks. Before the app is installed nobody clicks. */
export function createHands(context: () => PageContext, shoppers: () => Pick<Shoppers, "checkOut">): { hands: Hands; settled(): Promise<void> } {
  const clicks = new Set<Promise<void>>();
  return {
    hands: {
      checkOut: (order) => shoppers().checkOut(order),
      warehouse: (report) => context().warehouse.report(report),
      notReceived(fulfillmentId) {
        if (!context().world.installed) return;
        const click = submit(context(), `/app/shipments/${fulfillmentId}.1`, { intent: "report_not_received" })
          .then(() => undefined, (error: unknown) => console.error("simulator: the merchant could not note that a parcel was not received:", error))
          .finally(() => clicks.delete(click));
        clicks.add(click);
      },
    },
    async settled() {
      while (clicks.size > 0) await Promise.all(clicks);
    },
  };
}

import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ReadModels, ShopDirectory, TrackerRegistry } from "../ports.ts";
import { ofSending } from "./outcome.ts";

/** Asks the shop's carrier feed, if it has one, to watch a parcel. */
export const registerTracker =
  ({ reads, shops, registry }: { readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "settings">; readonly registry: TrackerRegistry }): Effect<"register_tracker"> =>
  async (item, intent, now) => {
    const { easypostApiKey } = await shops.settings(item.shop);
    if (!easypostApiKey) return { outcome: "skipped", because: "No carrier feed is connected; Shopify's own events are used." };
    const found = await reads.order(item.shop, { by: "id", orderId: intent.orderId });
    const tracking = found?.journey.shipments.find((one) => one.id === intent.shipmentId)?.tracking;
    if (!tracking?.number) return { outcome: "skipped", because: "The shipment has no tracking number." };
    return ofSending(item, await registry({ shop: item.shop, apiKey: easypostApiKey, trackingNumber: tracking.number, carrier: tracking.carrier }), now);
  };

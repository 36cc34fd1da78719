import type { Fulfillment, Order, World } from "../../world/types.ts";

/** A parcel as the desk sees it: the tracking number in whose hands it is now, and where it belongs. */
export type Parcel = { order: Order; fulfillment: Fulfillment; number: string; carrier: string; scans: readonly LastScan[] };
type LastScan = { at: string; status: string; text: string };

/** Every parcel with a tracking number, the newest first. A second number means a second carrier took over. */
export function parcelsOf(world: World): Parcel[] {
  return world.orders
    .flatMap((order) => order.fulfillments.filter((fulfillment) => fulfillment.status !== "cancelled").flatMap((fulfillment) => {
      const current = fulfillment.tracking.findLast((one) => one.number !== null);
      if (current?.number === null || current?.number === undefined) return [];
      const scans = fulfillment.events.map((event) => ({ at: event.happened_at, status: event.status, text: event.message ?? event.status }));
      return [{ order, fulfillment, number: current.number, carrier: current.company ?? "Other", scans }];
    }))
    .toSorted((a, b) => b.fulfillment.created_at.localeCompare(a.fulfillment.created_at));
}

/** What Shopify's last event says of a parcel. */
export function lastOf(parcel: Parcel): LastScan | undefined {
  return parcel.scans.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
}

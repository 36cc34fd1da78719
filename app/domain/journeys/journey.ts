import type { Estimate } from "../estimates/estimate.ts";
import type { Order } from "../orders/order.ts";
import type { OrderStep } from "../orders/order-step.ts";
import type { Scan } from "../shipments/scan.ts";
import type { Shipment } from "../shipments/shipment.ts";
import type { FulfillmentId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import type { Case } from "../workflows/case.ts";

/** Everything known about one order's way to its shopper: the unit that is loaded, advanced and saved as one. */
export type Journey = {
  readonly shop: ShopId;
  readonly orderId: OrderId;
  readonly order: Order | null; // null: a parcel was heard of before its order
  readonly steps: readonly OrderStep[]; // what the warehouse told, oldest first
  readonly shipments: readonly Shipment[];
  readonly estimates: Readonly<Record<ShipmentId, Estimate>>; // the newest of each parcel
  readonly openCases: readonly Case[];
  /** Scans of fulfillments not heard of yet; they wait here until their fulfillment is known. */
  readonly early: readonly { readonly fulfillmentId: FulfillmentId; readonly scans: readonly Scan[] }[];
};

/** Under which the date of what has not left yet is kept among the estimates: no parcel has such an id. */
export const unshippedId = (order: OrderId): ShipmentId => `order.${order}` as ShipmentId;

/** The journey of an order nothing is known of. */
export const emptyJourney = (shop: ShopId, orderId: OrderId): Journey => ({ shop, orderId, order: null, steps: [], shipments: [], estimates: {}, openCases: [], early: [] });

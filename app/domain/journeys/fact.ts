import type { Order } from "../orders/order.ts";
import type { Scan } from "../shipments/scan.ts";
import type { Tracking } from "../shipments/shipment.ts";
import type { FulfillmentId, LineId, OrderId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** A fulfillment as Shopify states it: what was sent, with which numbers. */
export type FulfillmentSnapshot = {
  readonly id: FulfillmentId;
  readonly orderId: OrderId;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelled: boolean;
  readonly tracking: readonly Tracking[];
  readonly items: readonly { readonly lineId: LineId; readonly quantity: number }[] | null; // null: this source did not say
};

/** One normalised statement about one order. Facts may come in any order and any number of times. */
export type Fact =
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "order_deleted"; readonly at: Instant }
  | { readonly kind: "fulfillment"; readonly fulfillment: FulfillmentSnapshot }
  | { readonly kind: "fulfillment_scans"; readonly fulfillmentId: FulfillmentId; readonly scans: readonly Scan[] }
  | { readonly kind: "tracking_scans"; readonly trackingNumber: string; readonly scans: readonly Scan[] };

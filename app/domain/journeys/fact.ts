import type { Order } from "../orders/order.ts";
import type { OrderStep } from "../orders/order-step.ts";
import type { Scan, Source } from "../shipments/scan.ts";
import type { Tracking } from "../shipments/shipment.ts";
import type { FulfillmentId, LineId, OrderId, ShipmentId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** A fulfillment as Shopify states it: what was sent, with which numbers. */
export type FulfillmentSnapshot = {
  readonly id: FulfillmentId;
  readonly orderId: OrderId;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelled: boolean;
  readonly locationId: string | null; // Shopify's id of where it was packed; null: this source did not say
  readonly tracking: readonly Tracking[];
  readonly items: readonly { readonly lineId: LineId; readonly quantity: number }[] | null; // null: this source did not say
};

/** One normalised statement about one order. Facts may come in any order and any number of times. */
export type Fact =
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "order_deleted"; readonly at: Instant }
  | { readonly kind: "order_steps"; readonly steps: readonly OrderStep[] }
  | { readonly kind: "fulfillment"; readonly fulfillment: FulfillmentSnapshot }
  | { readonly kind: "fulfillment_scans"; readonly fulfillmentId: FulfillmentId; readonly scans: readonly Scan[]; readonly whole: Instant | null }
  | { readonly kind: "shipment_scans"; readonly shipmentId: ShipmentId; readonly scans: readonly Scan[] }
  | ({ readonly kind: "tracking_scans"; readonly trackingNumber: string; readonly scans: readonly Scan[] } & Telling)
  /** A carrier handed the parcel to another, which carries it under a number of its own. */
  | { readonly kind: "handed_over"; readonly trackingNumber: string; readonly toldBy: Source; readonly next: { readonly number: string; readonly carrier: string | null }; readonly at: Instant };

/**
 * Who tells it and when we heard it. `whole`: when the source made this history, if the scans are everything it knows about
 * the number; what it said before and says no more is then withdrawn. Null: the scans are only news.
 */
export type Telling = { readonly source: Source; readonly heardAt: Instant; readonly whole: Instant | null };

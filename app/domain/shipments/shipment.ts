import type { FulfillmentId, LineId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";
import type { Timeline } from "./timeline.ts";

/** How a parcel is followed: who carries it, under which number, and the carrier's own page. */
export type Tracking = { readonly carrier: string | null; readonly number: string | null; readonly url: string | null };

/** One parcel on its way to a shopper: a position in a fulfillment's list of tracking numbers. */
export type Shipment = {
  readonly shop: ShopId;
  readonly id: ShipmentId;
  readonly orderId: OrderId;
  readonly fulfillmentId: FulfillmentId;
  readonly tracking: Tracking;
  readonly items: readonly { readonly lineId: LineId; readonly quantity: number }[];
  readonly createdAt: Instant; // the merchant marked it fulfilled
  readonly updatedAt: Instant; // Shopify's version of the fulfillment
  readonly cancelled: boolean;
  readonly timeline: Timeline;
  /** The quiet stretch already judged as silence, named by its beginning; a new scan starts a new stretch. */
  readonly silentSince: Instant | null;
};

/** Carriers' numbers compared without the spaces, dashes and case people type. */
export const normalTrackingNumber = (number: string): string => number.replaceAll(/[\s-]/g, "").toUpperCase();

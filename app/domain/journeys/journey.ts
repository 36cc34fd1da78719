import { NOTHING_CONCLUDED, type Concluded } from "../decisions/concluded.ts";
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
  readonly promised: Readonly<Record<ShipmentId, Estimate>>; // the first of each
  readonly concluded: Readonly<Record<ShipmentId, Concluded>>; // what was decided about each and still holds; missing: nothing
  readonly openCases: readonly Case[];
  readonly endedCases: readonly Case[]; // resolved ones: trouble that comes back is the same case
  readonly lateBefore: number; // this shopper's earlier parcels that came later than promised
  /** Scans of fulfillments not heard of yet; they wait here until their fulfillment is known. */
  readonly early: readonly { readonly fulfillmentId: FulfillmentId; readonly scans: readonly Scan[] }[];
};

/** Under which the date of what has not left yet is kept among the estimates: no parcel has such an id. */
export const unshippedId = (order: OrderId): ShipmentId => `order.${order}` as ShipmentId;

/** The journey of an order nothing is known of. */
export const emptyJourney = (shop: ShopId, orderId: OrderId): Journey => ({ shop, orderId, order: null, steps: [], shipments: [], estimates: {}, promised: {}, concluded: {}, openCases: [], endedCases: [], lateBefore: 0, early: [] });

/** What was concluded about a parcel, or about what waits to be sent. */
export const concludedOf = ({ concluded }: Pick<Journey, "concluded">, id: ShipmentId): Concluded => concluded[id] ?? NOTHING_CONCLUDED;

/** What was said first: with the order, before anybody knew of a parcel; of orders older than that, the parcel's own first. */
export const promisedOf = ({ promised, orderId }: Pick<Journey, "promised" | "orderId">, id: ShipmentId): Estimate | null => promised[unshippedId(orderId)] ?? promised[id] ?? null;

import type { Estimate } from "../../estimates/estimate.ts";
import type { Order } from "../../orders/order.ts";
import type { OrderStep } from "../../orders/order-step.ts";
import type { OrderId, ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import type { Scan } from "../../shipments/scan.ts";
import type { Shipment } from "../../shipments/shipment.ts";
import type { OrderPast } from "../../workflows/rules/situation.ts";

/** A date as it was recorded when it was given, oldest first. */
export type RecordedDate = { readonly at: Instant; readonly estimate: Estimate };

/** A parcel as recorded: as it is known today, what was said of it and when we heard that, and its dates. */
export type PastShipment = {
  readonly shipment: Shipment;
  /** What happened before its source could tell us counts as heard when it happened. */
  readonly heard: readonly { readonly at: Instant; readonly scan: Scan }[];
  readonly dates: readonly RecordedDate[];
};

/** Everything recorded of one order that decisions rest on. */
export type PastOrder = {
  readonly shop: ShopId; readonly orderId: OrderId; readonly order: Order | null; readonly steps: readonly OrderStep[]; readonly shipments: readonly PastShipment[];
  readonly dates: readonly RecordedDate[]; // of what had not left yet
  readonly past: OrderPast;
};

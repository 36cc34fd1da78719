import { randomHex } from "../random.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import { requireOrder } from "../store.ts";
import type { FulfillmentHold, FulfillmentOrder } from "../types.ts";
import { fulfillmentOrderHoldBody } from "../../shopify/bodies/fulfillment-order.ts";
import { orderChanged } from "./orders.ts";

/** Stops a location from sending: `fulfillment_orders/placed_on_hold`, `orders/updated`. */
export function placeHold(
  kernel: Kernel, fulfillmentOrder: FulfillmentOrder, input: { reason: string; reason_notes: string | null; handle: string | null; external_id: string | null; held_by_app: boolean },
): FulfillmentHold {
  const stamp = utcSeconds(kernel.now());
  const hold: FulfillmentHold = { id: kernel.nextId("FulfillmentHold"), ...input, handle: input.handle ?? randomHex(kernel.random, 12) };
  fulfillmentOrder.holds.push(hold);
  fulfillmentOrder.status = "on_hold";
  touch(fulfillmentOrder, stamp);
  kernel.publish("fulfillment_orders/placed_on_hold", () => fulfillmentOrderHoldBody(fulfillmentOrder));
  orderChanged(kernel, requireOrder(kernel.store, fulfillmentOrder.orderId), stamp);
  return hold;
}

/** Lets a location send again: `fulfillment_orders/hold_released`, `orders/updated`. Without ids every hold goes. */
export function releaseHolds(kernel: Kernel, fulfillmentOrder: FulfillmentOrder, ids?: readonly string[]): void {
  const stamp = utcSeconds(kernel.now());
  fulfillmentOrder.holds = ids === undefined ? [] : fulfillmentOrder.holds.filter((hold) => !ids.includes(hold.id));
  if (fulfillmentOrder.holds.length === 0) fulfillmentOrder.status = fulfillmentOrder.fulfillmentIds.length > 0 ? "in_progress" : "open";
  touch(fulfillmentOrder, stamp);
  kernel.publish("fulfillment_orders/hold_released", () => fulfillmentOrderHoldBody(fulfillmentOrder));
  orderChanged(kernel, requireOrder(kernel.store, fulfillmentOrder.orderId), stamp);
}

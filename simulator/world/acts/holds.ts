import { randomHex } from "../random.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import { requireOrder } from "../store.ts";
import type { FulfillmentHold, FulfillmentOrder } from "../types.ts";
import { fulfillmentHoldBody, fulfillmentOrderHoldBody } from "../../shopify/bodies/fulfillment-order.ts";
import { orderChanged } from "./orders.ts";

/** Stops a location from sending: `fulfillment_orders/placed_on_hold`, `fulfillment_holds/added`, `orders/updated`. */
export function placeHold(
  kernel: Kernel, fulfillmentOrder: FulfillmentOrder, input: { reason: string; reason_notes: string | null; handle: string | null; external_id: string | null; held_by_app: boolean },
): FulfillmentHold {
  const stamp = utcSeconds(kernel.now());
  const hold: FulfillmentHold = { id: kernel.nextId("FulfillmentHold"), ...input, handle: input.handle ?? randomHex(kernel.random, 12) };
  fulfillmentOrder.holds.push(hold);
  fulfillmentOrder.status = "on_hold";
  touch(fulfillmentOrder, stamp);
  kernel.publish("fulfillment_orders/placed_on_hold", () => fulfillmentOrderHoldBody(fulfillmentOrder));
  kernel.publish("fulfillment_holds/added", () => fulfillmentHoldBody(fulfillmentOrder, hold));
  orderChanged(kernel, requireOrder(kernel.store, fulfillmentOrder.orderId), stamp);
  return hold;
}

/** Lets a location send again: `fulfillment_holds/released`, `fulfillment_orders/hold_released`, `orders/updated`. Without ids every hold goes. */
export function releaseHolds(kernel: Kernel, fulfillmentOrder: FulfillmentOrder, ids?: readonly string[]): void {
  const stamp = utcSeconds(kernel.now());
  const released = fulfillmentOrder.holds.filter((hold) => ids === undefined || ids.includes(hold.id));
  if (released.length === 0) return;
  fulfillmentOrder.holds = fulfillmentOrder.holds.filter((hold) => !released.includes(hold));
  if (fulfillmentOrder.holds.length === 0) fulfillmentOrder.status = fulfillmentOrder.fulfillmentIds.length > 0 ? "in_progress" : "open";
  touch(fulfillmentOrder, stamp);
  for (const hold of released) kernel.publish("fulfillment_holds/released", () => fulfillmentHoldBody(fulfillmentOrder, hold));
  kernel.publish("fulfillment_orders/hold_released", () => fulfillmentOrderHoldBody(fulfillmentOrder));
  orderChanged(kernel, requireOrder(kernel.store, fulfillmentOrder.orderId), stamp);
}

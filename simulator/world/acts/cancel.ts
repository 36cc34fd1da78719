import { orderBody } from "../../shopify/bodies/order.ts";
import { refundedQuantity, totals, unfulfilledQuantity } from "../derive.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import { requireOrder } from "../store.ts";
import type { Order } from "../types.ts";
import { addNotice } from "./notices.ts";
import { refundOrder } from "./refunds.ts";

/** How an order is called off. `refund` is where the shopper's money goes. */
export type Cancellation = { reason?: string; refund?: "payment" | "store credit" | "none"; restock?: boolean; notify?: boolean; staffNote?: string | null; storeCreditExpiresAt?: string | null };

/**
 * Cancels the order and what nobody sent yet: `orders/cancelled`, `refunds/create` where money goes back, `orders/updated`. By
 * default as the admin's form does it: money back, goods back on the shelf. Cancelling twice changes nothing.
 */
export function cancelOrder(kernel: Kernel, orderId: string, cancellation: Cancellation = {}): Order {
  const order = requireOrder(kernel.store, orderId);
  if (order.cancelled_at !== null) return order;
  const { reason = "customer", refund = "payment", restock = true, notify = false, staffNote = null, storeCreditExpiresAt = null } = cancellation;
  const stamp = utcSeconds(kernel.now());
  const unsent = order.lines.map((line) => ({ lineItemId: line.id, quantity: Math.min(unfulfilledQuantity(order, line.id), line.quantity - refundedQuantity(order, line.id)), restockType: restock ? "cancel" : "no_restock" }));
  const owed = Math.max(0, order.paid - totals(order).refunded);
  order.cancelled_at = stamp;
  order.closed_at = stamp;
  order.cancel_reason = reason;
  order.cancel_note = staffNote;
  if (refund !== "none" && (owed > 0 || restock)) {
    refundOrder(kernel, order.id, {
      lines: unsent.filter((line) => line.quantity > 0), note: null, shipping: 0, event: "ORDER_CANCELLATION", storeCreditExpiresAt,
      ...(refund === "payment" ? { toPayment: owed } : { toStoreCredit: owed }),
    });
  }
  for (const one of order.fulfillment_orders) {
    if (one.status === "closed" && one.fulfillmentIds.length > 0) continue;
    one.status = "cancelled";
    one.holds = [];
    touch(one, stamp);
  }
  if (notify) addNotice(order, stamp, "Order cancelled");
  touch(order, stamp);
  kernel.changed();
  kernel.publish("orders/cancelled", () => orderBody(kernel, order));
  kernel.publish("orders/updated", () => orderBody(kernel, order));
  return order;
}

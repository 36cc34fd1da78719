import { refundBody } from "../../shopify/bodies/refund.ts";
import { orderBody } from "../../shopify/bodies/order.ts";
import { transactionBody } from "../../shopify/bodies/transaction.ts";
import { GATEWAY, paymentOf, price, STORE_CREDIT_GATEWAY, totals } from "../derive.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import { requireOrder } from "../store.ts";
import type { Order, OrderTransaction, Refund } from "../types.ts";
import { addNotice } from "./notices.ts";
import { creditAccount } from "./store-credit.ts";

/** What is given back: lines that are counted as refunded, and money in cents, which is another matter: lines alone move none. */
export type NewRefund = {
  lines: Refund["lines"]; note: string | null; toPayment?: number; toStoreCredit?: number; shipping?: number; storeCreditExpiresAt?: string | null; notify?: boolean;
  event?: "ORDER_REFUND" | "ORDER_CANCELLATION";
};

/** Puts what comes back, or never left, on the shelf again, and takes what never left off the list of what is still to send. */
function restock(kernel: Kernel, order: Order, line: Refund["lines"][number], stamp: string): void {
  if (line.restockType === "no_restock") return;
  const variantId = order.lines.find((one) => one.id === line.lineItemId)?.variantId ?? "";
  kernel.store.stock.set(variantId, (kernel.store.stock.get(variantId) ?? 0) + line.quantity);
  if (line.restockType !== "cancel") return;
  let off = line.quantity;
  for (const one of order.fulfillment_orders) {
    if (one.status === "closed" || one.status === "cancelled") continue;
    for (const open of one.lines) {
      if (open.lineItemId !== line.lineItemId) continue;
      const taken = Math.min(off, open.remaining);
      open.remaining -= taken;
      off -= taken;
    }
    if (one.lines.every((open) => open.remaining === 0)) one.status = "closed";
    touch(one, stamp);
  }
}

/** Gives money back: `refunds/create`, `order_transactions/create` for each transaction, `orders/updated`. */
export function refundOrder(kernel: Kernel, orderId: string, input: NewRefund): Refund {
  const order = requireOrder(kernel.store, orderId);
  const stamp = utcSeconds(kernel.now());
  const transaction = (amount: number | undefined, gateway: string): OrderTransaction[] =>
    amount === undefined || amount === 0 ? [] : [{ id: kernel.nextId("OrderTransaction"), kind: "refund", amount: price(amount), gateway, parentId: paymentOf(order)?.id ?? null, created_at: stamp }];
  const transactions = [...transaction(input.toPayment, GATEWAY), ...transaction(input.toStoreCredit, STORE_CREDIT_GATEWAY)];
  const amount = (input.toPayment ?? 0) + (input.toStoreCredit ?? 0);
  const refund: Refund = { id: kernel.nextId("Refund"), orderId, created_at: stamp, note: input.note, amount: price(amount), shipping: price(input.shipping ?? 0), lines: input.lines, transactions };
  order.refunds.push(refund);
  if (totals(order).refunded > 0) order.financial_status = totals(order).refunded >= order.paid ? "refunded" : "partially_refunded";
  for (const line of input.lines) restock(kernel, order, line, stamp);
  if (input.toStoreCredit) creditAccount(kernel, order.customerId, { amount: input.toStoreCredit, expires_at: input.storeCreditExpiresAt ?? null, event: input.event ?? "ORDER_REFUND", orderId, notify: false });
  if (input.notify === true) addNotice(order, stamp, `Refund of ${refund.amount} ${order.currency}`);
  touch(order, stamp);
  kernel.changed();
  kernel.publish("refunds/create", () => refundBody(kernel, order, refund));
  for (const one of transactions) kernel.publish("order_transactions/create", () => transactionBody(kernel, order, one));
  kernel.publish("orders/updated", () => orderBody(kernel, order));
  return refund;
}

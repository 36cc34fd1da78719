import type { Fulfillment, FulfillmentEventStatus, LineItem, Order, OrderTransaction, TrackingInfo } from "./types.ts";

/** Cents of a decimal price such as `48.00`. */
export function cents(price: string): number {
  return Math.round(Number(price) * 100);
}

/** A decimal price with two places. */
export function price(amount: number): string {
  return (amount / 100).toFixed(2);
}

/** What a line costs in cents after every discount. */
export const lineTotal = (line: LineItem): number => cents(line.price) * line.quantity - (line.discounts?.line ?? 0) - (line.discounts?.order ?? 0);

/** The order's sums, in cents: the goods before and after discounts, what was paid, and what is still owed (below 0: owed to the shopper). */
export function totals(order: Order): { goods: number; discounts: number; subtotal: number; shipping: number; tax: number; total: number; refunded: number; outstanding: number } {
  const goods = order.lines.reduce((sum, line) => sum + cents(line.price) * line.quantity, 0);
  const subtotal = order.lines.reduce((sum, line) => sum + lineTotal(line), 0);
  const shipping = cents(order.shipping_line.price);
  const refunded = order.refunds.reduce((sum, refund) => sum + cents(refund.amount), 0);
  const total = subtotal + shipping + order.tax;
  return { goods, discounts: goods - subtotal, subtotal, shipping, tax: order.tax, total, refunded, outstanding: total - order.paid };
}

/** How many of a line were refunded, sent or not. */
export const refundedQuantity = (order: Order, lineItemId: string): number =>
  order.refunds.flatMap((one) => one.lines).reduce((sum, one) => sum + (one.lineItemId === lineItemId ? one.quantity : 0), 0);

/** What a quantity of a line is worth in cents; refunded piece by piece, the pieces add up to the line. */
export function lineRefund(order: Order, line: LineItem, quantity: number, already = refundedQuantity(order, line.id)): number {
  const upTo = (pieces: number): number => Math.floor((lineTotal(line) * pieces) / line.quantity);
  return upTo(already + quantity) - upTo(already);
}

/** The shop's only payment provider, and Shopify's name for its own store credit. */
export const GATEWAY = "bogus";
/** Gateway of refunds that became store credit. */
export const STORE_CREDIT_GATEWAY = "shopify_store_credit";

/** The shopper's payment; null for an order that cost nothing. */
export function paymentOf(order: Order): OrderTransaction | null {
  return order.paid === 0 ? null : { id: (BigInt(order.id) + 2n).toString(), kind: "sale", amount: price(order.paid), gateway: GATEWAY, parentId: null, created_at: order.processed_at };
}

/** Every payment and refund of an order, oldest first. */
export function transactionsOf(order: Order): OrderTransaction[] {
  const payment = paymentOf(order);
  return [...(payment === null ? [] : [payment]), ...order.refunds.flatMap((one) => one.transactions)];
}

/** What may still be given back for shipping, in cents. */
export const refundableShipping = (order: Order): number => totals(order).shipping - order.refunds.reduce((sum, one) => sum + cents(one.shipping), 0);

/** How many of a line are on their way: cancelled fulfillments do not count. */
export function fulfilledQuantity(order: Order, lineItemId: string): number {
  let quantity = 0;
  for (const fulfillment of order.fulfillments) {
    if (fulfillment.status === "cancelled") continue;
    for (const line of fulfillment.lines) if (line.lineItemId === lineItemId) quantity += line.quantity;
  }
  return quantity;
}

/** How many of a line were refunded instead of sent. */
const takenOff = (order: Order, lineItemId: string): number =>
  order.refunds.flatMap((one) => one.lines).reduce((sum, one) => sum + (one.lineItemId === lineItemId && one.restockType === "cancel" ? one.quantity : 0), 0);

/** How many of a line nobody sent yet. A cancelled order sends nothing more. */
export function unfulfilledQuantity(order: Order, lineItemId: string): number {
  if (order.cancelled_at !== null) return 0;
  const line = order.lines.find((one) => one.id === lineItemId);
  return line === undefined ? 0 : Math.max(0, line.quantity - fulfilledQuantity(order, lineItemId) - takenOff(order, lineItemId));
}

/** The order's `fulfillment_status` as webhook bodies write it. */
export function fulfillmentStatus(order: Order): "fulfilled" | "partial" | null {
  let sent = 0;
  let ordered = 0;
  for (const line of order.lines) {
    ordered += line.quantity;
    sent += fulfilledQuantity(order, line.id);
  }
  if (sent === 0) return null;
  return sent >= ordered ? "fulfilled" : "partial";
}

/** The order's `displayFulfillmentStatus` as GraphQL writes it. */
export function displayFulfillmentStatus(order: Order): "FULFILLED" | "PARTIALLY_FULFILLED" | "ON_HOLD" | "UNFULFILLED" {
  const status = fulfillmentStatus(order);
  if (status === "fulfilled") return "FULFILLED";
  if (status === "partial") return "PARTIALLY_FULFILLED";
  return order.fulfillment_orders.some((one) => one.status === "on_hold") ? "ON_HOLD" : "UNFULFILLED";
}

/** Status of the event that happened last; null before the first. Events are kept in the order they happened. */
export function shipmentStatus(fulfillment: Fulfillment): FulfillmentEventStatus | null {
  return fulfillment.events.at(-1)?.status ?? null;
}

/** When the parcel first reached a status, or null. */
export function firstAt(fulfillment: Fulfillment, status: FulfillmentEventStatus): string | null {
  return fulfillment.events.find((event) => event.status === status)?.happened_at ?? null;
}

/** The carrier's latest word on when the parcel will arrive. */
export function estimatedDeliveryAt(fulfillment: Fulfillment): string | null {
  return fulfillment.events.findLast((event) => event.estimated_delivery_at !== null)?.estimated_delivery_at ?? null;
}

const TRACKING_PAGES: Record<string, (number: string) => string> = {
  UPS: (number) => `https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=${number}`,
  USPS: (number) => `https://tools.usps.com/go/TrackConfirmAction.action?tLabels=${number}`,
  FedEx: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  "DHL Express": (number) => `https://www.dhl.com/us-en/home/tracking.html?tracking-id=${number}`,
};

/** The tracking page Shopify links for the carriers it knows, unless the merchant gave one. */
export function trackingUrl(tracking: TrackingInfo): string | null {
  if (tracking.url !== null) return tracking.url;
  const page = tracking.company === null ? undefined : TRACKING_PAGES[tracking.company];
  return page === undefined || tracking.number === null ? null : page(encodeURIComponent(tracking.number));
}

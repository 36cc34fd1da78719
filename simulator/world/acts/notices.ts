import type { Order } from "../types.ts";

/** Notes a message that Shopify itself wrote to the shopper; the pretend Shopify sends no mail of its own. */
export function addNotice(order: Order, at: string, text: string): void {
  order.notices.push({ at, text });
}

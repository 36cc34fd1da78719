import { cents, lineTotal } from "../../world/derive.ts";
import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Order, Refund } from "../../world/types.ts";
import { lineItemBody } from "./line-item.ts";
import { type JsonObject, localTime, moneySet } from "./parts.ts";
import { transactionBody } from "./transaction.ts";

function shippingOf(order: Order, refund: Refund): JsonObject[] {
  const amount = cents(refund.shipping);
  return amount === 0 ? [] : [{ id: BigInt(refund.id) + 1n, shipping_line_id: BigInt(order.id) + 1n, subtotal_amount_set: moneySet(order.currency, amount), tax_amount_set: moneySet(order.currency, 0) }];
}

/** Body of `refunds/create`, also nested in an order's body. */
export function refundBody(kernel: Kernel, order: Order, refund: Refund): JsonObject {
  const at = localTime(kernel, refund.created_at);
  return {
    id: BigInt(refund.id), order_id: BigInt(order.id), created_at: at, note: refund.note, user_id: null, processed_at: at, duties: [],
    total_duties_set: moneySet(order.currency, 0), return: null, refund_shipping_lines: shippingOf(order, refund),
    restock: refund.lines.some((line) => line.restockType !== "no_restock"), admin_graphql_api_id: gid("Refund", refund.id), order_adjustments: [],
    refund_line_items: refund.lines.flatMap((one, index) => {
      const line = order.lines.find((other) => other.id === one.lineItemId);
      if (line === undefined) return [];
      const subtotal = Math.floor((lineTotal(line) * one.quantity) / line.quantity);
      return [{
        id: BigInt(refund.id) * 10n + BigInt(index), quantity: one.quantity, line_item_id: BigInt(line.id), location_id: null,
        restock_type: one.restockType, subtotal: subtotal / 100, total_tax: 0, subtotal_set: moneySet(order.currency, subtotal),
        total_tax_set: moneySet(order.currency, 0), line_item: lineItemBody(order, line),
      }];
    }),
    transactions: refund.transactions.map((one) => transactionBody(kernel, order, one)),
  };
}

import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Order, OrderTransaction } from "../../world/types.ts";
import { type JsonObject, localTime } from "./parts.ts";

/** Body of `order_transactions/create`, also nested in a refund's body. */
export function transactionBody(kernel: Kernel, order: Order, transaction: OrderTransaction): JsonObject {
  const at = localTime(kernel, transaction.created_at);
  const unsettled = { amount: "0.0", currency: order.currency };
  return {
    id: BigInt(transaction.id), order_id: BigInt(order.id), kind: transaction.kind, gateway: transaction.gateway, status: "success", message: null, created_at: at,
    test: false, authorization: null, location_id: null, user_id: null, parent_id: transaction.parentId === null ? null : BigInt(transaction.parentId), processed_at: at,
    device_id: null, error_code: null, source_name: order.source, payment_details: null, receipt: {}, amount: transaction.amount, currency: order.currency,
    payment_id: `${order.name}.${transaction.kind === "sale" ? 1 : 2}`, total_unsettled_set: { presentment_money: unsettled, shop_money: { ...unsettled } }, manual_payment_gateway: false,
    amount_rounding: null, admin_graphql_api_id: gid("OrderTransaction", transaction.id),
  };
}

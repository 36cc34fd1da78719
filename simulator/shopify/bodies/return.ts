import { gid } from "../../world/ids.ts";
import type { Order, Return } from "../../world/types.ts";
import type { JsonObject } from "./parts.ts";

/** Body of `returns/approve`. */
export function returnBody(order: Order, opened: Return): JsonObject {
  return {
    id: BigInt(opened.id), admin_graphql_api_id: gid("Return", opened.id), status: opened.status,
    order: { id: BigInt(order.id), admin_graphql_api_id: gid("Order", order.id) },
    total_return_line_items: opened.lines.reduce((sum, line) => sum + line.quantity, 0), name: opened.name,
    return_line_items: opened.lines.map((line) => ({
      id: BigInt(line.id), admin_graphql_api_id: gid("ReturnLineItem", line.id), quantity: line.quantity, return_reason: line.reason.toLowerCase(), return_reason_note: line.reason_note, customer_note: null,
      fulfillment_line_item: { id: BigInt(`${line.fulfillmentId}${line.fulfillmentLineIndex}`), admin_graphql_api_id: gid("FulfillmentLineItem", `${line.fulfillmentId}${line.fulfillmentLineIndex}`) },
    })),
    return_shipping_fees: [], exchange_line_items: [], total_exchange_line_items: 0,
  };
}

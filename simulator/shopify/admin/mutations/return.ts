import { openReturn, returnableQuantity } from "../../../world/acts/returns.ts";
import type { Order } from "../../../world/types.ts";
import { notImplemented } from "../errors.ts";
import { returnReason } from "../resolvers/return.ts";
import type { Fields } from "../state.ts";
import { findOrder, idIn } from "./find.ts";
import { refused, type UserError } from "./user-errors.ts";

type LineInput = { fulfillmentLineItemId: string; quantity: number; returnReason?: string | null; returnReasonDefinitionId?: string | null; returnReasonNote?: string | null; restockingFee?: unknown };
type ReturnInput = { orderId: string; returnLineItems: LineInput[]; exchangeLineItems?: unknown[] | null; returnShippingFee?: unknown; notifyCustomer?: boolean | null; requestedAt?: string | null };

/** The fulfillment and the place of the line a `FulfillmentLineItem` id names; ids are the fulfillment's with the place behind it. */
function placeOf(order: Order, globalId: string): { fulfillmentId: string; fulfillmentLineIndex: number } | null {
  const id = idIn(globalId, "FulfillmentLineItem");
  for (const one of order.fulfillments) for (const index of one.lines.keys()) if (id === `${one.id}${index}`) return { fulfillmentId: one.id, fulfillmentLineIndex: index };
  return null;
}

/** Taking goods back. Sentences and codes about lines are recorded. */
export const returnMutations: Fields<unknown> = {
  returnCreate(_root, args, context) {
    const input = args["returnInput"] as ReturnInput;
    const order = findOrder(context, input.orderId);
    if (order === null) return refused(["return"], { field: ["returnInput", "orderId"], message: "Order was not found.", code: "NOT_FOUND" });
    if ((input.exchangeLineItems ?? []).length > 0 || input.returnShippingFee || input.returnLineItems.some((line) => line.restockingFee)) throw notImplemented("returnCreate with exchanges or fees");
    if (input.returnLineItems.length === 0) return refused(["return"], { field: ["returnInput", "returnLineItems"], message: "Return line items can't be blank", code: "BLANK" });
    const taken = new Map<string, number>();
    const lines = input.returnLineItems.map((line, index) => {
      const field = (name: string): string[] => ["returnInput", "returnLineItems", String(index), name];
      const place = placeOf(order, line.fulfillmentLineItemId);
      if (place === null) return { error: { field: field("fulfillmentLineItemId"), message: "Fulfillment Line Item was not found.", code: "NOT_FOUND" } };
      const before = taken.get(line.fulfillmentLineItemId) ?? 0;
      taken.set(line.fulfillmentLineItemId, before + line.quantity);
      if (line.quantity < 1 || line.quantity + before > returnableQuantity(order, place.fulfillmentId, place.fulfillmentLineIndex)) return { error: { field: field("quantity"), message: "Return line item has an invalid quantity.", code: "INVALID" } };
      const reason = line.returnReasonDefinitionId ? returnReason(line.returnReasonDefinitionId) : (line.returnReason ?? "UNKNOWN");
      if (reason === null) return { error: { field: field("returnReasonDefinitionId"), message: "Return reason definition was not found.", code: "NOT_FOUND" } };
      return { line: { ...place, quantity: line.quantity, reason, reason_note: line.returnReasonNote ?? "" } };
    });
    const errors = lines.flatMap((one): UserError[] => (one.error === undefined ? [] : [one.error]));
    if (errors.length > 0) return refused(["return"], ...errors);
    return { return: openReturn(context.state.kernel, order, lines.flatMap((one) => (one.line === undefined ? [] : [one.line]))), userErrors: [] };
  },
};

import { returnableQuantity } from "../../../world/acts/returns.ts";
import { gid, parseGid } from "../../../world/ids.ts";
import type { Fulfillment, Order, Return as ReturnRecord } from "../../../world/types.ts";
import { typed } from "../records.ts";
import { type AdminContext, byId, connection, type Fields, NOTHING } from "../state.ts";

/** Shopify's standard reasons as the pretend shop has them; real ids differ from shop to shop. */
const REASONS = ["UNKNOWN", "UNWANTED", "DEFECTIVE", "NOT_AS_DESCRIBED", "WRONG_ITEM", "OTHER"].map((reason, index) => ({
  reason, id: gid("ReturnReasonDefinition", String(index + 1)), handle: reason.toLowerCase().replaceAll("_", "-"), name: reason.charAt(0) + reason.slice(1).toLowerCase().replaceAll("_", " "), deleted: false,
}));

/** The reason a definition's global id stands for, or null when there is none. */
export const returnReason = (definitionId: string): string | null => REASONS.find((one) => one.id === definitionId)?.reason ?? null;

/** All reasons, for `returnReasonDefinitions`. */
export const returnReasons = byId(REASONS, (one) => parseGid(one.id)?.id ?? "0");

type LineOfReturn = { order: Order; line: ReturnRecord["lines"][number] };
/** A fulfillment of which something may come back. */
export type Returnable = { order: Order; fulfillment: Fulfillment };

function orderOf(context: AdminContext, record: ReturnRecord): Order {
  const order = context.state.kernel.store.ordersById.get(record.orderId);
  if (order === undefined) throw new Error(`Return ${record.name} belongs to no order`);
  return order;
}

export const Return: Fields<ReturnRecord> = {
  id: (one) => gid("Return", one.id),
  name: (one) => one.name,
  status: (one) => one.status.toUpperCase(),
  createdAt: (one) => one.created_at,
  requestApprovedAt: () => null,
  closedAt: () => null,
  decline: () => null,
  order: (one, _args, context) => orderOf(context, one),
  totalQuantity: (one) => one.lines.reduce((sum, line) => sum + line.quantity, 0),
  returnShippingFees: () => [],
  refunds: (_one, args, context, info) => connection(NOTHING, args, context, info),
  exchangeLineItems: (_one, args, context, info) => connection(NOTHING, args, context, info),
  returnLineItems(one, args, context, info) {
    const order = orderOf(context, one);
    const lines = one.lines.map((line) => typed({ type: "ReturnLineItem", record: { order, line } })) as LineOfReturn[];
    return connection(byId(lines, (each) => each.line.id), args, context, info);
  },
};

export const ReturnLineItem: Fields<LineOfReturn> = {
  id: ({ line }) => gid("ReturnLineItem", line.id),
  quantity: ({ line }) => line.quantity,
  processableQuantity: ({ line }) => line.quantity,
  unprocessedQuantity: ({ line }) => line.quantity,
  processedQuantity: () => 0,
  refundableQuantity: ({ line }) => line.quantity,
  refundedQuantity: () => 0,
  customerNote: () => null,
  returnReason: ({ line }) => line.reason,
  returnReasonDefinition: ({ line }) => REASONS.find((one) => one.reason === line.reason) ?? null,
  returnReasonNote: ({ line }) => line.reason_note,
  restockingFee: () => null,
  fulfillmentLineItem: ({ order, line }) => ({ order, fulfillment: order.fulfillments.find((one) => one.id === line.fulfillmentId), index: line.fulfillmentLineIndex }),
};

/** The fulfillments of an order of which something may still come back. */
export const returnables = (order: Order): Returnable[] =>
  order.fulfillments.filter((one) => one.lines.some((_line, index) => returnableQuantity(order, one.id, index) > 0)).map((fulfillment) => ({ order, fulfillment }));

export const ReturnableFulfillment: Fields<Returnable> = {
  id: ({ fulfillment }) => gid("ReturnableFulfillment", fulfillment.id),
  fulfillment: ({ fulfillment }) => fulfillment,
  returnableFulfillmentLineItems({ order, fulfillment }, args, context, info) {
    const lines = fulfillment.lines.map((_line, index) => ({ quantity: returnableQuantity(order, fulfillment.id, index), fulfillmentLineItem: { order, fulfillment, index } })).filter((one) => one.quantity > 0);
    return connection({ items: lines, positionOf: (one) => ({ value: one.fulfillmentLineItem.index, id: 0n }) }, args, context, info);
  },
};

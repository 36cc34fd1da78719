import { cents, GATEWAY, lineRefund, paymentOf, price, refundableShipping, refundedQuantity, totals, transactionsOf, unfulfilledQuantity } from "../../../world/derive.ts";
import { gid, parseGid } from "../../../world/ids.ts";
import type { Order, OrderTransaction as TransactionRecord, Refund as RefundRecord } from "../../../world/types.ts";
import { apiError, notImplemented } from "../errors.ts";
import { typed } from "../records.ts";
import { type Args, byId, connection, type Fields, NOTHING } from "../state.ts";
import { moneyBag } from "./parts.ts";

/** Something refunded of a line, or suggested to be: a suggestion has no id. */
type RefundedLine = { order: Order; id: string | null; lineItemId: string; quantity: number; restockType: string; already: number };
/** A transaction with its order. */
export type TransactionOfOrder = { order: Order; transaction: TransactionRecord };
/** What Shopify suggests to give back. */
type Suggestion = { order: Order; lines: RefundedLine[]; shipping: number; toStoreCredit: boolean };

const orderOf = (refund: RefundRecord, orders: ReadonlyMap<string, Order>): Order => {
  const order = orders.get(refund.orderId);
  if (order === undefined) throw new Error(`Refund ${refund.id} belongs to no order`);
  return order;
};
const lineOf = ({ order, lineItemId }: RefundedLine) => {
  const line = order.lines.find((one) => one.id === lineItemId);
  if (line === undefined) throw new Error(`Order ${order.name} has no line ${lineItemId}`);
  return line;
};
const worth = (one: RefundedLine): number => lineRefund(one.order, lineOf(one), one.quantity, one.already);

export const Refund: Fields<RefundRecord> = {
  id: (refund) => gid("Refund", refund.id),
  legacyResourceId: (refund) => refund.id,
  createdAt: (refund) => refund.created_at,
  updatedAt: (refund) => refund.created_at,
  processedAt: (refund) => refund.created_at,
  note: (refund) => refund.note,
  duties: () => [],
  return: () => null,
  orderAdjustments: (_refund, args, context, info) => connection(NOTHING, args, context, info),
  order: (refund, _args, { state }) => orderOf(refund, state.kernel.store.ordersById),
  totalRefundedSet: (refund, _args, { state }) => moneyBag(state.kernel.shop.currency, cents(refund.amount)),
  refundLineItems(refund, args, context, info) {
    const order = orderOf(refund, context.state.kernel.store.ordersById);
    const earlier = order.refunds.slice(0, order.refunds.indexOf(refund)).flatMap((one) => one.lines);
    const lines = refund.lines.map((line, index): RefundedLine => ({ ...line, order, id: `${refund.id}${index}`, already: earlier.reduce((sum, one) => sum + (one.lineItemId === line.lineItemId ? one.quantity : 0), 0) }));
    return connection({ items: lines, positionOf: (one) => ({ value: 0, id: BigInt(one.id ?? "0") }) }, args, context, info);
  },
  refundShippingLines(refund, args, context, info) {
    const order = orderOf(refund, context.state.kernel.store.ordersById);
    const amount = cents(refund.shipping);
    const line = { id: gid("RefundShippingLine", (BigInt(refund.id) + 1n).toString()), shippingLine: order, subtotalAmountSet: moneyBag(order.currency, amount), taxAmountSet: moneyBag(order.currency, 0) };
    return connection({ items: amount === 0 ? [] : [line], positionOf: () => ({ value: 0, id: 1n }) }, args, context, info);
  },
  transactions(refund, args, context, info) {
    const order = orderOf(refund, context.state.kernel.store.ordersById);
    return connection(byId(refund.transactions.map((transaction): TransactionOfOrder => ({ order, transaction })), (one) => one.transaction.id), args, context, info);
  },
};

export const RefundLineItem: Fields<RefundedLine> = {
  id: ({ id }) => (id === null ? null : gid("RefundLineItem", id)),
  quantity: ({ quantity }) => quantity,
  restockType: ({ restockType }) => restockType.toUpperCase(),
  restocked: ({ restockType }) => restockType !== "no_restock",
  location: ({ order, restockType }, _args, { state }) => (restockType === "no_restock" ? null : (state.kernel.locations.find((one) => one.id === order.fulfillment_orders[0]?.locationId) ?? null)),
  lineItem: (one) => ({ order: one.order, line: lineOf(one) }),
  priceSet: (one) => moneyBag(one.order.currency, one.quantity === 0 ? 0 : Math.round(worth(one) / one.quantity)),
  subtotalSet: (one) => moneyBag(one.order.currency, worth(one)),
  totalTaxSet: ({ order }) => moneyBag(order.currency, 0),
};

export const OrderTransaction: Fields<TransactionOfOrder> = {
  id: ({ transaction }) => gid("OrderTransaction", transaction.id),
  kind: ({ transaction }) => transaction.kind.toUpperCase(),
  status: () => "SUCCESS",
  gateway: ({ transaction }) => transaction.gateway,
  formattedGateway: ({ transaction }) => formatted(transaction.gateway),
  amountSet: ({ order, transaction }) => moneyBag(order.currency, cents(transaction.amount)),
  createdAt: ({ transaction }) => transaction.created_at,
  processedAt: ({ transaction }) => transaction.created_at,
  parentTransaction({ order, transaction }) {
    const parent = transactionsOf(order).find((one) => one.id === transaction.parentId);
    return parent === undefined ? null : { order, transaction: parent };
  },
  order: ({ order }) => order,
  errorCode: () => null,
  accountNumber: () => null,
  fees: () => [],
  paymentId: ({ order }) => `${order.name}.1`,
  manualPaymentGateway: () => false,
  manuallyCapturable: () => false,
  multiCapturable: () => false,
  test: () => true,
};

const formatted = (gateway: string): string => gateway.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");

type SuggestArgs = { suggestFullRefund?: boolean | null; refundShipping?: boolean | null; shippingAmount?: string | null; refundDuties?: unknown[] | null; refundMethodAllocation?: string; refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null };

/** The answer of `Order.suggestedRefund`: what the lines and the shipping asked about are worth, and how to pay it back. */
export function suggestRefund(order: Order, args: Args): Suggestion {
  const asked = args as SuggestArgs;
  if (asked.refundDuties && asked.refundDuties.length > 0) throw notImplemented("Order.suggestedRefund(refundDuties:)");
  const left = (lineItemId: string): number => (order.lines.find((one) => one.id === lineItemId)?.quantity ?? 0) - refundedQuantity(order, lineItemId);
  const wanted = asked.suggestFullRefund === true
    ? order.lines.map((line) => ({ lineItemId: line.id, quantity: left(line.id), restockType: null }))
    : (asked.refundLineItems ?? []).map((line) => ({ lineItemId: parseGid(line.lineItemId)?.id ?? "", quantity: line.quantity, restockType: line.restockType ?? null }));
  const lines = wanted.filter((line) => line.quantity > 0).map((line): RefundedLine => {
    if (!order.lines.some((one) => one.id === line.lineItemId)) throw apiError("RESOURCE_NOT_FOUND", "invalid id");
    if (line.quantity > left(line.lineItemId)) throw apiError("INVALID", "Quantity cannot refund more items than were purchased");
    const restockType = (line.restockType ?? (unfulfilledQuantity(order, line.lineItemId) >= line.quantity ? "CANCEL" : "RETURN")).toLowerCase();
    return { order, id: null, ...line, restockType, already: refundedQuantity(order, line.lineItemId) };
  });
  const shippingLeft = refundableShipping(order);
  const shipping = asked.shippingAmount ? Math.min(shippingLeft, cents(asked.shippingAmount)) : asked.refundShipping === true || asked.suggestFullRefund === true ? shippingLeft : 0;
  return { order, lines, shipping, toStoreCredit: asked.refundMethodAllocation === "STORE_CREDIT" };
}

const refundable = ({ order }: Suggestion): number => Math.max(0, order.paid - totals(order).refunded);
const subtotal = ({ lines }: Suggestion): number => lines.reduce((sum, one) => sum + worth(one), 0);
const suggested = (suggestion: Suggestion): number => Math.min(refundable(suggestion), subtotal(suggestion) + suggestion.shipping);

export const SuggestedRefund: Fields<Suggestion> = {
  amountSet: (one) => moneyBag(one.order.currency, suggested(one)),
  maximumRefundableSet: (one) => moneyBag(one.order.currency, refundable(one)),
  subtotalSet: (one) => moneyBag(one.order.currency, subtotal(one)),
  discountedSubtotalSet: (one) => moneyBag(one.order.currency, subtotal(one)),
  totalCartDiscountAmountSet: ({ order, lines }) => moneyBag(order.currency, lines.reduce((sum, one) => sum + Math.round(((lineOf(one).discounts?.order ?? 0) * one.quantity) / lineOf(one).quantity), 0)),
  totalDutiesSet: ({ order }) => moneyBag(order.currency, 0),
  totalTaxSet: ({ order }) => moneyBag(order.currency, 0),
  refundDuties: () => [],
  refundLineItems: ({ lines }) => lines,
  shipping: ({ order, shipping }) => ({ amountSet: moneyBag(order.currency, shipping), maximumRefundableSet: moneyBag(order.currency, refundableShipping(order)), taxSet: moneyBag(order.currency, 0) }),
  suggestedRefundMethods: (one) => (one.toStoreCredit ? [typed({ type: "SuggestedStoreCreditRefund", record: { amount: moneyBag(one.order.currency, suggested(one)), maximumRefundable: moneyBag(one.order.currency, refundable(one)), expiresAt: null } })] : []),
  suggestedTransactions(one) {
    const payment = paymentOf(one.order);
    if (one.toStoreCredit || payment === null || suggested(one) === 0) return [];
    return [{
      kind: "SUGGESTED_REFUND", gateway: GATEWAY, formattedGateway: formatted(GATEWAY), accountNumber: null, paymentDetails: null, parentTransaction: { order: one.order, transaction: payment },
      amountSet: moneyBag(one.order.currency, suggested(one)), maximumRefundableSet: moneyBag(one.order.currency, refundable(one)), amount: price(suggested(one)), maximumRefundable: price(refundable(one)),
    }];
  },
};

import { cents, displayFulfillmentStatus, fulfilledQuantity, totals, unfulfilledQuantity } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { LineItem as LineItemRecord, Order as OrderRecord, Refund as RefundRecord } from "../../../world/types.ts";
import { notImplemented } from "../errors.ts";
import { byId, connection, type Fields, firstOf, NOTHING } from "../state.ts";
import { metafieldFields } from "./metafield.ts";
import { moneyBag } from "./parts.ts";

/** A line of an order, with its order. */
export type LineOfOrder = { order: OrderRecord; line: LineItemRecord };
/** Something refunded of a line. */
type RefundedLine = { order: OrderRecord; refund: RefundRecord; index: number };

function refundedQuantity(order: OrderRecord, lineItemId: string): number {
  return order.refunds.flatMap((one) => one.lines).reduce((sum, one) => sum + (one.lineItemId === lineItemId ? one.quantity : 0), 0);
}

const bag = (order: OrderRecord, amount: number): object => moneyBag(order.currency, amount);
const zero = (order: OrderRecord): object => bag(order, 0);
const quantity = (order: OrderRecord): number => order.lines.reduce((sum, line) => sum + line.quantity, 0);

export const Order: Fields<OrderRecord> = {
  ...metafieldFields("Order"),
  id: (order) => gid("Order", order.id),
  legacyResourceId: (order) => order.id,
  name: (order) => order.name,
  number: (order) => order.number,
  confirmationNumber: (order) => order.confirmation_number,
  confirmed: () => true,
  email: (order) => order.email,
  phone: (order) => order.phone,
  createdAt: (order) => order.created_at,
  updatedAt: (order) => order.updated_at,
  processedAt: (order) => order.processed_at,
  cancelledAt: (order) => order.cancelled_at,
  cancelReason: (order) => order.cancel_reason?.toUpperCase() ?? null,
  cancellation: (order) => (order.cancelled_at === null ? null : { staffNote: null }),
  closed: (order) => order.closed_at !== null,
  closedAt: (order) => order.closed_at,
  checkoutToken: (order) => order.checkout_token,
  cartToken: () => null,
  currencyCode: (order) => order.currency,
  presentmentCurrencyCode: (order) => order.currency,
  customAttributes: (order) => order.attributes.map(({ name, value }) => ({ key: name, value })),
  customer: (order, _args, { state }) => state.kernel.store.customers.get(order.customerId) ?? null,
  customerLocale: (order) => order.customer_locale,
  customerAcceptsMarketing: () => false,
  discountCode: () => null,
  discountCodes: () => [],
  displayFinancialStatus: (order) => order.financial_status.toUpperCase(),
  displayFulfillmentStatus,
  dutiesIncluded: () => false,
  edited: () => false,
  estimatedTaxes: () => false,
  fulfillable: (order) => order.lines.some((line) => unfulfilledQuantity(order, line.id) > 0),
  fullyPaid: (order) => order.financial_status !== "pending",
  unpaid: (order) => order.financial_status === "pending",
  note: (order) => order.note,
  poNumber: () => null,
  tags: (order) => order.tags,
  test: () => false,
  taxExempt: () => false,
  taxesIncluded: () => false,
  taxLines: () => [],
  currentTaxLines: () => [],
  paymentGatewayNames: () => ["bogus"],
  requiresShipping: (order) => order.lines.some((line) => line.requires_shipping),
  refundable: (order) => order.financial_status !== "refunded",
  restockable: () => true,
  returnStatus: () => "NO_RETURN",
  sourceName: () => "web",
  sourceIdentifier: () => null,
  statusPageUrl: (order, _args, { state }) => `https://${state.kernel.shop.domain}/${state.kernel.shop.id}/orders/${order.token}/authenticate?key=${order.checkout_token}`,
  billingAddress: (order) => ({ ownerId: (BigInt(order.id) + 1n).toString(), address: order.shipping_address }),
  billingAddressMatchesShippingAddress: () => true,
  displayAddress: (order) => ({ ownerId: order.id, address: order.shipping_address }),
  shippingAddress: (order) => ({ ownerId: order.id, address: order.shipping_address }),
  shippingLine: (order) => order,
  shippingLines: (order, args, context, info) => connection(byId([order], (one) => one.id), args, context, info),
  subtotalLineItemsQuantity: quantity,
  currentSubtotalLineItemsQuantity: (order) => order.lines.reduce((sum, line) => sum + line.quantity - refundedQuantity(order, line.id), 0),
  lineItems: (order, args, context, info) => connection(byId(order.lines.map((line): LineOfOrder => ({ order, line })), (one) => one.line.id), args, context, info),
  fulfillments(order, args) {
    if (typeof args["query"] === "string") throw notImplemented("Order.fulfillments(query:)");
    return firstOf(order.fulfillments, args);
  },
  fulfillmentsCount: (order) => ({ count: order.fulfillments.length, precision: "EXACT" }),
  fulfillmentOrders(order, args, context, info) {
    if (typeof args["query"] === "string") throw notImplemented("Order.fulfillmentOrders(query:)");
    return connection(byId(order.fulfillment_orders, (one) => one.id), args, context, info);
  },
  refunds: (order, args) => firstOf(order.refunds, args),
  returns: (_order, args, context, info) => connection(NOTHING, args, context, info),
  totalWeight: (order) => String(quantity(order) * 400),
  currentTotalWeight: (order) => String(quantity(order) * 400),
  originalTotalPriceSet: (order) => bag(order, totals(order).total),
  totalPriceSet: (order) => bag(order, totals(order).total),
  currentTotalPriceSet: (order) => bag(order, Math.max(0, totals(order).total - totals(order).refunded)),
  subtotalPriceSet: (order) => bag(order, totals(order).subtotal),
  currentSubtotalPriceSet: (order) => bag(order, Math.max(0, totals(order).subtotal - totals(order).refunded)),
  totalShippingPriceSet: (order) => bag(order, totals(order).shipping),
  currentShippingPriceSet: (order) => bag(order, totals(order).shipping),
  totalReceivedSet: (order) => bag(order, totals(order).total),
  netPaymentSet: (order) => bag(order, totals(order).total - totals(order).refunded),
  totalRefundedSet: (order) => bag(order, totals(order).refunded),
  totalRefundedShippingSet: zero,
  totalTaxSet: zero,
  currentTotalTaxSet: zero,
  totalDiscountsSet: zero,
  currentTotalDiscountsSet: zero,
  totalOutstandingSet: zero,
  totalCapturableSet: zero,
  totalTipReceivedSet: zero,
};

export const LineItem: Fields<LineOfOrder> = {
  id: ({ line }) => gid("LineItem", line.id),
  name: ({ line }) => line.title,
  title: ({ line }) => line.title,
  sku: ({ line }) => line.sku,
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ order, line }) => line.quantity - refundedQuantity(order, line.id),
  refundableQuantity: ({ order, line }) => line.quantity - refundedQuantity(order, line.id),
  unfulfilledQuantity: ({ order, line }) => unfulfilledQuantity(order, line.id),
  nonFulfillableQuantity: ({ order, line }) => line.quantity - unfulfilledQuantity(order, line.id) - fulfilledQuantity(order, line.id),
  requiresShipping: ({ line }) => line.requires_shipping,
  customAttributes: () => [],
  isGiftCard: () => false,
  restockable: () => true,
  merchantEditable: () => true,
  taxable: () => true,
  variantTitle: () => null,
  vendor: ({ order: _order }, _args, { state }) => state.kernel.shop.name,
  image: () => null,
  weight: () => ({ unit: "GRAMS", value: 400 }),
  product: ({ line }, _args, { state }) => state.kernel.products.find((one) => one.id === line.productId) ?? null,
  variant: ({ line }, _args, { state }) => state.kernel.products.find((one) => one.id === line.productId) ?? null,
  originalUnitPriceSet: ({ order, line }) => bag(order, cents(line.price)),
  discountedUnitPriceSet: ({ order, line }) => bag(order, cents(line.price)),
  discountedUnitPriceAfterAllDiscountsSet: ({ order, line }) => bag(order, cents(line.price)),
  originalTotalSet: ({ order, line }) => bag(order, cents(line.price) * line.quantity),
  discountedTotalSet: ({ order, line }) => bag(order, cents(line.price) * line.quantity),
  totalDiscountSet: ({ order }) => zero(order),
  taxLines: () => [],
  duties: () => [],
  discountAllocations: () => [],
};

/** An order has one shipping line; its record is the order itself. */
export const ShippingLine: Fields<OrderRecord> = {
  id: (order) => gid("ShippingLine", (BigInt(order.id) + 1n).toString()),
  title: (order) => order.shipping_line.title,
  code: (order) => order.shipping_line.code,
  carrierIdentifier: () => null,
  custom: () => false,
  deliveryCategory: () => null,
  isRemoved: () => false,
  phone: () => null,
  shippingRateHandle: () => null,
  source: () => "shopify",
  taxLines: () => [],
  discountAllocations: () => [],
  originalPriceSet: (order) => bag(order, cents(order.shipping_line.price)),
  discountedPriceSet: (order) => bag(order, cents(order.shipping_line.price)),
  currentDiscountedPriceSet: (order) => bag(order, cents(order.shipping_line.price)),
};

export const Refund: Fields<RefundRecord> = {
  id: (refund) => gid("Refund", refund.id),
  legacyResourceId: (refund) => refund.id,
  createdAt: (refund) => refund.created_at,
  updatedAt: (refund) => refund.created_at,
  processedAt: (refund) => refund.created_at,
  note: (refund) => refund.note,
  duties: () => [],
  return: () => null,
  order: (refund, _args, { state }) => state.kernel.store.ordersById.get(refund.orderId),
  totalRefundedSet: (refund, _args, { state }) => moneyBag(state.kernel.shop.currency, cents(refund.amount)),
  refundLineItems(refund, args, context, info) {
    const order = context.state.kernel.store.ordersById.get(refund.orderId);
    const lines = order === undefined ? [] : refund.lines.map((_line, index): RefundedLine => ({ order, refund, index }));
    return connection({ items: lines, positionOf: (one) => ({ value: one.index, id: BigInt(one.refund.id) }) }, args, context, info);
  },
};

export const RefundLineItem: Fields<RefundedLine> = {
  id: ({ refund, index }) => gid("RefundLineItem", `${refund.id}${index}`),
  quantity: ({ refund, index }) => refund.lines[index]?.quantity ?? 0,
  restockType: ({ refund, index }) => refund.lines[index]?.restockType.toUpperCase(),
  restocked: ({ refund, index }) => refund.lines[index]?.restockType !== "no_restock",
  location: () => null,
  lineItem: ({ order, refund, index }) => ({ order, line: order.lines.find((line) => line.id === refund.lines[index]?.lineItemId) }),
};

import { cents, displayFulfillmentStatus, fulfilledQuantity, lineTotal, refundedQuantity, totals, transactionsOf, unfulfilledQuantity } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { LineItem as LineItemRecord, Order as OrderRecord } from "../../../world/types.ts";
import { notImplemented } from "../errors.ts";
import { byId, connection, type Fields, firstOf } from "../state.ts";
import { metafieldFields } from "./metafield.ts";
import { moneyBag } from "./parts.ts";
import { suggestRefund, type TransactionOfOrder } from "./refund.ts";

/** A line of an order, with its order. */
export type LineOfOrder = { order: OrderRecord; line: LineItemRecord };

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
  cancellation: (order) => (order.cancelled_at === null ? null : { staffNote: order.cancel_note }),
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
  discountCode: (order) => order.discounts.find((one) => one.code !== null)?.code ?? null,
  discountCodes: (order) => order.discounts.flatMap(({ code }) => code ?? []),
  displayFinancialStatus: (order) => order.financial_status.toUpperCase(),
  displayFulfillmentStatus,
  dutiesIncluded: () => false,
  edited: () => false,
  estimatedTaxes: () => false,
  fulfillable: (order) => order.lines.some((line) => unfulfilledQuantity(order, line.id) > 0),
  fullyPaid: (order) => order.financial_status !== "pending" && order.financial_status !== "partially_paid",
  unpaid: (order) => order.financial_status === "pending",
  note: (order) => order.note,
  poNumber: () => null,
  tags: (order) => order.tags,
  test: () => false,
  taxExempt: () => false,
  taxesIncluded: () => false,
  taxLines: () => [],
  currentTaxLines: () => [],
  paymentGatewayNames: (order) => [...new Set(transactionsOf(order).map((one) => one.gateway))],
  requiresShipping: (order) => order.lines.some((line) => line.requires_shipping),
  refundable: (order) => totals(order).refunded < order.paid || order.lines.some((line) => refundedQuantity(order, line.id) < line.quantity),
  restockable: () => true,
  returnStatus: (order) => (order.returns.length > 0 ? "IN_PROGRESS" : "NO_RETURN"),
  sourceName: (order) => order.source,
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
  returns(order, args, context, info) {
    if (typeof args["query"] === "string" && args["query"] !== "") throw notImplemented("Order.returns(query:)");
    return connection(byId(order.returns, (one) => one.id), args, context, info);
  },
  transactions(order, args) {
    if (typeof args["capturable"] === "boolean" || typeof args["manuallyResolvable"] === "boolean") throw notImplemented("Order.transactions(capturable or manuallyResolvable)");
    return firstOf(transactionsOf(order).map((transaction): TransactionOfOrder => ({ order, transaction })), args);
  },
  suggestedRefund: (order, args) => suggestRefund(order, args),
  totalWeight: (order) => String(quantity(order) * 400),
  currentTotalWeight: (order) => String(quantity(order) * 400),
  originalTotalPriceSet: (order) => bag(order, totals(order).total),
  totalPriceSet: (order) => bag(order, totals(order).total),
  currentTotalPriceSet: (order) => bag(order, Math.max(0, totals(order).total - totals(order).refunded)),
  subtotalPriceSet: (order) => bag(order, totals(order).subtotal),
  currentSubtotalPriceSet: (order) => bag(order, Math.max(0, totals(order).subtotal - totals(order).refunded)),
  totalShippingPriceSet: (order) => bag(order, totals(order).shipping),
  currentShippingPriceSet: (order) => bag(order, totals(order).shipping),
  totalReceivedSet: (order) => bag(order, order.paid),
  netPaymentSet: (order) => bag(order, order.paid - totals(order).refunded),
  totalRefundedSet: (order) => bag(order, totals(order).refunded),
  totalRefundedShippingSet: (order) => bag(order, order.refunds.reduce((sum, one) => sum + cents(one.shipping), 0)),
  totalTaxSet: (order) => bag(order, order.tax),
  currentTotalTaxSet: (order) => bag(order, order.tax),
  totalDiscountsSet: (order) => bag(order, totals(order).discounts),
  currentTotalDiscountsSet: (order) => bag(order, totals(order).discounts),
  totalOutstandingSet: (order) => bag(order, totals(order).outstanding),
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
  discountedUnitPriceSet: ({ order, line }) => bag(order, Math.round((cents(line.price) * line.quantity - (line.discounts?.line ?? 0)) / line.quantity)),
  discountedUnitPriceAfterAllDiscountsSet: ({ order, line }) => bag(order, Math.round(lineTotal(line) / line.quantity)),
  originalTotalSet: ({ order, line }) => bag(order, cents(line.price) * line.quantity),
  discountedTotalSet: ({ order, line }) => bag(order, cents(line.price) * line.quantity - (line.discounts?.line ?? 0)),
  totalDiscountSet: ({ order, line }) => bag(order, line.discounts?.line ?? 0),
  taxLines: () => [],
  duties: () => [],
  discountAllocations: ({ order, line: { discounts } }) => [discounts?.order ?? 0, discounts?.line ?? 0].filter((one) => one > 0).map((amount) => ({ allocatedAmountSet: bag(order, amount) })),
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

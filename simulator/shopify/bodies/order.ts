import { cents, fulfillmentStatus, totals } from "../../world/derive.ts";
import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Customer, Order } from "../../world/types.ts";
import { fulfillmentBody } from "./fulfillment.ts";
import { lineItemBody } from "./line-item.ts";
import { addressBody, type JsonObject, localTime, moneySet } from "./parts.ts";
import { refundBody } from "./refund.ts";
import { returnBody } from "./return.ts";

function customerBody(kernel: Kernel, customer: Customer): JsonObject {
  return {
    id: BigInt(customer.id), created_at: localTime(kernel, customer.created_at), updated_at: localTime(kernel, customer.updated_at),
    first_name: customer.first_name, last_name: customer.last_name, state: "disabled", note: null, verified_email: true,
    multipass_identifier: null, tax_exempt: false, email: customer.email, phone: customer.phone, currency: kernel.shop.currency,
    tax_exemptions: [], admin_graphql_api_id: gid("Customer", customer.id),
    default_address: {
      ...addressBody(customer.address), id: BigInt(customer.id) + 1n, customer_id: BigInt(customer.id), country_name: customer.address.country, default: true,
    },
  };
}

/** All the sums an order body repeats, as text and as money sets. */
function sums(order: Order): JsonObject {
  const { goods, discounts, subtotal, shipping, tax, total, refunded, outstanding } = totals(order);
  const set = (amount: number): JsonObject => moneySet(order.currency, amount);
  const text = (amount: number): string => (amount / 100).toFixed(2);
  const current = Math.max(0, total - refunded);
  return {
    current_shipping_price_set: set(shipping), current_subtotal_price: text(Math.max(0, subtotal - refunded)),
    current_subtotal_price_set: set(Math.max(0, subtotal - refunded)), current_total_additional_fees_set: null, current_total_discounts: text(discounts),
    current_total_discounts_set: set(discounts), current_total_duties_set: null, current_total_price: text(current), current_total_price_set: set(current),
    current_total_tax: text(tax), current_total_tax_set: set(tax), original_total_additional_fees_set: null, original_total_duties_set: null,
    subtotal_price: text(subtotal), subtotal_price_set: set(subtotal), total_cash_rounding_payment_adjustment_set: set(0),
    total_cash_rounding_refund_adjustment_set: set(0), total_discounts: text(discounts), total_discounts_set: set(discounts), total_line_items_price: text(goods),
    total_line_items_price_set: set(goods), total_outstanding: text(outstanding), total_price: text(total), total_price_set: set(total),
    total_shipping_price_set: set(shipping), total_tax: text(tax), total_tax_set: set(tax), total_tip_received: "0.00",
    total_weight: order.lines.reduce((sum, line) => sum + line.quantity * 400, 0),
  };
}

function shippingLineBody(order: Order): JsonObject {
  const set = moneySet(order.currency, cents(order.shipping_line.price));
  return {
    id: BigInt(order.id) + 1n, carrier_identifier: null, code: order.shipping_line.code, current_discounted_price_set: set,
    discounted_price: order.shipping_line.price, discounted_price_set: set, is_removed: false, phone: null, price: order.shipping_line.price,
    price_set: set, requested_fulfillment_service_id: null, source: "shopify", title: order.shipping_line.title, tax_lines: [], discount_allocations: [],
  };
}

function discountApplications(order: Order): JsonObject[] {
  return order.discounts.map(({ title, code, amount }) => ({
    target_type: "line_item", type: code === null ? "manual" : "discount_code", value: (amount / 100).toFixed(2), value_type: "fixed_amount", allocation_method: "across", target_selection: "all",
    ...(code === null ? { title, description: title } : { code }),
  }));
}

/** Body of every `orders/*` topic but `orders/delete` and `orders/edited`. */
export function orderBody(kernel: Kernel, order: Order): JsonObject {
  const customer = kernel.store.customers.get(order.customerId);
  const at = (utc: string | null): string | null => localTime(kernel, utc);
  return {
    id: BigInt(order.id), admin_graphql_api_id: gid("Order", order.id), app_id: order.source === "web" ? 580_111 : BigInt(order.source), browser_ip: null, buyer_accepts_marketing: false,
    cancel_reason: order.cancel_reason, cancelled_at: at(order.cancelled_at), cart_token: null, checkout_token: order.checkout_token,
    client_details: null, closed_at: at(order.closed_at), confirmation_number: order.confirmation_number, confirmed: true,
    contact_email: order.email, created_at: at(order.created_at), currency: order.currency, customer_locale: order.customer_locale,
    device_id: null, discount_codes: order.discounts.flatMap(({ code, amount }) => (code === null ? [] : [{ code, amount: (amount / 100).toFixed(2), type: "fixed_amount" }])), duties_included: false, email: order.email, estimated_taxes: false,
    financial_status: order.financial_status, fulfillment_status: fulfillmentStatus(order), landing_site: null, landing_site_ref: null,
    location_id: null, merchant_business_entity_id: "NTYwMTE4MjczNjI", merchant_of_record_app_id: null, name: order.name, note: order.note,
    note_attributes: order.attributes.map(({ name, value }) => ({ name, value })), number: order.number - 1000, order_number: order.number,
    order_status_url: `https://${kernel.shop.domain}/${kernel.shop.id}/orders/${order.token}/authenticate?key=${order.checkout_token}`,
    payment_gateway_names: ["bogus"], phone: order.phone, po_number: null, presentment_currency: order.currency, processed_at: at(order.processed_at),
    reference: null, referring_site: null, source_identifier: null, source_name: order.source, source_url: null, tags: order.tags.join(", "),
    tax_exempt: false, tax_lines: [], taxes_included: false, test: false, token: order.token, updated_at: at(order.updated_at), user_id: null,
    ...sums(order),
    billing_address: addressBody(order.shipping_address), customer: customer === undefined ? null : customerBody(kernel, customer),
    discount_applications: discountApplications(order), fulfillments: order.fulfillments.map((one) => fulfillmentBody(kernel, order, one)),
    line_items: order.lines.map((line) => lineItemBody(order, line)), payment_terms: null,
    refunds: order.refunds.map((refund) => refundBody(kernel, order, refund)), shipping_address: addressBody(order.shipping_address),
    shipping_lines: [shippingLineBody(order)], returns: order.returns.map((one) => returnBody(order, one)), line_item_groups: [],
  };
}

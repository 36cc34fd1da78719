import { cents, price } from "../../world/derive.ts";
import { draftTotals } from "../../world/draft-totals.ts";
import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { DraftOrder, GivenDiscount } from "../../world/types.ts";
import { addressBody, type JsonObject, localTime } from "./parts.ts";

const discountBody = (discount: GivenDiscount | null, amount: number): JsonObject | null =>
  discount === null ? null : { description: discount.description, value: String(discount.value), title: discount.title, amount: price(amount), value_type: discount.value_type.toLowerCase() };

/** Body of `draft_orders/create` and `draft_orders/update`, without the customer. */
export function draftOrderBody(kernel: Kernel, draft: DraftOrder): JsonObject {
  const sums = draftTotals(draft);
  return {
    id: BigInt(draft.id), note: draft.note, email: draft.email, taxes_included: false, currency: kernel.shop.currency, invoice_sent_at: null,
    created_at: localTime(kernel, draft.created_at), updated_at: localTime(kernel, draft.updated_at), tax_exempt: false, completed_at: localTime(kernel, draft.completed_at),
    name: draft.name, status: draft.status,
    line_items: draft.lines.map((line, index) => ({
      id: BigInt(line.id), variant_id: BigInt(line.variantId), product_id: BigInt(line.productId), title: line.title, variant_title: null, sku: line.sku, vendor: kernel.shop.name,
      quantity: line.quantity, requires_shipping: true, taxable: true, gift_card: false, fulfillment_service: "manual", grams: 400, tax_lines: [],
      applied_discount: discountBody(line.discount, cents(line.price) * line.quantity - (sums.lines[index] ?? 0)), name: line.title, properties: [], custom: false, price: line.price,
      admin_graphql_api_id: gid("DraftOrderLineItem", line.id),
    })),
    shipping_address: draft.shipping_address === null ? null : addressBody(draft.shipping_address), billing_address: null, applied_discount: discountBody(draft.discount, sums.discount),
    order_id: draft.orderId === null ? null : BigInt(draft.orderId), shipping_line: draft.shipping_line === null ? null : { title: draft.shipping_line.title, custom: true, handle: null, price: draft.shipping_line.price },
    tax_lines: [], tags: draft.tags.join(", "), note_attributes: draft.attributes.map(({ name, value }) => ({ name, value })), total_price: price(sums.total), subtotal_price: price(sums.subtotal),
    total_tax: "0.00", payment_terms: null, presentment_currency_code: kernel.shop.currency, admin_graphql_api_id: gid("DraftOrder", draft.id),
  };
}

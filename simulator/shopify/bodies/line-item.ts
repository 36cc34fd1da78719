import { cents, fulfilledQuantity, price, refundedQuantity, unfulfilledQuantity } from "../../world/derive.ts";
import { gid } from "../../world/ids.ts";
import type { LineItem, Order } from "../../world/types.ts";
import { type JsonObject, moneySet } from "./parts.ts";

function lineStatus(order: Order, line: LineItem): "fulfilled" | "partial" | null {
  const sent = fulfilledQuantity(order, line.id);
  if (sent === 0) return null;
  return sent >= line.quantity ? "fulfilled" : "partial";
}

function allocations(order: Order, { discounts }: LineItem): JsonObject[] {
  const shares = [discounts?.order ?? 0, discounts?.line ?? 0].filter((one) => one > 0);
  return shares.map((amount, index) => ({ amount: price(amount), discount_application_index: index, amount_set: moneySet(order.currency, amount) }));
}

/** One line of an order as webhook bodies write it; `quantity` is overridden inside a fulfillment. */
export function lineItemBody(order: Order, line: LineItem, quantity = line.quantity): JsonObject {
  return {
    id: BigInt(line.id), admin_graphql_api_id: gid("LineItem", line.id), attributed_staffs: [],
    current_quantity: line.quantity - refundedQuantity(order, line.id),
    fulfillable_quantity: unfulfilledQuantity(order, line.id), fulfillment_service: "manual", fulfillment_status: lineStatus(order, line),
    gift_card: false, grams: 400, name: line.title, price: line.price, price_set: moneySet(order.currency, cents(line.price)),
    product_exists: true, product_id: BigInt(line.productId), properties: [], quantity, requires_shipping: line.requires_shipping,
    sales_line_item_group_id: null, sku: line.sku, taxable: true, title: line.title, total_discount: price(line.discounts?.line ?? 0),
    total_discount_set: moneySet(order.currency, line.discounts?.line ?? 0), variant_id: BigInt(line.variantId), variant_inventory_management: "shopify",
    variant_title: null, vendor: "Hearth & Wool", tax_lines: [], duties: [], discount_allocations: allocations(order, line),
  };
}

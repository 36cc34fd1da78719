import { draftOrderBody } from "../../shopify/bodies/draft-order.ts";
import { cents, price } from "../derive.ts";
import { discountOff, draftTotals } from "../draft-totals.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import type { Address, DraftOrder, GivenDiscount, Order } from "../types.ts";
import { placeOrder } from "./orders.ts";

/** A draft as somebody asks for it. Prices are the shop's own. */
export type NewDraft = Pick<DraftOrder, "customerId" | "email" | "phone" | "shipping_address" | "shipping_line" | "discount" | "tags" | "note" | "attributes"> & {
  lines: { variantId: string; quantity: number; discount: GivenDiscount | null }[];
};

/** Prepares an order: `draft_orders/create`. */
export function createDraft(kernel: Kernel, input: NewDraft): DraftOrder {
  const stamp = utcSeconds(kernel.now());
  const lines = input.lines.map(({ variantId, quantity, discount }) => {
    const product = kernel.products.find((one) => one.variantId === variantId);
    if (product === undefined) throw new Error(`The pretend shop sells no variant ${variantId}`);
    return { id: kernel.nextId("DraftOrderLineItem"), productId: product.id, variantId, title: product.title, sku: product.sku, quantity, price: product.price, discount };
  });
  const id = kernel.nextId("DraftOrder");
  const draft: DraftOrder = { ...input, id, name: `#D${(BigInt(id) - FIRST_DRAFT) / 2n + 1n}`, status: "open", created_at: stamp, updated_at: stamp, completed_at: null, orderId: null, lines };
  kernel.store.drafts.set(id, draft);
  kernel.changed();
  kernel.publish("draft_orders/create", () => draftOrderBody(kernel, draft));
  return draft;
}

/** Where the ids of drafts begin, so that names can count from 1. */
const FIRST_DRAFT = 10_607_199_254_740_993n;

/**
 * Makes an ordinary order of a draft, which is packed and sent like any other and takes its goods from stock, below zero where there
 * are none: Shopify lets drafts oversell. `draft_orders/update`, then what a new order sends.
 */
export function completeDraft(kernel: Kernel, draft: DraftOrder, buyer: { email: string; address: Address; locale: string }, source: string): Order {
  const sums = draftTotals(draft);
  const order = placeOrder(kernel, {
    lines: draft.lines.map(({ productId, quantity }) => ({ productId, quantity })), email: buyer.email, address: buyer.address, locale: buyer.locale,
    shippingMethod: draft.shipping_line ?? { title: "Shipping", code: "custom", price: price(0) }, attributes: draft.attributes, tags: draft.tags, note: draft.note, source,
    lineDiscounts: draft.lines.map((line) => discountOff(line.discount, cents(line.price) * line.quantity)),
    ...(sums.discount === 0 ? {} : { discount: { title: draft.discount?.title ?? "Custom discount", code: null, amount: sums.discount } }),
    ...(draft.customerId === null ? {} : { customerId: draft.customerId }),
  });
  for (const { variantId, quantity } of draft.lines) kernel.store.stock.set(variantId, (kernel.store.stock.get(variantId) ?? 0) - quantity);
  draft.status = "completed";
  draft.completed_at = order.created_at;
  draft.orderId = order.id;
  touch(draft, order.created_at);
  kernel.changed();
  kernel.publish("draft_orders/update", () => draftOrderBody(kernel, draft));
  return order;
}

/** Throws a draft away: `draft_orders/delete`. */
export function deleteDraft(kernel: Kernel, draft: DraftOrder): void {
  kernel.store.drafts.delete(draft.id);
  kernel.changed();
  kernel.publish("draft_orders/delete", () => ({ id: BigInt(draft.id) }));
}

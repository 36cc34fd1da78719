import { cents } from "./derive.ts";
import type { DraftOrder, GivenDiscount } from "./types.ts";

/** Cents a given discount takes off an amount: never more than all of it, and nothing when it is below zero. */
export const discountOff = (discount: GivenDiscount | null, amount: number): number =>
  discount === null ? 0 : Math.max(0, Math.min(amount, Math.round(discount.value_type === "PERCENTAGE" ? (amount * discount.value) / 100 : discount.value * 100)));

/** The draft's sums in cents; `lines` are what each line costs after its own discount. */
export function draftTotals(draft: DraftOrder): { goods: number; lines: number[]; discount: number; subtotal: number; shipping: number; total: number } {
  const full = draft.lines.map((line) => cents(line.price) * line.quantity);
  const lines = draft.lines.map((line, index) => (full[index] ?? 0) - discountOff(line.discount, full[index] ?? 0));
  const goods = full.reduce((sum, one) => sum + one, 0);
  const beforeOrder = lines.reduce((sum, one) => sum + one, 0);
  const discount = discountOff(draft.discount, beforeOrder);
  const shipping = cents(draft.shipping_line?.price ?? "0");
  return { goods, lines, discount, subtotal: beforeOrder - discount, shipping, total: beforeOrder - discount + shipping };
}

import type { Discount } from "./types.ts";

/** The discount with this code, in whatever case it is typed. */
export const discountByCode = (discounts: ReadonlyMap<string, Discount>, code: string): Discount | undefined =>
  [...discounts.values()].find((one) => one.code.toLowerCase() === code.trim().toLowerCase());

/** Whether a code counts at that moment, in Shopify's words. */
export function discountStatus(discount: Discount, now: Date): "ACTIVE" | "EXPIRED" | "SCHEDULED" {
  if (discount.ends_at !== null && Date.parse(discount.ends_at) <= now.getTime()) return "EXPIRED";
  return Date.parse(discount.starts_at) > now.getTime() ? "SCHEDULED" : "ACTIVE";
}

/** What a code takes off a cart, or why it does not apply, as the checkout says it. Cents; `pieces` counts the items. */
export type Redemption = { outcome: "applies"; title: string; code: string; amount: number } | { outcome: "refused"; problem: string };

/** Tries a code for a shopper with a cart worth `subtotal` cents. */
export function redeem(discount: Discount | undefined, shopper: { customerId: string | null; usedBefore: boolean }, subtotal: number, pieces: number, now: Date): Redemption {
  const refuse = (problem: string): Redemption => ({ outcome: "refused", problem });
  if (discount === undefined || discountStatus(discount, now) !== "ACTIVE") return refuse("This discount code is not valid.");
  if (discount.customerIds !== null && (shopper.customerId === null || !discount.customerIds.includes(shopper.customerId))) return refuse("This discount code is for somebody else.");
  if (discount.usage_limit !== null && discount.orderIds.length >= discount.usage_limit) return refuse("This discount code has been used.");
  if (discount.once_per_customer && shopper.usedBefore) return refuse("You have used this discount code before.");
  const off = "percentage" in discount.value ? Math.round(subtotal * discount.value.percentage) : discount.value.amount * (discount.value.each ? pieces : 1);
  return { outcome: "applies", title: discount.title, code: discount.code, amount: Math.min(subtotal, off) };
}

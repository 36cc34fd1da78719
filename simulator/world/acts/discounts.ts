import { discountBody } from "../../shopify/bodies/discount.ts";
import { discountStatus } from "../discount-codes.ts";
import { gid } from "../ids.ts";
import type { Kernel } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import type { Discount } from "../types.ts";

/** Makes a code: `discounts/create`. */
export function createDiscount(kernel: Kernel, input: Omit<Discount, "id" | "redeemCodeId" | "created_at" | "updated_at" | "orderIds">): Discount {
  const stamp = utcSeconds(kernel.now());
  const discount: Discount = { ...input, id: kernel.nextId("DiscountCodeNode"), redeemCodeId: kernel.nextId("DiscountRedeemCode"), created_at: stamp, updated_at: stamp, orderIds: [] };
  kernel.store.discounts.set(discount.id, discount);
  kernel.changed();
  kernel.publish("discounts/create", () => discountBody(kernel, discount));
  return discount;
}

/** Ends a code now: `discounts/update`. Ending it again changes nothing. */
export function endDiscount(kernel: Kernel, discount: Discount): void {
  if (discountStatus(discount, kernel.now()) === "EXPIRED") return;
  const stamp = utcSeconds(kernel.now());
  discount.ends_at = stamp;
  discount.updated_at = stamp;
  kernel.changed();
  kernel.publish("discounts/update", () => discountBody(kernel, discount));
}

/** Removes a code for good: `discounts/delete`. */
export function deleteDiscount(kernel: Kernel, discount: Discount): void {
  kernel.store.discounts.delete(discount.id);
  kernel.changed();
  kernel.publish("discounts/delete", () => ({ admin_graphql_api_id: gid("DiscountCodeNode", discount.id), deleted_at: kernel.now().toISOString() }));
}

import { discountStatus } from "../../world/discount-codes.ts";
import { gid } from "../../world/ids.ts";
import type { Kernel } from "../../world/kernel.ts";
import type { Discount } from "../../world/types.ts";
import type { JsonObject } from "./parts.ts";

/** Body of `discounts/create` and `discounts/update`. */
export function discountBody(kernel: Kernel, discount: Discount): JsonObject {
  return {
    admin_graphql_api_id: gid("DiscountCodeNode", discount.id), title: discount.title, status: discountStatus(discount, kernel.now()),
    created_at: discount.created_at, updated_at: discount.updated_at,
  };
}

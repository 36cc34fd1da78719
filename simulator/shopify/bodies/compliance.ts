import type { Kernel } from "../../world/kernel.ts";
import type { Customer, Order } from "../../world/types.ts";
import type { JsonObject } from "./parts.ts";

function who(kernel: Kernel, customer: Customer): JsonObject {
  return {
    shop_id: BigInt(kernel.shop.id), shop_domain: kernel.shop.myshopify_domain,
    customer: { id: BigInt(customer.id), email: customer.email, phone: customer.phone },
  };
}

/** Body of `customers/data_request`. */
export function dataRequestBody(kernel: Kernel, customer: Customer, orders: readonly Order[], requestId: string): JsonObject {
  return { ...who(kernel, customer), orders_requested: orders.map((order) => BigInt(order.id)), data_request: { id: BigInt(requestId) } };
}

/** Body of `customers/redact`. */
export function customerRedactBody(kernel: Kernel, customer: Customer, orders: readonly Order[]): JsonObject {
  return { ...who(kernel, customer), orders_to_redact: orders.map((order) => BigInt(order.id)) };
}

/** Body of `shop/redact`. */
export function shopRedactBody(kernel: Kernel): JsonObject {
  return { shop_id: BigInt(kernel.shop.id), shop_domain: kernel.shop.myshopify_domain };
}

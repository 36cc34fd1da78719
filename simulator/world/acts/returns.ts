import { returnBody } from "../../shopify/bodies/return.ts";
import type { Kernel } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import type { Order, Return } from "../types.ts";
import { orderChanged } from "./orders.ts";

type Line = Omit<Return["lines"][number], "id">;

/** How many of a fulfillment's line the shopper has not sent back yet. */
export function returnableQuantity(order: Order, fulfillmentId: string, index: number): number {
  const sent = order.fulfillments.find((one) => one.id === fulfillmentId && one.status === "success")?.lines[index]?.quantity ?? 0;
  const back = order.returns.flatMap((one) => one.lines).filter((line) => line.fulfillmentId === fulfillmentId && line.fulfillmentLineIndex === index);
  return sent - back.reduce((sum, line) => sum + line.quantity, 0);
}

/** Opens a return, approved at once: `returns/approve`, `orders/updated`. */
export function openReturn(kernel: Kernel, order: Order, lines: readonly Line[]): Return {
  const stamp = utcSeconds(kernel.now());
  const opened: Return = {
    id: kernel.nextId("Return"), orderId: order.id, name: `${order.name}-R${order.returns.length + 1}`, status: "open", created_at: stamp,
    lines: lines.map((line) => ({ ...line, id: kernel.nextId("ReturnLineItem") })),
  };
  order.returns.push(opened);
  kernel.publish("returns/approve", () => returnBody(order, opened));
  orderChanged(kernel, order, stamp);
  return opened;
}

import { unfulfilledQuantity } from "../world/derive.ts";
import type { LineItem, Order, TrackingInfo, World } from "../world/types.ts";
import type { Story } from "./story.ts";

/** The part of an order that goes into one parcel. */
export type Share = "all" | "first line" | "other lines";

/** The lines a parcel takes. */
export const linesOf = (order: Order, share: Share): readonly LineItem[] => (share === "all" ? order.lines : share === "first line" ? order.lines.slice(0, 1) : order.lines.slice(1));

/** Lines that no fulfillment covers yet and nobody refunded instead, by the share of the order a parcel takes. */
export function openLines(order: Order, share: Share): { lineItemId: string; quantity: number }[] {
  return linesOf(order, share)
    .map((line) => ({ lineItemId: line.id, quantity: unfulfilledQuantity(order, line.id) }))
    .filter((line) => line.quantity > 0);
}

/** Under which number a parcel is scanned: the story's, unless somebody packed it by hand under one that the story does not know. */
export function handOf(story: Story, order: Order | undefined, fulfillmentId: string | undefined, step: { number: string; carrier: string }): { trackingNumber: string; carrier: string } {
  const tracking = order?.fulfillments.find((one) => one.id === fulfillmentId)?.tracking ?? [];
  const labels = new Set<string | null>(story.steps.flatMap((one) => (one.act === "fulfill" ? [one.tracking.number] : one.act === "retrack" ? one.tracking.map(({ number }) => number) : [])));
  if (tracking.length === 0 || tracking.some((one) => labels.has(one.number))) return { trackingNumber: step.number, carrier: step.carrier };
  const first = tracking[0];
  return { trackingNumber: first?.number ?? step.number, carrier: first?.company ?? step.carrier };
}

/** Whether somebody told the shop not to send this order yet. */
export const isHeld = (order: Order | undefined): boolean => order?.fulfillment_orders.some((one) => one.status === "on_hold") === true;

/** The product a story means by its number. */
export function productId(world: World, index: number): string {
  const product = world.products[index % world.products.length];
  if (product === undefined) throw new Error("the pretend shop sells nothing");
  return product.id;
}

/** What Shopify keeps of a story's label. */
export const trackingOf = ({ company, number, url }: TrackingInfo): TrackingInfo => ({ company, number, url });

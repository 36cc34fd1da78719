import { z } from "zod";
import { newTracking, type Carrier } from "../../scenarios/tracking-numbers.ts";
import type { Order, TrackingInfo, World } from "../../world/types.ts";
import { COMPANIES, openLines } from "./orders.ts";

/** A packing form: carrier, number, and `line-<id>` with a quantity for each item that goes into this parcel. */
export const FulfillForm = z.object({ company: z.enum(COMPANIES), number: z.string().trim().default("") }).catchall(z.string());
/** A tracking form. `keep` adds a second number, as after a hand-off between carriers. */
export const TrackingForm = z.object({ company: z.enum(COMPANIES), number: z.string().trim().min(1), keep: z.string().optional() });

/** Packs what the form says. The answer is a sentence when that is not possible. */
export function fulfillByHand(world: World, order: Order, form: z.infer<typeof FulfillForm>): string | null {
  const lines = openLines(order).flatMap((line) => {
    const wanted = Number(form[`line-${line.id}`] ?? line.open);
    return Number.isInteger(wanted) && wanted > 0 ? [{ lineItemId: line.id, quantity: wanted, open: line.open }] : [];
  });
  if (order.fulfillment_orders.some((one) => one.status === "on_hold")) return "The fulfillment order is on hold.";
  if (lines.length === 0) return "Nothing is left to pack, or no quantity was given.";
  const tooMany = lines.find((line) => line.quantity > line.open);
  if (tooMany !== undefined) return `Only ${tooMany.open} are left of one item.`;
  world.fulfill(order.id, { lines: lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })), tracking: [trackingFor(world, form.company, form.number)] });
  return null;
}

/** What Shopify stores of a tracking number; an empty one is made up in the carrier's own form. */
export function trackingFor(world: World, company: (typeof COMPANIES)[number], number: string): TrackingInfo {
  if (company === "Other") return { company, number: number === "" ? null : number, url: null };
  const made = newTracking(company satisfies Carrier, world.random);
  return number === "" ? made : { company, number, url: made.url?.replace(made.number, number) ?? null };
}

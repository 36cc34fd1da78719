import { fulfillmentBody } from "../../shopify/bodies/fulfillment.ts";
import { fulfillmentEventBody } from "../../shopify/bodies/fulfillment-event.ts";
import { orderBody } from "../../shopify/bodies/order.ts";
import { fulfillmentStatus } from "../derive.ts";
import { type Kernel, touch } from "../kernel.ts";
import { utcSeconds } from "../shop-time.ts";
import { indexParcel, requireFulfillment, requireOrder } from "../store.ts";
import type { Fulfillment, FulfillmentEvent, FulfillmentEventStatus, Order, TrackingInfo } from "../types.ts";

/** A fulfillment to record: which lines, how many, with which labels. All that is left when no lines are given. */
export type NewFulfillment = { at?: Date; lines?: { lineItemId: string; quantity: number }[]; tracking: TrackingInfo[]; locationId?: string };

/** What Shopify learned about a parcel. */
export type NewFulfillmentEvent = {
  status: FulfillmentEventStatus; happenedAt: Date; message?: string | null; city?: string | null; province?: string | null;
  country?: string | null; zip?: string | null; latitude?: number | null; longitude?: number | null; estimatedDeliveryAt?: Date | null;
};

/** Takes a quantity off what the order's locations still have to send. */
function allot(order: Order, lineItemId: string, quantity: number, fulfillmentId: string, stamp: string): void {
  let open = quantity;
  for (const one of order.fulfillment_orders) {
    if (one.status === "cancelled" || one.status === "closed") continue;
    for (const line of one.lines) {
      if (line.lineItemId !== lineItemId || open === 0) continue;
      const taken = Math.min(open, line.remaining);
      if (taken === 0) continue;
      line.remaining -= taken;
      open -= taken;
      if (!one.fulfillmentIds.includes(fulfillmentId)) one.fulfillmentIds.push(fulfillmentId);
    }
    one.status = one.lines.every((line) => line.remaining === 0) ? "closed" : one.fulfillmentIds.length > 0 ? "in_progress" : one.status;
    touch(one, stamp);
  }
  if (open > 0) throw new Error(`Order ${order.name} has only ${quantity - open} of line ${lineItemId} left to send, not ${quantity}`);
}

/** Writes a fulfillment into the tables and tells nobody. */
export function recordFulfillment(kernel: Kernel, order: Order, input: NewFulfillment): Fulfillment {
  if (order.cancelled_at !== null) throw new Error(`Order ${order.name} is cancelled and sends nothing`);
  const stamp = utcSeconds(input.at ?? kernel.now());
  const left = order.fulfillment_orders.flatMap((one) => (one.status === "cancelled" ? [] : one.lines));
  const lines = (input.lines ?? left.map((line) => ({ lineItemId: line.lineItemId, quantity: line.remaining }))).filter((line) => line.quantity > 0);
  if (lines.length === 0) throw new Error(`Order ${order.name} has nothing left to send`);
  const id = kernel.nextId("Fulfillment");
  for (const line of lines) allot(order, line.lineItemId, line.quantity, id, stamp);
  const fulfillment: Fulfillment = {
    id, orderId: order.id, name: `${order.name}-F${order.fulfillments.length + 1}`, status: "success", created_at: stamp, updated_at: stamp,
    locationId: input.locationId ?? order.fulfillment_orders[0]?.locationId ?? "", service: "manual",
    lines: lines.map((line) => ({ ...line })), tracking: input.tracking.map((one) => ({ ...one })), events: [],
  };
  order.fulfillments.push(fulfillment);
  kernel.store.fulfillments.set(id, fulfillment);
  indexParcel(kernel.store, fulfillment);
  touch(order, stamp);
  return fulfillment;
}

/** Sends lines of an order: `fulfillments/create`, then `orders/updated` and `orders/fulfilled` or `orders/partially_fulfilled`. */
export function fulfill(kernel: Kernel, orderId: string, input: NewFulfillment): Fulfillment {
  const order = requireOrder(kernel.store, orderId);
  const fulfillment = recordFulfillment(kernel, order, input);
  kernel.changed();
  kernel.publish("fulfillments/create", () => fulfillmentBody(kernel, order, fulfillment));
  kernel.publish(fulfillmentStatus(order) === "fulfilled" ? "orders/fulfilled" : "orders/partially_fulfilled", () => orderBody(kernel, order));
  kernel.publish("orders/updated", () => orderBody(kernel, order));
  return fulfillment;
}

function fulfillmentChanged(kernel: Kernel, fulfillment: Fulfillment, stamp: string): void {
  const order = requireOrder(kernel.store, fulfillment.orderId);
  touch(fulfillment, stamp);
  touch(order, stamp);
  kernel.changed();
  kernel.publish("fulfillments/update", () => fulfillmentBody(kernel, order, fulfillment));
  kernel.publish("orders/updated", () => orderBody(kernel, order));
}

/** Replaces the labels: `fulfillments/update`, `orders/updated`. */
export function updateTracking(kernel: Kernel, fulfillmentId: string, tracking: TrackingInfo[]): Fulfillment {
  const fulfillment = requireFulfillment(kernel.store, fulfillmentId);
  fulfillment.tracking = tracking.map((one) => ({ ...one }));
  indexParcel(kernel.store, fulfillment);
  fulfillmentChanged(kernel, fulfillment, utcSeconds(kernel.now()));
  return fulfillment;
}

/** Takes a parcel back: its lines are open again. `fulfillments/update`, `orders/updated`. */
export function cancelFulfillment(kernel: Kernel, fulfillmentId: string): Fulfillment {
  const fulfillment = requireFulfillment(kernel.store, fulfillmentId);
  if (fulfillment.status === "cancelled") return fulfillment;
  const order = requireOrder(kernel.store, fulfillment.orderId);
  const stamp = utcSeconds(kernel.now());
  fulfillment.status = "cancelled";
  for (const { lineItemId, quantity } of fulfillment.lines) {
    let back = quantity;
    for (const one of order.fulfillment_orders) {
      if (!one.fulfillmentIds.includes(fulfillmentId)) continue;
      for (const line of one.lines) {
        if (line.lineItemId !== lineItemId) continue;
        const returned = Math.min(back, line.total - line.remaining);
        line.remaining += returned;
        back -= returned;
      }
      if (one.status === "closed" || one.status === "in_progress") one.status = one.lines.some((line) => line.remaining < line.total) ? "in_progress" : "open";
      touch(one, stamp);
    }
  }
  fulfillmentChanged(kernel, fulfillment, stamp);
  return fulfillment;
}

/** Writes an event into the tables at its place in time and tells nobody. */
export function recordEvent(kernel: Kernel, fulfillment: Fulfillment, input: NewFulfillmentEvent, learnedAt: Date): FulfillmentEvent {
  const event: FulfillmentEvent = {
    id: kernel.nextId("FulfillmentEvent"), status: input.status, message: input.message ?? null, happened_at: utcSeconds(input.happenedAt),
    created_at: utcSeconds(learnedAt), estimated_delivery_at: input.estimatedDeliveryAt ? utcSeconds(input.estimatedDeliveryAt) : null,
    city: input.city ?? null, province: input.province ?? null, country: input.country ?? null, zip: input.zip ?? null,
    latitude: input.latitude ?? null, longitude: input.longitude ?? null,
  };
  let place = fulfillment.events.length;
  while (place > 0 && (fulfillment.events[place - 1]?.happened_at ?? "") > event.happened_at) place -= 1;
  fulfillment.events.splice(place, 0, event);
  kernel.store.events.set(event.id, { event, fulfillment });
  return event;
}

/** Shopify learns of an event: `fulfillment_events/create`, then `fulfillments/update` and `orders/updated`. */
export function fulfillmentEvent(kernel: Kernel, fulfillmentId: string, input: NewFulfillmentEvent): FulfillmentEvent {
  const fulfillment = requireFulfillment(kernel.store, fulfillmentId);
  const now = kernel.now();
  // Before the app is installed nobody listens, so history is written as if it had been learned when it happened.
  const learnedAt = kernel.installed() || input.happenedAt > now ? now : input.happenedAt;
  const event = recordEvent(kernel, fulfillment, input, learnedAt);
  kernel.publish("fulfillment_events/create", () => fulfillmentEventBody(kernel, fulfillment, event));
  fulfillmentChanged(kernel, fulfillment, event.created_at);
  return event;
}

/** Removes an event: `fulfillment_events/delete`, then `fulfillments/update` and `orders/updated`. */
export function deleteFulfillmentEvent(kernel: Kernel, eventId: string): void {
  const known = kernel.store.events.get(eventId);
  if (known === undefined) throw new Error(`The pretend shop has no fulfillment event ${eventId}`);
  const { event, fulfillment } = known;
  kernel.store.events.delete(eventId);
  fulfillment.events.splice(fulfillment.events.indexOf(event), 1);
  kernel.publish("fulfillment_events/delete", () => fulfillmentEventBody(kernel, fulfillment, event));
  fulfillmentChanged(kernel, fulfillment, utcSeconds(kernel.now()));
}

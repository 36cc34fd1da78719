import { cents, estimatedDeliveryAt, firstAt, shipmentStatus } from "../../../world/derive.ts";
import { gid } from "../../../world/ids.ts";
import type { Fulfillment as FulfillmentRecord, FulfillmentEvent as EventRecord, Order } from "../../../world/types.ts";
import { byId, connection, type Fields, firstOf } from "../state.ts";
import { moneyBag } from "./parts.ts";

/** A line of a fulfillment, by its place in it. */
type LineOfFulfillment = { fulfillment: FulfillmentRecord; order: Order; index: number };

function displayStatus(fulfillment: FulfillmentRecord): string {
  if (fulfillment.status === "cancelled") return "CANCELED";
  const latest = shipmentStatus(fulfillment);
  if (latest !== null) return latest.toUpperCase();
  return fulfillment.tracking.length > 0 ? "FULFILLED" : "MARKED_AS_FULFILLED";
}

export const Fulfillment: Fields<FulfillmentRecord> = {
  id: (fulfillment) => gid("Fulfillment", fulfillment.id),
  legacyResourceId: (fulfillment) => fulfillment.id,
  name: (fulfillment) => fulfillment.name,
  status: (fulfillment) => fulfillment.status.toUpperCase(),
  displayStatus,
  createdAt: (fulfillment) => fulfillment.created_at,
  updatedAt: (fulfillment) => fulfillment.updated_at,
  inTransitAt: (fulfillment) => firstAt(fulfillment, "in_transit"),
  deliveredAt: (fulfillment) => firstAt(fulfillment, "delivered"),
  estimatedDeliveryAt,
  requiresShipping: () => true,
  totalQuantity: (fulfillment) => fulfillment.lines.reduce((sum, line) => sum + line.quantity, 0),
  location: (fulfillment, _args, { state }) => state.kernel.locations.find((one) => one.id === fulfillment.locationId) ?? null,
  order: (fulfillment, _args, { state }) => state.kernel.store.ordersById.get(fulfillment.orderId),
  originAddress: () => null,
  service: () => null,
  trackingInfo: (fulfillment, args) => firstOf(fulfillment.tracking, args),
  fulfillmentLineItems(fulfillment, args, context, info) {
    const order = context.state.kernel.store.ordersById.get(fulfillment.orderId);
    const lines = order === undefined ? [] : fulfillment.lines.map((_line, index): LineOfFulfillment => ({ fulfillment, order, index }));
    return connection({ items: lines, positionOf: (one) => ({ value: one.index, id: 0n }) }, args, context, info);
  },
  fulfillmentOrders(fulfillment, args, context, info) {
    const order = context.state.kernel.store.ordersById.get(fulfillment.orderId);
    const from = order?.fulfillment_orders.filter((one) => one.fulfillmentIds.includes(fulfillment.id)) ?? [];
    return connection(byId(from, (one) => one.id), args, context, info);
  },
  events(fulfillment, args, context, info) {
    if (args["sortKey"] === "ID") {
      return connection(byId(fulfillment.events.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)), (event) => event.id), args, context, info);
    }
    return connection({ items: fulfillment.events, positionOf: (event) => ({ value: event.happened_at, id: BigInt(event.id) }) }, args, context, info);
  },
};

export const FulfillmentLineItem: Fields<LineOfFulfillment> = {
  id: ({ fulfillment, index }) => gid("FulfillmentLineItem", `${fulfillment.id}${index}`),
  quantity: ({ fulfillment, index }) => fulfillment.lines[index]?.quantity ?? 0,
  lineItem: ({ fulfillment, order, index }) => ({ order, line: order.lines.find((line) => line.id === fulfillment.lines[index]?.lineItemId) }),
  originalTotalSet: ({ fulfillment, order, index }) => {
    const line = order.lines.find((one) => one.id === fulfillment.lines[index]?.lineItemId);
    return moneyBag(order.currency, cents(line?.price ?? "0") * (fulfillment.lines[index]?.quantity ?? 0));
  },
};

export const FulfillmentEvent: Fields<EventRecord> = {
  id: (event) => gid("FulfillmentEvent", event.id),
  status: (event) => event.status.toUpperCase(),
  message: (event) => event.message,
  happenedAt: (event) => event.happened_at,
  createdAt: (event) => event.created_at,
  estimatedDeliveryAt: (event) => event.estimated_delivery_at,
  address1: () => null,
  city: (event) => event.city,
  province: (event) => event.province,
  country: (event) => event.country,
  zip: (event) => event.zip,
  latitude: (event) => event.latitude,
  longitude: (event) => event.longitude,
};

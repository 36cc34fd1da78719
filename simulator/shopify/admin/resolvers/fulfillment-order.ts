import { gid } from "../../../world/ids.ts";
import type { FulfillmentHold as HoldRecord, FulfillmentOrder as FulfillmentOrderRecord, Order } from "../../../world/types.ts";
import { type AdminContext, byId, connection, type Fields } from "../state.ts";
import type { LineOfOrder } from "./order.ts";

type LineOfFulfillmentOrder = { fulfillmentOrder: FulfillmentOrderRecord; index: number };

function orderOf(context: AdminContext, fulfillmentOrder: FulfillmentOrderRecord): Order {
  const order = context.state.kernel.store.ordersById.get(fulfillmentOrder.orderId);
  if (order === undefined) throw new Error(`Fulfillment order ${fulfillmentOrder.id} belongs to no order`);
  return order;
}

function lineOf(context: AdminContext, { fulfillmentOrder, index }: LineOfFulfillmentOrder): LineOfOrder {
  const order = orderOf(context, fulfillmentOrder);
  const line = order.lines.find((one) => one.id === fulfillmentOrder.lines[index]?.lineItemId);
  if (line === undefined) throw new Error(`Fulfillment order ${fulfillmentOrder.id} names a line its order lacks`);
  return { order, line };
}

/** What may be done with it; recorded for open ones and held ones, and like open ones for those in progress. */
const ACTIONS: Record<FulfillmentOrderRecord["status"], readonly string[]> = {
  open: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"], in_progress: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"],
  on_hold: ["RELEASE_HOLD", "HOLD", "MOVE"], closed: [], cancelled: [],
};

export const FulfillmentOrder: Fields<FulfillmentOrderRecord> = {
  id: (one) => gid("FulfillmentOrder", one.id),
  status: (one) => one.status.toUpperCase(),
  requestStatus: () => "UNSUBMITTED",
  createdAt: (one) => one.created_at,
  updatedAt: (one) => one.updated_at,
  fulfillAt: (one) => one.created_at,
  fulfillBy: () => null,
  internationalDuties: () => null,
  assignedLocation: (one, _args, { state }) => state.kernel.locations.find((location) => location.id === one.locationId),
  deliveryMethod: (one) => one,
  destination: (one, _args, context) => orderOf(context, one),
  fulfillmentHolds: (one) => one.holds,
  order: (one, _args, context) => orderOf(context, one),
  orderId: (one) => gid("Order", one.orderId),
  orderName: (one, _args, context) => orderOf(context, one).name,
  orderProcessedAt: (one, _args, context) => orderOf(context, one).processed_at,
  supportedActions: (one) => ACTIONS[one.status].map((action) => ({ action, externalUrl: null })),
  fulfillments(one, args, context, info) {
    const list = orderOf(context, one).fulfillments.filter((fulfillment) => one.fulfillmentIds.includes(fulfillment.id));
    return connection(byId(list, (fulfillment) => fulfillment.id), args, context, info);
  },
  lineItems(one, args, context, info) {
    const lines = one.lines.map((_line, index): LineOfFulfillmentOrder => ({ fulfillmentOrder: one, index }));
    return connection({ items: lines, positionOf: (line) => ({ value: line.index, id: 0n }) }, args, context, info);
  },
};

export const FulfillmentOrderLineItem: Fields<LineOfFulfillmentOrder> = {
  id: ({ fulfillmentOrder, index }) => gid("FulfillmentOrderLineItem", fulfillmentOrder.lines[index]?.id ?? ""),
  totalQuantity: ({ fulfillmentOrder, index }) => fulfillmentOrder.lines[index]?.total ?? 0,
  remainingQuantity: ({ fulfillmentOrder, index }) => fulfillmentOrder.lines[index]?.remaining ?? 0,
  lineItem: (source, _args, context) => lineOf(context, source),
  productTitle: (source, _args, context) => lineOf(context, source).line.title,
  sku: (source, _args, context) => lineOf(context, source).line.sku,
  requiresShipping: () => true,
  variantTitle: () => null,
  warnings: () => [],
  image: () => null,
};

export const FulfillmentOrderAssignedLocation: Fields<{ id: string; name: string; address: Order["shipping_address"] }> = {
  name: (location) => location.name,
  location: (location) => location,
  address1: ({ address }) => address.address1,
  address2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  countryCode: ({ address }) => address.country_code,
  phone: ({ address }) => address.phone,
  province: ({ address }) => address.province,
  zip: ({ address }) => address.zip,
};

export const FulfillmentOrderDestination: Fields<Order> = {
  id: (order) => gid("FulfillmentOrderDestination", order.id),
  address1: (order) => order.shipping_address.address1,
  address2: (order) => order.shipping_address.address2,
  city: (order) => order.shipping_address.city,
  company: () => null,
  countryCode: (order) => order.shipping_address.country_code,
  email: (order) => order.email,
  firstName: (order) => order.shipping_address.first_name,
  lastName: (order) => order.shipping_address.last_name,
  location: () => null,
  phone: (order) => order.shipping_address.phone,
  province: (order) => order.shipping_address.province,
  zip: (order) => order.shipping_address.zip,
};

/** How an order travels; the pretend checkout promises no date of its own. */
export const DeliveryMethod: Fields<FulfillmentOrderRecord> = {
  id: (one) => gid("DeliveryMethod", one.id),
  methodType: () => "SHIPPING",
  minDeliveryDateTime: () => null,
  maxDeliveryDateTime: () => null,
  presentedName: (one, _args, context) => orderOf(context, one).shipping_line.title,
  serviceCode: (one, _args, context) => orderOf(context, one).shipping_line.code,
  sourceReference: () => null,
  brandedPromise: () => null,
  additionalInformation: () => null,
};

export const FulfillmentHold: Fields<HoldRecord> = {
  id: (hold) => gid("FulfillmentHold", hold.id),
  handle: (hold) => hold.handle,
  reason: (hold) => hold.reason,
  reasonNotes: (hold) => hold.reason_notes,
  displayReason: (hold) => hold.reason.charAt(0) + hold.reason.slice(1).toLowerCase().replaceAll("_", " "),
  heldByApp: (hold, _args, { state }) => (hold.held_by_app ? state : null),
  heldByRequestingApp: (hold) => hold.held_by_app,
};

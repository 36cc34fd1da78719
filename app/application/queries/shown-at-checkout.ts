import type { Policy } from "#app/domain/decisions/policy.ts";
import { lanesOf } from "#app/domain/estimates/learning/lane.ts";
import { subjectOf, type ShownDate } from "#app/domain/estimates/shown-date.ts";
import { checkoutDateOf } from "#app/domain/journeys/dates.ts";
import type { Order } from "#app/domain/orders/order.ts";

/** What checkout showed for an order, as it wrote on the order itself; empty where it wrote nothing. */
export const shownAtCheckout = (order: Order, { promise }: Policy): readonly ShownDate[] => {
  const said = checkoutDateOf(order);
  if (said === null) return [];
  return [{
    subject: subjectOf({ orderId: order.id }), surface: "checkout", stage: "before_purchase", shownAt: order.createdAt, orderId: order.id, shipmentId: null,
    earliest: said.earliest, latest: said.latest, style: promise.style, rate: promise.rate, shipsBy: null, lane: lanesOf(order.destination)[0] ?? "*", service: order.shippingMethod,
    carrier: null, location: order.locationId, model: said.table, evidence: [`Date table ${said.table}.`], because: "The table of dates published to checkout.",
  }];
};

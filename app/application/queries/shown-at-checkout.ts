import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { Policy } from "#app/domain/decisions/policy.ts";
import { lanesOf } from "#app/domain/estimates/learning/lane.ts";
import { promiseFor } from "#app/domain/estimates/promise-settings.ts";
import { subjectOf, type ShownDate } from "#app/domain/estimates/shown-date.ts";
import { checkoutDateOf } from "#app/domain/journeys/dates.ts";
import type { Order } from "#app/domain/orders/order.ts";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";

/** By when an order was to leave, as the table that its checkout read says; null where it does not reach that far. */
const shipsByOf = ({ createdAt }: Order, { days, ships }: PublishedDateTable): CalendarDate | null => {
  const at = days.findIndex(({ until }) => createdAt / 1_000 < until);
  const [day, after] = [days[at]?.day, ships[at]];
  return day === undefined || after === undefined ? null : addDays(day as CalendarDate, after);
};

/** What checkout showed for an order, as it wrote on the order itself; empty where it wrote nothing. `table`: the one it names, which also says by when the order was to leave. */
export const shownAtCheckout = (order: Order, { promise }: Policy, table: PublishedDateTable | null): readonly ShownDate[] => {
  const said = checkoutDateOf(order);
  if (said === null) return [];
  return [{
    subject: subjectOf({ orderId: order.id }), surface: "checkout", stage: "before_purchase", shownAt: order.createdAt, orderId: order.id, shipmentId: null,
    earliest: said.earliest, latest: said.latest, style: table?.style ?? promise.style, rate: promiseFor(promise, order.shippingMethod).rate, shipsBy: table && shipsByOf(order, table), lane: lanesOf(order.destination)[0] ?? "*", service: order.shippingMethod,
    carrier: null, location: order.locationId, model: said.table, evidence: [`Date table ${said.table}.`], because: "The table of dates published to checkout.",
  }];
};

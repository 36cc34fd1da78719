import type { CalendarDate } from "../shared/calendar.ts";
import type { OrderToShip } from "../workflows/ftc/follow-order.ts";
import type { Unsent } from "../workflows/ftc/owed-request.ts";
import { unsentPieces } from "./items.ts";
import type { Journey } from "./journey.ts";

/** What of an order has not left, the pieces a warehouse holds back included, and whether anything of it has. */
export const unsentOf = (journey: Pick<Journey, "order" | "shipments" | "steps" | "estimates">): Unsent => ({
  pieces: unsentPieces(journey), someLeft: journey.shipments.some((one) => !one.cancelled),
});

/** An order as its ship-by clock asks about it; null: nobody has told of the order. `statedOn`: by when it was said to leave. */
export const orderToShip = (journey: Journey, statedOn: CalendarDate | null): OrderToShip | null => {
  const { shop, orderId, order } = journey;
  if (order === null) return null;
  return {
    shop, orderId, createdAt: order.createdAt, updatedAt: order.updatedAt, paid: order.paid ?? null, cancelled: order.cancelledAt !== null, statedOn,
    unsent: unsentPieces(journey).reduce((sum, one) => sum + one.quantity, 0),
  };
};

import { addDays, dateIn, daysBetween, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { OrderId, ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import { nextLook } from "./clock-times.ts";
import { DAYS_UNSTATED, endOfDay, type ShipClock } from "./ship-clock.ts";
import { standingOf } from "./standing.ts";

/** What of an order the rule asks about. `unsent`: pieces not given to a carrier, also those that are held back. `statedOn`: by when it was said to leave; null: nothing was said. */
export type OrderToShip = {
  readonly shop: ShopId; readonly orderId: OrderId; readonly createdAt: Instant; readonly updatedAt: Instant;
  readonly paid: boolean | null; // null: nobody said; then it counts as paid
  readonly cancelled: boolean; readonly unsent: number; readonly statedOn: CalendarDate | null;
};

/** A stated time is counted in days from the order, and runs from the payment. */
const begun = (order: OrderToShip, beganAt: Instant, zone: TimeZone, now: Instant): ShipClock => {
  const stated = order.statedOn === null ? null : Math.max(0, daysBetween(dateIn(order.createdAt, zone), order.statedOn));
  const shipBy = addDays(dateIn(beganAt, zone), stated ?? DAYS_UNSTATED);
  const clock: ShipClock = { shop: order.shop, orderId: order.orderId, state: "running", basis: stated === null ? "thirty_days" : "stated", beganAt, shipBy, notices: [], owedSince: null, lookAt: null };
  return { ...clock, lookAt: nextLook(standingOf(clock, zone, now), true, zone, now) };
};

/**
 * The clock of an order as the order stands now; null: it has none. An order whose time was over before it was known of gets none: what its shopper was
 * told is not known. A clock that ended runs on when something waits again.
 */
export const followOrder = (known: ShipClock | null, order: OrderToShip, zone: TimeZone, now: Instant): ShipClock | null => {
  const waits = !order.cancelled && order.unsent > 0;
  if (known === null || known.state === "unpaid") {
    if (!waits) return known && { ...known, state: "ended", lookAt: null };
    if (order.paid === false) return known ?? { shop: order.shop, orderId: order.orderId, state: "unpaid", basis: order.statedOn === null ? "thirty_days" : "stated", beganAt: null, shipBy: null, notices: [], owedSince: null, lookAt: null };
    const clock = begun(order, known === null ? order.createdAt : order.updatedAt, zone, now);
    return known === null && clock.shipBy !== null && now >= endOfDay(clock.shipBy, zone) ? null : clock;
  }
  if (!waits) return known.state === "ended" ? known : { ...known, state: "ended", lookAt: null };
  return known.state === "ended" ? { ...known, state: known.beganAt === null ? "unpaid" : "running", owedSince: null, lookAt: known.beganAt === null ? null : now } : known;
};

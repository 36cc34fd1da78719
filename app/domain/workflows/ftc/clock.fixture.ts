import { startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { OrderId, ShopId } from "../../shared/ids.ts";
import { hours, plus, type Instant } from "../../shared/time.ts";
import type { OrderToShip } from "./follow-order.ts";
import type { DelayNotice, ShipClock } from "./ship-clock.ts";

/** The shop's. */
export const ZONE = "America/New_York" as TimeZone;
/** A day, written as one. */
export const day = (text: string): CalendarDate => text as CalendarDate;
/** A day's hour on the shop's wall. */
export const on = (date: string, hour = 12): Instant => plus(startOfDay(day(date), ZONE), hours(hour));

/** Thirty days from a Tuesday that spans no change of the clocks: the last one is a Thursday. */
export const ORDERED = on("2026-11-17");
/** The last of them. */
export const LAST = day("2026-12-17");

/** A clock that runs. */
export const clockOf = (more: Partial<ShipClock> = {}): ShipClock => ({
  shop: "s.myshopify.com" as ShopId, orderId: "1" as OrderId, state: "running", basis: "thirty_days", beganAt: ORDERED, shipBy: LAST, notices: [], owedSince: null, lookAt: null, ...more,
});

/** A notice that went out two days before the last one. */
export const noticeOf = (more: Partial<DelayNotice> = {}): DelayNotice => ({
  number: 1, shipBy: LAST, revisedOn: null, reason: null, askedAt: on("2026-12-15"), sentAt: on("2026-12-15"), failed: null, answer: null, answeredAt: null, ...more,
});

/** The paid order of it. */
export const toShip = (more: Partial<OrderToShip> = {}): OrderToShip => ({
  shop: "s.myshopify.com" as ShopId, orderId: "1" as OrderId, createdAt: ORDERED, updatedAt: ORDERED, paid: true, cancelled: false, unsent: 1, statedOn: null, ...more,
});

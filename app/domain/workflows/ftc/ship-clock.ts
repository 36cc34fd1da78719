import { addDays, startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { OrderId, ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";

/** What a shopper can say to a notice. */
export type DelayAnswer = "wait" | "cancel";

/** One offer to wait or to cancel. It counts from the moment it went out. */
export type DelayNotice = {
  readonly number: number; // 1 for the first
  readonly shipBy: CalendarDate; // the last day to ship without it
  readonly revisedOn: CalendarDate | null; // by when it will leave instead; null: nobody can say
  readonly reason: string | null; // why it is late, in the merchant's words
  readonly askedAt: Instant; readonly sentAt: Instant | null;
  readonly failed: string | null; // why it could not go out
  readonly answer: DelayAnswer | null; readonly answeredAt: Instant | null;
};

/** `unpaid`: not begun. `owed`: what has not left must be cancelled and refunded. `ended`: nothing of it waits any more. */
export type ClockState = "unpaid" | "running" | "owed" | "ended";

/**
 * By when an order must leave, and what was asked of its shopper: one per order. After 16 CFR Part 435 (Mail, Internet, or Telephone Order
 * Merchandise), as amended 2014-12-08, read 2026-11 in the Code of Federal Regulations of 2024-11-08 and the FTC's business guide to the rule.
 */
export type ShipClock = {
  readonly shop: ShopId; readonly orderId: OrderId; readonly state: ClockState;
  readonly basis: "stated" | "thirty_days";
  readonly beganAt: Instant | null; // when the order was complete and paid or its payment authorised; null: not yet
  readonly shipBy: CalendarDate | null; // the last day of the time first stated
  readonly notices: readonly DelayNotice[]; // oldest first
  readonly owedSince: Instant | null;
  readonly lookAt: Instant | null; // when something about it changes next; null: never by itself
};

/** Without a stated time an order must leave within so many days of being complete: 16 CFR 435.2(a)(1)(ii). */
export const DAYS_UNSTATED = 30;

/** The instant at which a day is over in the shop's zone. */
export const endOfDay = (day: CalendarDate, zone: TimeZone): Instant => startOfDay(addDays(day, 1), zone);

/** The notice that went out last; null: none did. */
export const lastSent = ({ notices }: Pick<ShipClock, "notices">): DelayNotice | null => notices.findLast((one) => one.sentAt !== null) ?? null;

/** The notice that waits to go out; null: none does. */
export const onItsWay = ({ notices }: Pick<ShipClock, "notices">): DelayNotice | null => notices.find((one) => one.sentAt === null && one.failed === null) ?? null;

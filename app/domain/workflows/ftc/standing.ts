import { addDays, dateIn, weekdayOf, workingDayOnOrAfter, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { endOfDay, type DelayNotice, type ShipClock } from "./ship-clock.ts";

/** Why what has not left must be refunded. `buyer`: they said so. `no_notice`: they were not asked in time. `no_consent`: they did not say yes in time. */
export type OwedBecause = "buyer" | "no_notice" | "no_consent";

/**
 * Where an order stands with the rule. `open`: it can still leave in time, or the shopper be asked before; `renewed`: they were asked before, and this time
 * silence is no consent. `asked`: without their yes by `answerBy` it counts as cancelled. `waiting`: they agreed to wait without a date.
 */
export type Standing =
  | { readonly kind: "unpaid" | "ended" }
  | { readonly kind: "open"; readonly from: CalendarDate; readonly shipBy: CalendarDate; readonly renewed: boolean }
  | { readonly kind: "asked"; readonly notice: DelayNotice; readonly answerBy: CalendarDate }
  | { readonly kind: "waiting"; readonly notice: DelayNotice }
  | { readonly kind: "owed"; readonly because: OwedBecause; readonly since: Instant; readonly refundBy: CalendarDate };

/** A first notice may take silence for consent where its new date is at most so many days after the missed one, and an answer to one that may not is waited for so long: 16 CFR 435.2(b)(1)(ii) and (iii). */
const FIRST_DELAY_DAYS = 30;
/** A refund is prompt within so many working days: 16 CFR 435.1(b)(1). */
const REFUND_WORKING_DAYS = 7;

/** Saturdays and Sundays are no working days. Public holidays, which are none either, are counted: the day is never too late. */
const afterWorkingDays = (day: CalendarDate, days: number): CalendarDate =>
  days === 0 ? day : afterWorkingDays(workingDayOnOrAfter(addDays(day, 1), (one) => weekdayOf(one) !== 0 && weekdayOf(one) !== 6), days - 1);

const owed = (because: OwedBecause, since: Instant, zone: TimeZone): Standing => ({ kind: "owed", because, since, refundBy: afterWorkingDays(dateIn((since - 1) as Instant, zone), REFUND_WORKING_DAYS) });

/** Whether a shopper who says nothing to this notice has consented. `renewed`: they were asked before. */
export const silenceConsents = ({ shipBy, revisedOn }: Pick<DelayNotice, "shipBy" | "revisedOn">, renewed: boolean): boolean => !renewed && revisedOn !== null && revisedOn <= addDays(shipBy, FIRST_DELAY_DAYS);

/** Until when a notice is to be answered: 16 CFR 435.2(b)(1)(ii), (iii) and (b)(2)(ii). */
export const answerByOf = ({ shipBy, revisedOn, number }: Pick<DelayNotice, "number" | "shipBy" | "revisedOn">): CalendarDate =>
  number > 1 ? shipBy : silenceConsents({ shipBy, revisedOn }, false) && revisedOn !== null ? revisedOn : addDays(shipBy, FIRST_DELAY_DAYS);

/** Where a clock stands at a moment: notices are gone through in their order, each moving the day by which it must leave, or ending it. */
export const standingOf = (clock: Pick<ShipClock, "state" | "beganAt" | "shipBy" | "notices">, zone: TimeZone, now: Instant): Standing => {
  const { beganAt, shipBy: first, notices } = clock;
  if (clock.state === "ended") return { kind: "ended" };
  if (beganAt === null || first === null) return { kind: "unpaid" };
  let [from, shipBy, renewed] = [dateIn(beganAt, zone), first, false];
  for (const [index, notice] of notices.filter((one) => one.sentAt !== null).entries()) {
    const { sentAt, answer, answeredAt, revisedOn } = notice;
    if (sentAt === null || sentAt >= endOfDay(shipBy, zone)) break; // too late to count
    if (answer === "cancel" && answeredAt !== null) return owed("buyer", answeredAt, zone);
    const answerBy = answerByOf({ number: index + 1, shipBy, revisedOn });
    const agreed = answer === "wait" && answeredAt !== null && answeredAt < endOfDay(answerBy, zone);
    if (!agreed && !silenceConsents({ shipBy, revisedOn }, renewed)) return now < endOfDay(answerBy, zone) ? { kind: "asked", notice, answerBy } : owed("no_consent", endOfDay(answerBy, zone), zone);
    if (revisedOn === null) return { kind: "waiting", notice };
    [from, shipBy, renewed] = [shipBy, revisedOn, true];
  }
  return now < endOfDay(shipBy, zone) ? { kind: "open", from, shipBy, renewed } : owed("no_notice", endOfDay(shipBy, zone), zone);
};

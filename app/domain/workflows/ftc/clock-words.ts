import { assertNever } from "../../shared/brand.ts";
import { dateIn, daysBetween, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import type { ShipClock } from "./ship-clock.ts";
import type { OwedBecause, Standing } from "./standing.ts";

/** Stands wherever a clock is shown. */
export const NOT_ADVICE = "This helps with the FTC's rule on mail, internet and telephone orders (16 CFR Part 435). It is not legal advice.";

const left = (day: CalendarDate, today: CalendarDate): string => {
  const days = daysBetween(today, day);
  return days <= 0 ? "today is the last day" : days === 1 ? "1 day is left" : `${days} days are left`;
};

const OWED: Readonly<Record<OwedBecause, string>> = {
  buyer: "The shopper cancelled what has not left.", no_notice: "The day by which it had to leave is over, and the shopper was not asked in time whether to wait.",
  no_consent: "The shopper did not agree in time to wait longer, so what has not left counts as cancelled.",
};

/** What the rule asks for now: the day, how many are left, and what to do. ISO dates, plain words. */
export const clockSentence = ({ basis }: Pick<ShipClock, "basis">, standing: Standing, zone: TimeZone, now: Instant): string => {
  const today = dateIn(now, zone);
  switch (standing.kind) {
    case "unpaid": return "The time to ship begins when the order is paid.";
    case "ended": return "Nothing of the order waits to be sent any more.";
    case "open": {
      const why = standing.renewed ? "the new date the shopper was given" : basis === "stated" ? "the time stated at checkout" : "30 days after the complete and paid order, because no time was stated";
      const else_ = standing.renewed ? "If it cannot, the shopper has to be asked again, and must say yes before that day is over; otherwise it counts as cancelled." : "If it cannot, the shopper has to be asked before that day is over whether to wait or to cancel.";
      return `It must be with the carrier by ${standing.shipBy} (${left(standing.shipBy, today)}): ${why}. ${else_}`;
    }
    case "asked": return `The shopper was asked whether to wait ${standing.notice.revisedOn === null ? "without a new date" : `until ${standing.notice.revisedOn}`}. If it has not left and they have not said yes by ${standing.answerBy} (${left(standing.answerBy, today)}), it counts as cancelled and must be refunded.`;
    case "waiting": return "The shopper agreed to wait without a date. They may still cancel at any time until it leaves.";
    case "owed": return `${OWED[standing.because]} Cancel it and refund it by ${standing.refundBy} (${daysBetween(today, standing.refundBy) < 0 ? "that day is over" : left(standing.refundBy, today)}).`;
    default: return assertNever(standing);
  }
};

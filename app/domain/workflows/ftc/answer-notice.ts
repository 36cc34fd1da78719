import type { CalendarDate, TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { lastSent, type DelayAnswer, type DelayNotice, type ShipClock } from "./ship-clock.ts";
import { standingOf } from "./standing.ts";

/** What an answer did. `asked`: there was none, or it was to an earlier notice. `cancelled`: what has not left is cancelled already, by them or by the rule. `left`: nothing waits any more. `none`: nobody asked. */
export type NoticeAnswered =
  | { readonly outcome: "answered"; readonly clock: ShipClock; readonly notice: DelayNotice; readonly answer: DelayAnswer }
  | { readonly outcome: "asked"; readonly notice: DelayNotice } | { readonly outcome: "cancelled"; readonly refundBy: CalendarDate } | { readonly outcome: "left" | "none" };

/**
 * A shopper answers the notice that went out last. They may say yes until the day to answer is over, and cancel as long as it has not left: longer than the
 * rule gives who agreed to a definite date, because nobody is better served by a parcel that is not wanted.
 */
export const answerNotice = (clock: ShipClock, given: { readonly number: number; readonly answer: DelayAnswer | null }, zone: TimeZone, now: Instant): NoticeAnswered => {
  const standing = standingOf(clock, zone, now);
  const notice = lastSent(clock);
  if (standing.kind === "ended") return { outcome: "left" };
  if (standing.kind === "owed") return { outcome: "cancelled", refundBy: standing.refundBy };
  if (notice === null) return { outcome: "none" };
  const { answer } = given;
  if (answer === null || given.number !== notice.number) return { outcome: "asked", notice };
  const answered = notice.answer === answer ? notice : { ...notice, answer, answeredAt: now };
  return { outcome: "answered", answer, notice: answered, clock: answered === notice ? clock : { ...clock, lookAt: now, notices: clock.notices.map((one) => (one.number === notice.number ? answered : one)) } };
};

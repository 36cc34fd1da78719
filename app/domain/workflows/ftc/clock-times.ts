import { addDays, daysBetween, startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import { hours, plus, type Instant } from "../../shared/time.ts";
import { endOfDay } from "./ship-clock.ts";
import type { Standing } from "./standing.ts";

/** How many days before the last one, at most and as a part of the whole time, something is done. The product's own figures, 2026-11: whoever must say yes before the last day is asked earlier. */
const LEAD = { remind: { first: 5, again: 7, part: 2 }, notice: { first: 2, again: 5, part: 8, partAgain: 4 } } as const;
/** On the shop's wall: in the morning of a day before, in the afternoon of the day itself, which may still see it leave. */
const WALL = { remind: { before: hours(9), onTheDay: hours(15) }, notice: { before: hours(10), onTheDay: hours(18) } } as const;

const at = (lead: number, shipBy: CalendarDate, { before, onTheDay }: { readonly before: ReturnType<typeof hours>; readonly onTheDay: ReturnType<typeof hours> }, zone: TimeZone): Instant => plus(startOfDay(addDays(shipBy, -lead), zone), lead === 0 ? onTheDay : before);

/** When the merchant is reminded that an order must leave, when its shopper is asked by itself, and when its day is over. */
export const timesOf = ({ from, shipBy, renewed }: Extract<Standing, { kind: "open" }>, zone: TimeZone): { readonly remindAt: Instant; readonly noticeAt: Instant; readonly overAt: Instant } => {
  const whole = Math.max(0, daysBetween(from, shipBy));
  const remind = Math.min(renewed ? LEAD.remind.again : LEAD.remind.first, Math.floor(whole / LEAD.remind.part));
  const notice = Math.min(renewed ? LEAD.notice.again : LEAD.notice.first, Math.floor(whole / (renewed ? LEAD.notice.partAgain : LEAD.notice.part)));
  return { remindAt: at(remind, shipBy, WALL.remind, zone), noticeAt: at(notice, shipBy, WALL.notice, zone), overAt: endOfDay(shipBy, zone) };
};

/** When a clock has to be looked at next; null: nothing changes by the passing of time. */
export const nextLook = (standing: Standing, asks: boolean, zone: TimeZone, now: Instant): Instant | null => {
  if (standing.kind === "asked") return endOfDay(standing.answerBy, zone);
  if (standing.kind !== "open") return null;
  const { remindAt, noticeAt, overAt } = timesOf(standing, zone);
  return [remindAt, ...(asks ? [noticeAt] : []), overAt].find((one) => one > now) ?? overAt;
};

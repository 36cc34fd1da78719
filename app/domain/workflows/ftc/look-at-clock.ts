import { addDays, type TimeZone } from "../../shared/calendar.ts";
import { iso, type Instant } from "../../shared/time.ts";
import { nextLook, timesOf } from "./clock-times.ts";
import { clockSentence } from "./clock-words.ts";
import type { ShipBySettings } from "./ship-by-settings.ts";
import { onItsWay, type DelayNotice, type ShipClock } from "./ship-clock.ts";
import { standingOf } from "./standing.ts";

/** What a look depends on. `mayWrite`: the shop lets shoppers be written to by themselves. */
export type ClockLooking = { readonly settings: ShipBySettings; readonly mayWrite: boolean; readonly zone: TimeZone; readonly now: Instant };

/**
 * What follows from looking at a clock. `line`: for the story of the order's case, which is due now; its key makes saying it twice one line. `notice`: to
 * be sent to the shopper. `refund`: it is owed from now on.
 */
export type ClockLooked = { readonly clock: ShipClock; readonly line: { readonly key: string; readonly text: string } | null; readonly notice: DelayNotice | null; readonly refund: boolean };

/** Looks at a clock: reminds the merchant before the day is over, asks the shopper when nobody else did, and says when a refund is owed. Looking twice changes nothing more. */
export const lookAtClock = (clock: ShipClock, { settings, mayWrite, zone, now }: ClockLooking): ClockLooked => {
  const nothing = { line: null, notice: null, refund: false };
  if (clock.state !== "running") return { clock: { ...clock, lookAt: null }, ...nothing };
  const standing = standingOf(clock, zone, now);
  const text = clockSentence(clock, standing, zone, now);
  if (standing.kind === "owed") return { clock: { ...clock, state: "owed", owedSince: standing.since, lookAt: null }, line: { key: `ship_by:owed:${iso(standing.since)}`, text }, notice: null, refund: true };
  if (standing.kind !== "open") return { clock: { ...clock, lookAt: nextLook(standing, false, zone, now) }, ...nothing };
  const { shipBy } = standing;
  const { remindAt, noticeAt } = timesOf(standing, zone);
  const tried = clock.notices.some((one) => one.shipBy === shipBy);
  const asks = !tried && now >= noticeAt;
  const notice = asks && mayWrite ? noticeFor(clock, { shipBy, revisedOn: settings.reviseByDays === null ? null : addDays(shipBy, settings.reviseByDays), reason: null, now }) : null;
  return {
    clock: { ...clock, notices: notice === null ? clock.notices : [...clock.notices, notice], lookAt: nextLook(standing, !tried && !asks, zone, now) },
    line: asks ? { key: `ship_by:asks:${shipBy}`, text: notice === null ? `Nobody asked the shopper yet, and e-mails to shoppers are switched off: send the notice from here, or tell them another way. ${text}` : `The shopper is asked now, because it has not left. ${text}` }
      : now >= remindAt && onItsWay(clock) === null ? { key: `ship_by:reminds:${shipBy}`, text } : null,
    notice, refund: false,
  };
};

/** The next notice of a clock, on its way. */
export const noticeFor = ({ notices }: Pick<ShipClock, "notices">, { shipBy, revisedOn, reason, now }: Pick<DelayNotice, "shipBy" | "revisedOn" | "reason"> & { readonly now: Instant }): DelayNotice =>
  ({ number: notices.length + 1, shipBy, revisedOn, reason, askedAt: now, sentAt: null, failed: null, answer: null, answeredAt: null });

import { addDays, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { nextLook } from "./clock-times.ts";
import { noticeFor } from "./look-at-clock.ts";
import { onItsWay, type DelayNotice, type ShipClock } from "./ship-clock.ts";
import { standingOf } from "./standing.ts";

/** What a merchant wants told. `reason`: why it is late, empty where they do not say. `told`: they did it themselves, by telephone for example; nothing is sent then. */
export type DelayOffer = { readonly revisedOn: CalendarDate | null; readonly reason: string; readonly told: boolean };
/** What became of it. `refused`: it cannot be, and why. */
export type DelayOffered = { readonly outcome: "offered"; readonly clock: ShipClock; readonly notice: DelayNotice } | { readonly outcome: "refused"; readonly because: string };

/** A new date lies at most so far after the missed one. */
const FURTHEST_DAYS = 365;
/** Letters of a reason. */
const LONGEST_REASON = 300;

const refused = (because: string): DelayOffered => ({ outcome: "refused", because });

/** A merchant asks the shopper whether to wait, before the day is over. */
export const offerDelay = (clock: ShipClock, { revisedOn, reason, told }: DelayOffer, zone: TimeZone, now: Instant): DelayOffered => {
  const standing = standingOf(clock, zone, now);
  if (standing.kind === "owed") return refused("It is too late to ask: what has not left must be cancelled and refunded.");
  if (standing.kind === "asked" || standing.kind === "waiting") return refused("The shopper was asked already.");
  if (standing.kind !== "open") return refused("There is nothing to ask about this order.");
  if (onItsWay(clock) !== null) return refused("A message with the question is on its way already.");
  const { shipBy } = standing;
  if (revisedOn !== null && revisedOn <= shipBy) return refused(`The new date has to lie after ${shipBy}.`);
  if (revisedOn !== null && revisedOn > addDays(shipBy, FURTHEST_DAYS)) return refused("The new date is more than a year away.");
  const said = reason.replaceAll("\0", "").trim();
  if (said.length > LONGEST_REASON) return refused(`The reason has no more than ${LONGEST_REASON} characters.`);
  const notice = { ...noticeFor(clock, { shipBy, revisedOn, reason: said === "" ? null : said, now }), sentAt: told ? now : null };
  const asked = { ...clock, notices: [...clock.notices, notice] };
  return { outcome: "offered", notice, clock: { ...asked, lookAt: nextLook(standingOf(asked, zone, now), false, zone, now) } };
};

/** A notice went out, or could not; the clock is looked at anew at once. A notice that went out before, or is not known, changes nothing. */
export const noteSent = (clock: ShipClock, number: number, end: { readonly sentAt: Instant } | { readonly failed: string }, now: Instant): ShipClock =>
  clock.notices.some((one) => one.number === number && one.sentAt === null) ? { ...clock, lookAt: clock.state === "running" ? now : null, notices: clock.notices.map((one) => (one.number === number ? { ...one, ...end } : one)) } : clock;

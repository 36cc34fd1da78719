import { canBeOnePlace } from "../../carriers/geography/whereabouts.ts";
import { hours, minutes } from "../../shared/time.ts";
import { isVague } from "../exception.ts";
import type { Milestone } from "../milestone.ts";
import type { Scan } from "../scan.ts";
import { isTelling, type Statement } from "./statement.ts";

/** Two sources date one event by their own clocks and when they looked: so close two statements of one event are. The product's own figures, 2026-11. */
const CLOSE = { exact: hours(1), clean: minutes(10), assumed: hours(14), day: hours(14), dayAtPlace: hours(13.5) };
const REPEAT = minutes(1);

/** Milestones that sources choose between for a parcel in trouble. */
const UNDER_WAY: ReadonlySet<Milestone> = new Set<Milestone>(["unknown", "accepted", "in_transit", "out_for_delivery", "ready_for_pickup"]);

/** Says only that something is wrong with a parcel under way. */
const isVagueScan = ({ milestone, exception }: Scan): boolean => exception !== null && isVague(exception) && UNDER_WAY.has(milestone);

/** How unlike what two statements say is: 0 the same, 1 one is vaguer, 2 one leaves out the trouble; null: they say different things. */
const likeness = ({ scan: a }: Statement, { scan: b }: Statement): 0 | 1 | 2 | null => {
  if (a.milestone === b.milestone && a.exception === b.exception) return 0;
  if (a.exception !== b.exception) {
    if (a.exception === null || b.exception === null) return a.milestone === b.milestone ? 2 : null;
    if (!isVague(a.exception) && !isVague(b.exception)) return null;
  }
  if (a.milestone === b.milestone) return 1;
  if (a.exception !== null) return isVagueScan(a) || isVagueScan(b) || (UNDER_WAY.has(a.milestone) && UNDER_WAY.has(b.milestone)) ? 1 : null;
  return (a.milestone === "accepted" && b.milestone === "in_transit") || (a.milestone === "in_transit" && b.milestone === "accepted") ? 1 : null;
};

/** Hours a sun clock at the place is ahead of UTC, as milliseconds; null where the place is not known. Cheaper than a time zone and right within an hour or two. */
const sunAhead = ({ where }: Statement): number | null => (where.spot === null ? null : where.spot.longitude * (hours(24) / 360));

const isCloseInTime = (a: Statement, b: Statement, alike: 0 | 1 | 2): boolean => {
  const apart = Math.abs(a.at - b.at);
  const [timingA, timingB] = [a.scan.timing, b.scan.timing];
  if (alike === 2) return apart <= CLOSE.clean && timingA === timingB;
  if (timingA === "day" || timingB === "day") {
    if (timingA === timingB) return a.scan.occurredAt === b.scan.occurredAt;
    const [day, clock] = timingA === "day" ? [a, b] : [b, a];
    const sun = clock.scan.timing === "exact" || clock.scan.timing === "local" ? (sunAhead(clock) ?? sunAhead(day)) : null;
    return sun === null ? apart <= CLOSE.day : Math.abs(clock.at + sun - day.scan.occurredAt) <= CLOSE.dayAtPlace;
  }
  if (timingA === "assumed" || timingB === "assumed") return apart <= CLOSE.assumed && (timingA !== timingB || apart <= CLOSE.exact);
  return apart <= CLOSE.exact;
};

/** One source saying one thing twice under two keys: everything it says is the same. */
const isRepeat = (a: Statement, b: Statement): boolean =>
  Math.abs(a.at - b.at) <= REPEAT && a.scan.milestone === b.scan.milestone && a.scan.exception === b.scan.exception && a.scan.code === b.scan.code && a.scan.text === b.scan.text && a.scan.carrierEta === b.scan.carrierEta
  && canBeOnePlace(a.where, b.where);

/**
 * How badly two statements go together as one event, the smaller the better; null: they are two events. One source tells of one event
 * once, except when it repeats itself word for word.
 */
export const misfit = (a: Statement, b: Statement): number | null => {
  if (a.scan.source === b.scan.source && a.number === b.number) return isRepeat(a, b) ? 0 : null;
  if (!isTelling(a.scan) || !isTelling(b.scan) || a.scan.source === "merchant" || b.scan.source === "merchant") return null;
  const alike = likeness(a, b);
  if (alike === null || (a.courier !== null && b.courier !== null && a.courier !== b.courier)) return null;
  if (!isCloseInTime(a, b, alike) || !canBeOnePlace(a.where, b.where)) return null;
  const sameWords = a.scan.text !== null && b.scan.text !== null && a.scan.text.toLowerCase() === b.scan.text.toLowerCase();
  const loose = a.scan.timing === "assumed" || b.scan.timing === "assumed" || a.scan.timing === "day" || b.scan.timing === "day";
  // A loose clock shifts all of a source's times alike, so that of several equal candidates the oldest fits, not the nearest.
  return (loose ? 0 : Math.abs(a.at - b.at)) + alike * minutes(20) + (sameWords ? 0 : minutes(30));
};

import { days, hours, latest, minutes, plus, since, type Duration, type Instant } from "../shared/time.ts";
import type { Milestone } from "./milestone.ts";

/** What the next question to a feed depends on. `id` spreads parcels that would otherwise all be asked about at once. */
export type PollQuestion = {
  readonly id: string; readonly pushes: boolean; readonly milestone: Milestone; readonly registeredAt: Instant;
  readonly heardAt: Instant | null; readonly checkedAt: Instant | null; readonly hurriedAt: Instant | null; readonly deliveredAt: Instant | null;
  readonly ended: boolean; readonly now: Instant;
};

/** A push is overdue when a parcel under way was not heard of for this long; from then on we ask. */
const PUSH_OVERDUE = hours(48);
const ASK_WHEN_OVERDUE = hours(12);
/** A delivery can be taken back for this long. */
export const CORRECTABLE = hours(72);
/** Vendors often need a moment before they know a new number. */
const FIRST_QUESTION = minutes(1);
/** A parcel still under way after 30 days is asked about once a day (tracking apps give up at 30 to 40 days); after 120 days carriers have deleted it. */
const OLD = days(30);
const ASK_WHEN_OLD = hours(24);
const FORGOTTEN = days(120);

/** How often a feed that never pushes is asked, by how much a shopper would notice. The product's own figures, 2026-11. */
const EVERY: Readonly<Record<Milestone, Duration>> = {
  unknown: hours(12), label_created: hours(12), accepted: hours(4), in_transit: hours(4), out_for_delivery: hours(1), ready_for_pickup: hours(12),
  delivered: hours(24), returning: hours(12), returned: hours(24), undeliverable: hours(24), cancelled: hours(24),
};

/**
 * When to ask a feed about a parcel again: at once where nothing was heard since it was registered, only when a push is overdue where the feed
 * pushes, by stage where it does not. Where pushes may have been missed (`hurriedAt`) it was due then, until it has been asked about.
 * A feed that fails is left alone as a whole, not parcel by parcel: once it is back, what became due meanwhile is due. Null: never
 * again. Can lie in the past.
 */
export const nextPoll = (question: PollQuestion): Instant | null => {
  const { id, pushes, milestone, registeredAt, heardAt, checkedAt, hurriedAt, deliveredAt, ended, now } = question;
  if ((ended && deliveredAt === null) || since(registeredAt, now) > FORGOTTEN) return null;
  if (hurriedAt !== null && (checkedAt === null || checkedAt < hurriedAt)) return hurriedAt;
  if (deliveredAt !== null) return untilItStands(question, deliveredAt);
  const heardSince = (at: Instant | null): boolean => at !== null && at >= registeredAt; // a feed that was taken off and put back knows more than it told
  if (!heardSince(heardAt) && !heardSince(checkedAt)) return plus(registeredAt, FIRST_QUESTION);
  const every = since(registeredAt, now) > OLD ? ASK_WHEN_OLD : pushes ? ASK_WHEN_OVERDUE : EVERY[milestone];
  const again = checkedAt === null ? null : plus(checkedAt, spread(every, id));
  if (!pushes) return again ?? plus(registeredAt, FIRST_QUESTION);
  const overdue = plus(heardAt ?? registeredAt, PUSH_OVERDUE);
  return again === null ? overdue : latest(overdue, again);
};

/** A delivery is looked at again while it can still be taken back: daily without pushes; with them once, in case the correction was missed. */
const untilItStands = ({ id, pushes, registeredAt, checkedAt, now }: PollQuestion, deliveredAt: Instant): Instant | null => {
  const stands = plus(deliveredAt, CORRECTABLE);
  if (now > stands) return null;
  const lastLook = plus(deliveredAt, PUSH_OVERDUE);
  if (pushes) return checkedAt !== null && checkedAt >= lastLook ? null : lastLook;
  const next = plus(checkedAt ?? registeredAt, spread(EVERY.delivered, id));
  return next > stands ? null : next;
};

/** Between nine tenths of the wait and all of it, the same for the same parcel (FNV-1a, 32 bits, draft-eastlake-fnv). */
const spread = (wait: Duration, id: string): Duration => {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return Math.round(wait * (0.9 + (hash >>> 0) / 2 ** 32 / 10)) as Duration;
};

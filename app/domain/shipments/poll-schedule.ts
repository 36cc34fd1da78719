import { days, hours, latest, minutes, plus, type Duration, type Instant } from "../shared/time.ts";
import type { Milestone } from "./milestone.ts";

/** What the next question to a feed depends on. `id` spreads parcels that would otherwise all be asked about at once. */
export type PollQuestion = {
  readonly id: string; readonly pushes: boolean; readonly milestone: Milestone; readonly registeredAt: Instant;
  readonly heardAt: Instant | null; readonly checkedAt: Instant | null; readonly deliveredAt: Instant | null;
  readonly failures: number; readonly ended: boolean; readonly now: Instant;
};

/** A push is overdue when a parcel under way was not heard of for this long; from then on we ask. */
const PUSH_OVERDUE = hours(48);
const ASK_WHEN_OVERDUE = hours(12);
/** A delivery can be taken back for this long. */
const CORRECTABLE = hours(72);

/** How often a feed that never pushes is asked, by how much a shopper would notice. The product's own figures, 2026-11. */
const EVERY: Readonly<Partial<Record<Milestone, Duration>>> = { out_for_delivery: hours(1), in_transit: hours(4), accepted: hours(4), returning: hours(12), ready_for_pickup: hours(12), label_created: hours(12), unknown: hours(6), delivered: days(1) };

/**
 * When to ask a feed about a parcel again: at once where nothing was ever heard, only when a push is overdue where the feed
 * pushes, by stage where it does not; less often after failures. Null: never again. Can lie in the past: it is due.
 */
export const nextPoll = (question: PollQuestion): Instant | null => {
  const { pushes, milestone, registeredAt, heardAt, checkedAt, deliveredAt, failures, ended, now } = question;
  if (ended && (deliveredAt === null || plus(deliveredAt, CORRECTABLE) <= now)) return null;
  if (heardAt === null && checkedAt === null) return plus(registeredAt, minutes(1));
  const spread = spreadOf(question.id);
  const slower = 2 ** Math.min(failures, 4);
  if (pushes) {
    const overdue = plus(heardAt ?? registeredAt, PUSH_OVERDUE);
    return checkedAt === null ? overdue : latest(overdue, plus(checkedAt, (ASK_WHEN_OVERDUE * slower * spread) as Duration));
  }
  const every = EVERY[milestone] ?? hours(12);
  return plus(checkedAt ?? registeredAt, (every * slower * spread) as Duration);
};

/** Between 0.9 and 1.1, the same for the same parcel (FNV-1a, 32 bits). */
const spreadOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return 0.9 + ((hash >>> 0) % 1_000) / 5_000;
};

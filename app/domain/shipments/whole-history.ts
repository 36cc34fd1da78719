import type { Instant } from "../shared/time.ts";
import type { FeedState } from "./feed-state.ts";
import { DELETED, type Scan } from "./scan.ts";

type Newest = Pick<FeedState, "wholeAt" | "wholeFrom"> | null;

/** When the oldest statement of a telling happened; null for an empty one. */
export const startOf = (scans: readonly Scan[]): Instant | null => scans.reduce<Instant | null>((so, { occurredAt }) => (so === null || occurredAt < so ? occurredAt : so), null);

/**
 * The statements of one source about one number after it told, at `wholeAt`, everything it knows. Whichever telling reached
 * us first, the newest decides: what it covers in time but does not contain was withdrawn by the source. What happened after it
 * was made it cannot contain.
 */
export const afterWhole = (known: readonly Scan[], told: readonly Scan[], wholeAt: Instant, newest: Newest): readonly Scan[] => {
  const from = startOf(told);
  if (from === null || (newest?.wholeAt != null && wholeAt <= newest.wholeAt)) return afterNews(known, told, wholeAt, newest);
  const keys = new Set(told.map((scan) => scan.key));
  return joined(known, told).map((scan) => ({ ...scan, withdrawn: isDeleted(scan) || (!keys.has(scan.key) && scan.occurredAt >= from && scan.occurredAt <= wholeAt) }));
};

/** The statements after some news. News that was said before the newest whole history was made, and is not in it, was withdrawn since. */
export const afterNews = (known: readonly Scan[], told: readonly Scan[], saidAt: Instant, newest: Newest): readonly Scan[] => {
  const held = new Map(known.map((scan) => [scan.key, scan]));
  const again = new Set(told.map((scan) => scan.key));
  const { wholeAt = null, wholeFrom = null } = newest ?? {};
  const isOver = (scan: Scan) => wholeAt !== null && wholeFrom !== null && saidAt < wholeAt && scan.occurredAt >= wholeFrom && scan.occurredAt <= wholeAt;
  return joined(known, told).map((scan) => (again.has(scan.key) ? { ...scan, withdrawn: isDeleted(scan) || (isOver(scan) && (held.get(scan.key)?.withdrawn ?? true)) } : scan));
};

/** A source that deletes a statement by its id never says it again: it stays deleted, also when its first telling arrives late. */
const isDeleted = ({ withdrawn, reason }: Scan): boolean => withdrawn && reason === DELETED;

/** Each statement once, with the time of its first arrival. */
const joined = (known: readonly Scan[], told: readonly Scan[]): Scan[] => {
  const byKey = new Map(known.map((scan) => [scan.key, scan]));
  for (const scan of told) {
    const before = byKey.get(scan.key);
    byKey.set(scan.key, before ? { ...before, ...(isDeleted(scan) ? { withdrawn: true, reason: DELETED } : {}), receivedAt: before.receivedAt < scan.receivedAt ? before.receivedAt : scan.receivedAt } : scan);
  }
  return [...byKey.values()];
};

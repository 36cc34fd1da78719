import { latest, type Instant } from "../shared/time.ts";
import type { Source } from "./scan.ts";

/** How fresh one source's word on one tracking number is. Shopify speaks under the empty number: it knows the fulfillment. */
export type FeedState = {
  readonly source: Source;
  readonly number: string; // as `normalTrackingNumber` writes it
  readonly heardAt: Instant | null; // the last message that said anything
  readonly checkedAt: Instant | null; // the last time we asked and were answered
  readonly wholeAt: Instant | null; // when the source made the newest whole history we hold
  readonly wholeFrom: Instant | null; // the oldest statement of that history: it says nothing about what was before
};

/** What one message says about freshness. */
export type Heard = { readonly source: Source; readonly number: string; readonly heardAt: Instant; readonly whole: { readonly at: Instant; readonly from: Instant } | null };

const newer = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null ? a : latest(a, b));

/** Freshness after one more message, in whatever order messages come. */
export const heardOf = (feeds: readonly FeedState[], { source, number, heardAt, whole }: Heard): readonly FeedState[] => {
  const before = feeds.find((one) => one.source === source && one.number === number) ?? { source, number, heardAt: null, checkedAt: null, wholeAt: null, wholeFrom: null };
  const isNewer = whole !== null && (before.wholeAt === null || whole.at > before.wholeAt || (whole.at === before.wholeAt && before.wholeFrom !== null && whole.from < before.wholeFrom));
  const after: FeedState = { ...before, heardAt: newer(before.heardAt, heardAt), ...(isNewer ? { wholeAt: whole.at, wholeFrom: whole.from } : {}) };
  return [...feeds.filter((one) => one.source !== source || one.number !== number), after];
};

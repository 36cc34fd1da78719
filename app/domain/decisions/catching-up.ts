import { hours, plus, type Instant } from "../shared/time.ts";

/** A shop nobody compared for this long was left alone: pushes of that time may be lost. Four times the usual pause of a comparison. */
export const LEFT_AFTER = hours(1);

/** Long enough to compare a shop with Shopify and to ask its feeds about thousands of parcels at their pace. The product's own figure, 2026-11. */
const CATCHES_UP = hours(1);

/** From when on an app that was away knows what is said, and so what is not; null: it was never away. */
export const listensFrom = (returnedAt: Instant | null): Instant | null => (returnedAt === null ? null : plus(returnedAt, CATCHES_UP));

/**
 * Until when an app that came back only listens: what it hears first is the past, out of order, and the end of it may still be on
 * its way. Until then nothing is judged that somebody would be told. Null: it knows what there is to know.
 */
export const catchingUpUntil = (returnedAt: Instant | null, now: Instant): Instant | null => {
  const until = listensFrom(returnedAt);
  return until !== null && now < until ? until : null;
};

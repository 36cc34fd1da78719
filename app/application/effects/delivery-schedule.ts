import { hours, minutes, plus, seconds, type Duration, type Instant } from "#app/domain/shared/time.ts";

/** How long after each attempt the next follows: the schedule Standard Webhooks 1.0 proposes (read 2026-11), ten attempts over three days. */
const WAITS: readonly Duration[] = [seconds(5), minutes(5), minutes(30), hours(2), hours(5), hours(10), hours(14), hours(20), hours(24)];
/** After so many attempts a delivery has failed. */
export const DELIVERY_ATTEMPTS = WAITS.length + 1;
/** So much longer at most, by chance: endpoints that failed together are not asked again together. */
const JITTER = 0.1;

/** When to try again after the n-th attempt; null: that was the last. `chance`: 0 to 1. An endpoint that asks for more patience gets it. */
export const nextAttempt = (attempts: number, now: Instant, chance: number, asked: Instant | null): Instant | null => {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return null;
  const at = plus(now, Math.round(wait * (1 + JITTER * chance)) as Duration);
  return asked !== null && asked > at ? asked : at;
};

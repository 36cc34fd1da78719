/** `extensions.cost.throttleStatus` of an answer. */
export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** Shopify's leaky bucket of query cost for one app on one shop. */
export type Bucket = {
  /** Takes the points, or answers false when there are too few. */
  take(points: number): boolean;
  giveBack(points: number): void;
  status(): ThrottleStatus;
};

/**
 * A full bucket: 2,000 points, 100 more each second, as in every recorded answer of a standard plan. It fills by `passed`,
 * the milliseconds that passed for Shopify: real ones, since the network it protects does not run faster when simulated
 * time does, and those that were jumped over.
 */
export function createBucket(passed: () => number, maximum = 2_000, restoreRate = 100): Bucket {
  let available = maximum;
  let last = passed();
  const refill = (): void => {
    const now = passed();
    available = Math.min(maximum, available + (Math.max(0, now - last) / 1000) * restoreRate);
    last = now;
  };
  return {
    take(points) {
      refill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(maximum, available + points);
    },
    status() {
      refill();
      return { maximumAvailable: maximum, currentlyAvailable: Math.floor(available), restoreRate };
    },
  };
}

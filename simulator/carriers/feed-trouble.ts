import type { HostResponse } from "../shopify/host-response.ts";
import type { Clock } from "../world/types.ts";
import type { FeedTrouble } from "./feed.ts";

/** No trouble yet. */
export const noTrouble = (): FeedTrouble => ({ rateLimited: 0, failing: 0, down: false });

/** The connection breaks before a byte of the answer arrives. */
const BROKEN: HostResponse = { status: 200, headers: {}, body: "", fault: { kind: "cut", afterBytes: 0 } };

/** The answer that trouble wishes for this request, in the vendor's own words; null when there is none. Counts down. */
export function spoiled(trouble: FeedTrouble, answers: { rateLimited: () => HostResponse; failing: () => HostResponse }): HostResponse | null {
  if (trouble.down) return BROKEN;
  if (trouble.failing > 0) {
    trouble.failing -= 1;
    return answers.failing();
  }
  if (trouble.rateLimited > 0) {
    trouble.rateLimited -= 1;
    return answers.rateLimited();
  }
  return null;
}

/** A vendor's limit: so many requests within so long, on the simulated clock. */
export type RateWindow = {
  readonly limit: number;
  /** Counts a request; answers 0 when it may pass, otherwise after how many milliseconds the next may. */
  take(): number;
  /** How many may still pass now. */
  readonly left: number;
};

/** A sliding window over the last `perMs` of simulated time. */
export function createRateWindow(clock: Clock, limit: number, perMs: number): RateWindow {
  let taken: number[] = [];
  const current = (): number[] => taken.filter((at) => at > clock.now().getTime() - perMs);
  return {
    limit,
    get left() {
      return Math.max(0, limit - current().length);
    },
    take() {
      taken = current();
      const oldest = taken[0];
      if (taken.length >= limit && oldest !== undefined) return oldest + perMs - clock.now().getTime();
      taken.push(clock.now().getTime());
      return 0;
    },
  };
}

/** Real time, for a test to give its own. `wait` resolves after so many milliseconds and must not keep the process alive. */
export type PaceTime = { now(): number; wait(ms: number): Promise<void> };

const REAL: PaceTime = { now: () => performance.now(), wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()) };

/**
 * Lets at most `perSecond` pass in a real second, first come, first served: whoever asks may go once the answer is true. False at once when `mostWaiting` wait
 * already: a shopper who does not get through leaves.
 */
export const createPace = (perSecond: number, mostWaiting: number, { now, wait }: PaceTime = REAL): (() => Promise<boolean>) => {
  let waiting = 0;
  let next = 0;
  return async () => {
    if (waiting >= mostWaiting) return false;
    waiting += 1;
    const turn = Math.max(now(), next);
    next = turn + 1_000 / perSecond;
    await wait(Math.max(0, turn - now()));
    waiting -= 1;
    return true;
  };
};

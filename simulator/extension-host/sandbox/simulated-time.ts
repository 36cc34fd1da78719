import type { ClockState } from "../extension-run.ts";

/** Makes `Date` in this worker follow the simulated clock. */
export const followClock = ({ base, anchor, speed }: ClockState): void => {
  const RealDate = Date;
  const now = () => base + (RealDate.now() - anchor) * speed;
  class SimulatedDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as ConstructorParameters<typeof Date>));
    }
    static override now(): number {
      return Math.floor(now());
    }
  }
  globalThis.Date = SimulatedDate as DateConstructor;
};

/** Shorter timers belong to rendering (Preact schedules effects with them) and always run. */
const LONG_MS = 1_000;

/** Holds back timers of a second or more until `advance` reaches them, so that no test sleeps. */
export const holdLongTimers = (): { advance(ms: number): void } => {
  let now = 0;
  let next = 1_000_000;
  const held = new Map<number, { at: number; work: () => void }>();
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;

  globalThis.setTimeout = ((work: () => void, delay = 0, ...args: unknown[]) => {
    if (delay < LONG_MS) return realSet(work, delay, ...args);
    held.set(next, { at: now + delay, work });
    return next++;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id: number | undefined) => {
    if (id === undefined || !held.delete(id)) realClear(id);
  }) as typeof clearTimeout;

  return {
    advance(ms) {
      now += ms;
      for (const [id, { work }] of [...held].filter(([, { at }]) => at <= now).sort(([, a], [, b]) => a.at - b.at)) {
        if (held.delete(id)) work();
      }
    },
  };
};

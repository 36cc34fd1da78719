import type { Clock } from "../world/types.ts";

type Due = { at: number; work: () => void | Promise<void> };

export type ClockOptions = {
  /** Simulated time at the beginning. */
  start: Date;
  /** Simulated seconds per real second; 0 stands still. Default 1. */
  speed?: number;
  /** Real time in milliseconds since 1970; a test gives its own. */
  realNow?: () => number;
  /** Where a failure in scheduled work goes while time flows by itself; `advance` rejects with it instead. */
  onError?: (error: unknown) => void;
};

/** Node's timers hold 32 bits of milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * Simulated time. Scheduled work sees exactly the time it was due at for as long as it runs synchronously, so what it
 * writes down does not depend on how busy the machine was.
 */
export function createClock(options: ClockOptions): Clock & { stop(): void } {
  const realNow = options.realNow ?? Date.now;
  const onError = options.onError ?? ((error: unknown) => console.error("Work scheduled on the simulated clock failed:", error));
  let base = options.start.getTime();
  let anchor = realNow();
  let speed = options.speed ?? 1;
  let skippedMs = 0;
  let pinned: number | null = null;
  let advancing = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let advances: Promise<void> = Promise.resolve();
  const queue: Due[] = [];
  const listeners = new Set<() => void>();

  const flowing = (): number => (advancing ? base : base + (realNow() - anchor) * speed);
  const time = (): number => pinned ?? flowing();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const jumpTo = (at: number): void => {
    base = Math.max(base, at);
    anchor = realNow();
  };
  const skipTo = (at: number): void => {
    skippedMs += Math.max(0, at - base);
    jumpTo(at);
  };

  /** Takes the next piece of work due by `limit`, or nothing. */
  const takeDue = (limit: number): Due | undefined => {
    const next = queue[0];
    return next !== undefined && next.at <= limit ? queue.shift() : undefined;
  };
  /** Starts a piece of work with the clock pinned to its own time. */
  const start = (due: Due): void | Promise<void> => {
    pinned = due.at;
    try {
      return due.work();
    } finally {
      pinned = null;
    }
  };

  const arm = (): void => {
    clearTimeout(timer);
    const next = queue[0];
    if (stopped || advancing || speed <= 0 || next === undefined) return;
    const wait = Math.min(Math.max(0, (next.at - flowing()) / speed), LONGEST_TIMER_MS);
    timer = setTimeout(runDue, Math.ceil(wait));
    timer.unref();
  };
  const runDue = (): void => {
    for (let due = takeDue(flowing()); due !== undefined; due = takeDue(flowing())) {
      try {
        Promise.resolve(start(due)).catch(onError);
      } catch (error) {
        onError(error);
      }
    }
    arm();
  };

  const advanceNow = async (ms: number, heard?: () => Promise<void>): Promise<void> => {
    jumpTo(flowing());
    const target = base + ms;
    const failures: unknown[] = [];
    const told = heard && (() => heard().catch((error: unknown) => void failures.push(error)));
    advancing = true;
    clearTimeout(timer);
    for (let next = queue[0]; next !== undefined && next.at <= target; next = queue[0]) {
      if (next.at > base) {
        skipTo(next.at);
        notify();
        if (told) await told();
      }
      // Whoever was waited for may have called it off, or have something due before it.
      const due = takeDue(base);
      if (due === undefined) continue;
      try {
        await start(due);
      } catch (error) {
        failures.push(error);
      }
    }
    skipTo(target);
    advancing = false;
    notify();
    arm();
    if (told) await told();
    if (failures.length > 0) throw failures[0];
  };

  return {
    now: () => new Date(time()),
    get speed() {
      return speed;
    },
    get skippedMs() {
      return skippedMs;
    },
    setSpeed(next) {
      if (!Number.isFinite(next) || next < 0) throw new Error(`The clock's speed must be 0 or more, not ${next}`);
      if (!advancing) jumpTo(flowing());
      speed = next;
      notify();
      arm();
    },
    advance(ms, heard) {
      if (!Number.isFinite(ms) || ms < 0) return Promise.reject(new Error(`The clock only runs forward, not by ${ms} ms`));
      const done = advances.then(() => advanceNow(ms, heard));
      advances = done.catch(() => undefined);
      return done;
    },
    at(when, work) {
      // What is already due happens now: time never runs backwards for anyone.
      const due: Due = { at: Math.max(when.getTime(), time()), work };
      let low = 0;
      for (let high = queue.length; low < high; ) {
        const middle = (low + high) >>> 1;
        if ((queue[middle]?.at ?? Number.POSITIVE_INFINITY) <= due.at) low = middle + 1;
        else high = middle;
      }
      queue.splice(low, 0, due);
      if (low === 0) arm();
      return () => {
        const index = queue.indexOf(due);
        if (index >= 0) queue.splice(index, 1);
      };
    },
    state: () => ({ base: advancing ? base : flowing(), anchor: advancing ? anchor : realNow(), speed: advancing ? 0 : speed }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

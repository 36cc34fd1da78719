import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClock } from "./clock.ts";

const START = new Date("2026-11-20T15:00:00Z");
const later = (ms: number): Date => new Date(START.getTime() + ms);

describe("the simulated clock", () => {
  it("runs as many times faster than real time as it was told, also across a change of speed", () => {
    let real = 1_000;
    const clock = createClock({ start: START, speed: 60, realNow: () => real });
    real += 500;
    expect(clock.now()).toEqual(later(30_000));
    clock.setSpeed(0);
    real += 10_000;
    expect(clock.now()).toEqual(later(30_000));
    clock.setSpeed(1);
    real += 250;
    expect(clock.now()).toEqual(later(30_250));
    clock.stop();
  });

  it("tells another process how to follow it", () => {
    let real = 5_000;
    const clock = createClock({ start: START, speed: 3_600, realNow: () => real });
    const { base, anchor, speed } = clock.state();
    real += 750;
    expect(new Date(base + (real - anchor) * speed)).toEqual(clock.now());
    clock.stop();
  });

  it("performs what falls due while it is moved forward, in order and each at its own time", async () => {
    const clock = createClock({ start: START, speed: 0 });
    const seen: [string, Date][] = [];
    clock.at(later(3_000), () => void seen.push(["late", clock.now()]));
    clock.at(later(1_000), async () => {
      seen.push(["early", clock.now()]);
      await Promise.resolve();
      clock.at(later(2_000), () => void seen.push(["born on the way", clock.now()]));
    });
    clock.at(later(9_000), () => void seen.push(["not yet", clock.now()]));
    await clock.advance(5_000);
    expect(seen).toEqual([["early", later(1_000)], ["born on the way", later(2_000)], ["late", later(3_000)]]);
    expect(clock.now()).toEqual(later(5_000));
  });

  it("does the work of every moment exactly once and in order, whatever the moments and the jumps", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1_000 })), fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }), async (moments, jumps) => {
        const clock = createClock({ start: START, speed: 0 });
        const done: number[] = [];
        for (const moment of moments) clock.at(later(moment), () => void done.push(moment));
        for (const jump of jumps) await clock.advance(jump);
        const reached = jumps.reduce((sum, jump) => sum + jump, 0);
        expect(done).toEqual(moments.filter((moment) => moment <= reached && jumps.length > 0).toSorted((one, other) => one - other));
      }),
      { numRuns: 50 },
    );
  });

  it("forgets work that was called off", async () => {
    const clock = createClock({ start: START, speed: 0 });
    let done = false;
    clock.at(later(1_000), () => { done = true; })();
    await clock.advance(2_000);
    expect(done).toBe(false);
  });

  it("waits wherever it stops until everybody has heard the time, before anything happens there", async () => {
    const clock = createClock({ start: START, speed: 0 });
    const told: string[] = [];
    for (const ms of [1_000, 1_000, 2_000]) clock.at(later(ms), () => void told.push(`work ${clock.now().getTime() - START.getTime()}`));
    await clock.advance(3_000, async () => {
      await Promise.resolve();
      told.push(`heard ${clock.now().getTime() - START.getTime()}`);
    });
    expect(told).toEqual(["heard 1000", "work 1000", "work 1000", "heard 2000", "work 2000", "heard 3000"]);
  });

  it("does not do what is called off while everybody is told the time, and does what is asked for then", async () => {
    const clock = createClock({ start: START, speed: 0 });
    const done: string[] = [];
    const callOff = clock.at(later(1_000), () => void done.push("called off"));
    await clock.advance(2_000, async () => {
      callOff();
      if (done.length === 0) clock.at(clock.now(), () => void done.push(`asked for at ${clock.now().getTime() - START.getTime()}`));
    });
    expect(done).toEqual(["asked for at 1000"]);
  });

  it("goes on when somebody never hears, and says so in the end", async () => {
    const clock = createClock({ start: START, speed: 0 });
    let done = false;
    clock.at(later(1_000), () => { done = true; });
    await expect(clock.advance(2_000, () => Promise.reject(new Error("nobody answers")))).rejects.toThrow("nobody answers");
    expect([done, clock.now()]).toEqual([true, later(2_000)]);
  });

  it("finishes the way and then reports a failure on it", async () => {
    const clock = createClock({ start: START, speed: 0 });
    let reached = false;
    clock.at(later(1_000), () => { throw new Error("a scan went wrong"); });
    clock.at(later(2_000), () => { reached = true; });
    await expect(clock.advance(3_000)).rejects.toThrow("a scan went wrong");
    expect(reached).toBe(true);
    expect(clock.now()).toEqual(later(3_000));
  });

  it("never runs backwards", async () => {
    const clock = createClock({ start: START, speed: 0 });
    await expect(clock.advance(-1)).rejects.toThrow("only runs forward");
    expect(() => clock.setSpeed(-1)).toThrow("0 or more");
  });

  it("wakes by itself when time flows, and tells its listeners of every change", async () => {
    const clock = createClock({ start: START, speed: 777 });
    let changes = 0;
    clock.onChange(() => { changes += 1; });
    const seen = await new Promise<Date>((resolve) => void clock.at(later(5_000), () => resolve(clock.now())));
    // No whole number of real milliseconds makes exactly 5,000 of these.
    expect(seen).toEqual(later(5_000));
    clock.setSpeed(0);
    expect(changes).toBe(1);
    clock.stop();
  });
});

import type { Instant } from "#app/domain/shared/time.ts";
import type { SilenceWorld, TrueGap } from "./silence-world.ts";

/** From when on a policy calls a stretch silence, if it lasts so long. */
export type Alarm = (gap: TrueGap) => Instant;

/** How a policy did in a year. Delays in hours from the last scan, of the stops it found; `meanWaitHours` counts every stop, a missed one with the time it stood still. */
export type PolicyResult = {
  readonly name: string; readonly found: number; readonly missed: number; readonly falseAlarms: number; readonly excused: number;
  readonly medianDelayHours: number; readonly meanWaitHours: number;
};

const HOUR_MS = 3_600_000;
/** A parcel that never goes on is asked for by its shopper after so many hours at the latest: a missed stop counts as found then. */
const LONGEST = 21 * 24;

/** Whether a stretch is still going on when the policy loses patience. */
export const hasAlarm = ({ gap }: TrueGap, at: Instant, end: Instant): boolean => at < (gap.until ?? end);

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Counts one policy over a year. */
export const judgePolicy = (name: string, { gaps, to }: SilenceWorld, alarm: Alarm): PolicyResult => {
  const delays: number[] = [];
  let [missed, falseAlarms, excused, waited] = [0, 0, 0, 0];
  for (const one of gaps) {
    const at = alarm(one);
    const rings = hasAlarm(one, at, to);
    const stood = Math.min(LONGEST, ((one.gap.until ?? to) - one.gap.since) / HOUR_MS);
    if (one.stopped) {
      if (rings) delays.push((at - one.gap.since) / HOUR_MS); else missed += 1;
      waited += rings ? (at - one.gap.since) / HOUR_MS : stood;
    } else if (rings && one.excused) excused += 1;
    else if (rings && one.gap.until !== null) falseAlarms += 1;
  }
  delays.sort((a, b) => a - b);
  return {
    name, found: delays.length, missed, falseAlarms, excused,
    medianDelayHours: tenths(delays[Math.floor(delays.length / 2)] ?? 0), meanWaitHours: tenths(waited / Math.max(1, delays.length + missed)),
  };
};

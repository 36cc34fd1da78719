import type { Instant } from "#app/domain/shared/time.ts";

/** Whether somebody may go on: 0, or after how many seconds they may. */
export type Pace = (who: string, now: Instant) => number;

/**
 * Lets everybody go at a steady rate, with a burst ahead of it: the generic cell rate algorithm (ITU-T I.371), one number for each. Forgets whoever
 * came first rather than grow beyond `mostKept`; a figure that has run out says nothing anyway.
 */
export const createPace = ({ perSecond, burst, mostKept = 10_000 }: { readonly perSecond: number; readonly burst: number; readonly mostKept?: number }): Pace => {
  const step = 1_000 / perSecond;
  const ahead = (burst + 0.5) * step; // half a step for what rounding adds up to
  const due = new Map<string, number>(); // when the next would have come at the steady rate, reckoned from the first knock
  let began: Instant | null = null;
  return (who, now) => {
    const at = now - (began ??= now);
    const next = Math.max(due.get(who) ?? 0, at) + step;
    if (next - at > ahead) return Math.max(1, Math.ceil((next - at - ahead) / 1_000));
    due.delete(who);
    due.set(who, next);
    if (due.size > mostKept) due.delete(due.keys().next().value ?? "");
    return 0;
  };
};

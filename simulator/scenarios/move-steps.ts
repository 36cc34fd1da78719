import { wallClock } from "./packing-sites.ts";
import type { Step, Story } from "./story.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The stories' vans come at four. */
const LAST_PICK_UP_HOUR = 15.8;

/** A step that happens later, or earlier where `byMs` is negative, with the times it names. */
export const movedStep = (step: Step, byMs: number): Step => {
  const moved = (given: Date): Date => new Date(given.getTime() + byMs);
  const at = moved(step.at);
  if (step.act !== "scan") return { ...step, at };
  return { ...step, at, estimatedDelivery: step.estimatedDelivery && moved(step.estimatedDelivery), ...(step.happened === undefined ? {} : { happened: moved(step.happened) }) };
};

/** The same story, moved in time as a whole. */
export function shiftStory(story: Story, byMs: number): Story {
  return { ...story, steps: story.steps.map((step) => movedStep(step, byMs)) };
}

/**
 * What is ahead of a story when its parcel is packed at `packedAt` instead of when the story says: what hangs on the packing keeps its distance to
 * it, everything else keeps its hour of the day and moves by whole days of the packers' wall clock.
 */
export const repackedSteps = (steps: readonly Step[], packing: Step, packedAt: Date, timeZone: string): Step[] => {
  const [meant, real] = [wallClock(timeZone, packing.at), wallClock(timeZone, packedAt)];
  const days = Math.round((Date.parse(real.day) - Date.parse(meant.day)) / DAY_MS) + (real.hour > LAST_PICK_UP_HOUR ? 1 : 0);
  return steps.map((step) => {
    const offset = step.at.getTime() - packing.at.getTime();
    return movedStep(step, Math.abs(offset) < HOUR_MS ? packedAt.getTime() - packing.at.getTime() : days * DAY_MS);
  });
};

import type { SilenceStage } from "../silence-model.ts";
import type { GapClock } from "./gap-clock.ts";

/** Whoever changes the types below raises it: what is kept in another format is learned anew. */
export const SILENCES_FORMAT = 1;

/** What was learned of one stage. Names are those of `groupsOf` and `scaleNames`. */
export type LearnedStage = {
  readonly gaps: number; // that ended, of those learned from
  readonly weekly: number; // quiet stretches a week, over the last four
  readonly clocks: Readonly<Record<string, GapClock>>; // `*`, and holders with enough scans
  readonly scales: Readonly<Record<string, number>>; // logarithm of working hours
  readonly tails: Readonly<Record<string, readonly number[]>>; // at `RATES`, logarithm beyond the scale
  readonly parcels: Readonly<Record<string, number>>; // stretches behind each group that has more than a few
};

/** What a shop's scans teach about quiet. Plain data of a few kilobytes. */
export type LearnedSilences = { readonly format: number; readonly stages: Readonly<Partial<Record<SilenceStage, LearnedStage>>> };

/** Nothing was learned yet. */
export const NOTHING_LEARNED: LearnedSilences = { format: SILENCES_FORMAT, stages: {} };

import type { Holidays } from "../../estimates/engine/day-kinds.ts";
import { localDays } from "../../estimates/learning/zone-days.ts";
import type { TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { SILENCE_STAGES, type SilenceStage } from "../silence-model.ts";
import { watchDays } from "./disturbed-days.ts";
import { EVEN_HOURS, workingHours, type GapClock } from "./gap-clock.ts";
import { gapRows, rowsBy, type GapRows } from "./gap-rows.ts";
import { learnScales } from "./gap-scales.ts";
import { clockFrom, countByClock } from "./learn-gap-clock.ts";
import { SILENCES_FORMAT, type LearnedSilences, type LearnedStage } from "./learned-silences.ts";
import { groupsOf, tailNames, type ScanGap } from "./scan-gap.ts";
import { aliveShares, hazardOf, tailOf } from "./survival.ts";

/** On which days somebody works beforehand: worth per kind of day, and the holidays (days since 1970). */
export type Rhythm = { readonly days: readonly number[]; readonly holidays: Holidays };

/** What is learned from. `rhythms`: of who packs and of who carries, for what is not known yet. Times are read in `zone`. */
export type SilencePast = {
  readonly gaps: readonly ScanGap[]; readonly now: Instant; readonly zone: TimeZone;
  readonly packing: Rhythm; readonly carrying: Rhythm;
};

/** Stretches without which a holder keeps the clock of all, and a group the tail of the one around it. */
const LEAST = { clock: 300, tail: 80, counted: 20 };
/** Of more stretches of a stage an even sample is learned from. */
const MOST = 40_000;
const SHORTEST = 0.05;
const WEEK_MS = 604_800_000;

const everyFew = (gaps: readonly ScanGap[]): readonly ScanGap[] => {
  const step = gaps.length / MOST;
  return step <= 1 ? gaps : Array.from({ length: MOST }, (_, at) => gaps[Math.floor(at * step)]!);
};

const rounded = (values: readonly number[]): readonly number[] => values.map((one) => Math.round(one * 1_000) / 1_000);

/** Clocks of all and of each holder, and the rows without what strikes and storms did to them. */
const learnClocks = (told: GapRows, { days, holidays }: Rhythm): { readonly rows: GapRows; readonly clocks: Record<string, GapClock> } => {
  const guess: GapClock = { days, hours: EVEN_HOURS };
  const all = Int32Array.from(told.start.keys());
  const first = clockFrom(countByClock(told, guess, holidays, all), guess);
  const { watch, untilDisturbed } = watchDays(told);
  countByClock(told, first, holidays, all, watch);
  const rows = untilDisturbed();
  const shared = clockFrom(countByClock(rows, first, holidays, all), guess);
  const kept = ({ days: worth, hours }: GapClock): GapClock => ({ days: rounded(worth), hours: rounded(hours) });
  const clocks: Record<string, GapClock> = { "*": kept(shared) };
  for (const [holder, of] of rowsBy(rows, (row) => groupsOf(rows.gaps[row]!)[1])) {
    if (of.length >= LEAST.clock && holder !== "?") clocks[holder] = kept(clockFrom(countByClock(rows, shared, holidays, of), shared));
  }
  return { rows, clocks };
};

/** Tails by step, by who holds it and by where it goes; each pulled towards the one before it. */
const learnTails = (rows: GapRows, length: Float64Array, expected: Float64Array): Record<string, readonly number[]> => {
  const lengths = { excess: length.map((one, row) => one - expected[row]!), ended: rows.ended, weight: rows.weight };
  const alive = aliveShares(lengths);
  const hazards = new Map([["*", hazardOf(lengths, Int32Array.from(rows.start.keys()), alive, null)]]);
  for (let level = 0; level < 3; level += 1) {
    for (const [path, of] of rowsBy(rows, (row) => tailNames(rows.gaps[row]!).slice(1, level + 2).join(" > "))) {
      const parent = hazards.get(path.split(" > ").slice(0, -1).join(" > ") || "*");
      if (of.length >= LEAST.tail && parent) hazards.set(path, hazardOf(lengths, of, alive, parent));
    }
  }
  return Object.fromEntries([...hazards].map(([path, hazard]) => [path.split(" > ").at(-1)!, rounded(tailOf(hazard))]));
};

const learnStage = (gaps: readonly ScanGap[], rhythm: Rhythm, zone: TimeZone, now: Instant): LearnedStage => {
  const days = localDays(zone);
  const told = gapRows(everyFew(gaps), (at) => days(at) * 24, now);
  const { rows, clocks } = learnClocks(told, rhythm);
  const length = rows.start.map((start, row) => {
    const clock = clocks[groupsOf(rows.gaps[row]!)[1]] ?? clocks["*"]!;
    return Math.log(Math.max(SHORTEST, workingHours(clock, rhythm.holidays, start, rows.end[row]!)));
  });
  const { scales, expected } = learnScales(rows, length);
  const counted = new Map<string, number>();
  for (const gap of gaps) if (gap.until !== null && gap.until <= now) for (const name of groupsOf(gap)) counted.set(name, (counted.get(name) ?? 0) + 1);
  return {
    gaps: rows.ended.reduce((sum, one) => sum + one, 0),
    weekly: gaps.filter(({ since }) => since <= now && since > now - 4 * WEEK_MS).length / 4,
    clocks, scales, tails: learnTails(rows, length, expected),
    parcels: Object.fromEntries([...counted].filter(([, many]) => many >= LEAST.counted)),
  };
};

/** Learns how long quiet lasts, per stage. The same stretches in the same order always teach the same. */
export const fitSilences = ({ gaps, now, zone, packing, carrying }: SilencePast): LearnedSilences => {
  const stages: Partial<Record<SilenceStage, LearnedStage>> = {};
  for (const stage of SILENCE_STAGES) {
    const own = gaps.filter((gap) => gap.stage === stage && gap.since < now);
    if (own.length > 0) stages[stage] = learnStage(own, stage === "before_label" ? packing : carrying, zone, now);
  }
  return { format: SILENCES_FORMAT, stages };
};

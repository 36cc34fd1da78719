import { weekdayOfDay } from "../../estimates/engine/day-kinds.ts";
import type { GapRows } from "./gap-rows.ts";
import { groupsOf, type ScanGap } from "./scan-gap.ts";

/** A group's own length is pulled towards that of the group around it by so many stretches. */
const PULL = 25;
const SWEEPS = 3;
/** One stretch moves its group by no more than this, in logarithm: the tail is measured apart. */
const FARTHEST = 2;
/** What lengthens or shortens by less is not kept. */
const NOTICEABLE = 0.02;
const HOURS = 24;
/** Parts of a day in which stretches begin: night, morning, afternoon, evening. */
const PART = 6;

/** When a stretch begins: its weekday and quarter of the day. */
const beginningOf = (start: number): string => `at ${weekdayOfDay(Math.floor(start / HOURS))}.${Math.floor((start - HOURS * Math.floor(start / HOURS)) / PART)}`;

/** Every name under which a stretch has a length of its own, from the coarsest to the finest. */
export const scaleNames = (gap: Pick<ScanGap, "step" | "holder" | "country" | "region">, start: number): readonly string[] => {
  const [all, holder, country, region] = groupsOf(gap);
  return [all, gap.step, beginningOf(start), holder, `${holder} ${gap.step}`, country, `${country} ${gap.step}`, region];
};

/** How much longer than the rest, in logarithm, the stretches of each name last; sums over a stretch's names are what is expected of it. */
export const learnScales = (rows: GapRows, length: Float64Array): { readonly scales: Readonly<Record<string, number>>; readonly expected: Float64Array } => {
  const names = rows.gaps.map((gap, row) => scaleNames(gap, rows.start[row]!));
  const scales = new Map<string, number>();
  const expected = new Float64Array(rows.size);
  const levels = names[0]?.length ?? 0;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) for (let level = 0; level < levels; level += 1) {
    const sums = new Map<string, { sum: number; many: number }>();
    for (let row = 0; row < rows.size; row += 1) {
      const name = names[row]![level]!;
      expected[row]! -= scales.get(name) ?? 0;
      if (!rows.ended[row]) continue;
      let counted = sums.get(name);
      if (!counted) sums.set(name, (counted = { sum: 0, many: 0 }));
      const far = length[row]! - expected[row]!;
      counted.sum += rows.weight[row]! * (level === 0 ? far : Math.max(-FARTHEST, Math.min(FARTHEST, far)));
      counted.many += rows.weight[row]!;
    }
    for (const [name, { sum, many }] of sums) scales.set(name, sum / (many + (level === 0 ? 0 : PULL)));
    for (let row = 0; row < rows.size; row += 1) expected[row]! += scales.get(names[row]![level]!) ?? 0;
  }
  return { scales: Object.fromEntries([...scales].filter(([, scale]) => Math.abs(scale) >= NOTICEABLE).map(([name, scale]) => [name, Math.round(scale * 1_000) / 1_000])), expected };
};

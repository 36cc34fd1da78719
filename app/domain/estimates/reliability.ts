import { addDays, daysBetween, weekdayOf, type CalendarDate } from "../shared/calendar.ts";
import { isKept } from "./miss-reason.ts";
import type { Stage } from "./shown-date.ts";

/** A promise and what came of it, as far as it counts. Without dates it was none. All dates in the shop's zone. */
export type PromiseRow = {
  readonly shownOn: CalendarDate; readonly stage: Stage; readonly earliest: CalendarDate | null; readonly latest: CalendarDate | null;
  readonly lane: string; readonly service: string | null; readonly carrier: string | null;
  readonly handedOverOn: CalendarDate | null; readonly deliveredOn: CalendarDate | null; readonly over: boolean;
};

/** Kept and made promises of one group. `share`: of those decided; null while none is; `low` and `high`: its 95 % interval. Widths and promised days are means over all promises, in days. */
export type Kept = {
  readonly name: string; readonly promises: number; readonly decided: number; readonly kept: number;
  readonly share: number | null; readonly low: number | null; readonly high: number | null;
  readonly widthDays: number | null; readonly promisedDays: number | null;
};

/** Wilson's score interval (Wilson 1927) at 95 %: honest for few promises and for shares near 1. */
export const wilson = (kept: number, decided: number): { readonly low: number; readonly high: number } | null => {
  if (decided <= 0) return null;
  const z = 1.959964;
  const share = kept / decided;
  const middle = share + (z * z) / (2 * decided);
  const reach = z * Math.sqrt((share * (1 - share)) / decided + (z * z) / (4 * decided * decided));
  const scale = 1 + (z * z) / decided;
  return { low: Math.max(0, Math.min(share, (middle - reach) / scale)), high: Math.min(1, Math.max(share, (middle + reach) / scale)) };
};

/** How reliability is judged: what counts as too early, and until when things are known. */
export type Judging = { readonly tooEarlyDays: number | null; readonly today: CalendarDate };

/** Adds up the promises of one group. */
export const keptOf = (name: string, rows: readonly PromiseRow[], { tooEarlyDays, today }: Judging): Kept => {
  let [promises, decided, kept, width, promised] = [0, 0, 0, 0, 0];
  for (const { earliest, latest, shownOn, ...fared } of rows) {
    if (earliest === null || latest === null) continue;
    promises += 1;
    width += daysBetween(earliest, latest);
    promised += daysBetween(shownOn, latest);
    const held = isKept({ earliest, latest }, fared, tooEarlyDays, today);
    if (held !== null) decided += 1;
    if (held === true) kept += 1;
  }
  const interval = wilson(kept, decided);
  return {
    name, promises, decided, kept, share: interval && kept / decided, low: interval?.low ?? null, high: interval?.high ?? null,
    widthDays: promises === 0 ? null : width / promises, promisedDays: promises === 0 ? null : promised / promises,
  };
};

/** The Monday of a date's week. */
export const weekOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** What promises can be grouped by. */
export type Grouping = "lane" | "service" | "carrier" | "week" | "stage";

const nameOf = (row: PromiseRow, by: Grouping): string => (by === "week" ? weekOf(row.shownOn) : row[by] ?? "–");

/** The groups of promises that have any: weeks and stages in order, all others with the most promises first. */
export const keptBy = (by: Grouping, rows: readonly PromiseRow[], judging: Judging): readonly Kept[] => {
  const groups = [...Map.groupBy(rows, (row) => nameOf(row, by))].map(([name, own]) => keptOf(name, own, judging)).filter(({ promises }) => promises > 0);
  const inOrder = by === "week" || by === "stage";
  return groups.sort((a, b) => (inOrder ? 0 : b.promises - a.promises) || (a.name < b.name ? -1 : 1));
};

import type { KeptView } from "#app/contracts/dates-views.ts";
import { formatDays, formatPercent } from "../../../format/percent.ts";

/** A line of a scale: where it is, in pixels from the top, and what it says. */
type Tick = { readonly y: number; readonly label: string };
/** One week. `x` in percent of the width, all else in pixels from the top; null where the week has nothing to show. */
export type ChartWeek = {
  readonly name: string; readonly x: number;
  readonly rate: { readonly y: number; readonly top: number; readonly bottom: number; readonly below: boolean } | null; // `below`: less was kept than the goal
  readonly bar: { readonly y: number; readonly height: number } | null;
  readonly labelled: boolean;
};
/** Both panels of the chart over one row of weeks: the kept rate above, the mean width below. */
export type WeekChart = { readonly weeks: readonly ChartWeek[]; readonly barWidth: number; readonly goalY: number; readonly rateTicks: readonly Tick[]; readonly widthTicks: readonly Tick[] };

/** Pixels from the top at which the panels begin and end. Text stands below and beside them. */
export const PANELS = { rateTop: 14, rateBottom: 144, widthTop: 176, widthBottom: 236, labels: 256, height: 266 } as const;
/** More names of weeks than this do not fit a phone. */
const MOST_LABELS = 6;
/** In percent of the width: a single week is no wall. */
const WIDEST_BAR = 8;

/** The lower end of the rates' scale: a whole ten below everything that was kept and the goal, so that small changes can be seen. */
const floorOf = (weeks: readonly KeptView[], goal: number): number => {
  const least = Math.min(goal, ...weeks.flatMap(({ share }) => share ?? []));
  return Math.max(0, Math.floor(least * 10 + 1e-9 - 0.5) / 10);
};

const between = (share: number, top: number, bottom: number): number => Math.round((bottom - (bottom - top) * share) * 10) / 10;

/** Places the weeks. Bars of certainty that reach below the scale end at its edge. */
export const weekChart = (weeks: readonly KeptView[], goal: number): WeekChart => {
  const floor = floorOf(weeks, goal);
  const rateY = (share: number): number => between((Math.max(floor, Math.min(1, share)) - floor) / (1 - floor), PANELS.rateTop, PANELS.rateBottom);
  const widest = Math.max(1, Math.ceil(Math.max(0, ...weeks.flatMap(({ widthDays }) => widthDays ?? []))));
  const widthY = (days: number): number => between(days / widest, PANELS.widthTop, PANELS.widthBottom);
  const step = Math.max(1, Math.ceil(weeks.length / MOST_LABELS));
  const column = 100 / Math.max(1, weeks.length);
  return {
    weeks: weeks.map(({ name, share, low, high, widthDays }, index) => ({
      name, x: Math.round((index + 0.5) * column * 100) / 100, labelled: (weeks.length - 1 - index) % step === 0,
      rate: share === null ? null : { y: rateY(share), top: rateY(high ?? share), bottom: rateY(low ?? share), below: share < goal },
      bar: widthDays === null ? null : { y: widthY(widthDays), height: Math.round((PANELS.widthBottom - widthY(widthDays)) * 10) / 10 },
    })),
    barWidth: Math.min(WIDEST_BAR, Math.round(column * 55) / 100), goalY: rateY(goal),
    rateTicks: [1, (1 + floor) / 2, floor].map((share) => ({ y: rateY(share), label: formatPercent(share) })),
    widthTicks: [widest, 0].map((days) => ({ y: widthY(days), label: formatDays(days) })),
  };
};

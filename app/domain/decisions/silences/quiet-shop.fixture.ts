import { evenFrom } from "../../estimates/engine/synthetic-world.fixture.ts";
import type { TimeZone } from "../../shared/calendar.ts";
import { hours, type Instant } from "../../shared/time.ts";
import { fitSilences, type Rhythm, type SilencePast } from "./fit-silences.ts";
import type { SilenceKnowledge } from "./learned-silence.ts";
import type { ScanGap } from "./scan-gap.ts";

const HOUR_MS = 3_600_000;
/** A Monday. */
export const NOW = Date.parse("2026-11-16T00:00:00Z") as Instant;
export const ZONE = "UTC" as TimeZone;
/** Monday to Friday, and no holidays. */
export const RHYTHM: Rhythm = { days: [1, 1, 1, 1, 1, 0, 0, 0], holidays: new Set() };

/** A made-up carrier that scans on weekdays only: so many quiet stretches in the last twenty weeks, their medians in working hours by region. */
export type QuietShop = {
  readonly seed: number; readonly gaps: number; readonly medians: Readonly<Record<string, number>>; readonly spread?: number;
  readonly lost?: number; // share that never ends
  readonly strike?: { readonly from: Instant; readonly to: Instant };
};

const WEEK = 7 * 24;
/** The working hours of Monday to Friday laid end to end, from `NOW` backwards. */
const afterWork = (since: number, worked: number): number => {
  let at = since;
  for (let left = worked; left > 0;) {
    const ofWeek = ((at / HOUR_MS - NOW / HOUR_MS) % WEEK + WEEK) % WEEK;
    if (ofWeek >= 120) { at += (WEEK - ofWeek) * HOUR_MS; continue; }
    const step = Math.min(left, 120 - ofWeek);
    at += step * HOUR_MS;
    left -= step;
  }
  return at;
};

/** The stretches of such a carrier, and of nobody else. */
export const gapsOf = ({ seed, gaps, medians, spread = 0.5, lost = 0, strike }: QuietShop): readonly ScanGap[] => {
  const even = evenFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  const regions = Object.entries(medians);
  return Array.from({ length: gaps }, (): ScanGap => {
    const ago = even() * 20 * WEEK;
    const since = afterWork(NOW - ago * HOUR_MS, 0.01);
    const [region, median] = regions[Math.floor(even() * regions.length)]!;
    const ordinary = afterWork(since, median * Math.exp(spread * normal()));
    const until = strike !== undefined && ordinary >= strike.from && ordinary < strike.to ? afterWork(strike.to, 12 * Math.exp(spread * normal())) : ordinary;
    const gone = even() < lost;
    return { stage: "in_transit", step: "moving", since: since as Instant, until: gone || until >= NOW ? null : (Math.round(until) as Instant), holder: "ups", country: "US", region };
  });
};

/** What is learned from those stretches, on the Monday. */
export const learnedFrom = (shop: QuietShop, more: Partial<SilencePast> = {}) => fitSilences({ gaps: gapsOf(shop), now: NOW, zone: ZONE, packing: RHYTHM, carrying: RHYTHM, ...more });

/** Knowledge with everything but what was learned at its default. */
export const knowing = (learned: SilenceKnowledge["learned"], rate = 0.01): SilenceKnowledge => ({ version: "test", learned, rate, onTheRoad: hours(36), zone: ZONE, packing: RHYTHM, carrying: RHYTHM });

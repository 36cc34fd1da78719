import { DAY_KINDS, dayKind, type Holidays } from "../../estimates/engine/day-kinds.ts";
import { workingHours, type GapClock } from "./gap-clock.ts";
import type { GapRows } from "./gap-rows.ts";

const DAY = 24;
/** What is known beforehand of a kind of day or an hour weighs as much as so many expected scans. */
const GUESS_WEIGHT = { days: 30, hours: 30 };
/** No day and no hour is wholly without scans: parcels are scanned on Christmas. */
const LEAST = { day: 0.01, hour: 0.03 };
const SWEEPS = 4;

/** Scans that ended a stretch, and those expected from how long stretches had lasted, per kind of day and hour. */
export type ClockCounts = { readonly seen: Float64Array; readonly expected: Float64Array };

/** Called for every local day a row spends waiting: what was expected to end on it, by the present clock, and whether it did. */
export type DayWatch = (row: number, day: number, expected: number, ended: boolean) => void;

/** Table of chances to end per working hour, by working hours already waited. */
const PER_HOUR = 24 * 31;

/** How likely a stretch ends in its next working hour, by how many it has lasted, in widening steps. */
const baseline = (rows: GapRows, clock: GapClock, holidays: Holidays, of: Int32Array): Float64Array => {
  const step = (hour: number): number => Math.floor(4 * Math.log1p(hour));
  const [ends, exposed] = [new Float64Array(40), new Float64Array(40)];
  for (const row of of) {
    const lasted = Math.min(PER_HOUR - 1, workingHours(clock, holidays, rows.start[row]!, rows.end[row]!));
    const weight = rows.weight[row]!;
    if (rows.ended[row]) ends[step(lasted)]! += weight;
    for (let hour = 0; hour < lasted; hour += 1) exposed[step(hour)]! += weight * Math.min(1, lasted - hour);
  }
  const all = ends.reduce((sum, one) => sum + one, 0) / Math.max(1e-9, exposed.reduce((sum, one) => sum + one, 0));
  return Float64Array.from({ length: PER_HOUR }, (_, hour) => (ends[step(hour)]! + 5 * all) / (exposed[step(hour)]! + 5));
};

/** Counts scans by kind of day and hour against what the present clock, without its kinds and hours, would expect. */
export const countByClock = (rows: GapRows, clock: GapClock, holidays: Holidays, of: Int32Array, watch: DayWatch | null = null): ClockCounts => {
  const chance = baseline(rows, clock, holidays, of);
  const [seen, expected] = [new Float64Array(DAY_KINDS * DAY), new Float64Array(DAY_KINDS * DAY)];
  for (const row of of) {
    const [start, end, weight] = [rows.start[row]!, rows.end[row]!, rows.weight[row]!];
    let waited = 0;
    for (let hour = Math.floor(start), day = -1, kind = 0, ofDay = 0; hour <= end; hour += 1) {
      if (Math.floor(hour / DAY) !== day) {
        if (day >= 0) watch?.(row, day, ofDay, false);
        [day, ofDay] = [Math.floor(hour / DAY), 0];
        kind = dayKind(day, holidays);
      }
      const at = hour - day * DAY;
      const part = Math.min(end, hour + 1) - Math.max(start, hour);
      const bare = part * chance[Math.min(PER_HOUR - 1, Math.floor(waited))]!;
      const worth = clock.days[kind]! * clock.hours[at]!;
      expected[kind * DAY + at]! += weight * bare;
      ofDay += bare * worth;
      waited += part * worth;
      if (hour + 1 > end) {
        if (rows.ended[row]) seen[kind * DAY + at]! += weight;
        watch?.(row, day, ofDay, rows.ended[row] === 1);
      }
    }
  }
  return { seen, expected };
};

/** The clock these counts speak for, pulled towards what was known beforehand. Kinds and hours are read apart: a Sunday's hours are spread like any day's. */
export const clockFrom = ({ seen, expected }: ClockCounts, known: GapClock): GapClock => {
  let [days, hours] = [[...known.days], [...known.hours]];
  const against = (at: (kind: number, hour: number) => number, worth: (kind: number, hour: number) => number, over: "days" | "hours"): readonly number[] =>
    Array.from({ length: over === "days" ? DAY_KINDS : DAY }, (_, one) => {
      let [ends, due] = [0, 0];
      for (let other = 0; other < (over === "days" ? DAY : DAY_KINDS); other += 1) {
        const [kind, hour] = over === "days" ? [one, other] : [other, one];
        ends += at(kind, hour);
        due += expected[kind * DAY + hour]! * worth(kind, hour);
      }
      const weight = GUESS_WEIGHT[over];
      return (ends + weight * known[over][one]!) / (due + weight);
    });
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    days = against((kind, hour) => seen[kind * DAY + hour]!, (_kind, hour) => hours[hour]!, "days").map((one) => Math.max(LEAST.day, one));
    hours = against((kind, hour) => seen[kind * DAY + hour]!, (kind) => days[kind]!, "hours").map((one) => Math.max(LEAST.hour, one));
    const [day, hour] = [days.slice(0, 5).reduce((sum, one) => sum + one, 0) / 5, hours.reduce((sum, one) => sum + one, 0) / DAY];
    days = days.map((one) => one / day);
    hours = hours.map((one) => one / hour);
  }
  return { days, hours };
};

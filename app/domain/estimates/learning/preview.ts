import { daysBetween, type CalendarDate } from "../../shared/calendar.ts";
import { assertNever } from "../../shared/brand.ts";
import { priceFor, WINDOW_LEVELS, windowLevelFor } from "../engine/calibration.ts";
import type { DayWindow } from "../engine/forecast-dates.ts";
import { promiseFor, type PromiseSettings } from "../promise-settings.ts";
import { regionOf } from "./lane-calibrations.ts";
import type { Lane } from "./lane.ts";
import type { Rehearsal, RehearsedParcel } from "./learned.ts";

/**
 * What settings would have done to past orders. `kept` and `inside` (between both days shown) are shares of the `sample`: parcels whose last day shown is over, arrived
 * or not. `promisedDays` (last day shown after the day the order counted on) and `widthDays` are means over all that had a date, `none` is the share that had none.
 * All are 0 where there is nothing to say.
 */
export type Previewed = { readonly sample: number; readonly kept: number; readonly inside: number; readonly promisedDays: number; readonly widthDays: number; readonly none: number };

/** A parcel that never arrived is lost, or its arrival was never told, after so many days: it speaks for no setting. */
const LOST_AFTER = 50;

/** The days a shopper would have been shown, null for none. */
type Shown = (parcel: RehearsedParcel) => DayWindow | null;

/** Reads the days shown from what is remembered of each forecast, with the calibration of its own week and lane. */
const shownBy = ({ weeks }: Rehearsal, settings: PromiseSettings): Shown => {
  const known = new Map<string, { readonly level: number; readonly price: number }>();
  const knobs = (week: number, rate: number, lane: Lane): { readonly level: number; readonly price: number } => {
    const region = regionOf(lane);
    const key = `${week} ${rate} ${region}`;
    let found = known.get(key);
    const calibration = weeks[week]?.lanes.get(region) ?? weeks[week]?.calibration;
    if (!found && calibration) {
      const wanted = windowLevelFor(calibration, rate) - 1e-9;
      const level = WINDOW_LEVELS.findIndex((one) => one >= wanted);
      known.set(key, (found = { level: level < 0 ? WINDOW_LEVELS.length - 1 : level, price: priceFor(calibration, rate) }));
    }
    return found ?? { level: WINDOW_LEVELS.length - 1, price: 0 };
  };
  const own = new Map<string | null, ReturnType<typeof promiseFor>>();
  return ({ week, service, lane, remembered }) => {
    let rules = own.get(service);
    if (!rules) own.set(service, (rules = promiseFor(settings, service)));
    const { rate, floorDays, ceilingDays } = rules;
    const { level, price } = knobs(week, rate, lane);
    const days = ((): DayWindow => {
      switch (settings.style) {
        case "range": return { from: remembered.from[level]!, to: remembered.to[level]! };
        case "latest": return { from: remembered.to[level]!, to: remembered.to[level]! };
        case "arrives_by": return { from: remembered.promised[price]!, to: remembered.promised[price]! };
        default: return assertNever(settings.style);
      }
    })();
    const floor = floorDays ?? 0;
    const to = Math.max(floor, days.to);
    return ceilingDays !== null && to > ceilingDays ? null : { from: Math.max(floor, days.from), to };
  };
};

type Sums = { asked: number; dated: number; judged: number; kept: number; inside: number; promised: number; width: number };
const previewedOf = ({ asked, dated, judged, kept, inside, promised, width }: Sums): Previewed => {
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  return { sample: judged, kept: share(kept, judged), inside: share(inside, judged), promisedDays: share(promised, dated), widthDays: share(width, dated), none: share(asked - dated, asked) };
};

/** The effect by whatever a parcel is counted under: its lane, its service, its week. */
export const rehearsedBy = (rehearsal: Rehearsal, settings: PromiseSettings, key: (parcel: RehearsedParcel) => string): ReadonlyMap<string, Previewed> => {
  const shown = shownBy(rehearsal, settings);
  const ages = new Map<CalendarDate, number>();
  const sums = new Map<string, Sums>();
  for (const parcel of rehearsal.parcels) {
    const name = key(parcel);
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { asked: 0, dated: 0, judged: 0, kept: 0, inside: 0, promised: 0, width: 0 }));
    sum.asked += 1;
    const window = shown(parcel);
    if (!window) continue;
    const { countedOn, days } = parcel;
    sum.dated += 1;
    sum.promised += window.to;
    sum.width += window.to - window.from;
    let age = ages.get(countedOn);
    if (age === undefined) ages.set(countedOn, (age = daysBetween(countedOn, rehearsal.until)));
    if (age <= window.to || (days === null && age > LOST_AFTER)) continue;
    const inTime = days !== null && days <= window.to;
    sum.judged += 1;
    if (inTime && days >= window.from) sum.inside += 1;
    if (inTime && (settings.tooEarlyDays === null || days >= window.from - settings.tooEarlyDays)) sum.kept += 1;
  }
  return new Map([...sums].map(([name, sum]) => [name, previewedOf(sum)]));
};

/** What settings would have done to all of the rehearsal's orders. */
export const preview = (rehearsal: Rehearsal, settings: PromiseSettings): Previewed =>
  rehearsedBy(rehearsal, settings, () => "").get("") ?? { sample: 0, kept: 0, inside: 0, promisedDays: 0, widthDays: 0, none: 0 };

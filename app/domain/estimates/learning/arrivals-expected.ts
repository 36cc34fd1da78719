import { addArrivals, placeOf, startOf } from "../engine/leg-forecast.ts";
import type { Fitted } from "./learned.ts";
import type { PastParcel } from "./past-parcel.ts";
import { questionAbout } from "./traits.ts";
import { localDays } from "./zone-days.ts";

/** A parcel in a carrier's hands: the day it left, the day it arrived (`Infinity` while under way), and its chance of having arrived by the end of each day since. */
export type UnderWay = { readonly start: number; readonly end: number; readonly by: Float32Array };

/** What a group of parcels did on each of the last days (the last entry is yesterday), against what was to be expected of those still under way that morning. */
export type DailyArrivals = { readonly expected: Float64Array; readonly variance: Float64Array; readonly arrived: Float64Array };

/** Days looked back on. Whoever fell behind longer ago has arrived, or is learned. */
export const DAYS_BACK = 10;

/** The parcel as the carrier's leg sees it on the morning of `today` (days since 1970); null where it says nothing about the last days. */
export const underWayOn = (fitted: Fitted, today: number): ((parcel: PastParcel) => UnderWay | null) => {
  const days = localDays(fitted.rules.zone);
  const { carrier: leg } = fitted;
  return (parcel) => {
    const [handed, arrived] = [days(parcel.handedOverAt), days(parcel.arrivedAt)];
    const start = Math.floor(handed);
    const end = arrived < today ? Math.floor(arrived) : Number.POSITIVE_INFINITY;
    if (!(handed < today) || end < Math.max(start, today - DAYS_BACK) || today - start > leg.spec.longest) return null;
    const { country, region, zip, carrier, service, location, items } = parcel;
    const ask = questionAbout(fitted, { place: { country, region, zip }, carrier, service, location, items }, null);
    const by = new Float64Array(today - start);
    addArrivals(leg, placeOf(leg, ask) + startOf(leg, handed, ask), handed, 1, by, 0);
    return { start, end, by: Float32Array.from(by) };
  };
};

const chanceAt = (by: Float32Array, day: number): number => {
  if (day < 0) return 0;
  const whole = Math.floor(day);
  const before = by[Math.min(whole, by.length - 1)]!;
  return before + (day - whole) * ((by[whole + 1] ?? before) - before);
};

/** Adds one day of a group, on which and before which the carrier stood still for `lost` days (a share of each of the last days): their parcels are that much younger. */
export const addDay = (parcels: readonly UnderWay[], today: number, at: number, lost: Float64Array, into: DailyArrivals): void => {
  const day = today - DAYS_BACK + at;
  for (const { start, end, by } of parcels) {
    if (start > day || end < day) continue;
    let stood = 0;
    for (let one = Math.max(0, start - today + DAYS_BACK); one < at; one += 1) stood += lost[one]!;
    const age = Math.max(0, day - start - stood);
    const [before, after] = [chanceAt(by, age - 1), chanceAt(by, age)];
    const chance = Math.max(0, Math.min(1, (after - before) / Math.max(1e-6, 1 - before)));
    into.expected[at]! += chance;
    into.variance[at]! += chance * (1 - chance);
    if (end === day) into.arrived[at]! += 1;
  }
};

import { weekdayOfDay } from "../engine/day-kinds.ts";
import { encode, type Dictionary } from "../engine/parcels.ts";
import type { DeliveryRules } from "../delivery-rules.ts";
import { calendarOf, type Calendars } from "../work-calendar.ts";
import { lanesOf, type Lane } from "./lane.ts";
import type { PastParcel } from "./past-parcel.ts";
import { orderedInARush } from "./rushes.ts";
import { statedBy } from "./shop-legs.ts";
import { itemsMeasure, TEXT_COLUMNS, textsOf, type TextColumn } from "./traits.ts";
import { countingDay, numberOfDay, workDaysOf, type WorkDays } from "./work-days.ts";
import { localDays } from "./zone-days.ts";

/**
 * A shop's parcels in columns. Days since 1970: `ordered` and `counted` (−1: never) by the location's wall, `handed`, `near` and `arrived` by the shop's, with their
 * fraction; `packed` and `left` number the working days of the location on which an order counts and is handed over, but for orders placed in a rush (`rushed`).
 * `NaN` is what never happened or is not known.
 */
export type ShopColumns = {
  readonly size: number;
  readonly ordered: Float64Array; readonly counted: Int32Array; readonly packed: Float64Array; readonly left: Float64Array;
  readonly handed: Float64Array; readonly near: Float64Array; readonly arrived: Float64Array;
  readonly rushed: Uint8Array;
  readonly keys: Readonly<Record<TextColumn | "countsOn" | "lane", Int32Array>>;
  readonly measures: Readonly<Record<"items" | "transit" | "near", Float64Array>>;
};

/** What the codes of the columns stand for. `works` is by the code of a location plus one; its first is the main calendar. */
export type ShopCodes = { readonly texts: Readonly<Record<TextColumn, Dictionary>>; readonly lanes: readonly Lane[]; readonly works: readonly WorkDays[] };

const WHOLE_DAY = 1;

/** Turns parcels into columns. An order that leaves before the day it counts on left on that day; one that left a day or more before it was placed was written down wrongly. */
export const columnsOf = (parcels: readonly PastParcel[], rules: DeliveryRules, calendars: Calendars): { readonly columns: ShopColumns; readonly codes: ShopCodes } => {
  const size = parcels.length;
  const texts = Object.fromEntries(TEXT_COLUMNS.map((name) => [name, new Map<string, number>()])) as Record<TextColumn, Dictionary>;
  const lanes: Dictionary = new Map();
  const keys = Object.fromEntries([...TEXT_COLUMNS, "countsOn", "lane"].map((name) => [name, new Int32Array(size).fill(-1)])) as Record<TextColumn | "countsOn" | "lane", Int32Array>;
  const float = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const [ordered, packed, left, handed, near, arrived, counted] = [float(), float(), float(), float(), float(), float(), new Int32Array(size).fill(-1)];
  const measures = { items: new Float64Array(size), transit: new Float64Array(size), near: new Float64Array(size) };
  const shopDays = localDays(rules.zone);
  const stated = statedBy(rules);
  const cutoffMinutes = (cutoff: string): number => Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3, 5));
  const locationOf = (location: string | null) => {
    const calendar = calendarOf(calendars, location);
    return { days: localDays(calendar.zone), work: workDaysOf(calendar), cutoff: cutoffMinutes(calendar.cutoff) };
  };
  const locations = [locationOf(null)];
  const rushed = orderedInARush(parcels);
  parcels.forEach((parcel, at) => {
    const { country, region, zip, location, carrier, service, items } = parcel;
    const known = textsOf({ place: { country, region, zip }, carrier, service, location, items });
    for (const name of TEXT_COLUMNS) { const text = known[name]; if (text !== null) keys[name][at] = encode(texts[name], text); }
    keys.lane[at] = encode(lanes, lanesOf(parcel)[0]!);
    const { days, work, cutoff } = (locations[keys.location[at]! + 1] ??= locationOf(location));
    ordered[at] = days(parcel.orderedAt);
    handed[at] = shopDays(parcel.handedOverAt);
    arrived[at] = shopDays(parcel.arrivedAt);
    near[at] = parcel.nearAt !== null && parcel.handedOverAt !== null && parcel.nearAt >= parcel.handedOverAt ? shopDays(parcel.nearAt) : Number.NaN;
    if (parcel.orderedAt !== null) {
      counted[at] = countingDay(work, ordered[at]!, cutoff);
      keys.countsOn[at] = weekdayOfDay(counted[at]!);
      const leaving = days(parcel.handedOverAt);
      if (!(leaving < ordered[at]! - WHOLE_DAY) && !rushed[at]) {
        packed[at] = numberOfDay(work, counted[at]!);
        left[at] = Math.max(packed[at]!, numberOfDay(work, Math.floor(leaving)));
        if (Number.isNaN(leaving)) left[at] = Number.NaN;
      }
    }
    measures.items[at] = itemsMeasure(items);
    const { transit, near: last } = stated(country, service);
    measures.transit[at] = transit;
    measures.near[at] = last;
  });
  return { columns: { size, ordered, counted, packed, left, handed, near, arrived, rushed, keys, measures }, codes: { texts, lanes: [...lanes.keys()], works: locations.map(({ work }) => work) } };
};

/** Some of the rows, in the order given. */
export const takeRows = (columns: ShopColumns, rows: Int32Array): ShopColumns => {
  const float = (of: Float64Array): Float64Array => Float64Array.from(rows, (at) => of[at]!);
  const whole = (of: Int32Array): Int32Array => rows.map((at) => of[at]!);
  const each = <K extends string, T>(of: Readonly<Record<K, T>>, take: (one: T) => T): Record<K, T> => Object.fromEntries(Object.entries<T>(of).map(([name, one]) => [name, take(one)])) as Record<K, T>;
  const { ordered, counted, packed, left, handed, near, arrived, rushed, keys, measures } = columns;
  return {
    size: rows.length, ordered: float(ordered), counted: whole(counted), packed: float(packed), left: float(left),
    handed: float(handed), near: float(near), arrived: float(arrived), rushed: Uint8Array.from(rows, (at) => rushed[at]!), keys: each(keys, whole), measures: each(measures, float),
  };
};

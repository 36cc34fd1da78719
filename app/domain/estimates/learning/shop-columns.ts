import { weekdayOfDay } from "../engine/day-kinds.ts";
import { encode, type Dictionary } from "../engine/parcels.ts";
import { waysFrom, type Origins } from "./distances.ts";
import type { DeliveryRules } from "../delivery-rules.ts";
import { calendarOf, type Calendars } from "../work-calendar.ts";
import { lanesOf, type Lane } from "./lane.ts";
import type { PackedParcels } from "./packed-parcels.ts";
import { orderedInARush } from "./rushes.ts";
import { statedBy } from "./shop-legs.ts";
import { caughtInAStop, type Caught } from "./stops.ts";
import { itemsMeasure, TEXT_COLUMNS, textsOf, type TextColumn } from "./traits.ts";
import { countingDay, numberOfDay, workDaysOf, type WorkDays } from "./work-days.ts";
import { daysOfDates, localDays } from "./zone-days.ts";

/**
 * A shop's parcels in columns. Days since 1970: `ordered` and `counted` (−1: never) by the location's wall, `handed`, `near` and `arrived` by the shop's, with their
 * fraction; `packed` and `left` number the working days of the location on which an order counts and is handed over, but for orders placed in a rush (`rushed`).
 * `NaN` is what never happened or is not known. `caught` and `stood`: where the carrier stood still on the way.
 */
export type ShopColumns = {
  readonly size: number;
  readonly ordered: Float64Array; readonly counted: Int32Array; readonly packed: Float64Array; readonly left: Float64Array;
  readonly handed: Float64Array; readonly near: Float64Array; readonly arrived: Float64Array;
  readonly rushed: Uint8Array;
  readonly caught: Caught["caught"]; readonly stood: Caught["stood"];
  readonly keys: Readonly<Record<TextColumn | "countsOn" | "lane", Int32Array>>;
  readonly measures: Readonly<Record<"items" | "transit" | "near" | "home" | "abroad", Float64Array>>;
};

/** What the codes of the columns stand for. `works` is by the code of a location plus one; its first is the main calendar. */
export type ShopCodes = { readonly texts: Readonly<Record<TextColumn, Dictionary>>; readonly lanes: readonly Lane[]; readonly works: readonly WorkDays[] };

const WHOLE_DAY = 1;

/** Turns parcels into columns. An order that leaves before the day it counts on left on that day; one that left a day or more before it was placed was written down wrongly. */
export const columnsOf = (parcels: PackedParcels, rules: DeliveryRules, calendars: Calendars, origins: Origins): { readonly columns: ShopColumns; readonly codes: ShopCodes } => {
  const { size, instants: { orderedAt, handedOverAt, nearAt, arrivedAt }, codes, texts: given } = parcels;
  const texts = Object.fromEntries(TEXT_COLUMNS.map((name) => [name, new Map<string, number>()])) as Record<TextColumn, Dictionary>;
  for (const name of ["country", "location", "carrier", "service"] as const) for (const text of given[name]) encode(texts[name], text);
  const lanes: Dictionary = new Map();
  const whole = (): Int32Array => new Int32Array(size).fill(-1);
  const keys = {
    country: codes.country, location: codes.location, carrier: codes.carrier, service: codes.service,
    region: whole(), zip2: whole(), zip3: whole(), distance: whole(), countsOn: whole(), lane: whole(),
  };
  const float = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const [ordered, packed, left, handed, near, arrived, counted] = [float(), float(), float(), float(), float(), float(), whole()];
  const measures = { items: new Float64Array(size), transit: new Float64Array(size), near: new Float64Array(size), home: new Float64Array(size), abroad: new Float64Array(size) };
  const shopDays = localDays(rules.zone);
  const [stated, wayTo] = [statedBy(rules), waysFrom(origins)];
  const cutoffMinutes = (cutoff: string): number => Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3, 5));
  const locations = [null, ...given.location].map((location) => {
    const calendar = calendarOf(calendars, location);
    return { days: localDays(calendar.zone), work: workDaysOf(calendar), cutoff: cutoffMinutes(calendar.cutoff) };
  });
  const places = new Map<number, { readonly region: number; readonly zip2: number; readonly zip3: number; readonly lane: number }>();
  const codeOf = (column: TextColumn, text: string | null): number => (text === null ? -1 : encode(texts[column], text));
  const rushed = orderedInARush(parcels);
  for (let at = 0; at < size; at += 1) {
    const [country, service, location] = [given.country[codes.country[at]!] ?? null, given.service[codes.service[at]!] ?? null, given.location[codes.location[at]!] ?? null];
    const region = given.region[codes.region[at]!] ?? null;
    const named = ((codes.country[at]! + 1) * (given.region.length + 1) + codes.region[at]! + 1) * (given.zip.length + 1) + codes.zip[at]! + 1;
    let place = places.get(named);
    if (!place) {
      const zip = given.zip[codes.zip[at]!] ?? null;
      const known = textsOf({ place: { country, region, zip }, carrier: null, service: null, location: null, items: 1 }, null);
      places.set(named, (place = { region: codeOf("region", known.region), zip2: codeOf("zip2", known.zip2), zip3: codeOf("zip3", known.zip3), lane: encode(lanes, lanesOf({ country, region, zip })[0]!) }));
    }
    keys.region[at] = place.region;
    keys.zip2[at] = place.zip2;
    keys.zip3[at] = place.zip3;
    keys.lane[at] = place.lane;
    const way = wayTo(location, { country, region });
    keys.distance[at] = codeOf("distance", way.band);
    measures.home[at] = way.home;
    measures.abroad[at] = way.abroad;
    const { days, work, cutoff } = locations[codes.location[at]! + 1]!;
    ordered[at] = days(orderedAt[at]!);
    handed[at] = shopDays(handedOverAt[at]!);
    arrived[at] = shopDays(arrivedAt[at]!);
    near[at] = nearAt[at]! >= handedOverAt[at]! ? shopDays(nearAt[at]!) : Number.NaN;
    if (!Number.isNaN(ordered[at]!)) {
      counted[at] = countingDay(work, ordered[at]!, cutoff);
      keys.countsOn[at] = weekdayOfDay(counted[at]!);
      const leaving = days(handedOverAt[at]!);
      if (!(leaving < ordered[at]! - WHOLE_DAY) && !rushed[at]) {
        packed[at] = numberOfDay(work, counted[at]!);
        left[at] = Math.max(packed[at]!, numberOfDay(work, Math.floor(leaving)));
        if (Number.isNaN(leaving)) left[at] = Number.NaN;
      }
    }
    measures.items[at] = itemsMeasure(parcels.items[at]!);
    const { transit, near: last } = stated(country, service);
    measures.transit[at] = transit;
    measures.near[at] = last;
  }
  const caught = caughtInAStop({ size, handed, arrived, keys }, daysOfDates(calendars.carrierHolidays));
  return { columns: { size, ordered, counted, packed, left, handed, near, arrived, rushed, ...caught, keys, measures }, codes: { texts, lanes: [...lanes.keys()], works: locations.map(({ work }) => work) } };
};

/** Some of the rows, in the order given. */
export const takeRows = (columns: ShopColumns, rows: Int32Array): ShopColumns => {
  const float = (of: Float64Array): Float64Array => Float64Array.from(rows, (at) => of[at]!);
  const whole = (of: Int32Array): Int32Array => rows.map((at) => of[at]!);
  const each = <K extends string, T>(of: Readonly<Record<K, T>>, take: (one: T) => T): Record<K, T> => Object.fromEntries(Object.entries<T>(of).map(([name, one]) => [name, take(one)])) as Record<K, T>;
  const { ordered, counted, packed, left, handed, near, arrived, rushed, caught, stood, keys, measures } = columns;
  return {
    size: rows.length, ordered: float(ordered), counted: whole(counted), packed: float(packed), left: float(left),
    handed: float(handed), near: float(near), arrived: float(arrived), rushed: Uint8Array.from(rows, (at) => rushed[at]!), caught: float(caught), stood: Uint8Array.from(rows, (at) => stood[at]!), keys: each(keys, whole), measures: each(measures, float),
  };
};

import { shopTime, startOfDay, utcSeconds } from "../world/shop-time.ts";
import type { Location } from "../world/types.ts";
import type { Place } from "./places.ts";
import { addWorkdays, isWorkday } from "./us-calendar.ts";

/** How one of the shop's locations packs. Hours are of its own wall clock. */
export type Site = {
  readonly locationId: string;
  readonly name: string;
  readonly place: Place;
  readonly timeZone: string;
  /** Degrees, north and east. */
  readonly at: readonly [latitude: number, longitude: number];
  /** How many items it packs on a working day when it has to. On ordinary days there are far fewer to pack. */
  readonly itemsPerDay: number;
};

const HOUR_MS = 3_600_000;
/** Monday to Friday. */
export const PACKING_DAYS: readonly number[] = [1, 2, 3, 4, 5];
const OPENS = 9;
const CLOSES = 17;
/** Orders before this hour are packed as if they had been there in the morning. */
const CUT_OFF = 14;

const FACTS: Readonly<Record<string, Pick<Site, "timeZone" | "at" | "itemsPerDay">>> = {
  NY: { timeZone: "America/New_York", at: [42.25, -73.79], itemsPerDay: 60 },
  NV: { timeZone: "America/Los_Angeles", at: [39.53, -119.75], itemsPerDay: 12 },
};

/** What the stories know of a location of the shop. */
export const siteOf = ({ id, name, address }: Location): Site => {
  const facts = FACTS[address.province_code ?? ""];
  if (facts === undefined) throw new Error(`nobody knows how ${name} packs`);
  return { locationId: id, name, place: { city: address.city, state: address.province_code, country: address.country_code, zip: address.zip }, ...facts };
};

/** The calendar day and the hour of the day, with its fraction, on a wall clock. */
export const wallClock = (timeZone: string, at: Date): { readonly day: string; readonly hour: number } => {
  const text = shopTime(timeZone, utcSeconds(at));
  return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)) + Number(text.slice(14, 16)) / 60 + Number(text.slice(17, 19)) / 3_600 };
};

/** The instant at which a wall clock shows an hour of a day. Nights with a change of daylight saving are off by an hour, and nothing happens then. */
export const atHour = (timeZone: string, day: string, hour: number): Date => new Date(startOfDay(timeZone, day).getTime() + Math.round(hour * HOUR_MS));

/** When a site that is not busy packs an order: `waits` working days after the day on which the order counts, at a `mood` (0 to 1) of that day. */
export const ordinaryPacking = ({ timeZone }: Site, placedAt: Date, waits: number, mood: number): Date => {
  const placed = wallClock(timeZone, placedAt);
  const counts = addWorkdays(placed.day, isWorkday(placed.day, PACKING_DAYS) && placed.hour >= CUT_OFF ? 1 : 0, PACKING_DAYS);
  const day = addWorkdays(counts, waits, PACKING_DAYS);
  const hour = OPENS + 0.5 + mood * 6;
  return atHour(timeZone, day, day === placed.day ? Math.max(hour, placed.hour + 0.7) : hour);
};

/** `workMs` of working time after `from`. */
export const afterWork = ({ timeZone }: Site, from: Date, workMs: number): Date => {
  let { day, hour } = wallClock(timeZone, from);
  let left = workMs / HOUR_MS;
  for (;;) {
    if (isWorkday(day, PACKING_DAYS) && hour < CLOSES) {
      const begin = Math.max(hour, OPENS);
      if (begin + left <= CLOSES) return new Date(Math.max(from.getTime(), atHour(timeZone, day, begin + left).getTime()));
      left -= CLOSES - begin;
    }
    day = addWorkdays(day, isWorkday(day, PACKING_DAYS) ? 1 : 0, PACKING_DAYS);
    hour = OPENS;
  }
};

/** How long a site works on one item: a day's hours shared by the items it packs in them, times `factor` of its ordinary speed. */
export const workPerItemMs = ({ itemsPerDay }: Site, factor: number): number => ((CLOSES - OPENS) * HOUR_MS) / (itemsPerDay * factor);

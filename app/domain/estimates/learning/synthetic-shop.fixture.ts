import type { CalendarDate, TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { DEFAULT_RULES, type DeliveryRules } from "../delivery-rules.ts";
import { evenFrom } from "../engine/synthetic-world.fixture.ts";
import type { Calendars, WorkCalendar } from "../work-calendar.ts";
import type { PastParcel } from "./past-parcel.ts";
import { dateOfDay, dayOfDate } from "./zone-days.ts";

/** A made-up shop on the American East coast whose truth is known: two locations, two carriers, two services, `regions` states of four postal prefixes each. */
export type ShopWorld = {
  readonly seed: number;
  /** Orders placed evenly in the `pastDays` before `TODAY`, and in the `futureDays` from it on. */
  readonly past: number; readonly pastDays: number;
  readonly future: number; readonly futureDays: number;
  readonly regions: number;
  /** Standard deviation of the logarithm of the carrier's working days. */
  readonly spread: number;
  /** Nothing of this carrier moves from its first day on, for so many days; in one region only where one is named. */
  /** Real places in place of `regions` states: usual working days of the carrier to each, and how its spread compares to that of all. */
  readonly places?: readonly { readonly region: string; readonly days: number; readonly spreads?: number }[];
  readonly outage?: { readonly carrier: string; readonly from: number; readonly days: number; readonly region?: string };
};

/** A Tuesday, as a date and in days since 1970. */
export const TODAY = "2026-09-15" as CalendarDate;
export const TODAY_DAY = dayOfDate(TODAY);
const ZONE = "America/New_York" as TimeZone;
const DAY_MS = 86_400_000;
/** The shop's wall is so far behind Greenwich; its summer time is left out of the made-up instants. */
const BEHIND_MS = 4 * 3_600_000;

/** What this shop's merchant states: the defaults of a new shop. */
export const RULES: DeliveryRules = { ...DEFAULT_RULES, zone: ZONE };
const LABOR_DAY = "2026-09-07" as CalendarDate;
const calendar: WorkCalendar = { zone: ZONE, cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], closed: new Set([LABOR_DAY]) };
/** Both locations rest at weekends and on Labor Day. */
export const CALENDARS: Calendars = { main: calendar, byLocation: new Map([["east", calendar], ["west", { ...calendar, cutoff: "12:00" }]]), carrierHolidays: new Set([LABOR_DAY]) };

/** The instant of a local time in days since 1970. */
export const instantOf = (day: number): Instant => Math.round(day * DAY_MS + BEHIND_MS) as Instant;

const restDay = dayOfDate(LABOR_DAY);
const weekday = (day: number): number => (day + 4) % 7; // Sunday is 0
const worthOf = (day: number): number => (day === restDay || weekday(day) === 0 ? 0 : weekday(day) === 6 ? 0.6 : 1);
const worksOn = (day: number): boolean => day !== restDay && weekday(day) >= 1 && weekday(day) <= 5;

/** All parcels of a world with everything that ever happens to them, those of the past first, one by one: a million need not be held at once. */
export function* eachParcelOfShop({ seed, past, pastDays, future, futureDays, regions: unnamed, spread, outage, places }: ShopWorld): Generator<PastParcel> {
  const even = evenFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  const regions = places?.length ?? unnamed;
  const medians = places?.map(({ days }) => days) ?? Array.from({ length: regions }, () => 1.8 + 2.4 * even());
  const carriers = [{ name: "ups", factor: 1.1 }, { name: "usps", factor: 0.9 }];
  const locations = [{ id: "east", cutoff: 14 / 24, mean: 0.4 }, { id: "west", cutoff: 12 / 24, mean: 0.9 }];
  for (let at = 0; at < past + future; at += 1) {
    const ordered = at < past ? TODAY_DAY - pastDays * even() : TODAY_DAY + futureDays * even();
    const region = Math.floor(even() * regions);
    const carrier = carriers[(region % 5 === 0 ? even() < 0.5 : region % 2 === 0) ? 0 : 1]!;
    const express = even() < 0.2;
    const location = locations[even() < 0.7 ? 0 : 1]!;
    let day = Math.floor(ordered);
    if (!worksOn(day) || ordered - day >= location.cutoff) day += 1;
    while (!worksOn(day)) day += 1;
    for (let wait = even() < location.mean ? 1 : 0; wait > 0; wait -= even() < 0.7 ? 1 : 0) { day += 1; while (!worksOn(day)) day += 1; }
    const handed = Math.max(day + 0.62 + 0.1 * even(), ordered + 0.01);
    const transit = (express ? 1.1 : medians[region]! * carrier.factor) * Math.exp(spread * (places?.[region]?.spreads ?? 1) * normal());
    const name = places?.[region]?.region ?? `S${region}`;
    const stands = (on: number): boolean => outage !== undefined && outage.carrier === carrier.name && (outage.region ?? name) === name && on >= outage.from && on < outage.from + outage.days;
    const reach = (needed: number): number => {
      let [time, left] = [handed, needed];
      for (;;) {
        const worth = stands(Math.floor(time)) ? 0 : worthOf(Math.floor(time));
        const rest = (Math.floor(time) + 1 - time) * worth;
        if (rest >= left && worth > 0) return time + left / worth;
        left -= rest;
        time = Math.floor(time) + 1;
      }
    };
    yield {
      key: `parcel ${seed}-${at}`, orderedAt: instantOf(ordered), handedOverAt: instantOf(handed), nearAt: instantOf(reach(0.6 * transit)), arrivedAt: instantOf(reach(transit)),
      location: location.id, carrier: carrier.name, service: express ? "express" : "standard", country: "US", region: name, zip: `${String(10 + region)}${Math.floor(4 * even())}07`, items: 1 + Math.floor(2 * even()),
    };
  }
}

/** The same as an array. */
export const parcelsOfShop = (world: ShopWorld): readonly PastParcel[] => [...eachParcelOfShop(world)];

/** The date of a local day. */
export const dateOf = dateOfDay;

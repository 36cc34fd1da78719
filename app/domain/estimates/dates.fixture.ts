import type { TimeZone, Weekday } from "../shared/calendar.ts";
import { addDays } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Conditions } from "./conditions.ts";
import type { DateKnowledge } from "./date-knowledge.ts";
import { evenFrom } from "./engine/synthetic-world.fixture.ts";
import { learnShop } from "./learning/learn-shop.ts";
import { CALENDARS, instantOf, parcelsOfShop, RULES, TODAY, TODAY_DAY } from "./learning/synthetic-shop.fixture.ts";
import { DEFAULT_PROMISE } from "./promise-settings.ts";
import type { WorkCalendar } from "./work-calendar.ts";

export { TODAY, TODAY_DAY };

/** The morning of `TODAY`, nine o'clock on the shop's wall. */
export const MORNING: Instant = instantOf(TODAY_DAY + 9 / 24);

const learnedFrom = (past: number, seed: number) =>
  learnShop({ parcels: parcelsOfShop({ seed, past, pastDays: 120, future: 0, futureDays: 1, regions: 6, spread: 0.3 }), rules: RULES, calendars: CALENDARS, today: TODAY }).learned;

const known = new Map<string, ReturnType<typeof learnedFrom>>();
/** What is learned from so many parcels of a made-up shop, once for all tests of a file. */
export const learnedShop = (past = 900, seed = 3) => {
  const key = `${past} ${seed}`;
  let learned = known.get(key);
  if (!learned) known.set(key, (learned = learnedFrom(past, seed)));
  return learned;
};

/** A shop that knows its parcels, has nothing unusual going on and has published nothing. */
export const knowledgeOf = (more: Partial<DateKnowledge> = {}): DateKnowledge => ({ version: "m1", learned: learnedShop(), rules: RULES, promise: DEFAULT_PROMISE, calendars: CALENDARS, conditions: null, table: null, ...more });

/** So many items wait at a place from which ten leave on a working day; usually they wait a day. */
export const backlogged = (queue: number, location: string | null = null): Conditions => ({
  measuredAt: MORNING, disturbances: [],
  backlogs: [{ location, queue, perDay: 10, atBest: 10, usualDays: 1, waiting: queue === 0 ? [] : [{ before: MORNING, items: queue }] }],
});

const ZONES = ["America/New_York", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo"] as TimeZone[];
const WEEKS: readonly (readonly Weekday[])[] = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6], [2, 4], [0, 1, 2, 3, 4]];

/** Shops of all sorts: their hours, holidays and closures, what they state, want, have learned and suffer. The same seed is the same shop. */
export const anyShop = (seed: number): { readonly knowledge: DateKnowledge; readonly now: Instant } => {
  const even = evenFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(even() * of.length)]!;
  const zone = one(ZONES);
  const closed = new Set(Array.from({ length: Math.floor(even() * 6) }, () => addDays(TODAY, Math.floor(even() * 14))));
  const main: WorkCalendar = { zone, cutoff: one(["06:00", "11:30", "14:00", "17:45", "22:00"]), workingDays: one(WEEKS), closed };
  const calendars = { main, byLocation: new Map([["east", { ...main, cutoff: "10:00" }]]), carrierHolidays: new Set([...closed].slice(0, 1)) };
  const transit = [...RULES.transit, ...(even() < 0.5 ? [{ country: "DE", method: "post", minDays: 3, maxDays: 6 }] : [])].filter(({ country, method }) => country !== "*" || method !== null || even() < 0.6);
  const rules = { ...RULES, zone, cutoff: main.cutoff, transit, workingDays: main.workingDays };
  const promise = {
    ...DEFAULT_PROMISE, style: one(["range", "latest", "arrives_by"] as const), rate: one([0.8, 0.9, 0.95]), floorDays: one([null, null, 2]), ceilingDays: one([null, null, 9]),
    overrides: even() < 0.5 ? [{ method: "overnight", rate: 0.95, floorDays: null, ceilingDays: 4 }] : [],
  };
  const conditions: Conditions | null = even() < 0.3 ? null : {
    ...backlogged(Math.floor(even() * 60), "east"),
    disturbances: even() < 0.5 ? [] : [{ carrier: one(["ups", "usps", null]), region: one([null, "US-S1", "US-S9", "CA-ON"]), since: addDays(TODAY, -2), lostDays: 3 * even(), expected: 40, arrived: 12 }],
  };
  const parcels = one([0, 12, 400, 900]);
  return { knowledge: { version: `m${seed}`, learned: learnedShop(parcels, parcels), rules, promise, calendars, conditions, table: null }, now: instantOf(TODAY_DAY + 7 * even()) };
};

/** Somebody who asks such a shop. */
export const anyAsker = (even: () => number) => {
  const one = <T>(of: readonly T[]): T => of[Math.floor(even() * of.length)]!;
  const country = one(["US", "US", "US", "CA", "DE", "FR", null]);
  return {
    destination: { country, region: even() < 0.2 ? null : one(["S0", "S1", "S2", "S5", "S9", "ON"]), city: null, zip: even() < 0.3 ? null : one(["10007", "11 107", "12307", "15207", "99999", "1"]) },
    method: one([null, "Standard", "Express (1–2 days)", "express", "Overnight Express", "Deutsche Post", "Pigeon"]),
  };
};

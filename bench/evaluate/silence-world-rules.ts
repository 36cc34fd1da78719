import type { Chance } from "./silence-chance.ts";

const HOUR_MS = 3_600_000;
const DAY = 24;
const hoursOf = (month: number, day: number): number => Date.UTC(2026, month - 1, day) / HOUR_MS;

/** How a carrier of the made-up year works. Days: 0 Monday to 6 Sunday. */
export type CarrierWays = {
  readonly code: string; readonly name: string; readonly abroad: boolean;
  readonly pickupScans: number; // share of parcels scanned at the pickup
  readonly misses: number; // share of scans that never happen
  readonly slow: number; // share of hops that wait much longer
  readonly nights: readonly number[]; // nights on which hubs sort
  readonly rounds: readonly number[]; // days on which drivers go out
};

/** Four carriers, as different as carriers are; figures made up, in the range of what is published of such carriers. */
export const CARRIERS: readonly CarrierWays[] = [
  { code: "ups", name: "UPS", abroad: true, pickupScans: 0.85, misses: 0.04, slow: 0.03, nights: [0, 1, 2, 3, 4], rounds: [0, 1, 2, 3, 4, 5] },
  { code: "fedex", name: "FedEx", abroad: true, pickupScans: 0.8, misses: 0.06, slow: 0.04, nights: [0, 1, 2, 3, 4, 5], rounds: [0, 1, 2, 3, 4, 5] },
  { code: "usps", name: "USPS", abroad: true, pickupScans: 0.55, misses: 0.16, slow: 0.07, nights: [0, 1, 2, 3, 4, 5, 6], rounds: [0, 1, 2, 3, 4, 5] },
  { code: "ontrac", name: "OnTrac", abroad: false, pickupScans: 0.7, misses: 0.1, slow: 0.05, nights: [0, 1, 2, 3, 4, 6], rounds: [0, 1, 2, 3, 4, 5, 6] },
];

/** Where parcels go: how many hops, and the median hours of one. */
export type LaneWays = { readonly country: string; readonly region: string | null; readonly hops: number; readonly hours: number; readonly abroad: boolean };

const home = (region: string, hops: number, hours: number): LaneWays => ({ country: "US", region, hops, hours, abroad: false });
const abroad = (country: string, hops: number, hours: number): LaneWays => ({ country, region: null, hops, hours, abroad: true });

/** From New Jersey; near lanes are named twice because more parcels take them. */
export const LANES: readonly LaneWays[] = [
  home("NJ", 1, 5), home("NY", 1, 6), home("NY", 1, 6), home("PA", 1, 7), home("MA", 2, 7), home("VA", 2, 8), home("FL", 2, 18), home("FL", 2, 18), home("IL", 2, 15), home("TX", 3, 19), home("TX", 3, 19),
  home("OK", 3, 18), home("CO", 3, 22), home("WA", 4, 26), home("CA", 4, 24), home("CA", 4, 24), home("HI", 3, 48), abroad("CA", 2, 14), abroad("GB", 2, 30), abroad("DE", 2, 32),
];

/** A storm that closes the last miles of two states for a week, and a strike of one carrier for two. */
export const STORM: { readonly regions: readonly string[]; readonly from: number; readonly to: number } = { regions: ["TX", "OK"], from: hoursOf(2, 9), to: hoursOf(2, 16) };
export const STRIKE = { carrier: "FedEx", from: hoursOf(5, 11), to: hoursOf(5, 25) } as const;

/** From Thanksgiving to the last days before Christmas hubs are overrun. */
export const isPeak = (at: number): boolean => at >= hoursOf(11, 26) && at < hoursOf(12, 23);
export const PEAK_FACTOR = 1.35;

/** Federal holidays of 2026 on which neither hubs nor drivers work (opm.gov, read 2026-11-21), in days since 1970. */
export const HOLIDAYS: ReadonlySet<number> = new Set([[1, 1], [1, 19], [2, 16], [5, 25], [6, 19], [7, 3], [9, 7], [10, 12], [11, 11], [11, 26], [12, 25]].map(([month = 1, day = 1]) => hoursOf(month, day) / DAY));

/** Monday is 0; the first day of 1970 was a Thursday. */
const weekday = (day: number): number => (day + 3) % 7;
const dayOn = (from: number, works: readonly number[]): number => {
  let day = from;
  while (!works.includes(weekday(day)) || HOLIDAYS.has(day)) day += 1;
  return day;
};

/** The next working day's hour of a warehouse or an office, at or after `at`; `hour` is when in that day. */
export const nextShift = (at: number, hour: number): number => {
  const today = Math.floor(at / DAY);
  return dayOn(at - today * DAY <= hour ? today : today + 1, [0, 1, 2, 3, 4]) * DAY + hour;
};

/** When a hub's night sort handles what is there at `at`: sorts begin at nine in the evening and scan until four. */
export const nextNight = (at: number, { nights }: CarrierWays, chance: Chance): number => {
  const tonight = Math.floor((at - 4) / DAY); // until four in the morning it is still last night's
  const late = at - tonight * DAY;
  return Math.max(at, dayOn(late <= 27 ? tonight : tonight + 1, nights) * DAY + 21 + chance.between(0, 7));
};

/** When a driver takes out what is at the station at `at`: the next morning drivers go. */
export const nextRound = (at: number, { rounds }: CarrierWays, chance: Chance): number => {
  const today = Math.floor(at / DAY);
  return dayOn(at - today * DAY <= 7 ? today : today + 1, rounds) * DAY + chance.between(7, 9.5);
};

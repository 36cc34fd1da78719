import { seededRandom } from "../world/random.ts";
import type { Random } from "../world/types.ts";
import type { Carrier } from "./tracking-numbers.ts";
import { addWorkdays } from "./us-calendar.ts";

/** What the buyer paid for. Its first letter in upper case is the option's name at checkout. */
export type Service = "standard" | "express" | "international";

/** How a carrier runs one service: so many of its days for the first kilometres, one more for every further stretch, and how easily a parcel of it comes late. */
type Pace = { readonly first: number; readonly kmPerDay: number; readonly slips: number; readonly weekdays: readonly number[]; readonly share: number };

const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];
const MONDAY_TO_SATURDAY: readonly number[] = [1, 2, 3, 4, 5, 6];
const pace = (first: number, kmPerDay: number, slips: number, weekdays: readonly number[], share: number): Pace => ({ first, kmPerDay, slips, weekdays, share });

/**
 * The carriers of ordinary parcels. Invented, and much as their public maps of transit days and their published on-time shares read in 2026: close by quick, far off slow,
 * the post slower and less even; on one lane nine parcels in ten come on the day they are meant to.
 */
const PACES: Readonly<Record<Service, Readonly<Partial<Record<Carrier, Pace>>>>> = {
  standard: { UPS: pace(1, 900, 0.08, MONDAY_TO_SATURDAY, 38), USPS: pace(2, 1_500, 0.15, MONDAY_TO_SATURDAY, 37), FedEx: pace(1, 1_100, 0.11, MONDAY_TO_SATURDAY, 25) },
  express: { UPS: pace(1, 1_000, 0.05, MONDAY_TO_SATURDAY, 45), FedEx: pace(1, 1_300, 0.06, MONDAY_TO_SATURDAY, 40), USPS: pace(2, 2_000, 0.1, MONDAY_TO_SATURDAY, 15) },
  international: { UPS: pace(3, 1_200, 0.12, MONDAY_TO_FRIDAY, 50), FedEx: pace(3, 1_400, 0.14, MONDAY_TO_FRIDAY, 20), USPS: pace(6, 1_500, 0.2, MONDAY_TO_SATURDAY, 30) },
};
/** Express flies: it is at most two days away from anywhere at home. */
const EXPRESS_MOST_DAYS = 2;
/** Three parcels in two hundred lie somewhere for a while. */
const STRAGGLER = 0.015;
/** Whatever lost one day loses another one as often as this. */
const ANOTHER = 0.35;
/** Nobody loses more days than these to bad luck alone. */
const MOST_SLIPS = 3;

/** What makes a parcel slower than its carrier means it to be, drawn before it leaves. */
export type Luck = { readonly slips: readonly number[]; readonly straggles: number; readonly liesFor: number };

/** A parcel's luck, seeded. */
export const drawLuck = (random: Random): Luck => ({ slips: Array.from({ length: MOST_SLIPS }, () => random()), straggles: random(), liesFor: 4 + Math.floor(random() * 5) });

/** Labels are bought where they are cheapest, which for one state is nearly always the same carrier. */
const USUALLY = 0.85;

/** Who takes a parcel of that service to that state, seeded: the state's usual carrier, or as often as the shop gives each of them one. */
export const drawCarrier = (service: Service, province: string, random: Random): Carrier => {
  const paces = Object.entries(PACES[service]) as [Carrier, Pace][];
  const isUsual = random() < USUALLY;
  let left = (isUsual ? seededRandom(province, service)() : random()) * paces.reduce((sum, [, { share }]) => sum + share, 0);
  return paces.find(([, { share }]) => (left -= share) < 0)?.[0] ?? "UPS";
};

/** A stretch of calendar days, both included, on which a day is lost with that much more probability. */
export type SlowSpell = { readonly from: string; readonly to: string; readonly slips: number };

/** Every December from the 8th to the 23rd is slow, whatever else is. */
const PEAK = { from: "12-08", to: "12-23", slips: 0.14 };

/**
 * The calendar days on which a parcel picked up on `pickedUp` was meant to arrive and does arrive: counted in the carrier's own working days,
 * without Sundays and holidays.
 */
export const arrival = (carrier: Carrier, service: Service, km: number, pickedUp: string, luck: Luck, slow: readonly SlowSpell[]): { readonly meant: string; readonly arrives: string } => {
  const found = PACES[service][carrier];
  if (found === undefined) throw new Error(`${carrier} has no ${service} service`);
  const days = found.first + Math.floor(km / found.kmPerDay);
  const meant = service === "express" ? Math.min(days, Math.max(found.first, EXPRESS_MOST_DAYS)) : days;
  const spells = slow.filter(({ from, to }) => pickedUp >= from && pickedUp <= to).reduce((sum, { slips }) => sum + slips, 0);
  const peak = pickedUp.slice(5) >= PEAK.from && pickedUp.slice(5) <= PEAK.to ? PEAK.slips : 0;
  const chance = Math.min(0.85, found.slips + spells + peak);
  const lucky = luck.slips.findIndex((draw, index) => draw >= (index === 0 ? chance : ANOTHER));
  const lost = (lucky < 0 ? luck.slips.length : lucky) + (luck.straggles < STRAGGLER ? luck.liesFor : 0);
  return { meant: addWorkdays(pickedUp, meant, found.weekdays), arrives: addWorkdays(pickedUp, meant + lost, found.weekdays) };
};

/** The first day from `day` on when the carrier picks up. */
export const pickUpDay = (day: string, missedToday: boolean): string => addWorkdays(day, missedToday ? 1 : 0, MONDAY_TO_FRIDAY);

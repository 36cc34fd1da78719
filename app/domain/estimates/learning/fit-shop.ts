import { COLLECTED_AT } from "../engine/model.ts";
import { fitLeg, type Leg } from "../engine/leg.ts";
import { rowsKnownOn } from "../engine/leg-rows.ts";
import type { LegSpec } from "../engine/leg-spec.ts";
import type { Parcels } from "../engine/parcels.ts";
import type { DeliveryRules } from "../delivery-rules.ts";
import type { Calendars } from "../work-calendar.ts";
import type { Origins } from "./distances.ts";
import type { Fitted } from "./learned.ts";
import type { ShopCodes, ShopColumns } from "./shop-columns.ts";
import { shopLegs } from "./shop-legs.ts";
import { usualWay } from "./usual-way.ts";
import { numberOfDay, type WorkDays } from "./work-days.ts";
import { dateOfDay, daysOfDates } from "./zone-days.ts";

/** The number every location's first working day from the morning of a refit on has: working days of all locations are counted from there, so that they can be compared. */
export const MORNING = 20_000;

/** By how much a location's own numbers are raised so that the first working day that is not before `today` is `MORNING`. */
export const shiftOf = (work: WorkDays, today: number): number => MORNING - numberOfDay(work, today - 1) - 1;

/** The usual time of day at which parcels are handed over (a part of the day), of the last two months. */
const usualHour = (handed: Float64Array, today: number): number => {
  const hours = handed.filter((at) => at < today && at >= today - 60).map((at) => at - Math.floor(at)).sort();
  return hours[hours.length >> 1] ?? COLLECTED_AT;
};

/** Learns the three legs from what was known on the morning of `today` (days since 1970). Later things may be in the columns; they are not looked at. */
export const fitShop = (columns: ShopColumns, { texts, works }: ShopCodes, today: number, rules: DeliveryRules, calendars: Calendars, origins: Origins): Fitted => {
  const legs = shopLegs(rules);
  const holidays = daysOfDates(calendars.carrierHolidays);
  const { size, keys, measures, handed, arrived, near, packed, left, caught, stood } = columns;
  // What a stop of its carrier caught took as long as without the days it stood; while it is on its way nobody knows how many those are.
  const isCaught = (at: number): boolean => caught[at]! < today;
  const begun = handed.map((day, at) => (isCaught(at) && !(arrived[at]! < today) ? Number.NaN : day));
  const ended = arrived.map((day, at) => (isCaught(at) ? day - stood[at]! : day));
  const parcels: Parcels = { size, bought: packed, handedOver: handed, arrived, keys, measures };
  const learn = (spec: LegSpec, starts: Float64Array, ends: Float64Array, morning: number): Leg => fitLeg(spec, parcels, rowsKnownOn(starts, ends, morning, spec.longest), morning, holidays);
  const shifts = works.map((work) => shiftOf(work, today));
  const counted = (numbers: Float64Array): Float64Array => numbers.map((number, at) => number + shifts[keys.location[at]! + 1]!);
  return {
    fittedOn: dateOfDay(today), rules, origins, codes: texts, usual: usualWay(columns, texts, today), collectedAt: usualHour(handed, today),
    carrier: learn(legs.carrier, begun, ended, today),
    near: learn(legs.near, near.map((day, at) => (isCaught(at) ? Number.NaN : day)), arrived, today),
    merchant: learn(legs.merchant, counted(packed), counted(left).map((number, at) => (handed[at]! < today ? number : Number.NaN)), MORNING),
  };
};

import { weekdayOfDay, type Holidays } from "./day-kinds.ts";
import { fitLeg, type Leg } from "./leg.ts";
import { addArrivals, placeOf, startOf } from "./leg-forecast.ts";
import { rowsKnownOn } from "./leg-rows.ts";
import { CARRIER_LEG, MERCHANT_LEG, type LegSpec } from "./leg-spec.ts";
import type { Parcels, Question } from "./parcels.ts";

/** Days a forecast reaches: its last entry is 1, a parcel later than that is lost. */
export const DAYS = 120;

/** Chance of having arrived by the end of day d after the day of the question: bought, or handed over where that is known. Never falls; ends at 1. */
export type Forecast = Float64Array;

/** What was learned from order to hand-off and from hand-off to door. */
export type Model = { readonly merchant: Leg; readonly carrier: Leg };

/** What the past alone does not tell: holidays where the merchant and the carrier work, and what each of their legs is made of. */
export type Setting = { readonly merchantHolidays: Holidays; readonly carrierHolidays: Holidays; readonly merchant: LegSpec; readonly carrier: LegSpec };

/** The legs as measured, with the same holidays on both sides. */
export const settingWith = (holidays: Holidays): Setting => ({ merchantHolidays: holidays, carrierHolidays: holidays, merchant: MERCHANT_LEG, carrier: CARRIER_LEG });

/** Learns both legs from what was known on the morning of `today` (days since 1970). What happened on that day or later may be in the columns; it is not looked at. */
export const fitModel = (parcels: Parcels, today: number, setting: Setting): Model => ({
  carrier: fitLeg(setting.carrier, parcels, rowsKnownOn(parcels.handedOver, parcels.arrived, today, setting.carrier.longest), today, setting.carrierHolidays),
  merchant: fitLeg(setting.merchant, parcels, rowsKnownOn(parcels.bought, parcels.handedOver, today, setting.merchant.longest), today, setting.merchantHolidays),
});

/** The time of day taken for a hand-off not yet made: three in the afternoon, when carriers collect. */
export const COLLECTED_AT = 0.62;
const LATEST_HAND_OFF = 60;
/** Chances of a hand-off on a day are saved up until they matter. */
const LEAST = 0.002;

/** Sees to it, in place, that a forecast never falls, stays within 1 and ends there. */
export const certain = (forecast: Forecast): Forecast => {
  let most = 0;
  for (let day = 0; day < forecast.length; day += 1) { most = Math.min(1, Math.max(most, forecast[day]!)); forecast[day] = most; }
  forecast[forecast.length - 1] = 1;
  return forecast;
};

/** When a parcel will have arrived, without regard to what happened since: from the hand-off where it is known, else every day of hand-off by its chance. */
export const forecastOf = ({ merchant, carrier }: Model, question: Question): Forecast => {
  const arrived = new Float64Array(DAYS);
  const place = placeOf(carrier, question);
  if (question.handedOver !== null) {
    addArrivals(carrier, place + startOf(carrier, question.handedOver, question), question.handedOver, 1, arrived, 0);
    return certain(arrived);
  }
  const today = Math.floor(question.bought);
  const handed = new Float64Array(LATEST_HAND_OFF);
  addArrivals(merchant, placeOf(merchant, question) + startOf(merchant, question.bought, question), question.bought, 1, handed, 0);
  const later: (number | undefined)[] = [];
  for (let day = 0, before = 0, saved = 0; day < LATEST_HAND_OFF; day += 1) {
    saved += handed[day]! - before;
    before = handed[day]!;
    const last = before > 0.998 || day === LATEST_HAND_OFF - 1;
    if (saved < LEAST && !last) continue;
    const chance = last ? saved + 1 - before : saved;
    saved = 0;
    const start = Math.max(question.bought, today + day + COLLECTED_AT);
    const weekday = weekdayOfDay(today + day);
    const starting = day === 0 ? startOf(carrier, start, question) : (later[weekday] ??= startOf(carrier, start, question));
    addArrivals(carrier, place + starting, start, chance, arrived, day);
    if (last) break;
  }
  return certain(arrived);
};

import { transitRule } from "./delivery-rules.ts";
import { daysBetween, type CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import { backlogAt, extraDaysFor } from "./backlog.ts";
import { chosenDays, type ChosenDays } from "./chosen-days.ts";
import type { Disturbance } from "./conditions.ts";
import type { DateKnowledge } from "./date-knowledge.ts";
import { dayAt } from "./engine/forecast-dates.ts";
import type { Forecast } from "./engine/model.ts";
import { lostDaysOf } from "./learning/disturbances.ts";
import { placeOfLane, type Lane } from "./learning/lane.ts";
import { calibrationOf } from "./learning/lane-calibrations.ts";
import { orderForecast } from "./learning/order-forecast.ts";
import { usualCarrier } from "./learning/traits.ts";
import { widened } from "./learning/widened.ts";
import { promiseFor } from "./promise-settings.ts";

/** An order that counts on a day, before the carrier has it. `service`: one of `servicesOf`; `notBefore`: the day it still waits on. */
export type Offered = {
  readonly day: CalendarDate; readonly lane: Lane; readonly service: string | null; readonly location: string | null; readonly items: number;
  readonly extraDays: number; readonly notBefore: CalendarDate | null;
};

/** Days counted from the day of the order, with the days by which it has left (at the shop's rate), those lost on the carrier's side, and those by which it comes later because it still waits. */
export type Offer = { readonly chosen: ChosenDays; readonly ships: number; readonly lostDays: number; readonly heldDays: number };

/** Whether the merchant sends there: a row of the transit table fits, or parcels went there. */
const isServed = ({ rules, learned }: DateKnowledge, lane: Lane, service: string | null): boolean => {
  const { country } = placeOfLane(lane);
  return transitRule(rules, country, service) !== null || (country !== null && learned.lanes.some((one) => one.parcels > 0 && (one.lane === country || one.lane.startsWith(`${country}-`))));
};

/** What is wrong now on the way of such parcels: of the carrier who usually takes them; where none is usual, of whoever is furthest behind, because the date must hold. */
export const disturbanceOn = ({ learned, conditions }: DateKnowledge, lane: Lane, service: string | null): Disturbance | null => {
  const disturbances = conditions?.disturbances ?? [];
  if (disturbances.length === 0) return null;
  const place = placeOfLane(lane);
  const region = place.country === null || place.region === null ? null : `${place.country}-${place.region}`;
  const carrier = usualCarrier(learned, service, place);
  return disturbances.filter((one) => lostDaysOf([one], carrier ?? one.carrier, region) > 0).toSorted((a, b) => b.lostDays - a.lostDays)[0] ?? null;
};

/** The days shown for an order: the one computation behind published table, checkout and every date before the carrier has the parcel. */
export const offerOn = (knowledge: DateKnowledge, { notBefore, ...asked }: Offered): Offer => {
  const { learned, calendars, promise } = knowledge;
  const { day, lane, service } = asked;
  const forecast = orderForecast(learned, { ...asked, countsOn: day, notBefore: notBefore === null ? null : { today: notBefore } }, calendars);
  const ships = dayAt(forecast.handedOver, promise.rate);
  if (!isServed(knowledge, lane, service)) return { chosen: { kind: "none", because: "The shop states no transit time for this destination and has sent nothing there." }, ships, lostDays: 0, heldDays: 0 };
  const lostDays = disturbanceOn(knowledge, lane, service)?.lostDays ?? 0;
  const before = notBefore === null ? forecast : orderForecast(learned, { ...asked, extraDays: 0, countsOn: day, notBefore: null }, calendars);
  const usual = widened(before.arrived, lostDays);
  const choose = (arrived: Forecast): ChosenDays => chosenDays(arrived, usual, calibrationOf(learned, lane), { ...promiseFor(promise, service), style: promise.style });
  const chosen = choose(widened(forecast.arrived, lostDays));
  const hadItLeft = notBefore === null ? chosen : choose(usual);
  const late = notBefore === null ? 0 : Math.max(0, daysBetween(day, notBefore));
  const heldDays = chosen.kind === "days" && hadItLeft.kind === "days" ? Math.max(0, Math.max(chosen.last, late) - hadItLeft.last) : 0;
  return { chosen: chosen.kind === "none" ? chosen : { kind: "days", first: Math.max(chosen.first, late), last: Math.max(chosen.last, late) }, ships: Math.max(ships, late), lostDays, heldDays };
};

/** By how many days after the day it counts on an order has left, at the shop's rate, wherever it goes: the one figure that table and checkout state. */
export const shipsAfter = ({ learned, calendars, promise }: DateKnowledge, day: CalendarDate, extraDays: number): number =>
  dayAt(orderForecast(learned, { countsOn: day, lane: "*", service: null, location: null, items: 1, extraDays, notBefore: null }, calendars).handedOver, promise.rate);

/** Working days beyond the usual that an order waits which is placed after all that waits, wherever it is packed. */
export const extraDaysNow = ({ conditions }: Pick<DateKnowledge, "conditions">): number => {
  const backlog = conditions && backlogAt(conditions.backlogs, null);
  return backlog ? extraDaysFor(backlog, Number.POSITIVE_INFINITY as Instant) : 0;
};

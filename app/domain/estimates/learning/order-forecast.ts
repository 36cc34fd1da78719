import type { CalendarDate } from "../../shared/calendar.ts";
import { weekdayOfDay } from "../engine/day-kinds.ts";
import { addArrivals, placeOf, startOf } from "../engine/leg-forecast.ts";
import { certain, DAYS, type Forecast } from "../engine/model.ts";
import { calendarOf, type Calendars } from "../work-calendar.ts";
import { shiftOf } from "./fit-shop.ts";
import { placeOfLane, type Lane } from "./lane.ts";
import type { Fitted } from "./learned.ts";
import { questionAbout } from "./traits.ts";
import { dayOfNumber, numberOnOrAfter, workDaysOf } from "./work-days.ts";
import { dayOfDate } from "./zone-days.ts";

/** An order not yet handed over. `extraDays`: whole working days it waits beyond the usual; `notBefore`: it still waits on the morning of `today`. */
export type OrderQuestion = {
  readonly countsOn: CalendarDate; readonly lane: Lane; readonly service: string | null; readonly location: string | null; readonly items: number;
  readonly extraDays: number; readonly notBefore: { readonly today: CalendarDate } | null;
};

/** Chances by the end of the day `from` + d of having been handed over and of having arrived: neither falls, both end at 1. */
export type OrderForecast = { readonly from: CalendarDate; readonly handedOver: Forecast; readonly arrived: Forecast };

const LATEST_HAND_OFF = 80; // working days
/** Chances of a hand-off on a day are saved up until they matter. */
const LEAST = 0.002;

/** The chance of each calendar day after `from` for the hand-off: the location's working days, later ones where it is known to wait. Sums to 1. */
const handOffs = (fitted: Fitted, { extraDays, notBefore }: OrderQuestion, from: number, calendars: Calendars, location: string | null, ask: ReturnType<typeof questionAbout>): Float64Array => {
  const work = workDaysOf(calendarOf(calendars, location));
  const first = numberOnOrAfter(work, from);
  const start = first + shiftOf(work, dayOfDate(fitted.fittedOn));
  const by = new Float64Array(LATEST_HAND_OFF);
  addArrivals(fitted.merchant, placeOf(fitted.merchant, ask) + startOf(fitted.merchant, start, ask), start, 1, by, 0);
  by[LATEST_HAND_OFF - 1] = 1;
  const waitsUntil = notBefore ? Math.max(0, numberOnOrAfter(work, dayOfDate(notBefore.today)) - first) : 0;
  const gone = (day: number): number => (day < 0 ? 0 : by[Math.min(day, LATEST_HAND_OFF - 1)]!); // by the end of the day-th working day, were there no backlog
  const before = waitsUntil === 0 ? 0 : gone(waitsUntil - 1 - extraDays);
  const days = new Float64Array(DAYS);
  const on = (day: number): number => Math.min(DAYS - 1, dayOfNumber(work, first + day) - from);
  if (before > 1 - 1e-9) { days[on(waitsUntil)] = 1; return days; } // longer than any: any day now
  for (let day = Math.max(waitsUntil, extraDays); day < LATEST_HAND_OFF + extraDays; day += 1) {
    days[on(day)]! += (gone(day - extraDays) - Math.max(before, gone(day - 1 - extraDays))) / (1 - before);
    if (gone(day - extraDays) === 1) break;
  }
  return days;
};

/**
 * When an order will be handed over and arrive. Working days of hand-off become dates by the location's calendar, each followed by the carrier's leg from that date.
 * `calendars` should be the same object from question to question: its working days are counted once.
 */
export const orderForecast = (fitted: Fitted, question: OrderQuestion, calendars: Calendars): OrderForecast => {
  const { countsOn, lane, service, items } = question;
  const location = question.location ?? fitted.usual.location;
  const from = dayOfDate(countsOn);
  const ask = questionAbout(fitted, { place: placeOfLane(lane), carrier: null, service, location, items }, from);
  const chances = handOffs(fitted, question, from, calendars, location, ask);
  const [handedOver, arrived] = [new Float64Array(DAYS), new Float64Array(DAYS)];
  const place = placeOf(fitted.carrier, ask);
  const starting: (number | undefined)[] = [];
  for (let day = 0, sum = 0, saved = 0; day < DAYS; day += 1) {
    const chance = chances[day]!;
    sum += chance;
    saved += chance;
    handedOver[day] = sum;
    const last = day === DAYS - 1 || sum > 0.998;
    if (saved < LEAST && !last) continue;
    const start = from + day + fitted.collectedAt;
    addArrivals(fitted.carrier, place + (starting[weekdayOfDay(from + day)] ??= startOf(fitted.carrier, start, ask)), start, last ? saved + 1 - sum : saved, arrived, day);
    saved = 0;
    if (!last) continue;
    for (let later = day + 1; later < DAYS; later += 1) handedOver[later] = sum += chances[later]!;
    break;
  }
  return { from: countsOn, handedOver: certain(handedOver), arrived: certain(arrived) };
};

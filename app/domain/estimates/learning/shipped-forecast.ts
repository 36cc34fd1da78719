import type { CalendarDate } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { addArrivals, placeOf, startOf } from "../engine/leg-forecast.ts";
import type { Leg } from "../engine/leg.ts";
import { certain, DAYS, type Forecast } from "../engine/model.ts";
import type { Question } from "../engine/parcels.ts";
import type { Fitted } from "./learned.ts";
import { questionAbout, type Traits } from "./traits.ts";
import { dateOfDay, localDays } from "./zone-days.ts";

/** A parcel in the carrier's hands that has not arrived by `now`. `nearAt`: when it was first scanned in the destination's region. */
export type ShippedQuestion = Traits & { readonly handedOverAt: Instant; readonly nearAt: Instant | null; readonly now: Instant };

/** Chances of having arrived by the end of the day `from` + d, given that it had not by the morning of `from`: never falls, ends at 1. */
export type ShippedForecast = { readonly from: CalendarDate; readonly arrived: Forecast };

/** So many parcels were stopped on their way and start anew on any day; the longer one is silent, the likelier it is one of them. */
const STOPPED = 0.005;
/** A parcel under way for longer than this is surely one of those (days). */
const LONGEST = 150;

/** The chances for a leg that began at `start`, as they are on the morning of each day from `first` to `today` if it has not ended by then. Days since 1970, local. */
const arrivalsOnEach = (leg: Leg, ask: Question, start: number, first: number, today: number): readonly Forecast[] => {
  const location = placeOf(leg, ask) + startOf(leg, start, ask);
  const began = Math.floor(start);
  const whole = new Float64Array(DAYS + Math.max(0, Math.min(today - began, LONGEST)));
  addArrivals(leg, location, start, 1, whole, 0);
  return Array.from({ length: today - first + 1 }, (_, at) => {
    const age = Math.max(0, first + at - began);
    if (age === 0) return certain(whole.slice(0, DAYS));
    const chances = (day: number): number => (age > LONGEST || day >= whole.length ? 1 : whole[day]!);
    const already = chances(age - 1);
    const anew = new Float64Array(DAYS);
    addArrivals(leg, location, first + at + (start - began), 1, anew, 0);
    const alive = (1 - STOPPED) * (1 - already) + STOPPED;
    for (let day = 0; day < DAYS; day += 1) anew[day] = ((1 - STOPPED) * (chances(day + age) - already) + STOPPED * anew[day]!) / alive;
    return certain(anew);
  });
};

/** The chances for a leg that began at `start`, given that it had not ended on the morning of the day `today`. Days since 1970, local. */
export const arrivalsSince = (leg: Leg, ask: Question, start: number, today: number): Forecast => arrivalsOnEach(leg, ask, start, today, today)[0]!;

/**
 * What was to be said of a parcel under way on each morning since its present leg began, the last today's; of a longer wait, the days whose forecasts still reach
 * past today. Every silent day moves the chances on by itself: they are those of parcels that had not arrived by then either.
 */
export const shippedForecasts = (fitted: Fitted, question: ShippedQuestion): readonly ShippedForecast[] => forecastsFrom(fitted, question, (start, today) => Math.min(today, Math.max(Math.floor(start), today - DAYS + 1)));

/** `firstOf`: the first morning that is wanted, of the day the leg began on and today. */
const forecastsFrom = (fitted: Fitted, question: ShippedQuestion, firstOf: (start: number, today: number) => number): readonly ShippedForecast[] => {
  const days = localDays(fitted.rules.zone);
  const today = Math.floor(days(question.now));
  const near = question.nearAt !== null && question.nearAt >= question.handedOverAt;
  const start = days(near ? question.nearAt : question.handedOverAt);
  const first = firstOf(start, today);
  return arrivalsOnEach(near ? fitted.near : fitted.carrier, questionAbout(fitted, question, null), start, first, today).map((arrived, at) => ({ from: dateOfDay(first + at), arrived }));
};

/** When a parcel under way will arrive, as it looks now: of the mornings only today's. */
export const shippedForecast = (fitted: Fitted, question: ShippedQuestion): ShippedForecast => forecastsFrom(fitted, question, (_, today) => today)[0]!;

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

/** The chances for a leg that began at `start`, given that it had not ended on the morning of the day `today`. Days since 1970, local. */
export const arrivalsSince = (leg: Leg, ask: Question, start: number, today: number): Forecast => {
  const location = placeOf(leg, ask) + startOf(leg, start, ask);
  const age = Math.max(0, today - Math.floor(start));
  const whole = new Float64Array(DAYS + Math.min(age, LONGEST));
  if (age <= LONGEST) addArrivals(leg, location, start, 1, whole, 0); else whole.fill(1);
  if (age === 0) return certain(whole);
  const already = whole[Math.min(age, LONGEST) - 1]!;
  const anew = new Float64Array(DAYS);
  addArrivals(leg, location, today + (start - Math.floor(start)), 1, anew, 0);
  const alive = (1 - STOPPED) * (1 - already) + STOPPED;
  return certain(anew.map((chance, day) => ((1 - STOPPED) * ((whole[day + age] ?? 1) - already) + STOPPED * chance) / alive));
};

/** When a parcel under way will arrive. Every silent day moves the date on by itself: the chances are those of parcels that had not arrived by then either. */
export const shippedForecast = (fitted: Fitted, question: ShippedQuestion): ShippedForecast => {
  const days = localDays(fitted.rules.zone);
  const today = Math.floor(days(question.now));
  const ask = questionAbout(fitted, question, null);
  const near = question.nearAt !== null && question.nearAt >= question.handedOverAt;
  return { from: dateOfDay(today), arrived: arrivalsSince(near ? fitted.near : fitted.carrier, ask, days(near ? question.nearAt : question.handedOverAt), today) };
};

import { dateIn, daysBetween, type CalendarDate } from "../shared/calendar.ts";
import { latest } from "../shared/time.ts";
import type { DateKnowledge } from "./date-knowledge.ts";
import type { Forecast } from "./engine/model.ts";
import type { EstimateQuestion } from "./estimate.ts";
import { lostDaysOf } from "./learning/disturbances.ts";
import { orderForecast } from "./learning/order-forecast.ts";
import { shippedForecast } from "./learning/shipped-forecast.ts";
import { widened } from "./learning/widened.ts";
import { nearAtOf } from "./near-scan.ts";
import { disturbanceOn, type Offered } from "./offer.ts";
import { delayOf, type Way } from "./shipped-date.ts";

/** The chance of a day beyond this one; certain before the forecast begins. */
const after = (arrived: Forecast, from: CalendarDate, day: CalendarDate): number => {
  const offset = daysBetween(from, day);
  return offset < 0 ? 1 : 1 - (arrived[Math.min(offset, arrived.length - 1)] ?? 1);
};

/** The chance that a parcel under way arrives after a day: of the distribution its window is cut from, with what is known to hold it up. */
export const chanceAfterOfShipped = (question: Extract<EstimateQuestion, { stage: "shipped" }>, { learned, rules, conditions }: DateKnowledge, { service }: Way, day: CalendarDate): number => {
  const { timeline, at, destination, location = null, items = 1 } = question;
  const carrier = question.carrier?.toLowerCase() ?? null;
  const labelOnly = timeline.acceptedAt === null && timeline.milestone === "label_created";
  const handedOverAt = timeline.acceptedAt ?? (labelOnly ? latest(question.shippedAt, at) : question.shippedAt);
  const forecast = shippedForecast(learned, { handedOverAt, place: destination, carrier, service, location, items, nearAt: nearAtOf(timeline, destination), now: latest(at, handedOverAt) });
  const region = destination.country === null || destination.region === null ? null : `${destination.country}-${destination.region}`;
  const slow = (conditions?.disturbances ?? []).reduce((most, one) => Math.max(most, lostDaysOf([one], carrier, region)), 0);
  const delay = timeline.exception === null ? 0 : delayOf(timeline.exception.category);
  const chance = after(widened(forecast.arrived, Math.max(delay, slow)), forecast.from, day);
  // A carrier that names a later day itself takes the promise back; one that names a day in time, and did not miss it yet, makes it likelier. Our own judgement, 2026-11.
  if (timeline.carrierEta === null || delay > 0) return chance;
  const eta = dateIn(timeline.carrierEta, rules.zone);
  return eta > day ? Math.max(chance, 0.9) : eta >= dateIn(at, rules.zone) ? chance / 2 : chance;
};

/** The same for what has not left: hand-off and way together. */
export const chanceAfterOfOrder = (knowledge: DateKnowledge, { notBefore, ...asked }: Offered, day: CalendarDate): number => {
  const { learned, calendars } = knowledge;
  const forecast = orderForecast(learned, { ...asked, countsOn: asked.day, notBefore: notBefore === null ? null : { today: notBefore } }, calendars);
  return after(widened(forecast.arrived, disturbanceOn(knowledge, asked.lane, asked.service)?.lostDays ?? 0), forecast.from, day);
};

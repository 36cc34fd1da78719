import { dateIn, addDays, daysBetween, weekdayOf, workingDayOnOrAfter, type CalendarDate } from "../shared/calendar.ts";
import { latest, type Instant } from "../shared/time.ts";
import { EXCEPTIONS, type ExceptionCategory } from "../shipments/exception.ts";
import { hasEnded } from "../shipments/milestone.ts";
import { chosenDays, type ChosenDays } from "./chosen-days.ts";
import { isCold, type DateKnowledge } from "./date-knowledge.ts";
import { groundsOf, sayDays, saySlow, usually } from "./date-reasons.ts";
import type { Calibration } from "./engine/calibration.ts";
import type { Forecast } from "./engine/model.ts";
import type { Estimate, EstimateQuestion } from "./estimate.ts";
import { lostDaysOf } from "./learning/disturbances.ts";
import { windowOf } from "./learning/forecast-windows.ts";
import { shippedCalibrationOf } from "./learning/lane-calibrations.ts";
import type { Lane } from "./learning/lane.ts";
import { shippedForecast, shippedForecasts } from "./learning/shipped-forecast.ts";
import { widened } from "./learning/widened.ts";
import { nearAtOf } from "./near-scan.ts";
import { promiseFor } from "./promise-settings.ts";

type Shipped = Extract<EstimateQuestion, { stage: "shipped" }>;
/** What a method and a destination mean to this shop. */
export type Way = { readonly lane: Lane; readonly service: string | null };

/** What a told delay costs at least, in days of the median: one more round of the carrier, two where the parcel must travel back or wait for an office. Our own judgement, 2026-11. */
const DELAY_DAYS: Partial<Record<ExceptionCategory, number>> = { misrouted: 2, customs_hold: 2 };
/** Days of the median a trouble of this category costs at least. */
export const delayOf = (category: ExceptionCategory): number => (EXCEPTIONS[category].date === "moves" ? DELAY_DAYS[category] ?? 1 : 0);

/** A carrier's own date is believed as long as our forecast gives it a place among its likeliest 95 %. */
const BELIEVED = 0.95;
/** After so many days without a scan a late parcel is called silent. */
const SILENT_DAYS = 2;

const exactly = (earliest: CalendarDate, last: CalendarDate, basis: "arrived" | "carrier", because: string, style: DateKnowledge["promise"]["style"], evidence: readonly string[] = []): Estimate =>
  ({ kind: "window", earliest, latest: last, rate: null, basis, because, style, evidence });

/**
 * A carrier that found nobody comes again on one of its next rounds, or holds the parcel after the third: UPS, FedEx and DHL make up to three attempts on successive
 * working days (their own help pages, 2026-11). Null once those have passed without a word: then the forecast is asked again.
 */
const triedAgain = (tried: CalendarDate, today: CalendarDate, working: DateKnowledge["rules"]["carrierWorkingDays"], style: DateKnowledge["promise"]["style"]): Estimate | null => {
  const carries = (day: CalendarDate): boolean => working.includes(weekdayOf(day));
  const next = workingDayOnOrAfter(addDays(tried, 1), carries);
  const last = workingDayOnOrAfter(addDays(next, 1), carries);
  const from = workingDayOnOrAfter(today > next ? today : next, carries);
  return today > last ? null : exactly(from, from > last ? from : last, "carrier", `The carrier came on ${tried} and could not hand it over; the next rounds count.`, style);
};

/** What needs no forecast: it has come, will not come, or comes today. Null: ask the forecast. */
const settled = ({ timeline, at }: Shipped, { rules, promise: { style } }: DateKnowledge, today: CalendarDate): Estimate | null => {
  if (timeline.deliveredAt !== null) {
    const day = dateIn(timeline.deliveredAt, rules.zone);
    return exactly(day, day, "arrived", "The carrier reported the delivery.", style);
  }
  if (hasEnded(timeline.milestone) || timeline.milestone === "returning") return { kind: "none", because: "The parcel is not on its way to the shopper." };
  const trouble = timeline.exception;
  if (trouble && EXCEPTIONS[trouble.category].date === "withdraws") return { kind: "none", because: `${EXCEPTIONS[trouble.category].label}: no date can be kept until it is solved.` };
  if (timeline.milestone === "ready_for_pickup") return exactly(today, today, "carrier", "It is ready to be collected.", style);
  if (trouble?.category === "attempt_failed") return triedAgain(dateIn(trouble.since, rules.zone), today, rules.carrierWorkingDays, style);
  if (timeline.milestone !== "out_for_delivery" || trouble) return null;
  const since = dateIn(timeline.lastScanAt ?? at, rules.zone);
  if (since >= today) return exactly(today, today, "carrier", "Out for delivery.", style);
  const carries = (day: CalendarDate): boolean => rules.carrierWorkingDays.includes(weekdayOf(day));
  const next = workingDayOnOrAfter(today, carries);
  return daysBetween(since, today) > SILENT_DAYS + 1 ? null : exactly(next, workingDayOnOrAfter(addDays(next, 1), carries), "carrier", `It was out for delivery on ${since} and did not come; the next rounds count.`, style);
};

type Forecasted = { readonly from: CalendarDate; readonly arrived: Forecast };
type Seen = { readonly chosen: ChosenDays; readonly because: string; readonly evidence: readonly string[]; readonly byCarrier: boolean };

/** The carrier's own date as evidence: it narrows our window to itself and the next day where it is likely, stretches it where it is later, and is told but not used where it is earlier. */
const withEta = (own: Seen, forecast: Forecasted, eta: Instant | null, calibration: Calibration, { rules }: Pick<DateKnowledge, "rules">): Seen => {
  if (eta === null || own.chosen.kind === "none") return own;
  const day = dateIn(eta, rules.zone);
  const offset = daysBetween(forecast.from, day);
  const said = [...own.evidence, `The carrier says ${day}.`];
  if (offset < 0) return { ...own, evidence: [...own.evidence, `The carrier said ${day}, which has passed.`] };
  const likely = windowOf(forecast.arrived, calibration, BELIEVED);
  if (offset < likely.from) return { ...own, evidence: [...said, "Hardly any parcel came as early."] };
  if (offset > likely.to) return { ...own, chosen: { ...own.chosen, last: Math.max(offset, own.chosen.last) }, because: `The carrier now says ${day}, later than usual on this way.`, evidence: said, byCarrier: true };
  return { chosen: { kind: "days", first: offset, last: Math.max(offset, Math.min(offset + 1, likely.to)) }, because: `The carrier says ${day}, which fits what is usual on this way.`, evidence: said, byCarrier: true };
};

/**
 * The last day of every earlier morning holds until it has passed: waiting brings no parcel nearer, though the shortest window of what is left may end a day
 * before that of the whole, where a weekend lies between. Only a scan may do that: it begins another leg, or tells how far the parcel is.
 */
const noNearer = (now: ChosenDays, today: CalendarDate, before: readonly { readonly from: CalendarDate; readonly chosen: ChosenDays }[]): ChosenDays => {
  if (now.kind === "none") return now;
  const ends = before.map(({ from, chosen }) => (chosen.kind === "none" ? 0 : chosen.last - daysBetween(from, today)));
  return { ...now, last: Math.max(now.last, ...ends) };
};

/** The days a parcel was expected on when it was handed over, and whether they have passed. */
const overdueBy = (arrived: Forecast, from: CalendarDate, today: CalendarDate, calibration: Calibration, rate: number): { readonly first: number; readonly last: number; readonly days: number } => {
  const { from: first, to: last } = windowOf(arrived, calibration, rate);
  return { first, last, days: daysBetween(addDays(from, last), today) };
};

/** The date of a parcel that has left: what its scans say, then what parcels like it did from there on. */
export const shippedDate = (question: Shipped, knowledge: DateKnowledge, { lane, service }: Way): Estimate => {
  const { learned, rules, promise, conditions } = knowledge;
  const { timeline, at, destination, location = null, items = 1 } = question;
  const today = dateIn(at, rules.zone);
  const known = settled(question, knowledge, today);
  if (known) return known;
  const carrier = question.carrier?.toLowerCase() ?? null;
  const labelOnly = timeline.acceptedAt === null && timeline.milestone === "label_created";
  const handedOverAt = timeline.acceptedAt ?? (labelOnly ? latest(question.shippedAt, at) : question.shippedAt);
  const asked = { handedOverAt, place: destination, carrier, service, location, items };
  const mornings = shippedForecasts(learned, { ...asked, nearAt: nearAtOf(timeline, destination), now: latest(at, handedOverAt) });
  const forecast = mornings.at(-1)!;
  const region = destination.country === null || destination.region === null ? null : `${destination.country}-${destination.region}`;
  const slow = (conditions?.disturbances ?? []).filter((one) => lostDaysOf([one], carrier, region) > 0).toSorted((a, b) => b.lostDays - a.lostDays)[0];
  const trouble = timeline.exception;
  const delay = trouble === null ? 0 : delayOf(trouble.category);
  const lostDays = Math.max(delay, slow?.lostDays ?? 0);
  const arrived = widened(forecast.arrived, lostDays);
  const { rate } = promiseFor(promise, service);
  const calibration = shippedCalibrationOf(learned, lane);
  const shown = (forecasted: Forecast): ChosenDays => chosenDays(forecasted, forecasted, calibration, { style: promise.style, rate, floorDays: null, ceilingDays: null });
  const chosen = noNearer(shown(arrived), forecast.from, mornings.slice(0, -1).map((one) => ({ from: one.from, chosen: shown(widened(one.arrived, lostDays)) })));

  const first = dateIn(handedOverAt, rules.zone);
  const atFirst = overdueBy(shippedForecast(learned, { ...asked, nearAt: null, now: handedOverAt }).arrived, first, today, calibration, rate);
  const quiet = daysBetween(dateIn(timeline.lastScanAt ?? handedOverAt, rules.zone), today);
  const because = ((): string => {
    if (delay > 0 && trouble) return `${EXCEPTIONS[trouble.category].label}: it comes later than usual.`;
    if (slow) return saySlow(slow);
    if (labelOnly) return "The label is made; the carrier has not scanned it yet.";
    if (atFirst.days > 0 && quiet >= SILENT_DAYS) return `It is ${sayDays(atFirst.days)} later than usual, and nothing was scanned for ${sayDays(quiet)}.`;
    if (atFirst.days > 0) return `It is ${sayDays(atFirst.days)} later than usual on this way.`;
    return usually(knowledge, lane, atFirst, "the hand-over");
  })();
  const own: Seen = {
    chosen, because, byCarrier: false,
    evidence: [...groundsOf(knowledge, lane, calibration, rate), labelOnly ? "Not scanned by the carrier yet." : `With the carrier since ${first}.`, ...(slow ? [saySlow(slow)] : []), ...(trouble ? [`${EXCEPTIONS[trouble.category].label}, since ${dateIn(trouble.since, rules.zone)}.`] : [])],
  };
  const seen = withEta(own, { from: forecast.from, arrived }, delay > 0 ? null : timeline.carrierEta, calibration, knowledge);
  if (seen.chosen.kind === "none") return seen.chosen;
  const cold = isCold(knowledge);
  const notPast = (day: CalendarDate): CalendarDate => (day < today ? today : day); // the forecast's days are those of the zone it was learned in
  return {
    kind: "window", earliest: notPast(addDays(forecast.from, seen.chosen.first)), latest: notPast(addDays(forecast.from, seen.chosen.last)), style: promise.style, because: seen.because, evidence: seen.evidence,
    rate: seen.byCarrier || cold ? null : rate, basis: seen.byCarrier ? "carrier" : cold ? "rules" : "learned", ...(labelOnly ? { shipsBy: today } : {}), ...(slow ? { slow: saySlow(slow) } : {}),
  };
};

import { addDays, addWorkingDays, dateIn, wallClock, weekdayOf, workingDayOnOrAfter, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import { hasEnded } from "#app/domain/shipments/milestone.ts";
import { transitRule, type DateWindow, type DeliveryRules } from "#app/domain/estimates/delivery-rules.ts";
import type { Estimate, EstimateKnowledge, EstimateModel, EstimateQuestion } from "#app/domain/estimates/estimate.ts";
import { assertNever } from "#app/domain/shared/brand.ts";

const packs = (rules: DeliveryRules) => (day: CalendarDate) => rules.workingDays.includes(weekdayOf(day)) && !rules.closedDates.includes(day);
const carries = (rules: DeliveryRules) => (day: CalendarDate) => rules.carrierWorkingDays.includes(weekdayOf(day));

const cutoffMinutes = (cutoff: string): number => Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3, 5));

const orderDay = (rules: DeliveryRules, at: Instant): CalendarDate => {
  const { date, minutes } = wallClock(at, rules.zone);
  const today = workingDayOnOrAfter(date, packs(rules));
  return today === date && minutes >= cutoffMinutes(rules.cutoff) ? addWorkingDays(date, 1, packs(rules)) : today;
};

/** The dates on which an order placed at `at` is handed to the carrier. */
const handOver = (rules: DeliveryRules, at: Instant): DateWindow => {
  const start = orderDay(rules, at);
  return { from: addWorkingDays(start, rules.handlingDays.min, packs(rules)), to: addWorkingDays(start, rules.handlingDays.max, packs(rules)) };
};

/** The dates on which a parcel handed over within `handed` arrives; null where the merchant ships nothing. */
const arrival = (rules: DeliveryRules, handed: DateWindow, country: string | null, method: string | null): DateWindow | null => {
  const rule = transitRule(rules, country, method);
  if (!rule) return null;
  return { from: addWorkingDays(handed.from, rule.minDays, carries(rules)), to: addWorkingDays(handed.to, rule.maxDays, carries(rules)) };
};

const window = (dates: DateWindow, basis: "rules" | "carrier" | "arrived", because: string): Estimate =>
  ({ kind: "window", earliest: dates.from, latest: dates.to, rate: null, basis, because });

const fromOrder = (at: Instant, country: string | null, method: string | null, { rules }: EstimateKnowledge): Estimate => {
  const dates = arrival(rules, handOver(rules, at), country, method);
  return dates
    ? window(dates, "rules", "From the shop's cut-off, handling time and transit table.")
    : { kind: "none", because: "The transit table has no row for this destination." };
};

type Shipped = Extract<EstimateQuestion, { stage: "shipped" }>;

/** A day that has passed without the parcel cannot be its date any more: the window slides, and is never earlier than today. */
const notBefore = (dates: DateWindow, today: CalendarDate, { rules }: EstimateKnowledge): DateWindow => {
  if (dates.to >= today) return { from: dates.from < today ? today : dates.from, to: dates.to };
  const carries = (day: CalendarDate) => rules.carrierWorkingDays.includes(weekdayOf(day));
  return { from: addWorkingDays(today, 0, carries), to: addWorkingDays(addDays(today, 1), 1, carries) };
};

const onTheWay = (question: Shipped, knowledge: EstimateKnowledge): Estimate => {
  const { timeline, at, destination, method } = question;
  const today = dateIn(at, knowledge.zone);
  if (timeline.deliveredAt !== null) {
    const day = dateIn(timeline.deliveredAt, knowledge.zone);
    return window({ from: day, to: day }, "arrived", "The carrier reported the delivery.");
  }
  if (hasEnded(timeline.milestone) || timeline.milestone === "returning") return { kind: "none", because: "The parcel is not on its way to the shopper." };
  const trouble = timeline.exception;
  if (trouble && EXCEPTIONS[trouble.category].date === "withdraws") return { kind: "none", because: `${EXCEPTIONS[trouble.category].label}: no date can be kept until it is solved.` };
  if (timeline.milestone === "out_for_delivery" && !trouble) return window({ from: today, to: today }, "carrier", "Out for delivery.");
  if (timeline.carrierEta !== null) {
    const day = dateIn(timeline.carrierEta, knowledge.zone);
    return window(notBefore({ from: day, to: day }, today, knowledge), "carrier", "The carrier's own estimate.");
  }
  const left = dateIn(timeline.acceptedAt ?? question.shippedAt, knowledge.zone);
  const dates = arrival(knowledge.rules, { from: left, to: left }, destination.country, method);
  if (!dates) return { kind: "none", because: "The transit table has no row for this destination." };
  return window(notBefore(dates, today, knowledge), "rules", dates.to < today ? "Later than the transit table says; the date moves on while the parcel is on its way." : "From the hand-over and the transit table.");
};

/** A model whose dates can be worked out by hand: the stated calendar and table, corrected by what the carrier says. What the app learns is tested where it is learned. */
export const rulesModel: EstimateModel = {
  version: "rules-1",
  answer: (question, knowledge) => {
    switch (question.stage) {
      case "before_purchase": return fromOrder(question.at, question.destination.country, question.method, knowledge);
      case "ordered": {
        const first = fromOrder(question.orderedAt, question.destination.country, question.method, knowledge);
        return first.kind === "window" && first.earliest < dateIn(question.at, knowledge.zone) ? fromOrder(question.at, question.destination.country, question.method, knowledge) : first;
      }
      case "shipped": return onTheWay(question, knowledge);
      default: return assertNever(question);
    }
  },
};

import { assertNever } from "../shared/brand.ts";
import { addDays, addWorkingDays, dateIn, daysBetween, type CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Destination } from "../orders/order.ts";
import { backlogAt, extraDaysFor } from "./backlog.ts";
import { chanceAfterOfOrder, chanceAfterOfShipped } from "./chance-after.ts";
import { isCold, lanesOffered, type DateKnowledge } from "./date-knowledge.ts";
import { groundsOf, notLeftYet, sayBacklog, saySlow, usually, waitsLonger } from "./date-reasons.ts";
import { answerFrom, type TableAnswer } from "./date-table.ts";
import type { Estimate, EstimateModel, EstimateQuestion } from "./estimate.ts";
import { calibrationOf } from "./learning/lane-calibrations.ts";
import { laneIn, type Lane } from "./learning/lane.ts";
import { disturbanceOn, extraDaysNow, offerOn, shipsAfter, type Offered } from "./offer.ts";
import { promiseFor } from "./promise-settings.ts";
import { serviceIn, servicesOf } from "./service-names.ts";
import { shippedDate } from "./shipped-date.ts";
import { calendarOf, countsOn, cutoffOn, worksOn } from "./work-calendar.ts";

export type { DateKnowledge } from "./date-knowledge.ts";

type Ordered = Extract<EstimateQuestion, { stage: "ordered" }>;
type Asked = { readonly destination: Destination; readonly method: string | null };

/** What is the same in every answer before the carrier has the parcel. */
type Said = { readonly day: CalendarDate; readonly lane: Lane; readonly service: string | null; readonly first: number; readonly last: number; readonly shipsBy: CalendarDate; readonly extraDays: number; readonly busy: boolean; readonly heldDays?: number; readonly evidence: readonly string[] };

const said = (knowledge: DateKnowledge, { day, lane, service, first, last, shipsBy, extraDays, busy, heldDays = 0, evidence }: Said): Estimate => {
  const { promise, conditions, learned } = knowledge;
  const { rate } = promiseFor(promise, service);
  const cold = isCold(knowledge);
  const slow = disturbanceOn(knowledge, lane, service);
  const backlog = busy && conditions ? backlogAt(conditions.backlogs, null) : null;
  return {
    kind: "window", earliest: addDays(day, first), latest: addDays(day, last), style: promise.style, shipsBy, rate: cold ? null : rate, basis: cold ? "rules" : "learned",
    because: slow ? saySlow(slow) : busy ? waitsLonger(extraDays) : heldDays > 0 ? notLeftYet(heldDays) : usually(knowledge, lane, { first, last }, "here"),
    evidence: [...groundsOf(knowledge, lane, calibrationOf(learned, lane), rate), ...(backlog ? [sayBacklog(backlog)] : []), ...(slow ? [saySlow(slow)] : []), ...evidence],
  };
};

/** Says in the model's words what the published table answered. */
const asPublished = (knowledge: DateKnowledge, { earliest, latest, day, lane, service, shipsBy, busy }: TableAnswer): Estimate =>
  said(knowledge, {
    day, lane, service: service === "*" ? null : service, first: daysBetween(day, earliest), last: daysBetween(day, latest), shipsBy, busy, extraDays: busy ? extraDaysNow(knowledge) : 0,
    evidence: knowledge.table ? [`Date table ${knowledge.table.id}.`] : [],
  });

/** `leaves`: days after the order's by which it has left, where that is stated for all orders of the day alike. */
const offered = (knowledge: DateKnowledge, asked: Offered, leaves: number | null = null): Estimate => {
  const { chosen, ships, heldDays } = offerOn(knowledge, asked);
  const { day, lane, service, extraDays } = asked;
  return chosen.kind === "none" ? chosen : said(knowledge, { ...chosen, day, lane, service, shipsBy: addDays(day, leaves ?? ships), extraDays, busy: extraDays > 0, heldDays, evidence: [] });
};

/**
 * A shop's own model: dates learned from its parcels, in the words of what they rest on. Before purchase, and on the day an order counts on, it answers what
 * the published table answers wherever that holds, so that no surface contradicts another. Deterministic; `version` names all that was learned.
 */
export const dateModel = (knowledge: DateKnowledge): EstimateModel => {
  const { calendars, conditions, table, version } = knowledge;
  const [lanes, services] = [lanesOffered(knowledge), servicesOf(knowledge)];
  const way = ({ destination, method }: Asked) => ({ lane: laneIn(lanes, destination), service: serviceIn(services, method) });

  const extraDays = extraDaysNow(knowledge);
  const left = new Map<CalendarDate, number>();
  const leaves = (day: CalendarDate): number => {
    const known = left.get(day) ?? shipsAfter(knowledge, day, extraDays);
    left.set(day, known);
    return known;
  };

  const beforePurchase = (at: Instant, asked: Asked): Estimate => {
    const { country, region, zip } = asked.destination;
    const holds = table !== null && at / 1_000 >= table.published && at / 1_000 < table.expires;
    const answer = holds ? answerFrom(table, { at, country, region, zip, method: asked.method }) : null;
    if (answer) return asPublished(knowledge, answer);
    const day = countsOn(calendars.main, at);
    const computed = offered(knowledge, { ...way(asked), day, location: null, items: 1, extraDays, notBefore: null }, leaves(day));
    return holds && computed.kind === "window" ? { kind: "none", because: "No date is published for this destination." } : computed;
  };

  const waiting = ({ at, orderedAt, destination, method, location = null, items = 1 }: Ordered): Offered => {
    const calendar = calendarOf(calendars, location);
    const day = countsOn(calendar, orderedAt);
    const today = dateIn(at, calendar.zone);
    const backlog = conditions && backlogAt(conditions.backlogs, location);
    const waited = workingDaysBetween(day, today, worksOn(calendar));
    return { ...way({ destination, method }), day, location, items, extraDays: backlog ? extraDaysFor(backlog, orderedAt, waited) : 0, notBefore: today > day ? today : null };
  };

  const ordered = (question: Ordered): Estimate => {
    const { at, orderedAt, destination, method } = question;
    const shownOn = countsOn(calendars.main, orderedAt);
    if (at < cutoffOn(calendars.main, shownOn) && (table === null || table.published <= orderedAt / 1_000)) return beforePurchase(orderedAt, { destination, method });
    return offered(knowledge, waiting(question));
  };

  return {
    version,
    answer: (question) => {
      switch (question.stage) {
        case "before_purchase": return beforePurchase(question.at, question);
        case "ordered": return ordered(question);
        case "shipped": return shippedDate(question, knowledge, way(question));
        default: return assertNever(question);
      }
    },
    chanceAfter: (question, _, day) => {
      switch (question.stage) {
        case "before_purchase": return null;
        case "ordered": return chanceAfterOfOrder(knowledge, waiting(question), day);
        case "shipped": return chanceAfterOfShipped(question, knowledge, way(question), day);
        default: return assertNever(question);
      }
    },
  };
};

/** Working days from one to the other, the first included; 0 where it is the later. More than a quarter counts as a quarter. */
const workingDaysBetween = (from: CalendarDate, to: CalendarDate, works: (day: CalendarDate) => boolean): number => {
  let many = 0;
  for (let day = from; day < to && many < 90; day = addWorkingDays(addDays(day, 1), 0, works)) many += 1;
  return many;
};

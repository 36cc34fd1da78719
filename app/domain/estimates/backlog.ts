import { addDays, weekdayOf, workingDayOnOrAfter, type CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Backlog } from "./conditions.ts";
import { dayAt } from "./engine/forecast-dates.ts";
import { orderForecast } from "./learning/order-forecast.ts";
import type { DateKnowledge } from "./date-knowledge.ts";
import { calendarOf, worksOn, type WorkCalendar } from "./work-calendar.ts";

/** What waits at a location and what has left it lately, as counted. Items are single pieces; `handedOver` is per local day. */
export type Load = {
  readonly location: string | null;
  readonly waiting: readonly { readonly orderedAt: Instant; readonly items: number }[]; // oldest first
  readonly handedOver: readonly { readonly on: CalendarDate; readonly items: number }[];
};

const RECENT_DAYS = 10;
/** Items that must have left in those days before anybody can speak of a pace. */
const LEAST_ITEMS = 10;
const BEST_DAYS = 3;
/** Who packed less than this part of the usual on one of the last two days cannot be thought to do better than usual. */
const FALLS_SHORT = 0.5;
const MOST_STEPS = 24;
/** A backlog of more working days than this is told as this: a month nobody counts in days. */
const MOST_EXTRA = 20;
/** From this part of a day on it counts as one more: a warehouse that stopped in the morning shows by the next noon. */
const APPEARS_AT = 0.6;

/** The last working days before `today`, the newest first; of a calendar without working days, the last days. */
const workingDaysBefore = (calendar: WorkCalendar, today: CalendarDate, many: number): CalendarDate[] => {
  const works = calendar.workingDays.length === 0 ? () => true : worksOn(calendar);
  const found: CalendarDate[] = [];
  for (let back = 1; found.length < many && back <= 120; back += 1) if (works(addDays(today, -back))) found.push(addDays(today, -back));
  return found;
};

/**
 * The pace of the last ten working days, without the slowest and the fastest of them: one idle day or one grand clearance is no pace. Not the median, which
 * is 0 for a shop that hands over every other day. A warehouse that stands still shows in the queue, which grows by a day's work every day; the pace follows
 * from the second day on. What leaves on a day off counts with the working day before. Where nothing left in ten days, four weeks are asked. What leaves on a
 * quiet day is what was ordered, not what could be packed: `atBest` is the mean of the three best days, today's included, unless one of the last two days fell short.
 */
const paceOf = ({ handedOver }: Load, calendar: WorkCalendar, today: CalendarDate): Pick<Backlog, "perDay" | "atBest"> => {
  const days = workingDaysBefore(calendar, today, 2 * RECENT_DAYS);
  const by = days.map((day, at) => handedOver.reduce((sum, { on, items }) => (on >= day && on < (days[at - 1] ?? today) ? sum + items : sum), 0));
  const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);
  if (sum(by) < LEAST_ITEMS) return { perDay: null, atBest: null };
  const recent = by.slice(0, RECENT_DAYS).sort((a, b) => a - b).slice(1, -1);
  const perDay = sum(recent) > 0 ? sum(recent) / recent.length : sum(by) / by.length;
  const soFar = sum(handedOver.filter(({ on }) => on === today).map(({ items }) => items));
  const best = [soFar, ...by.slice(0, RECENT_DAYS)].sort((a, b) => b - a).slice(0, BEST_DAYS);
  const worst = Math.min(Math.max(by[0] ?? 0, soFar), by[1] ?? 0);
  return { perDay, atBest: worst < FALLS_SHORT * perDay ? perDay : Math.max(perDay, sum(best) / best.length) };
};

/** Whoever ordered before an instant, in steps of about the same number of items. The last step is the whole queue. */
const stepsOf = (waiting: Load["waiting"], queue: number): Backlog["waiting"] => {
  const steps: { before: Instant; items: number }[] = [];
  let items = 0;
  waiting.forEach((one, at) => {
    items += one.items;
    const next = waiting[at + 1];
    if (next && next.orderedAt === one.orderedAt) return;
    const before = (one.orderedAt + 1) as Instant;
    if (next === undefined || items >= ((steps.length + 1) * queue) / MOST_STEPS) steps.push({ before, items });
  });
  return steps.length <= MOST_STEPS ? steps : [...steps.slice(0, MOST_STEPS - 1), ...steps.slice(-1)];
};

/** So many days off are a weekend with a holiday; what gathers in a longer closure is a backlog. */
const MOST_REST = 3;

/** What gathers while nobody works is no backlog on the morning after: working days' worth of orders of the days off up to `today`. */
const gatheredAtRest = (calendar: WorkCalendar, today: CalendarDate): number => {
  const works = worksOn(calendar);
  let rest = works(today) ? 0 : 1;
  while (rest < MOST_REST && calendar.workingDays.length > 0 && !works(addDays(today, works(today) ? -1 - rest : -rest))) rest += 1;
  return (rest * calendar.workingDays.length) / 7;
};

/** What waits at a location in the course of `today`, and how fast it leaves. `usualDays`: working days an item usually waits, from `usualDaysOf`; the day after a rest more is usual. */
export const backlogOf = (load: Load, calendar: WorkCalendar, usualDays: number, today: CalendarDate): Backlog => {
  const waiting = load.waiting.filter(({ items }) => items > 0).toSorted((a, b) => a.orderedAt - b.orderedAt);
  const queue = waiting.reduce((sum, { items }) => sum + items, 0);
  return { location: load.location, queue, ...paceOf(load, calendar, today), usualDays: usualDays + gatheredAtRest(calendar, today), waiting: stepsOf(waiting, queue) };
};

/** Items that wait before an order placed at an instant; those of a step that the instant falls into do not count. */
const aheadOf = ({ waiting }: Backlog, orderedAt: Instant): number => waiting.findLast(({ before }) => before <= orderedAt)?.items ?? 0;

/**
 * Whole working days an order waits beyond the usual. By Little's law an item usually waits behind usualDays × perDay others; what waits before it beyond those
 * leaves at the best pace. `waited`: working days the order has waited already. A day appears from 0.6 of one on, so that half a day's chance moves no date; and
 * nothing appears while what waits beyond the usual is within two standard deviations of chance (Poisson): three orders at once are no backlog of a shop that
 * has one a day.
 */
export const extraDaysFor = (backlog: Backlog, orderedAt: Instant, waited = 0): number => {
  const { perDay, atBest, usualDays } = backlog;
  if (perDay === null || perDay <= 0) return 0;
  const beyond = aheadOf(backlog, orderedAt) - Math.max(0, usualDays - waited) * perDay;
  const days = beyond / Math.max(perDay, atBest ?? 0);
  if (days < APPEARS_AT || beyond < 2 * Math.sqrt(Math.max(1, usualDays * perDay))) return 0;
  return Math.min(MOST_EXTRA, Math.floor(Math.max(0, waited - usualDays) + days + 1 - APPEARS_AT));
};

/** The backlog of a location; of all locations as one where it is not known which will pack. Null where none was measured. */
export const backlogAt = (backlogs: readonly Backlog[], location: string | null): Backlog | null => {
  const own = location === null ? undefined : backlogs.find((one) => one.location === location);
  if (own) return own;
  const known = backlogs.filter((one) => one.perDay !== null && one.perDay > 0);
  const perDay = known.reduce((sum, one) => sum + (one.perDay ?? 0), 0);
  if (known.length === 0) return null;
  const queue = known.reduce((sum, one) => sum + one.queue, 0);
  const befores = [...new Set(known.flatMap((one) => one.waiting.map(({ before }) => before)))].sort((a, b) => a - b);
  return {
    location: null, queue, perDay, atBest: known.reduce((sum, one) => sum + Math.max(one.perDay ?? 0, one.atBest ?? 0), 0), usualDays: known.reduce((sum, one) => sum + one.usualDays * (one.perDay ?? 0), 0) / perDay,
    waiting: befores.map((before) => ({ before, items: known.reduce((sum, one) => sum + aheadOf(one, before), 0) })),
  };
};

/** Working days an item of a location usually waits, as learned: until half of the orders that count on an ordinary Tuesday have left. */
export const usualDaysOf = ({ learned, calendars }: Pick<DateKnowledge, "learned" | "calendars">, location: string | null): number => {
  const calendar = calendarOf(calendars, location);
  const works = worksOn(calendar);
  let tuesday = learned.fittedOn;
  while (weekdayOf(tuesday) !== 2) tuesday = addDays(tuesday, 1);
  const countsOn = workingDayOnOrAfter(tuesday, works);
  const { handedOver } = orderForecast(learned, { countsOn, lane: "*", service: null, location, items: 1, extraDays: 0, notBefore: null }, calendars);
  const median = dayAt(handedOver, 0.5);
  let days = 0;
  for (let day = 1; day <= median; day += 1) if (works(addDays(countsOn, day))) days += 1;
  const before = median === 0 ? 0 : handedOver[median - 1]!;
  return days + Math.min(1, Math.max(0, (0.5 - before) / Math.max(1e-9, handedOver[median]! - before)));
};

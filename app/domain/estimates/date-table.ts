import { addDays, type CalendarDate } from "../shared/calendar.ts";
import { hours, plus, type Instant } from "../shared/time.ts";
import type { DatesPublished } from "./dates-published.ts";
import { lanesOffered, type DateKnowledge } from "./date-knowledge.ts";
import { laneIn, lanesOf, placeOfLane, type Lane } from "./learning/lane.ts";
import { extraDaysNow, offerOn, shipsAfter } from "./offer.ts";
import { serviceIn, servicesOf } from "./service-names.ts";
import { nextCountingDays } from "./work-calendar.ts";

/** So long a table holds without us. */
export const TABLE_LIFE = hours(72);
/** Bytes of JSON at most: metafields of an app are read by checkout and Liquid up to 64 KiB with room to spare (Shopify, metafield limits, read 2026-11-21). */
export const LARGEST_TABLE = 48 * 1024;

/** More entries than 72 hours can have: every day counts, and the clocks change. */
const MOST_DAYS = 6;
const NONE = [-1, -1] as const;

type Rows = Readonly<Record<string, readonly number[]>>;
type Asked = { readonly id: string; readonly apiUrl: string; readonly now: Instant; readonly knowledge: DateKnowledge };

const seconds = (at: Instant): number => Math.floor(at / 1_000);

/** What a lane answers to a service, as readers of the table find it. */
const rowOf = (rows: Rows, service: string): readonly number[] => rows[service] ?? rows["*"] ?? [];
const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** Coarse lanes first, so that a fine one can be compared with what would answer in its stead. */
const byFineness = (a: Lane, b: Lane): number => lanesOf(placeOfLane(a)).length - lanesOf(placeOfLane(b)).length || (a < b ? -1 : a > b ? 1 : 0);

const isCountry = (lane: Lane): boolean => placeOfLane(lane).region === null;
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Takes away the least used lanes until the text is small enough, countries last. A region is used at least as much as what lies in it, so it goes after it. */
const fitted = (table: DatesPublished, used: ReadonlyMap<Lane, number>): DatesPublished => {
  let left = bytesOf(table) - LARGEST_TABLE;
  if (left <= 0) return table;
  const order = Object.keys(table.lanes).filter((lane) => lane !== "*").sort((a, b) => Number(isCountry(a)) - Number(isCountry(b)) || (used.get(a) ?? 0) - (used.get(b) ?? 0) || byFineness(b, a));
  const dropped = new Set<Lane>();
  for (const lane of order) {
    if (left <= 0) break;
    dropped.add(lane);
    left -= bytesOf({ [lane]: table.lanes[lane] }) - 1; // the braces are not there, the comma is
  }
  return { ...table, lanes: Object.fromEntries(Object.entries(table.lanes).filter(([lane]) => !dropped.has(lane))) };
};

/** Writes out every date that can be asked for in the next 72 hours. */
export const compileTable = ({ id, apiUrl, now, knowledge }: Asked): DatesPublished => {
  const expires = plus(now, TABLE_LIFE);
  const counting = nextCountingDays(knowledge.calendars.main, now, MOST_DAYS);
  const days = counting.filter((_, at) => at === 0 || counting[at - 1]!.until < expires);
  const services = servicesOf(knowledge);
  const extraDays = extraDaysNow(knowledge);
  const row = (lane: Lane, service: string | null): readonly number[] => days.flatMap(({ day }) => {
    const { chosen } = offerOn(knowledge, { day, lane, service, location: null, items: 1, extraDays, notBefore: null });
    return chosen.kind === "days" ? [chosen.first, chosen.last] : NONE;
  });
  const lanes: Record<Lane, Rows> = {};
  const written = new Set<Lane>();
  for (const lane of [...lanesOffered(knowledge)].sort(byFineness)) {
    const any = row(lane, null);
    const own = services.map((service) => [service, row(lane, service)] as const);
    const parent = lanes[laneIn(written, placeOfLane(lane))];
    if (parent && same(any, rowOf(parent, "*")) && own.every(([service, dates]) => same(dates, rowOf(parent, service)))) continue;
    written.add(lane);
    lanes[lane] = { "*": any, ...Object.fromEntries(own.filter(([, dates]) => !same(dates, any))) };
  }
  return fitted({
    v: 2, id, apiUrl, published: seconds(now), expires: seconds(expires), style: knowledge.promise.style,
    days: days.map(({ day, until }) => ({ day, until: seconds(until) })), services, lanes, ships: days.map(({ day }) => shipsAfter(knowledge, day, extraDays)), busy: extraDays > 0,
  }, new Map(knowledge.learned.lanes.map(({ lane, parcels }) => [lane, parcels])));
};

/** Who asks a table. Null: not known yet. */
export type TableQuestion = { readonly at: Instant; readonly country: string | null; readonly region: string | null; readonly zip: string | null; readonly method: string | null };

/** What a table answers, as every surface reads it: dates, the day on which the order counts, which line answered, and by when it has left. */
export type TableAnswer = { readonly earliest: CalendarDate; readonly latest: CalendarDate; readonly day: CalendarDate; readonly lane: Lane; readonly service: string; readonly shipsBy: CalendarDate; readonly busy: boolean };

/** The date a table shows; null where it shows none: expired, past its last day, or no date for the destination. The extensions' evaluators answer the same. */
export const answerFrom = (table: DatesPublished, { at, method, ...place }: TableQuestion): TableAnswer | null => {
  const entry = table.days.findIndex(({ until }) => at / 1_000 < until);
  const day = table.days[entry]?.day as CalendarDate | undefined;
  if (day === undefined || at / 1_000 >= table.expires) return null;
  const lane = lanesOf(place).find((one) => Object.hasOwn(table.lanes, one));
  const rows = lane === undefined ? undefined : table.lanes[lane];
  if (lane === undefined || rows === undefined) return null;
  const named = serviceIn(table.services, method);
  const service = named !== null && Object.hasOwn(rows, named) ? named : "*";
  const [first = -1, last = -1] = rows[service]?.slice(2 * entry, 2 * entry + 2) ?? [];
  return first < 0 ? null : { earliest: addDays(day, first), latest: addDays(day, last), day, lane, service, shipsBy: addDays(day, table.ships[entry] ?? 0), busy: table.busy };
};

import type { DateTable } from "./date-table.ts";

/** Who asks: the present moment, and what is known of the destination and the shipping option. Null: not known yet. */
export type DateQuestion = {
  readonly now: Date;
  readonly country: string | null; // ISO 3166-1 alpha-2
  readonly region: string | null; // Shopify's province code
  readonly zip: string | null;
  readonly method: string | null; // the shipping option's name as the buyer reads it
};

/** When it would arrive, both days included, as `YYYY-MM-DD`: a shopper is promised a date, never an instant. */
export type DateAnswer = {
  readonly from: string; readonly to: string;
  readonly day: string; // the day an order placed now counts on
  readonly ships: number; // by how many days after `day` it has left
  readonly busy: boolean; // that is later than usual, because much is waiting
  readonly lane: string; readonly service: string; // which line of the table answered
};

const DAY_MS = 86_400_000;

/** `n` days after a date without a zone. */
export const addDays = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

/** The destination's lanes, the finest first. Postal codes count by their first three letters or figures. */
const lanesOf = ({ country, region, zip }: DateQuestion): readonly string[] => {
  if (!country) return ["*"];
  const plain = zip?.toUpperCase().replace(/[^A-Z0-9]/g, "") ?? "";
  const regional = region ? [...(plain.length < 3 ? [] : [`${country}-${region}-${plain.slice(0, 3)}`]), `${country}-${region}`] : [];
  return [...regional, country, "*"];
};

/**
 * The date a shopper is shown; null where there is none: the table has expired or run out of days, or has no line for the destination.
 * The app's engine, the theme's Liquid and its script answer the same question, and a test holds all four together.
 */
export const answerFrom = (table: DateTable, question: DateQuestion): DateAnswer | null => {
  const second = question.now.getTime() / 1_000;
  const at = table.days.findIndex(({ until }) => second < until);
  const day = table.days[at]?.day;
  if (second >= table.expires || day === undefined) return null;

  const lane = lanesOf(question).find((one) => Object.hasOwn(table.lanes, one));
  const services = lane === undefined ? undefined : table.lanes[lane];
  if (lane === undefined || services === undefined) return null;

  const name = question.method?.toLowerCase() ?? "";
  const named = table.services.find((part) => name.includes(part));
  const service = named !== undefined && Object.hasOwn(services, named) ? named : "*";
  const [first = -1, last = -1] = services[service]?.slice(2 * at, 2 * at + 2) ?? [];
  if (first < 0 || last < 0) return null;
  return { from: addDays(day, first), to: addDays(day, last), day, ships: table.ships[at] ?? 0, busy: table.busy, lane, service };
};

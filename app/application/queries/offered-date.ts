import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { answerFrom, type TableAnswer, type TableQuestion } from "#app/domain/estimates/date-table.ts";
import { lanesOf } from "#app/domain/estimates/learning/lane.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";

/** What the published table says to a cart, with the reason. */
export type OfferedDate = { readonly kind: "window"; readonly answer: TableAnswer; readonly because: string } | { readonly kind: "none"; readonly because: string };

const asInstant = (seconds: number): Instant => (seconds * 1_000) as Instant;

/** Reads a published table as checkout and storefront do. No table, an expired one and a hole in it give no date, and say so. */
export const offeredDate = (table: PublishedDateTable | null, question: TableQuestion): OfferedDate => {
  if (table === null) return { kind: "none", because: "The shop had published no dates at that time." };
  const answer = answerFrom(table, question);
  if (answer === null) return { kind: "none", because: whyNot(table, question) };
  return { kind: "window", answer, because: `Ordered then it counts on ${answer.day} and leaves by ${answer.shipsBy}; from the dates published at ${iso(asInstant(table.published))}.` };
};

const whyNot = (table: PublishedDateTable, { at, country, region, zip }: TableQuestion): string => {
  if (at >= asInstant(table.expires)) return `The shop's published dates expired at ${iso(asInstant(table.expires))}: no date rather than a wrong one.`;
  if (!lanesOf({ country, region, zip }).some((lane) => Object.hasOwn(table.lanes, lane))) return "The shop publishes no dates for this destination.";
  if (!table.days.some(({ until }) => at < asInstant(until))) return "The shop's published dates do not reach that far.";
  return "The shop shows no date for this shipping option to this destination.";
};

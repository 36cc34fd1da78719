import type { DayOrder, WrittenDate } from "./written-date.ts";

/** What the dates of a column say about the order of day and month, and the first of each kind. */
export type OrderEvidence = { dayFirst: number; monthFirst: number; open: Seen | null; firstDayFirst: Seen | null; firstMonthFirst: Seen | null };
/** A date as written, and where. */
export type Seen = { readonly text: string; readonly line: number };

/** A column of which nothing was read yet. */
export const noEvidence = (): OrderEvidence => ({ dayFirst: 0, monthFirst: 0, open: null, firstDayFirst: null, firstMonthFirst: null });

/** Adds one date to what a column says. */
export const weigh = (evidence: OrderEvidence, { first, second, order }: WrittenDate, seen: Seen): void => {
  if (order !== null || first === second) return; // says it itself, or means the same either way
  if (first > 12 && second > 12) return; // no date at all
  if (first > 12) {
    evidence.dayFirst += 1;
    evidence.firstDayFirst ??= seen;
  } else if (second > 12) {
    evidence.monthFirst += 1;
    evidence.firstMonthFirst ??= seen;
  } else evidence.open ??= seen;
};

/** A slip of the pen: so few dates the other way round are bad rows, not another order. */
const SLIPS = 0.01;

/** What one column says of the order of day and month. */
export type Decided = { readonly outcome: "decided"; readonly order: DayOrder } | { readonly outcome: "open" } | { readonly outcome: "contradicts"; readonly because: string };

/** The order of one column by all its dates. `open`: it has dates that can be read both ways, and none that tells. */
export const decide = (name: string, { dayFirst, monthFirst, open, firstDayFirst, firstMonthFirst }: OrderEvidence): Decided => {
  if (dayFirst + monthFirst === 0) return open === null ? { outcome: "decided", order: "month_first" } : { outcome: "open" };
  if (Math.min(dayFirst, monthFirst) <= (dayFirst + monthFirst) * SLIPS) return { outcome: "decided", order: dayFirst > monthFirst ? "day_first" : "month_first" };
  return {
    outcome: "contradicts",
    because: `The column “${name}” has dates with the day first (${firstDayFirst?.text}, line ${firstDayFirst?.line}) and dates with the month first (${firstMonthFirst?.text}, line ${firstMonthFirst?.line}). Write all of them as year-month-day, for example 2026-11-24, and import the file again.`,
  };
};

/** The order of every column, or why the file is refused. */
export type Orders<Column> = { readonly outcome: "decided"; readonly orders: ReadonlyMap<Column, DayOrder> } | { readonly outcome: "refused"; readonly because: string };

/** The order of every column. One program wrote the whole file, so a column that does not tell follows those that do, if they agree. */
export const decideAll = <Column>(columns: readonly { readonly column: Column; readonly name: string; readonly evidence: OrderEvidence }[]): Orders<Column> => {
  const decided = columns.map((one) => ({ ...one, ...decide(one.name, one.evidence) }));
  const told = new Set<DayOrder>();
  for (const one of decided) {
    if (one.outcome === "contradicts") return { outcome: "refused", because: one.because };
    if (one.outcome === "decided" && one.evidence.dayFirst + one.evidence.monthFirst > 0) told.add(one.order);
  }
  const orders = new Map<Column, DayOrder>();
  for (const one of decided) {
    const order = one.outcome === "decided" ? one.order : told.size === 1 ? [...told][0] : undefined;
    if (order === undefined) {
      return { outcome: "refused", because: `The dates of the column “${one.name}” can be read with the day first or with the month first (${one.evidence.open?.text}, line ${one.evidence.open?.line}), and nothing in the file says which. Write them as year-month-day, for example 2026-11-24, and import the file again.` };
    }
    orders.set(one.column, order);
  }
  return { outcome: "decided", orders };
};

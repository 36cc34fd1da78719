import type { DateStyle } from "./promise-settings.ts";

/**
 * Dates written out for checkout and product pages: the domain's view of the published contract, which has the same shape and documents it for readers outside.
 * Seconds are since 1970.
 */
export type DatesPublished = {
  readonly v: 2;
  readonly id: string; // names this table in the promise ledger
  readonly apiUrl: string;
  readonly published: number;
  readonly expires: number; // from then on: no date rather than a wrong one
  readonly style: DateStyle;
  readonly days: readonly { readonly day: string; readonly until: number }[]; // on which orders placed before `until` count
  readonly services: readonly string[]; // parts of options' names, the first that fits counts
  /** Lane → service (`*` always there, and what is absent answers as it) → first and last day after each of `days`; −1, −1: no date. */
  readonly lanes: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly ships: readonly number[]; // days after each of `days` by which an order has left
  readonly busy: boolean; // that is later than usual
};

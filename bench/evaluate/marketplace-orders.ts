import { CannotRun } from "./evaluation.ts";
import { readCsv, type CsvRow } from "./csv.ts";

/** `checkout`: asked when the order is bought; `handoff`: asked when the parcel is given to the carrier. */
export type Mode = "checkout" | "handoff";

/** One order of a marketplace. Times are local to it and read as if they were UTC; days count calendar dates since 1970. */
export type MarketplaceOrder = {
  readonly askedAt: number; // milliseconds: bought or handed over, as the mode asks
  readonly askedDay: number;
  readonly deliveredDay: number;
  readonly promisedDay: number | null;
  readonly lane: string; // seller's state → customer's state
  readonly row: number; // of the file, from 0
};

const DAY_MS = 86_400_000;

/** Milliseconds of a local time read as UTC, null when it is empty or none. */
export const timeOf = (text: string | undefined): number | null => {
  if (!text) return null;
  const at = Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? null : at;
};

export const dayOf = (at: number): number => Math.floor(at / DAY_MS);

export const readDay = (text: string | null, name: string): number => {
  const at = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new CannotRun(`--${name} wants a date like 2018-01-31.`);
  return dayOf(at);
};

export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const order = (cells: CsvRow, row: number, mode: Mode): MarketplaceOrder | null => {
  const askedAt = timeOf(cells[mode === "checkout" ? "purchase_ts" : "handoff_ts"]);
  const deliveredAt = timeOf(cells["delivered_ts"]);
  if (askedAt === null || deliveredAt === null || cells["status"] !== "delivered" || deliveredAt < askedAt) return null;
  const promised = cells["promised_date"] ? Date.parse(`${cells["promised_date"].slice(0, 10)}T00:00:00Z`) : Number.NaN;
  return {
    askedAt, askedDay: dayOf(askedAt), deliveredDay: dayOf(deliveredAt), promisedDay: Number.isNaN(promised) ? null : dayOf(promised),
    lane: `${cells["seller_state"] ?? ""}→${cells["customer_state"] ?? ""}`, row,
  };
};

/** Delivered orders among the rows, by the time of the question. Rows delivered before they were bought or handed over are left out. */
export const ordersAmong = (rows: readonly CsvRow[], mode: Mode): MarketplaceOrder[] =>
  rows.flatMap((cells, row) => order(cells, row, mode) ?? []).sort((a, b) => a.askedAt - b.askedAt);

/** Delivered orders of the file. */
export const readOrders = (text: string, mode: Mode): MarketplaceOrder[] => ordersAmong(readCsv(text), mode);

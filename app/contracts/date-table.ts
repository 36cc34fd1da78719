/**
 * Delivery dates as they leave the building: published to app-owned metafields, read by the checkout extension and by Liquid without a network
 * request. For the next few days on which an order can count, and every lane, the first and the last day of its window are written out, so that
 * whoever reads it needs no calendar and no time zone: only the present second. Versioned; a reader that meets an unknown version shows no date.
 */
export type PublishedDateTable = {
  readonly v: 2;
  readonly id: string; // names this table in the promise ledger; part of the checkout attribute
  readonly apiUrl: string; // where extensions reach the app
  readonly published: number; // seconds since 1970
  readonly expires: number; // seconds since 1970; from then on: no date rather than a wrong one
  readonly style: "range" | "latest" | "arrives_by";
  /** In order: what is placed before `until` (seconds since 1970) and not before the former entry's counts on `day`. After the last: no date. */
  readonly days: readonly { readonly day: string; readonly until: number }[];
  /** Lower-case parts of shipping options' names; the first that a name contains is its service, `*` when none is. */
  readonly services: readonly string[];
  /**
   * Lane (`US-CA-941`, `US-CA`, `US`, `*`; the finest that is here counts) → service (`*` always present) → for every entry of `days` two numbers:
   * the first and the last day of the window, counted from `day`. −1, −1: no date.
   */
  readonly lanes: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** For every entry of `days`: by how many days after it an order has left, and whether that is later than usual because much is waiting. */
  readonly ships: readonly number[];
  readonly busy: boolean;
};

/** The order attribute under which checkout writes what it showed: `<first>/<last>/<table id>`, dates as `YYYY-MM-DD`. */
export const SHOWN_ATTRIBUTE = "_hither_date";

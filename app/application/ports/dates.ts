import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { LedgerPage, LedgerRow } from "#app/contracts/dates-views.ts";
import type { LearnedSilences } from "#app/domain/decisions/silences/learned-silences.ts";
import type { Conditions } from "#app/domain/estimates/conditions.ts";
import type { ShopPast } from "#app/domain/estimates/learning/learn-shop.ts";
import type { Learned, Rehearsal } from "#app/domain/estimates/learning/learned.ts";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What dates and silence are computed from, besides the policy. `learned` and `silences` are null until the first refit. */
export type DateFacts = { readonly version: string; readonly learned: Learned | null; readonly conditions: Conditions | null; readonly silences: { readonly version: string; readonly learned: LearnedSilences } | null };

/** Reads of what dates rest on; the same inside a transaction and outside. */
export interface DateReads {
  /** Changes whenever a model, the conditions or the newest table of the shop do: what was read under a stamp may be kept until it changes. */
  stamp(shop: ShopId): Promise<string>;
  facts(shop: ShopId): Promise<DateFacts>;
  /** The table that held at an instant: the newest published by then and not expired. */
  tableAt(shop: ShopId, at: Instant): Promise<PublishedDateTable | null>;
  /** A table by its id, expired or not. */
  tableNamed(shop: ShopId, id: string): Promise<PublishedDateTable | null>;
}

/** What waits at a location and what has left it lately, as counted. Items are single pieces of orders that stand. */
export type LoadFacts = {
  readonly location: string | null;
  readonly waiting: readonly { readonly orderedAt: Instant; readonly items: number }[]; // orders not sent whole, oldest first
  readonly handedOver: readonly { readonly on: CalendarDate; readonly items: number }[]; // per local day of the last four weeks
};

/** A file of past shipments somebody gave us. */
export type PastImport = { readonly id: string; readonly name: string; readonly rows: number; readonly added: number; readonly repeated: number; readonly at: Instant };

/** A promise and what came of it: the first date shown at each stage of one order or parcel. `deliveredOn` in the shop's zone; null while under way. */
export type PromiseOutcome = ShownDate & {
  readonly orderName: string | null; readonly handedOverOn: CalendarDate | null; readonly deliveredOn: CalendarDate | null;
  readonly over: boolean; // it will not come any more: returned, cancelled, lost
  readonly troubles: readonly { readonly category: string; readonly on: CalendarDate }[]; // exceptions believed on the way; `weather` where the carrier gave that as the reason
};

/** Everything about dates that is kept. */
export interface DateStore extends DateReads {
  keepModel(shop: ShopId, model: { readonly version: string; readonly learned: Learned; readonly rehearsal: Rehearsal }, now: Instant): Promise<void>;
  rehearsal(shop: ShopId): Promise<Rehearsal | null>;
  /** Installed shops whose model is older than `before` or missing, though their import is done. */
  dueForRefit(before: Instant, limit: number): Promise<readonly ShopId[]>;
  keepConditions(shop: ShopId, conditions: Conditions): Promise<void>;
  dueForMeasure(before: Instant, limit: number): Promise<readonly ShopId[]>;
  keepTable(shop: ShopId, table: PublishedDateTable): Promise<void>;
  /** The shop's own parcels and the imported ones, handed over or ordered since. Parcels that turned back or were cancelled are not among them. */
  pastParcels(shop: ShopId, since: Instant): Promise<readonly PastParcel[]>;
  /** The same one by one, never all at once, to what `begin` answers when it is told about how many will come. Of more than `most` about so many, chosen by their keys alone: evenly over time and lanes, the same ones every time. */
  eachPastParcel(shop: ShopId, wanted: { readonly since: Instant; readonly most: number }, begin: (expected: number) => (parcel: PastParcel) => void): Promise<void>;
  /** Adds rows of a file; a row already there (same key) is counted as repeated. */
  importPast(shop: ShopId, file: { readonly id: string; readonly name: string }, rows: readonly PastParcel[], now: Instant): Promise<PastImport>;
  pastImports(shop: ShopId): Promise<readonly PastImport[]>;
  forgetImport(shop: ShopId, id: string): Promise<void>;
  load(shop: ShopId, now: Instant): Promise<readonly LoadFacts[]>;
  /** Orders whose items still wait get a timer that is due now: their date may have moved. */
  wakeWaiting(shop: ShopId, now: Instant): Promise<number>;
  /** Parcels under way with these carriers (as the merchant names them, lower case; null: with any), sent in the last sixty days, get a timer that is due now. */
  wakeUnderWay(shop: ShopId, carriers: readonly string[] | null, now: Instant): Promise<number>;
  locations(shop: ShopId): Promise<readonly ShopLocation[]>;
  /** Ids of the places that orders and parcels of the last sixty days name. */
  namedLocations(shop: ShopId): Promise<readonly string[]>;
  keepLocations(shop: ShopId, locations: readonly ShopLocation[]): Promise<void>;
}

/** A place the shop sends from, as Shopify knows it. */
export type ShopLocation = { readonly id: string; readonly name: string; readonly country: string | null; readonly region: string | null; readonly zip: string | null; readonly active: boolean };

/** The promise ledger: rows are only ever added. */
export interface PromiseLedger {
  /** Adds what is new: a row that says the same as the last of its subject on its surface is not added again. */
  add(shop: ShopId, rows: readonly ShownDate[]): Promise<void>;
  /** The first date shown at each stage of every order or parcel since, with what came of it; offers are not among them. */
  outcomes(shop: ShopId, since: Instant): Promise<readonly PromiseOutcome[]>;
  page(shop: ShopId, query: { readonly search: string; readonly after: string | null; readonly before: string | null; readonly limit: number }): Promise<LedgerPage>;
  /** Every date shown of one order, oldest first. */
  ofOrder(shop: ShopId, order: OrderId): Promise<readonly LedgerRow[]>;
}

/** Public holidays by calendar code (`US`, `US-CA`); an unknown code has none. Dates on which nobody works, observed days included. */
export interface Holidays {
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  between(code: string, from: CalendarDate, to: CalendarDate): ReadonlySet<CalendarDate>;
}

/** Runs a refit off the event loop: it takes seconds. */
export type Refit = (past: ShopPast) => Promise<{ readonly learned: Learned; readonly rehearsal: Rehearsal }>;

import type { ShipmentDetail, WindowView } from "./admin-views.ts";

/** Kept and made promises of one group, with the width of what was shown. `share`: null while none is decided; `low` and `high`: its 95 % interval. */
export type KeptView = {
  readonly name: string; readonly promises: number; readonly decided: number; readonly kept: number;
  readonly share: number | null; readonly low: number | null; readonly high: number | null;
  readonly widthDays: number | null; readonly promisedDays: number | null; // means: width of the window, and days from the order to its end
};

/** A promise that was not kept. */
export type MissView = {
  readonly orderId: string; readonly orderName: string | null; readonly shipmentId: string | null; readonly promised: WindowView; readonly shownAt: string;
  readonly deliveredOn: string | null; readonly daysLate: number; readonly lane: string; readonly service: string | null; readonly carrier: string | null;
  readonly fault: "merchant" | "carrier" | "address" | "customs" | "weather" | "shopper" | "model" | "early"; readonly because: string;
};

/** The reliability report: what dates kept, and how wide they had to be. */
export type ReliabilityView = {
  readonly zone: string; readonly goal: number; readonly since: string;
  readonly all: KeptView; readonly weeks: readonly KeptView[]; readonly lanes: readonly KeptView[]; readonly services: readonly KeptView[]; readonly carriers: readonly KeptView[];
  readonly stages: readonly KeptView[]; // before purchase and order, parcel
  readonly misses: readonly MissView[]; readonly faults: readonly { readonly fault: MissView["fault"]; readonly misses: number }[];
  /** What the engine would have promised on orders of the past, by what was known on their day; null until there are enough. */
  readonly rehearsal: { readonly all: KeptView; readonly weeks: readonly KeptView[]; readonly lanes: readonly KeptView[]; readonly services: readonly KeptView[] } | null;
  readonly model: { readonly version: string; readonly fittedOn: string; readonly handOffs: number; readonly arrivals: number; readonly lanes: number } | null;
  readonly now: { readonly backlogs: readonly BacklogView[]; readonly disturbances: readonly { readonly what: string; readonly since: string; readonly says: string }[]; readonly tablePublishedAt: string | null; readonly tableExpiresAt: string | null };
};

/** What waits at one location, said for people. */
export type BacklogView = { readonly location: string; readonly queue: number; readonly perDay: number | null; readonly extraDays: number; readonly says: string };

/** One line of the ledger. */
export type LedgerRow = {
  readonly id: string; readonly shownAt: string; readonly surface: string; readonly stage: string; readonly subject: string; readonly orderId: string | null; readonly orderName: string | null;
  readonly shipmentId: string | null; readonly window: WindowView; readonly style: string; readonly rate: number | null; readonly lane: string; readonly service: string | null; readonly carrier: string | null;
  readonly model: string; readonly evidence: readonly string[]; readonly because: string; readonly outcome: "waiting" | "kept" | "missed" | "none"; readonly deliveredOn: string | null;
};
/** A page of the ledger; `next` and `previous` are cursors, null at the ends. */
export type LedgerPage = { readonly rows: readonly LedgerRow[]; readonly next: string | null; readonly previous: string | null };

/** The promise settings as the form shows them, with what it can choose from. Percentages are whole or with one decimal. */
export type PromiseSettingsView = {
  readonly ratePercent: number; readonly style: "range" | "latest" | "arrives_by"; readonly tooEarlyDays: number | null; readonly floorDays: number | null; readonly ceilingDays: number | null;
  readonly overrides: readonly { readonly method: string; readonly ratePercent: number; readonly floorDays: number | null; readonly ceilingDays: number | null }[];
  readonly publishToShopify: boolean; readonly holidays: string | null; readonly holidayCalendars: readonly { readonly code: string; readonly name: string }[];
  readonly locations: readonly LocationView[]; readonly imports: readonly { readonly id: string; readonly name: string; readonly rows: number; readonly added: number; readonly repeated: number; readonly at: string }[];
  readonly zone: string;
};
/** One location: what Shopify says of it, and its own hours where it has some. */
export type LocationView = {
  readonly id: string; readonly name: string; readonly place: string | null; readonly active: boolean;
  readonly own: { readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[]; readonly closedDates: readonly string[]; readonly holidays: string | null } | null;
};

/** One side of a preview: share kept, mean last promised day after the order, mean width, share of orders shown no date. */
export type PreviewSide = { readonly kept: number; readonly promisedDays: number; readonly widthDays: number; readonly none: number };
/** What settings would have done on past orders, before anybody saves them. */
export type PreviewView = { readonly outcome: "previewed"; readonly sample: number; readonly from: string; readonly to: string; readonly present: PreviewSide; readonly proposed: PreviewSide; readonly says: string } | { readonly outcome: "too_few"; readonly says: string } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };

/**
 * The promise settings as a merchant wants them. Percentages from 0 to 100; what is not a number never gets here. Faults are named by field:
 * `ratePercent`, `style`, `tooEarlyDays`, `floorDays`, `ceilingDays`, `holidays`, `overrides`, `overrides.<index>`, `locations.<index>`.
 */
export type PromiseDraft = {
  readonly ratePercent: number; readonly style: "range" | "latest" | "arrives_by"; readonly tooEarlyDays: number | null; readonly floorDays: number | null; readonly ceilingDays: number | null;
  readonly overrides: readonly { readonly method: string; readonly ratePercent: number; readonly floorDays: number | null; readonly ceilingDays: number | null }[];
  readonly publishToShopify: boolean; readonly holidays: string | null;
  readonly locations: readonly { readonly id: string; readonly own: LocationView["own"] }[];
};

/** What came of saving them. */
export type PromiseSaved = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };

/** What came of a file of past shipments. Lines count from 1, the header being the first; a line with a problem was left out. */
export type PastFileOutcome =
  | { readonly outcome: "imported"; readonly rows: number; readonly added: number; readonly repeated: number; readonly problems: readonly { readonly line: number; readonly because: string }[] }
  | { readonly outcome: "unreadable"; readonly because: string };

/** The last 30 days on the home page. `goal`: a share, as in the report. */
export type PromisesKeptView = { readonly all: KeptView; readonly goal: number };

/** The page of one parcel, with every date shown of its order, oldest first. */
export type ShipmentWithDates = ShipmentDetail & { readonly shownDates: readonly LedgerRow[] };

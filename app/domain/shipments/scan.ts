import type { Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "./exception.ts";
import type { Milestone } from "./milestone.ts";

/** Who told us. One word per source; the registry of carriers lists them. */
export type Source = "shopify" | "easypost";

/** Where a scan happened, as far as the source says. */
export type Place = { readonly city: string | null; readonly region: string | null; readonly country: string | null; readonly zip: string | null };

/** One thing a source says happened to a parcel, in our vocabulary, with the source's own words kept beside it. */
export type Scan = {
  /** Identifies the statement: the source's own id, or a hash of source, number, code, time and place. Repeats share it. */
  readonly key: string;
  readonly source: Source;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly code: string; // the source's code, verbatim
  readonly text: string | null; // the source's words, verbatim
  readonly milestone: Milestone;
  readonly exception: ExceptionCategory | null;
  readonly reason: string | null; // finer than the category, for example `weather`
  readonly place: Place | null;
  readonly carrierEta: Instant | null; // the carrier's own estimate, when this statement carried one
};

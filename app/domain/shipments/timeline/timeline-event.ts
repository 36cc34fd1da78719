import type { Instant } from "../../shared/time.ts";
import type { ExceptionCategory } from "../exception.ts";
import type { Milestone } from "../milestone.ts";
import type { Place, Scan } from "../scan.ts";

/** Where in its life a parcel was when trouble came: what shippers call the stage of an exception. */
export type ExceptionStage = "processing" | "packing" | "pickup" | "transit" | "last_mile";

/**
 * How an event counts. `believed`: it does. `trailing`: true but late, it moves nothing. `rejected`: the timeline does not believe it.
 * `withdrawn`: the carrier took it back.
 */
export type Standing = "believed" | "trailing" | "rejected" | "withdrawn";

/** One thing that happened, told by one or more sources. */
export type TimelineEvent = {
  readonly at: Instant; // of the statement that is most exact; never later than we heard of it
  readonly milestone: Milestone;
  readonly exception: ExceptionCategory | null;
  readonly reason: string | null;
  readonly place: Place | null; // the most detailed of what was told
  readonly told: readonly Scan[]; // at least one, the most telling first
  readonly standing: Standing;
  readonly because: string | null; // why it is not believed, in plain words
};

/** What is known about a parcel besides its scans. Null and empty where it is not known. */
export type TimelineContext = {
  readonly orderedAt: Instant | null;
  readonly sentAt: Instant | null; // marked as fulfilled
  readonly destination: Place | null;
  readonly carrier: string | null; // as the merchant named it
  readonly next: { readonly carrier: string | null; readonly number: string } | null; // whom a source named to take over, and under which number
};

/** Nothing is known besides the scans. */
export const NO_CONTEXT: TimelineContext = { orderedAt: null, sentAt: null, destination: null, carrier: null, next: null };

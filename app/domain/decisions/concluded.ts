import type { CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "../shipments/exception.ts";
import type { InferenceKind } from "../shipments/inference.ts";
import type { SilenceStage } from "./silence-model.ts";

/** What we hold for true of a parcel although nobody said it, named by what it is about so that it is decided once. */
export type Conclusion = { readonly kind: InferenceKind; readonly category: ExceptionCategory; readonly since: Instant };

/**
 * What was decided about a parcel, or about what waits to be sent (`order.<id>`), and still holds. Kept with it: a decision is made when
 * something changes, not at every look.
 */
export type Concluded = {
  readonly risk: { readonly since: Instant; readonly promised: CalendarDate } | null; // of missing what was promised first
  readonly late: CalendarDate | null; // the promised day it was said to miss
  readonly inferred: readonly Conclusion[];
  readonly notShipped: Instant | null; // since when it should have left
  /** The last silence a shopper was told of: where, and which last day they saw then. What is said again must say more. */
  readonly told: { readonly stage: SilenceStage; readonly latest: CalendarDate | null } | null;
  readonly reassured: Instant | null; // the beginning of the quiet in which a word was sent early
};

/** Nothing was concluded. */
export const NOTHING_CONCLUDED: Concluded = { risk: null, late: null, inferred: [], notShipped: null, told: null, reassured: null };

/** Whether anything was concluded: most of what is looked at leads to nothing. */
export const isNothing = ({ risk, late, inferred, notShipped, told, reassured }: Concluded): boolean =>
  risk === null && late === null && inferred.length === 0 && notShipped === null && told === null && reassured === null;

import type { ExceptionCategory } from "../shipments/exception.ts";
import type { Milestone } from "../shipments/milestone.ts";
import type { ShipmentId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";

/** What the shop should believe after something happened, or did not happen, to a parcel. */
export type Verdict =
  | { readonly kind: "noise" }
  | { readonly kind: "progress"; readonly milestone: Milestone }
  | { readonly kind: "exception"; readonly category: ExceptionCategory; readonly reason: string | null; readonly since: Instant; readonly needsCase: boolean }
  | { readonly kind: "silence"; readonly since: Instant; readonly expectedBy: Instant }
  | { readonly kind: "recovered"; readonly from: ExceptionCategory };

/** A verdict with what one needs to defend it. Every one is stored, "do nothing" included. */
export type Decision = {
  readonly shipmentId: ShipmentId;
  readonly at: Instant;
  readonly verdict: Verdict;
  readonly rule: string; // the rule that spoke, stable across versions of its text
  readonly because: string; // one plain sentence
  readonly evidence: readonly string[]; // keys of the scans it rests on
  readonly otherwise: string; // what would have changed it, one plain sentence
};

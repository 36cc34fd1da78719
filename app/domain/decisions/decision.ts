import type { CalendarDate } from "../shared/calendar.ts";
import type { Actor, ExceptionCategory, Severity } from "../shipments/exception.ts";
import type { Milestone } from "../shipments/milestone.ts";
import type { ExceptionStage } from "../shipments/timeline.ts";
import type { ShipmentId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";
import type { SilenceStage } from "./silence-model.ts";

/** The days a window spans, both counted; null where no date was or is known. */
export type Days = { readonly earliest: CalendarDate; readonly latest: CalendarDate } | null;

/** What the shop should believe after something happened, or did not happen, to a parcel or to what still waits to be sent. */
export type Verdict =
  /** `category`, `reason`, `since`: of the trouble a carrier spoke of without any consequence. */
  | { readonly kind: "noise"; readonly category?: ExceptionCategory; readonly reason?: string | null; readonly since?: Instant }
  | { readonly kind: "progress"; readonly milestone: Milestone }
  | {
      readonly kind: "exception"; readonly category: ExceptionCategory; readonly reason: string | null; readonly since: Instant; readonly needsCase: boolean;
      readonly stage?: ExceptionStage | null; readonly severity?: Severity; readonly actor?: Actor;
      readonly deadline?: CalendarDate | null; // until when whoever must act can
    }
  /** `repeats`: the shopper was told of an earlier silence, and there is nothing new to say. */
  | { readonly kind: "silence"; readonly stage: SilenceStage; readonly since: Instant; readonly expectedBy: Instant; readonly repeats?: boolean }
  /** Not silent yet, but who waits has reason to worry earlier than others and gets a word. */
  | { readonly kind: "reassure"; readonly stage: SilenceStage; readonly since: Instant; readonly usualAt: Instant; readonly reasons: readonly string[] }
  | { readonly kind: "recovered"; readonly from: ExceptionCategory }
  /** The date shoppers see is another one. `days`: how much later its last day is; negative when earlier, null where a date came or went. */
  | { readonly kind: "date_moved"; readonly from: Days; readonly to: Days; readonly days: number | null }
  /** Before any carrier says so: how likely the promise is missed, 0 to 1. */
  | { readonly kind: "at_risk"; readonly probability: number; readonly promised: CalendarDate }
  /** No longer at risk. */
  | { readonly kind: "safe_again"; readonly probability: number; readonly promised: CalendarDate };

/** A verdict with what one needs to defend it. Every one is stored, "do nothing" included. */
export type Decision = {
  readonly shipmentId: ShipmentId; // or `order.<id>`: what of the order has not left yet
  readonly at: Instant;
  readonly verdict: Verdict;
  readonly rule: string; // the rule that spoke, stable across versions of its text
  readonly because: string; // one plain sentence
  readonly evidence: readonly string[]; // keys of the scans it rests on
  readonly otherwise: string; // what would have changed it, one plain sentence
};

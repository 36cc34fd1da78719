import type { Instant } from "../shared/time.ts";

/**
 * What a timeline notices beyond its milestone: contradictions it judged, gaps, detours and hand-offs.
 * `scanned_after_delivery`: something says it moved on; the delivery is still believed. `delivery_retracted`: the carrier took a delivery back.
 * `delivered_elsewhere`: delivered in another city or region than the address. `number_reused`: scans of another parcel under the same number.
 * `impossible_speed`: two scans no vehicle connects. `before_label`: carried before the order was marked as sent. `before_order`: older than the order.
 * `dated_in_future`: a source's clock is ahead. `clock_off`: a source tells hours off what another tells.
 * `withdrawn`: a carrier corrected its history. `missed_scan`: a step must have happened that nobody scanned.
 * `detour`: seen off the direct way. `handed_over`: another carrier took it over. `sources_disagree`: two sources tell different ends.
 */
export type FindingKind =
  | "scanned_after_delivery" | "delivery_retracted" | "delivered_elsewhere" | "number_reused" | "impossible_speed" | "before_label" | "before_order"
  | "dated_in_future" | "clock_off" | "withdrawn" | "missed_scan" | "detour" | "handed_over" | "sources_disagree";

/** `note`: worth knowing. `doubt`: the timeline believes one side and says why. `contradiction`: a person should look. */
export type FindingWeight = "note" | "doubt" | "contradiction";

/** One finding, with the statements it rests on. Deterministic: the same set of scans gives the same findings. */
export type Finding = {
  readonly kind: FindingKind;
  readonly weight: FindingWeight;
  readonly at: Instant; // of the statement it is about
  readonly believes: string; // what the timeline takes to be true, plain English for the merchant, one sentence
  readonly because: string; // why, one sentence
  readonly evidence: readonly string[]; // scan keys
  /** What a sentence in another language needs: places, hours, kilometres, names. */
  readonly details: Readonly<Record<string, string | number>>;
};

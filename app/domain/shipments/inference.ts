import type { CalendarDate, TimeZone } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { Finding } from "./finding.ts";
import type { Place } from "./scan.ts";

/**
 * What follows from a timeline and the time that has passed. `phantom_label`: printed, never handed over. `scan_overdue`: the next scan should
 * have come. `probably_lost`: silent for so long that a search is due. `customs_stuck`: waiting at a border. `out_for_delivery_without_end`: went
 * out, never came. `attempt_without_follow_up`: nobody tried again. `delivery_disputed`: the carrier says delivered, the shopper says not.
 * `probably_stolen`: the same, and the carrier can prove that it was there. `delivered_without_photo`: this carrier normally leaves one.
 * `number_doubt`: the number does not look like the carrier's.
 */
export type InferenceKind =
  | "phantom_label" | "scan_overdue" | "probably_lost" | "customs_stuck" | "out_for_delivery_without_end" | "attempt_without_follow_up"
  | "delivery_disputed" | "probably_stolen" | "delivered_without_photo" | "number_doubt";

/** A conclusion with its evidence, in the shape of a finding. `at`: of the statement it is about. `otherwise`: what would change it, one plain sentence. */
export type Inference = Omit<Finding, "kind"> & { readonly kind: InferenceKind; readonly otherwise: string };

/** How often a carrier's deliveries to this shop's shoppers came with a photo, as far as its feed says. */
export type PhotoNorm = { readonly deliveries: number; readonly withPhoto: number };

/** What conclusions depend on besides the shipment. `works`: the days on which the carrier moves parcels; `zone`: in which days are counted. */
export type InferenceContext = {
  readonly now: Instant; readonly zone: TimeZone; readonly works: (day: CalendarDate) => boolean;
  readonly destination: Place | null; readonly photoNorm: PhotoNorm | null;
};

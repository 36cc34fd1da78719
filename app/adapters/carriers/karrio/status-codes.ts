/**
 * What Karrio's statuses and incident reasons mean in our vocabulary.
 *
 * Sources: karrioapi/karrio, core/units (TrackingStatus and TrackingIncidentReason) at deea10f8 of 2026-06-23; the reasons are those
 * its connectors use. The milestone, exception and reason of each are the product's own reading.
 */
import { readText, unlessReturned } from "../feed/read-text.ts";
import { means, rowOf, UNKNOWN, type StatusMeaning, type StatusTable } from "../feed/status-meaning.ts";

/** Karrio, TrackingStatus, 12 values, and `return_initiated`, which some connectors say. */
export const STATUS: StatusTable = {
  pending: means("label_created"),
  picked_up: means("accepted"),
  on_hold: means("in_transit", "held"),
  cancelled: means("cancelled"),
  delivered: means("delivered"),
  in_transit: means("in_transit"),
  delivery_failed: means("in_transit", "attempt_failed"),
  delivery_delayed: means("in_transit", "delayed"),
  out_for_delivery: means("out_for_delivery"),
  ready_for_pickup: means("ready_for_pickup", "pickup_waiting"),
  return_to_sender: means("returning", "returning_to_sender"),
  unknown: means("unknown", "not_found"),
  return_initiated: means("returning", "returning_to_sender"),
};

/** Karrio, `reason` of an event: what is wrong, beside a status that says how far the parcel is. Milestones of reasons that end or turn the journey count, others leave it to the status. */
export const REASON: StatusTable = {
  carrier_damaged_parcel: means("in_transit", "damaged"),
  carrier_sorting_error: means("in_transit", "misrouted"),
  carrier_address_not_found: means("in_transit", "address_problem", "incorrect"),
  carrier_parcel_lost: means("undeliverable", "lost"),
  carrier_not_enough_time: means("in_transit", "delayed", "processing"),
  carrier_vehicle_issue: means("in_transit", "delayed", "processing"),
  carrier_delay: means("in_transit", "delayed"),
  consignee_refused: means("returning", "refused"),
  consignee_business_closed: means("in_transit", "attempt_failed", "business_closed"),
  consignee_not_available: means("in_transit", "attempt_failed", "nobody_home"),
  consignee_not_home: means("in_transit", "attempt_failed", "nobody_home"),
  consignee_incorrect_address: means("in_transit", "address_problem", "incorrect"),
  consignee_access_restricted: means("in_transit", "attempt_failed", "no_access"),
  consignee_identification_failed: means("in_transit", "attempt_failed", "identification"),
  customs_delay: means("in_transit", "customs_hold"),
  customs_documentation: means("in_transit", "customs_docs"),
  customs_duties_unpaid: means("in_transit", "payment_due"),
  weather_delay: means("in_transit", "delayed", "weather"),
  natural_disaster: means("in_transit", "delayed", "external"),
  delivery_exception_hold: means("in_transit", "held"),
  delivery_exception_undeliverable: means("undeliverable", "undeliverable"),
  delivery_exception_cancelled: means("cancelled"),
  delivery_exception_redelivery: means("in_transit", "attempt_failed", "reschedule"),
  delivery_exception_delayed: means("in_transit", "delayed"),
  delivery_exception_action_required: means("in_transit", "action_required"),
  recipient_moved: means("in_transit", "address_problem", "moved"),
  return_destroyed: means("undeliverable", "destroyed"),
};

/** Statuses Karrio's connectors give to almost anything: the carrier's own words beside them know better (its own recorded normalisations call a printed label and a customs release `on_hold`). */
const DEFINITE: ReadonlySet<string> = new Set(["delivered", "cancelled"]);

/**
 * The meaning of an event. A definite status decides; otherwise the carrier's words, when they are understood, then the status; a
 * named reason adds what is wrong where neither says so. What nobody can read is `unknown`.
 */
export const eventMeaning = (status: string | null, reason: string | null, text: string | null): StatusMeaning => {
  const row = rowOf(STATUS, status);
  const isDefinite = row !== null && DEFINITE.has(status ?? "");
  if (status === "delivered") return unlessReturned(row ?? UNKNOWN, text);
  const read = isDefinite ? null : readText(text);
  const base = isDefinite ? row : read !== null && read.milestone !== "unknown" ? read : (row ?? read ?? UNKNOWN);
  const trouble = rowOf(REASON, reason);
  return trouble === null || isDefinite || base.exception !== null ? base : trouble;
};

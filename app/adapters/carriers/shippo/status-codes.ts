/**
 * What Shippo's `status` and `substatus.code` mean in our vocabulary.
 *
 * Source: docs.goshippo.com/docs/tracking/tracking (statuses and sub-statuses, read 2026-11-21), complete: 6 statuses,
 * 27 sub-statuses. The milestone, exception and reason of each are the product's own reading.
 */
import { readText, unlessReturned } from "../feed/read-text.ts";
import { means, rowOf, UNKNOWN, type StatusMeaning, type StatusTable } from "../feed/status-meaning.ts";

/** Shippo, `status`, 6 values. */
export const STATUS: StatusTable = {
  PRE_TRANSIT: means("label_created"),
  TRANSIT: means("in_transit"),
  DELIVERED: means("delivered"),
  RETURNED: means("returning", "returning_to_sender"),
  FAILURE: means("undeliverable", "undeliverable"),
  UNKNOWN: means("unknown", "not_found"),
};

/** Shippo, `status/substatus.code`, 27 values. */
export const SUBSTATUS: StatusTable = {
  "PRE_TRANSIT/information_received": means("label_created"),
  "TRANSIT/address_issue": means("in_transit", "address_problem"),
  "TRANSIT/contact_carrier": means("in_transit", "action_required"),
  "TRANSIT/delayed": means("in_transit", "delayed"),
  "TRANSIT/delivery_attempted": means("in_transit", "attempt_failed"),
  "TRANSIT/delivery_rescheduled": means("in_transit", "delayed", "rescheduled"),
  "TRANSIT/delivery_scheduled": means("in_transit", null, "appointment_set"),
  "TRANSIT/location_inaccessible": means("in_transit", "attempt_failed", "no_access"),
  "TRANSIT/notice_left": means("in_transit", "attempt_failed", "notice_left"),
  "TRANSIT/out_for_delivery": means("out_for_delivery"),
  "TRANSIT/package_accepted": means("accepted"),
  "TRANSIT/package_arrived": means("in_transit"),
  "TRANSIT/package_damaged": means("in_transit", "damaged"),
  "TRANSIT/package_departed": means("in_transit"),
  "TRANSIT/package_forwarded": means("in_transit", null, "forwarded"),
  "TRANSIT/package_held": means("in_transit", "held"),
  "TRANSIT/package_processed": means("in_transit"),
  "TRANSIT/package_processing": means("in_transit"),
  "TRANSIT/pickup_available": means("ready_for_pickup", "pickup_waiting"),
  "TRANSIT/reschedule_delivery": means("in_transit", "attempt_failed", "reschedule"),
  "DELIVERED/delivered": means("delivered"),
  "RETURNED/return_to_sender": means("returning", "returning_to_sender"),
  "RETURNED/package_unclaimed": means("returning", "unclaimed"),
  "FAILURE/package_undeliverable": means("undeliverable", "undeliverable"),
  "FAILURE/package_disposed": means("undeliverable", "destroyed"),
  "FAILURE/package_lost": means("undeliverable", "lost"),
  "UNKNOWN/other": means("unknown", "not_found"),
};

/**
 * The meaning of a status with its substatus. Older carriers' scans come as plain `TRANSIT`: then the carrier's words may name what
 * happened on the way, but never that it arrived. Codes we do not know are left to the words, and then are `unknown`.
 */
export const statusMeaning = (status: string | null, substatus: string | null, text: string | null): StatusMeaning => {
  const exact = substatus === null ? null : rowOf(SUBSTATUS, `${status ?? ""}/${substatus}`);
  if (exact !== null) return unlessReturned(exact, text);
  const coarse = rowOf(STATUS, status);
  if (coarse !== null && status !== "TRANSIT") return unlessReturned(coarse, text);
  const read = readText(text);
  return coarse === null ? (read ?? UNKNOWN) : read === null || read.milestone === "unknown" || read.milestone === "delivered" ? coarse : read;
};

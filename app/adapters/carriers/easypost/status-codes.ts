/**
 * What EasyPost's tracker `status` and `status_detail` mean in our vocabulary.
 *
 * Source: the value lists of EasyPost's own client, npm @easypost/api 8.9.0 (types of Tracker, read 2026-11), complete;
 * the milestone, exception and reason of each are the product's own reading.
 */
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import { readText, unlessReturned } from "../feed/read-text.ts";
import { combined, means, rowOf, UNKNOWN, type StatusMeaning, type StatusTable } from "../feed/status-meaning.ts";

/** @easypost/api 8.9.0, Tracker.status, 10 values. */
export const STATUS: StatusTable = {
  unknown: means("unknown", "not_found"),
  pre_transit: means("label_created"),
  in_transit: means("in_transit"),
  out_for_delivery: means("out_for_delivery"),
  delivered: means("delivered"),
  available_for_pickup: means("ready_for_pickup", "pickup_waiting"),
  return_to_sender: means("returning", "returning_to_sender"),
  failure: means("undeliverable", "undeliverable"),
  cancelled: means("cancelled"),
  error: means("unknown", "carrier_exception"),
};

/** @easypost/api 8.9.0, Tracker.status_detail, 28 values. */
export const STATUS_DETAIL: StatusTable = {
  address_correction: means("in_transit", "address_problem", "corrected_by_carrier"),
  arrived_at_destination: means("delivered"),
  arrived_at_facility: means("in_transit"),
  arrived_at_pickup_location: means("ready_for_pickup", "pickup_waiting"),
  awaiting_information: means("label_created"),
  cancelled: means("cancelled"),
  damaged: means("in_transit", "damaged"),
  delayed: means("in_transit", "delayed"),
  delivery_exception: means("in_transit", "carrier_exception", "delivery"),
  departed_facility: means("in_transit"),
  departed_origin_facility: means("in_transit"),
  expired: means("unknown", "no_movement"),
  failure: means("undeliverable", "undeliverable"),
  held: means("in_transit", "held"),
  in_transit: means("in_transit"),
  label_created: means("label_created"),
  lost: means("undeliverable", "lost"),
  missorted: means("in_transit", "misrouted"),
  out_for_delivery: means("out_for_delivery"),
  received_at_destination_facility: means("in_transit"),
  received_at_origin_facility: means("accepted"),
  refused: means("returning", "refused"),
  return: means("returning", "returning_to_sender"),
  status_update: means("in_transit"),
  transferred_to_destination_carrier: means("in_transit", null, "handover"),
  transit_exception: means("in_transit", "carrier_exception", "transit"),
  unknown: means("unknown", "not_found"),
  weather_delay: means("in_transit", "delayed", "weather"),
};

/** Details that add nothing to the status beside them. */
const EMPTY_DETAILS: ReadonlySet<string> = new Set(["unknown", "status_update"]);
/** Troubles that do not say what is wrong; the carrier's words may. */
const LEFT_TO_WORDS: ReadonlySet<ExceptionCategory> = new Set<ExceptionCategory>(["carrier_exception", "held"]);
/** Statuses too coarse to say how far the parcel is: a detail beside them knows better. */
const COARSE: ReadonlySet<string> = new Set(["unknown", "pre_transit", "in_transit", "error"]);

/**
 * The meaning of a status with its detail. The status decides how far the parcel is where it is definite, the detail where
 * it is coarse; the detail names the trouble when there is any, and the carrier's words where the detail only says that there is some.
 * Codes we do not know leave it to the words; words nobody understands mean `unknown`, and all of it is kept verbatim.
 */
export const statusMeaning = (status: string | null, detail: string | null, text: string | null = null): StatusMeaning => {
  const coarse = rowOf(STATUS, status);
  const fine = detail !== null && EMPTY_DETAILS.has(detail) && coarse !== null ? null : rowOf(STATUS_DETAIL, detail);
  const coded = combined(coarse, fine, COARSE.has(status ?? ""));
  if (coded !== null && !(coded.exception !== null && LEFT_TO_WORDS.has(coded.exception))) return unlessReturned(coded, text);
  const read = readText(text);
  return coded === null ? (read ?? UNKNOWN) : read === null || read.exception === null ? coded : { ...coded, exception: read.exception, reason: read.reason };
};

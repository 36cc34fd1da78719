/**
 * What AfterShip's `tag` and `subtag` mean in our vocabulary.
 *
 * Sources: tags from AfterShip/tracking-sdk-nodejs (model Tag, version 17, API 2026-07), complete; subtags from
 * aftership.com/docs/tracking/2026-07/enum/delivery-sub-statuses, as far as it could be read on 2026-11-21 (44 codes).
 * The milestone, exception and reason of each are the product's own reading.
 */
import { readText } from "../feed/read-text.ts";
import { means, rowOf, UNKNOWN, type StatusMeaning, type StatusTable } from "../feed/status-meaning.ts";

/** AfterShip API 2026-07, enum Tag, 9 values. */
export const TAG: StatusTable = {
  Pending: means("unknown", "not_found"),
  InfoReceived: means("label_created"),
  InTransit: means("in_transit"),
  OutForDelivery: means("out_for_delivery"),
  AttemptFail: means("in_transit", "attempt_failed"),
  AvailableForPickup: means("ready_for_pickup", "pickup_waiting"),
  Delivered: means("delivered"),
  Exception: means("in_transit", "carrier_exception"),
  Expired: means("unknown", "no_movement"),
};

/** AfterShip API 2026-07, delivery sub-statuses. */
export const SUBTAG: StatusTable = {
  Delivered_001: means("delivered"),
  Delivered_002: means("delivered", null, "collected"),
  Delivered_003: means("delivered", null, "signed"),
  Delivered_004: means("delivered", null, "cod"),
  Delivered_005: means("delivered", null, "neighbour"),
  AvailableForPickup_001: means("ready_for_pickup", "pickup_waiting"),
  Exception_001: means("in_transit", "carrier_exception"),
  Exception_002: means("in_transit", "address_problem", "moved"),
  Exception_003: means("returning", "refused"),
  Exception_004: means("in_transit", "customs_hold"), // delayed by customs clearance
  Exception_005: means("in_transit", "delayed", "external"),
  Exception_006: means("in_transit", "payment_due"),
  Exception_007: means("in_transit", "address_problem", "incorrect"),
  Exception_008: means("ready_for_pickup", "unclaimed"),
  Exception_009: means("undeliverable", "prohibited", "rejected_by_carrier"),
  Exception_010: means("returning", "returning_to_sender"),
  Exception_011: means("returned", "returning_to_sender"),
  Exception_012: means("in_transit", "damaged"),
  Exception_013: means("undeliverable", "lost"),
  Exception_016: means("in_transit", "delayed", "processing"), // a vehicle, a sorting error, a wrong way; since 2026-03-27
  Exception_017: means("in_transit", "delayed", "weather"),
  Exception_018: means("in_transit", "customs_docs"), // documents missing or wrong; since 2026-03-27
  Exception_019: means("in_transit", "delayed", "flight"),
  Exception_020: means("cancelled"),
  Exception_021: means("undeliverable", "destroyed"),
  AttemptFail_001: means("in_transit", "attempt_failed"),
  AttemptFail_002: means("in_transit", "attempt_failed", "nobody_home"),
  AttemptFail_003: means("in_transit", "attempt_failed", "business_closed"),
  InTransit_001: means("in_transit"),
  InTransit_002: means("accepted"),
  InTransit_003: means("in_transit"),
  InTransit_004: means("in_transit", null, "destination_country"),
  InTransit_005: means("in_transit", null, "customs_cleared"),
  InTransit_006: means("in_transit", null, "customs_started"),
  InTransit_007: means("in_transit"), // departure scan
  InTransit_008: means("in_transit", null, "resolved"),
  InTransit_009: means("in_transit", null, "forwarded"),
  InfoReceived_001: means("label_created"),
  OutForDelivery_001: means("out_for_delivery"),
  OutForDelivery_002: means("ready_for_pickup", "pickup_waiting"),
  OutForDelivery_003: means("out_for_delivery", null, "customer_contacted"),
  OutForDelivery_004: means("in_transit", null, "appointment_set"),
  Pending_001: means("unknown", "not_found"),
  Expired_001: means("unknown", "no_movement"),
};

/**
 * The meaning of a subtag with its tag. The subtag is the finer word for the same thing, so it decides; one we do not know leaves
 * it to the tag. Where neither is known the carrier's words decide, and where these are not understood it is `unknown`.
 */
export const statusMeaning = (tag: string | null, subtag: string | null, text: string | null): StatusMeaning => rowOf(SUBTAG, subtag) ?? rowOf(TAG, tag) ?? readText(text) ?? UNKNOWN;

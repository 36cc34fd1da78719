/**
 * What 17TRACK's statuses mean in our vocabulary.
 *
 * Sources: main and sub-statuses from api.17track.net/en/doc, version v2.4 (captured 2026-07-03), complete: 9 and 30 values;
 * InTransit_TransportArrived and _TransportDeparted from recorded China Post histories of 2026. Key stages from the same
 * documentation. The milestone, exception and reason of each are the product's own reading.
 */
import { readText } from "../feed/read-text.ts";
import { means, rowOf, UNKNOWN, type StatusMeaning, type StatusTable } from "../feed/status-meaning.ts";

/** 17TRACK v2.4, `status`, 9 values. */
export const STATUS: StatusTable = {
  NotFound: means("unknown", "not_found"),
  InfoReceived: means("label_created"),
  InTransit: means("in_transit"),
  Expired: means("unknown", "no_movement"),
  AvailableForPickup: means("ready_for_pickup", "pickup_waiting"),
  OutForDelivery: means("out_for_delivery"),
  DeliveryFailure: means("in_transit", "attempt_failed"),
  Delivered: means("delivered"),
  Exception: means("in_transit", "carrier_exception"),
};

/** 17TRACK v2.4, `sub_status`, 30 documented values and 2 recorded ones. */
export const SUB_STATUS: StatusTable = {
  NotFound_Other: means("unknown", "not_found"),
  NotFound_InvalidCode: means("unknown", "not_found", "invalid_number"),
  InfoReceived: means("label_created"),
  InTransit_PickedUp: means("accepted"),
  InTransit_Other: means("in_transit"),
  InTransit_Departure: means("in_transit"),
  InTransit_Arrival: means("in_transit", null, "destination_country"),
  InTransit_CustomsProcessing: means("in_transit", null, "customs_started"),
  InTransit_CustomsReleased: means("in_transit", null, "customs_cleared"),
  InTransit_CustomsRequiringInformation: means("in_transit", "customs_docs"),
  Expired_Other: means("unknown", "no_movement"),
  AvailableForPickup_Other: means("ready_for_pickup", "pickup_waiting"),
  OutForDelivery_Other: means("out_for_delivery"),
  DeliveryFailure_Other: means("in_transit", "attempt_failed"),
  DeliveryFailure_NoBody: means("in_transit", "attempt_failed", "nobody_home"),
  DeliveryFailure_Security: means("in_transit", "held", "security_or_fee"),
  DeliveryFailure_Rejected: means("returning", "refused"),
  DeliveryFailure_InvalidAddress: means("in_transit", "address_problem", "incorrect"),
  Delivered_Other: means("delivered"),
  Exception_Other: means("in_transit", "carrier_exception"),
  Exception_Returning: means("returning", "returning_to_sender"),
  Exception_Returned: means("returned", "returning_to_sender"),
  Exception_NoBody: means("in_transit", "address_problem", "recipient_unknown"),
  Exception_Security: means("in_transit", "held", "security_or_fee"),
  Exception_Damage: means("in_transit", "damaged"),
  Exception_Rejected: means("returning", "refused"),
  Exception_Delayed: means("in_transit", "delayed"),
  Exception_Lost: means("undeliverable", "lost"),
  Exception_Destroyed: means("undeliverable", "destroyed"),
  Exception_Cancel: means("cancelled"),
  InTransit_TransportArrived: means("in_transit"), // recorded, not documented
  InTransit_TransportDeparted: means("in_transit"), // recorded, not documented
};

/** 17TRACK v2.4, `stage` of an event and `key_stage` of a milestone, 9 values. */
export const STAGE: StatusTable = {
  InfoReceived: means("label_created"),
  PickedUp: means("accepted"),
  Departure: means("in_transit"),
  Arrival: means("in_transit", null, "destination_country"),
  AvailableForPickup: means("ready_for_pickup", "pickup_waiting"),
  OutForDelivery: means("out_for_delivery"),
  Delivered: means("delivered"),
  Returning: means("returning", "returning_to_sender"),
  Returned: means("returned", "returning_to_sender"),
};

/** The coarse status a sub-status begins with: `InTransit` of `InTransit_Something`. */
const coarse = (subStatus: string | null): StatusMeaning | null => rowOf(STATUS, subStatus?.split("_", 1)[0] ?? null);

/**
 * The meaning of an event. Its sub-status decides, then its stage, then the status a new sub-status begins with; most scans on the
 * way carry none of them, and the carrier's words decide. Words that are not understood leave it `unknown`.
 */
export const eventMeaning = (subStatus: string | null, stage: string | null, text: string | null): StatusMeaning => rowOf(SUB_STATUS, subStatus) ?? rowOf(STAGE, stage) ?? coarse(subStatus) ?? readText(text) ?? UNKNOWN;

/** The meaning of the latest status of a whole parcel. */
export const statusMeaning = (status: string | null, subStatus: string | null): StatusMeaning => rowOf(SUB_STATUS, subStatus) ?? rowOf(STATUS, status) ?? UNKNOWN;

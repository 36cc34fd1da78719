import type { CarrierScan } from "../world/types.ts";

/** What a carrier says, without where and when. */
export type ScanText = Pick<CarrierScan, "status" | "statusDetail" | "message">;

/**
 * The carrier desk's vocabulary: EasyPost's `status` and `status_detail` values
 * (https://docs.easypost.com/docs/trackers, read November 2026) with texts as carriers write them.
 */
export const SCAN_TEXTS = {
  "label created": { status: "pre_transit", statusDetail: "label_created", message: "Shipping label created, carrier awaiting item" },
  "picked up": { status: "in_transit", statusDetail: "received_at_origin_facility", message: "Accepted at origin facility" },
  "departed origin": { status: "in_transit", statusDetail: "departed_origin_facility", message: "Departed origin facility" },
  arrived: { status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived at carrier facility" },
  departed: { status: "in_transit", statusDetail: "departed_facility", message: "Departed carrier facility" },
  "at destination": { status: "in_transit", statusDetail: "received_at_destination_facility", message: "Arrived at local delivery facility" },
  "out for delivery": { status: "out_for_delivery", statusDetail: "out_for_delivery", message: "Out for delivery" },
  delivered: { status: "delivered", statusDetail: "arrived_at_destination", message: "Delivered, left at front door" },
  "failed attempt": { status: "in_transit", statusDetail: "delivery_exception", message: "Delivery attempted, no access to delivery location. Notice left" },
  "bad address": { status: "in_transit", statusDetail: "address_correction", message: "Address information incomplete or incorrect, delivery on hold" },
  damaged: { status: "in_transit", statusDetail: "damaged", message: "Package damaged in transit, sender will be contacted" },
  "customs hold": { status: "in_transit", statusDetail: "held", message: "Held for customs clearance" },
  "customs event": { status: "in_transit", statusDetail: "status_update", message: "Processed for clearance" },
  "customs cleared": { status: "in_transit", statusDetail: "status_update", message: "Clearance processing complete" },
  "weather delay": { status: "in_transit", statusDetail: "weather_delay", message: "Severe weather has delayed this shipment" },
  delayed: { status: "in_transit", statusDetail: "delayed", message: "In transit, arriving late" },
  missorted: { status: "in_transit", statusDetail: "missorted", message: "Package missorted, being rerouted to the correct facility" },
  "handed over": { status: "in_transit", statusDetail: "transferred_to_destination_carrier", message: "Tendered to delivery service provider" },
  refused: { status: "return_to_sender", statusDetail: "refused", message: "Delivery refused by recipient" },
  "return to sender": { status: "return_to_sender", statusDetail: "return", message: "Undeliverable, returning to sender" },
  "ready for pickup": { status: "available_for_pickup", statusDetail: "arrived_at_pickup_location", message: "Available for pickup at the collection point" },
  // A status that no vocabulary has, in words that say nothing: nobody can read it, and nobody should guess.
  unread: { status: "unheard_of", statusDetail: "ledger_reference", message: "QX417 LEDGER REF 88/2" },
  lost: { status: "failure", statusDetail: "lost", message: "Package cannot be located, trace closed" },
} as const satisfies Record<string, ScanText>;

/** A word of that vocabulary, as a button says it. */
export type ScanKind = keyof typeof SCAN_TEXTS;

/** Whether some text names a kind of scan. */
export function isScanKind(text: string): text is ScanKind {
  return Object.hasOwn(SCAN_TEXTS, text);
}

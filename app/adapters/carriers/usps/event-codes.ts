/**
 * What USPS scan event codes mean in our vocabulary.
 *
 * Sources: A — USPS Publication 199 (IMpb implementation guide) and Publication 97, appendix "Delivery confirmation event codes",
 * as carried by the public client USPS::WebTools::Tracking::Codes; B — eHub's published list of USPS codes
 * (app.theneo.io/ehub, "Tracking event descriptions"); C — the recorded Tracking v3 response. All read 2026-11-21. Milestone,
 * exception and reason of each are the product's own reading. Codes that are not here are read by their words.
 */
import { means, type StatusMeaning } from "../feed/status-meaning.ts";

const returning = (reason: string): StatusMeaning => means("returning", "returning_to_sender", reason);

/** Event code → meaning. */
export const EVENT_CODE: Readonly<Record<string, StatusMeaning>> = {
  "01": means("delivered"), // Delivered (A, C)
  "02": means("in_transit", "attempt_failed", "notice_left"), // Attempted / notice left (A)
  "03": means("accepted"), // Accept or pickup by carrier; "USPS in possession of item" (A, C)
  "04": means("returning", "refused"), // Refused (A)
  "05": means("in_transit", "address_problem", "incorrect"), // Undeliverable as addressed (A)
  "06": means("in_transit", null, "forwarded"), // Forwarded (A)
  "07": means("in_transit"), // Arrival at unit (A, C)
  "08": means("in_transit", "misrouted"), // Missent (A)
  "09": means("returning", "returning_to_sender"), // Return to sender (A)
  "10": means("in_transit"), // Processed; "Arrived at USPS Regional Origin Facility" (A, C)
  "11": means("undeliverable", "undeliverable", "dead_letter"), // Dead letter (A)
  "14": means("ready_for_pickup", "pickup_waiting"), // Arrival at pickup point (A)
  "15": means("in_transit", "misrouted"), // Mis-shipped (A)
  "16": means("ready_for_pickup", "pickup_waiting"), // Available for pickup (A)
  "17": means("delivered", null, "agent"), // Picked up by agent (A)
  "19": means("in_transit"), // DC eVS arrive (A)
  "21": returning("incorrect"), // No such number (A)
  "22": returning("incorrect"), // Insufficient address (A)
  "23": returning("moved"), // Moved, left no address (A)
  "24": returning("moved"), // Forward expired (A)
  "25": returning("recipient_unknown"), // Addressee unknown (A)
  "26": returning("vacant"), // Vacant (A)
  "27": returning("unclaimed"), // Unclaimed (A)
  "28": returning("deceased"), // Deceased (A)
  "29": means("returning", "returning_to_sender"), // Other (A, in the group "return to sender")
  "30": means("in_transit", "attempt_failed", "no_access"), // Delivery attempted, no access to delivery location (A)
  "31": returning("unclaimed"), // Not picked up (A)
  "41": means("in_transit"), // Received at opening unit (A)
  "42": means("in_transit", null, "handover"), // USPS handoff to shipping partner (A)
  "43": means("accepted"), // Picked up (A)
  "44": returning("recalled"), // Customer recall (A)
  "51": means("in_transit", "attempt_failed", "business_closed"), // Business closed (A)
  "52": means("in_transit", "attempt_failed", "notice_left"), // Notice left (A)
  "53": means("in_transit", "attempt_failed", "no_access"), // Receptacle blocked (A)
  "54": means("in_transit", "attempt_failed", "too_large"), // Receptacle full, item oversized (A)
  "55": means("in_transit", "attempt_failed", "no_secure_place"), // No secure location available (A)
  "56": means("in_transit", "attempt_failed", "nobody_home"), // No authorized recipient available (A)
  "71": means("in_transit", "delayed", "rescheduled"), // Rescheduled to next delivery day (A)
  "80": means("accepted", null, "shipping_partner"), // Picked up by shipping partner, USPS awaiting item (A)
  "81": means("in_transit", null, "shipping_partner"), // Arrived shipping partner facility (A)
  "82": means("in_transit", null, "shipping_partner"), // Departed shipping partner facility (A)
  "83": means("in_transit", null, "handover"), // Tendered to postal service (B)
  "89": means("label_created"), // Merchant order receipt notification, USPS awaiting item (B)
  A1: means("in_transit"), // Arrived at USPS Regional Facility (C)
  AD: means("accepted"), // Acceptance at destination (B)
  EF: means("in_transit"), // Departed sort facility (A)
  GC: means("label_created"), // Return receipt associated (B)
  GX: means("label_created"), // Shipping label created, USPS awaiting item (B, C)
  MA: means("label_created"), // Manifest acknowledgement, pre-shipment info sent to USPS (A, B)
  OA: means("accepted"), // Origin acceptance (B)
  OF: means("out_for_delivery"), // Out for delivery (A, C)
  PA: means("accepted"), // Passive acceptance (A)
  PC: means("in_transit"), // Sorting, processing complete (A)
  SF: means("in_transit"), // Departed post office (A, C)
  T1: means("in_transit"), // Departed USPS Regional Facility (C)
  TL: means("in_transit"), // In transit to next facility (C)
  TM: means("accepted"), // Truck manifest, "Shipment received, package acceptance pending" (A, B)
  UA: means("accepted"), // Accepted at USPS facility (B)
};

/**
 * `statusCategory` of Tracking v3, said of the item as a whole: Tracking v3 reference, as copied publicly, read 2026-11-21.
 * It speaks for the newest event alone, and only when its code and words say nothing.
 */
export const STATUS_CATEGORY: Readonly<Record<string, StatusMeaning>> = {
  "Pre-Shipment": means("label_created"),
  Accepted: means("accepted"),
  "In Transit": means("in_transit"),
  "In-Transit": means("in_transit"),
  "Out for Delivery": means("out_for_delivery"),
  "Delivery Attempt": means("in_transit", "attempt_failed"),
  "Available for Pickup": means("ready_for_pickup", "pickup_waiting"),
  Alert: means("in_transit", "carrier_exception"),
  Delivered: means("delivered"),
  "Delivered to Agent": means("delivered", null, "agent"),
};

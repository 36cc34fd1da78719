/**
 * What UPS says of a package, in our vocabulary. UPS states three things about an activity: a type of one or two letters, a
 * code of two characters and a package status of three digits.
 *
 * Sources, all read 2026-11-21: T — Track Alert API, github.com/UPS-API/api-documentation, UPSTrackAlert.yaml (types, and the
 * codes and status numbers of its example messages); P — the numbered package statuses of UPS's Track appendix "API Codes", as
 * copied in public client code; R — the recorded Track response. UPS publishes no full list of the two-character codes outside
 * its portal, and the lists in circulation contradict each other, so only those UPS itself shows are here; the rest is said by
 * the status number and by the words. Milestone, exception and reason of each are the product's own reading.
 */
import { means, type StatusMeaning } from "../feed/status-meaning.ts";

/** P, 000 to 069 with its gaps; T adds 071. */
export const PACKAGE_STATUS: Readonly<Record<string, StatusMeaning>> = {
  "000": means("unknown", "not_found"), // Status not available
  "003": means("label_created"), // Order processed: ready for UPS
  "005": means("in_transit"), // In transit
  "006": means("out_for_delivery"), // On vehicle for delivery
  "007": means("cancelled"), // Shipment information voided
  "010": means("in_transit"), // In transit: on time
  "011": means("delivered"), // Delivered
  "012": means("in_transit", null, "customs_started"), // Clearance in progress
  "013": means("in_transit", "carrier_exception"), // Exception
  "014": means("in_transit", null, "customs_cleared"), // Clearance completed
  "016": means("in_transit", "held", "warehouse"), // Held in warehouse
  "017": means("ready_for_pickup", "pickup_waiting"), // Held for customer pickup
  "018": means("in_transit", null, "delivery_change"), // Delivery change requested: hold
  "019": means("in_transit", "delayed", "future_delivery"), // Held for future delivery
  "020": means("in_transit", null, "delivery_change"), // Held for future delivery requested
  "021": means("out_for_delivery"), // On vehicle for delivery today
  "022": means("in_transit", "attempt_failed", "first"), // First attempt made
  "023": means("in_transit", "attempt_failed", "second"), // Second attempt made
  "024": means("in_transit", "attempt_failed", "final"), // Final attempt made
  "025": means("in_transit", null, "handover"), // Transferred to local post office for delivery
  "026": means("delivered"), // Delivered by local post office
  "027": means("in_transit", null, "delivery_change"), // Delivery address change requested
  "028": means("in_transit", null, "delivery_change"), // Delivery address changed
  "029": means("in_transit", "action_required"), // Exception: action required
  "030": means("in_transit", "carrier_exception", "post_office"), // Local post office exception
  "032": means("in_transit", "delayed", "weather"), // Adverse weather may cause delay
  "033": means("returning", "returning_to_sender"), // Return to sender requested
  "034": means("returned", "returning_to_sender"), // Returned to sender
  "035": means("returning", "returning_to_sender"), // Returning to sender
  "036": means("returning", "returning_to_sender"), // Returning to sender: in transit
  "037": means("returning", "returning_to_sender"), // Returning to sender: on vehicle for delivery
  "038": means("accepted"), // Picked up
  "039": means("in_transit"), // In transit by post office
  "040": means("ready_for_pickup", "pickup_waiting", "access_point"), // Delivered to UPS Access Point awaiting customer pickup
  "041": means("in_transit", null, "delivery_change"), // Service upgrade requested
  "042": means("in_transit", null, "delivery_change"), // Service upgraded
  "043": means("label_created"), // Voided pickup
  "044": means("in_transit"), // In transit to UPS
  "045": means("in_transit"), // Order processed: in transit to UPS
  "046": means("in_transit", "delayed"), // Delay
  "047": means("in_transit", "delayed"), // Delay
  "048": means("in_transit", "delayed"), // Delay
  "049": means("in_transit", "action_required"), // Delay: action required
  "050": means("in_transit", "address_problem"), // Address information required
  "051": means("in_transit", "delayed", "weather"), // Delay: emergency situation or severe weather
  "052": means("in_transit", "delayed", "weather"), // Delay: severe weather
  "053": means("in_transit", "delayed", "weather"), // Delay: severe weather, recovery in progress
  "054": means("in_transit", null, "delivery_change"), // Delivery change requested
  "055": means("in_transit", "delayed", "rescheduled"), // Rescheduled delivery
  "056": means("in_transit", null, "delivery_change"), // Service upgrade requested
  "057": means("in_transit", null, "access_point"), // In transit to a UPS Access Point
  "058": means("in_transit", "customs_docs"), // Clearance information required
  "059": means("in_transit", "damaged"), // Damage reported
  "060": means("in_transit", "attempt_failed"), // Delivery attempted
  "061": means("in_transit", "attempt_failed", "adult_signature"), // Delivery attempted: adult signature required
  "062": means("in_transit", "payment_due"), // Delivery attempted: funds required
  "063": means("in_transit", null, "delivery_change"), // Delivery change completed
  "064": means("returning", "refused"), // Delivery refused
  "065": means("label_created", "carrier_exception", "pickup_attempted"), // Pickup attempted
  "066": means("in_transit", "attempt_failed", "post_office"), // Post office delivery attempted
  "067": means("returned", "returning_to_sender", "post_office"), // Returned to sender by post office
  "068": means("undeliverable", "lost", "lost_and_found"), // Sent to lost and found
  "069": means("ready_for_pickup", "unclaimed"), // Package not claimed
  "071": means("in_transit"), // Preparing for delivery (T)
};

/** Codes UPS itself shows with their meaning. A code decides where the number beside it is coarser. */
export const ACTIVITY_CODE: Readonly<Record<string, StatusMeaning>> = {
  MP: means("label_created"), // Shipment ready for UPS (T)
  OR: means("accepted", null, "origin_scan"), // UPS has your package (T)
  DP: means("in_transit"), // departure from a UPS building (T)
  YP: means("in_transit"), // Preparing for delivery (T)
  OT: means("out_for_delivery"), // Out for delivery (T)
  FS: means("delivered"), // Delivered (T)
  SR: means("in_transit", null, "customs_cleared"), // released by the customs agency (R)
};

/**
 * T: "M and MV = manifest, X = exception, I = in progress, U = update, D = delivery (loaded on delivery vehicle, out for delivery,
 * delivered)". `D` therefore says nothing by itself. `P` (pickup) comes from the older Track guide, which Track v1 continues.
 */
export const ACTIVITY_TYPE: Readonly<Record<string, StatusMeaning>> = {
  M: means("label_created"),
  MV: means("cancelled"),
  P: means("accepted"),
  I: means("in_transit"),
  U: means("in_transit", null, "date_update"),
  X: means("in_transit", "carrier_exception"),
};

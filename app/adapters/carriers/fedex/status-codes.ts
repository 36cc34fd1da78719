/**
 * What FedEx scans and statuses mean in our vocabulary.
 *
 * Source: the table "Tracking status codes" of FedEx's Track API documentation (the same 52 rows as in the Web Services
 * developer guide, appendix "Track service"), as copied in public client code, read 2026-11-21; those marked R are added from
 * recorded Track v1 responses. Milestone, exception and reason of each are the product's own reading.
 */
import { means, type StatusMeaning } from "../feed/status-meaning.ts";

/** Scan code (`eventType`) → meaning. Null: the code alone does not say how far the parcel is, so the derived status does. */
export const SCAN_CODE: Readonly<Record<string, StatusMeaning | null>> = {
  AA: means("in_transit"), // At airport
  AC: means("in_transit", null, "handover"), // At Canada Post facility
  AD: null, // At delivery
  AE: null, // Shipment arriving early (R): a forecast, wherever the parcel is
  AF: means("in_transit"), // At FedEx facility
  AO: null, // Shipment arriving on time (R)
  AP: null, // At pickup
  AR: means("in_transit"), // Arrived at FedEx location
  AX: means("in_transit", null, "handover"), // At USPS facility
  BR: means("in_transit", null, "customs_started"), // Broker
  CA: means("cancelled"), // Shipment cancelled
  CC: means("in_transit", null, "customs_cleared"), // Cleared customs
  CD: means("in_transit", "customs_hold"), // Clearance delay
  CH: means("in_transit", null, "delivery_change"), // Location changed
  CP: means("in_transit", null, "customs_started"), // Clearance in progress
  CU: means("in_transit", null, "customs_started"), // Customs
  DD: means("in_transit", "delayed"), // Delivery delay
  DE: means("in_transit", "attempt_failed"), // Delivery exception
  DL: means("delivered"), // Delivered
  DP: means("in_transit"), // Departed
  DR: null, // Vehicle furnished but not used
  DS: null, // Vehicle dispatched: to the sender or to the recipient
  DY: means("in_transit", "delayed"), // Delay
  EA: means("in_transit"), // En route to airport; export approved
  ED: means("out_for_delivery"), // En route to delivery
  EO: means("in_transit"), // En route to origin airport
  EP: means("label_created"), // En route to pickup
  FD: means("in_transit"), // At FedEx destination
  HA: means("in_transit", null, "delivery_change"), // Hold at location request accepted
  HL: means("ready_for_pickup", "pickup_waiting"), // Hold at location
  HP: means("ready_for_pickup", "pickup_waiting"), // Ready for recipient pickup (R)
  IN: means("label_created"), // Initiated (R, as a status)
  IT: means("in_transit"), // In transit
  IX: means("in_transit"), // In transit (see details)
  LO: means("in_transit"), // Left origin
  LP: means("cancelled"), // Return label link cancelled by shipment originator
  OC: means("label_created"), // Order created, shipment information sent to FedEx
  OD: means("out_for_delivery"), // Out for delivery
  OF: means("accepted"), // At FedEx origin facility
  OX: null, // Shipment information sent to USPS: data, not the parcel
  PD: means("label_created", "delayed", "pickup"), // Pickup delay
  PF: means("in_transit"), // Plane in flight
  PL: means("in_transit"), // Plane landed
  PM: means("in_transit"), // In progress
  PU: means("accepted"), // Picked up
  PX: means("accepted"), // Picked up (see details)
  RC: means("in_transit", null, "delivery_change"), // Customised delivery option cancelled
  RD: means("cancelled"), // Return label link expired
  RG: means("label_created"), // Return label link expiring soon
  RM: means("in_transit", null, "delivery_change"), // Customised delivery option modified
  RP: means("label_created"), // Return label link emailed to return sender
  RR: means("in_transit", null, "delivery_change"), // Customised delivery option requested
  RS: means("returning", "returning_to_sender"), // Return to shipper
  SE: means("in_transit", "carrier_exception"), // Shipment exception
  SF: means("in_transit"), // At sort facility
  SH: null, // Shipper
  SP: null, // Split status
  TP: means("in_transit", null, "handover"), // Transfer partner
  TR: means("in_transit", null, "handover"), // Transfer
};

/** Derived statuses that are no scan codes. */
export const DERIVED_CODE: Readonly<Record<string, StatusMeaning>> = {
  RL: means("in_transit", "delayed"), // Running late (R)
};

/** `delayDetail.type`: WEATHER, OPERATIONAL, LOCAL, GENERAL, CLEARANCE (Track API reference, read 2026-11-21). */
export const DELAY_TYPE: Readonly<Record<string, string>> = { WEATHER: "weather", OPERATIONAL: "processing", LOCAL: "external", CLEARANCE: "customs" };

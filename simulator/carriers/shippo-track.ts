import { createHash } from "node:crypto";
import type { CarrierScan } from "../world/types.ts";
import type { WatchedParcel } from "./feed-parcels.ts";
import { newestScan, promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** Shippo's status, sub-status, its own sentence and whether the shopper must act: docs.goshippo.com/docs/tracking/tracking, read 2026-11-21. */
type Words = { status: string; code: string; text: string; acts: boolean };
const say = (status: string, code: string, text: string, acts = false): Words => ({ status, code, text, acts });

const WORDS: WordTable<Words> = {
  "pre_transit": say("PRE_TRANSIT", "information_received", "Information about the package received."),
  "in_transit": say("TRANSIT", "package_processing", "Package is being processed."),
  "in_transit/received_at_origin_facility": say("TRANSIT", "package_accepted", "Package was accepted into the carrier network for delivery."),
  "in_transit/arrived_at_facility": say("TRANSIT", "package_arrived", "Package has arrived at an intermediate location in the carrier network."),
  "in_transit/received_at_destination_facility": say("TRANSIT", "package_arrived", "Package has arrived at an intermediate location in the carrier network."),
  "in_transit/departed_facility": say("TRANSIT", "package_departed", "Package has departed from an intermediate location in the carrier network."),
  "in_transit/departed_origin_facility": say("TRANSIT", "package_departed", "Package has departed from an intermediate location in the carrier network."),
  "in_transit/transferred_to_destination_carrier": say("TRANSIT", "package_forwarded", "Package has been forwarded."),
  "in_transit/delivery_exception": say("TRANSIT", "delivery_attempted", "Delivery of the package has been attempted.", true),
  "in_transit/held": say("TRANSIT", "package_held", "Package is being held at the carrier's facility."),
  "in_transit/delayed": say("TRANSIT", "delayed", "Delivery of the package is delayed."),
  "in_transit/weather_delay": say("TRANSIT", "delayed", "Delivery of the package is delayed."),
  "in_transit/missorted": say("TRANSIT", "delayed", "Delivery of the package is delayed."),
  "in_transit/address_correction": say("TRANSIT", "address_issue", "Address information is incorrect.", true),
  "in_transit/damaged": say("TRANSIT", "package_damaged", "Package has been damaged.", true),
  "out_for_delivery": say("TRANSIT", "out_for_delivery", "Package is out for delivery."),
  "available_for_pickup": say("TRANSIT", "pickup_available", "Package is available for pickup.", true),
  "delivered": say("DELIVERED", "delivered", "Package has been delivered."),
  "return_to_sender": say("RETURNED", "return_to_sender", "Package is to be returned to sender."),
  "failure": say("FAILURE", "package_undeliverable", "Package cannot be delivered.", true),
  "failure/lost": say("FAILURE", "package_lost", "Package has been lost.", true),
};
const UNKNOWN = say("UNKNOWN", "other", "Package status is unknown.");

const idOf = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("|")).digest("hex").slice(0, 32);

function status(scan: CarrierScan, kind: string): Record<string, unknown> {
  const words = wordsFor(WORDS, scan, UNKNOWN);
  const at = scan.at.toISOString().replace(/\.\d+Z$/, "Z");
  return {
    object_created: scan.at.toISOString(), object_updated: scan.at.toISOString(), object_id: idOf(kind, scan.trackingNumber, at, scan.status, scan.statusDetail), status: words.status,
    substatus: { code: words.code, text: words.text, action_required: words.acts }, status_details: scan.message, status_date: at,
    location: { city: scan.city ?? "", state: scan.state ?? "", zip: scan.zip ?? "", country: scan.country ?? "" },
  };
}

/** A Track object as Shippo's documentation shows it. A number the carrier has not scanned is UNKNOWN. */
export function trackBody(parcel: Pick<WatchedParcel, "number" | "carrier" | "scans" | "updatedAt">): Record<string, unknown> {
  const newest = newestScan(parcel.scans);
  const day = promisedDay(parcel.scans);
  const eta = day === null ? null : `${day}T00:00:00Z`;
  const nowhere = { object_created: parcel.updatedAt.toISOString(), object_updated: null, object_id: "", status: "UNKNOWN", substatus: { code: "other", text: UNKNOWN.text, action_required: false }, status_details: "", status_date: null, location: null };
  return {
    messages: [], carrier: parcel.carrier, tracking_number: parcel.number, address_from: null, address_to: null, eta, original_eta: eta, servicelevel: { token: null, name: null }, metadata: null,
    tracking_status: newest === undefined ? nowhere : { ...status(newest, "status"), object_created: parcel.updatedAt.toISOString(), object_updated: parcel.updatedAt.toISOString() },
    tracking_history: parcel.scans.map((scan) => status(scan, "history")), transaction: null, test: true,
  };
}

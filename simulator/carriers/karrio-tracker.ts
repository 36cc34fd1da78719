import type { CarrierScan } from "../world/types.ts";
import { localTime } from "./feed-local-time.ts";
import type { WatchedParcel } from "./feed-parcels.ts";
import { newestScan, promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** Karrio's status and reason, and a code as a carrier may have said it: karrioapi/karrio, core/units, 2026.1. */
type Words = { status: string; reason: string | null; code: string };
const say = (status: string, code: string, reason: string | null = null): Words => ({ status, reason, code });

const WORDS: WordTable<Words> = {
  "pre_transit": say("pending", "M"),
  "in_transit": say("in_transit", "I"),
  "in_transit/received_at_origin_facility": say("picked_up", "PU"),
  "in_transit/delivery_exception": say("delivery_failed", "X", "consignee_not_home"),
  "in_transit/held": say("on_hold", "HC", "customs_delay"),
  "in_transit/delayed": say("delivery_delayed", "DY"),
  "in_transit/weather_delay": say("delivery_delayed", "DY", "weather_delay"),
  "in_transit/missorted": say("delivery_delayed", "DY", "carrier_sorting_error"),
  "in_transit/address_correction": say("on_hold", "X", "consignee_incorrect_address"),
  "in_transit/damaged": say("on_hold", "DM", "carrier_damaged_parcel"),
  "out_for_delivery": say("out_for_delivery", "OT"),
  "available_for_pickup": say("ready_for_pickup", "HL"),
  "delivered": say("delivered", "DL"),
  "return_to_sender": say("return_to_sender", "RS"),
  "return_to_sender/refused": say("return_to_sender", "RS", "consignee_refused"),
  "failure": say("delivery_failed", "X"),
  "failure/lost": say("delivery_failed", "X", "carrier_parcel_lost"),
  "cancelled": say("cancelled", "MV"),
};
const UNKNOWN = say("unknown", "UN");

/** Karrio writes the carrier's wall clock and marks it as UTC; behind a 24-hour clock it still writes AM or PM. */
function event(scan: CarrierScan): object {
  const words = wordsFor(WORDS, scan, UNKNOWN);
  const wall = localTime(scan, scan.at).clock;
  return {
    date: wall.slice(0, 10), description: scan.message, location: [scan.city, scan.state, scan.zip, scan.country].filter((part) => part !== null).join(", ") || null, code: words.code,
    time: `${wall.slice(11, 16)} ${Number(wall.slice(11, 13)) < 12 ? "AM" : "PM"}`, latitude: null, longitude: null, reason: words.reason, status: words.status, timestamp: `${wall}.000Z`,
  };
}

/** A tracker as Karrio's API writes it, events newest first. */
export function karrioTracker(parcel: WatchedParcel): Record<string, unknown> {
  const newest = newestScan(parcel.scans);
  const status = newest === undefined ? "pending" : wordsFor(WORDS, newest, UNKNOWN).status;
  const name = parcel.carrier.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  return {
    id: `trk_${parcel.id}`, object_type: "tracker", carrier_name: name, carrier_id: name, tracking_number: parcel.number,
    info: { carrier_tracking_link: null, customer_name: null, expected_delivery: null, signed_by: null, shipment_service: null }, events: parcel.scans.map(event).toReversed(), delivered: status === "delivered", test_mode: true,
    status, estimated_delivery: promisedDay(parcel.scans), meta: {}, metadata: {}, messages: [], delivery_image_url: null, signature_image_url: null,
  };
}

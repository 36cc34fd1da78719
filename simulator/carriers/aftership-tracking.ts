import { utcSeconds } from "../world/shop-time.ts";
import type { CarrierScan } from "../world/types.ts";
import type { WatchedParcel } from "./feed-parcels.ts";
import { newestScan, promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** AfterShip's tag, sub-status and its own sentence: aftership.com/docs/tracking, delivery statuses and sub-statuses, 2026-07. */
type Words = { tag: string; subtag: string; message: string };
const say = (tag: string, number: string, message: string): Words => ({ tag, subtag: `${tag}_${number}`, message });

const WORDS: WordTable<Words> = {
  "pre_transit": say("InfoReceived", "001", "Info received"),
  "in_transit": say("InTransit", "001", "In transit"),
  "in_transit/received_at_origin_facility": say("InTransit", "002", "Acceptance scan"),
  "in_transit/arrived_at_facility": say("InTransit", "003", "Arrival scan"),
  "in_transit/received_at_destination_facility": say("InTransit", "003", "Arrival scan"),
  "in_transit/departed_facility": say("InTransit", "007", "Departure scan"),
  "in_transit/departed_origin_facility": say("InTransit", "007", "Departure scan"),
  "in_transit/transferred_to_destination_carrier": say("InTransit", "009", "Forwarded to a different delivery address"),
  "in_transit/delivery_exception": say("AttemptFail", "001", "Failed attempt"),
  "in_transit/held": say("Exception", "004", "Delayed (Customs clearance)"),
  "in_transit/delayed": say("Exception", "005", "Delayed (External factors)"),
  "in_transit/weather_delay": say("Exception", "017", "Delayed (Extreme weather)"),
  "in_transit/missorted": say("Exception", "016", "Delayed (Processing issue)"),
  "in_transit/address_correction": say("Exception", "007", "Incorrect address"),
  "in_transit/damaged": say("Exception", "012", "Damaged"),
  "out_for_delivery": say("OutForDelivery", "001", "Out for delivery"),
  "available_for_pickup": say("AvailableForPickup", "001", "Available for pickup"),
  "delivered": say("Delivered", "001", "Delivered"),
  "return_to_sender": say("Exception", "010", "Returning to sender"),
  "return_to_sender/refused": say("Exception", "003", "Customer refused delivery"),
  "failure": say("Exception", "001", "Exception"),
  "failure/lost": say("Exception", "013", "Lost"),
  "cancelled": say("Exception", "020", "Cancelled"),
};
const PENDING = say("Pending", "001", "Pending");

/** ISO 3166-1 alpha-3, as AfterShip writes countries, for those of the pretend shop. */
const ALPHA3: Readonly<Record<string, string>> = { US: "USA", CA: "CAN", GB: "GBR", DE: "DEU", FR: "FRA", AU: "AUS", CN: "CHN", NL: "NLD", AT: "AUT", CH: "CHE", ES: "ESP", IT: "ITA", MX: "MEX", JP: "JPN" };

/** The slug of a carrier the desk knows by its display name. */
export const slugOf = (carrier: string): string => carrier.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replace(/^dhl-express$/, "dhl");

function checkpoint(scan: CarrierScan, slug: string): object {
  const words = wordsFor(WORDS, scan, PENDING);
  return {
    created_at: utcSeconds(scan.at), slug, checkpoint_time: `${scan.at.toISOString().slice(0, 19)}+00:00`, location: [scan.city, scan.state, scan.zip, scan.country].filter((part) => part !== null).join(", ") || null,
    city: scan.city, state: scan.state, zip: scan.zip, coordinate: null, country_region: scan.country === null ? null : (ALPHA3[scan.country] ?? null), country_region_name: scan.country,
    message: scan.message, tag: words.tag, subtag: words.subtag, subtag_message: words.message, raw_tag: null, events: [], source: "carrier",
  };
}

/** A Tracking object, with the fields of AfterShip's model of API 2026-07 that have a value or are always there. */
export function trackingBody(parcel: WatchedParcel): { id: string; tracking_number: string; slug: string; tag: string } & Record<string, unknown> {
  const newest = newestScan(parcel.scans);
  const words = newest === undefined ? PENDING : wordsFor(WORDS, newest, PENDING);
  const slug = slugOf(parcel.carrier);
  const day = promisedDay(parcel.scans);
  const delivered = parcel.scans.find((scan) => scan.status === "delivered");
  const next = parcel.scans.findLast((scan) => scan.handedOverTo)?.handedOverTo;
  return {
    id: parcel.id, legacy_id: parcel.id.slice(0, 24), created_at: utcSeconds(parcel.createdAt), updated_at: utcSeconds(parcel.updatedAt), tracking_number: parcel.number, slug, active: delivered === undefined,
    custom_fields: null, transit_time: null, origin_country_region: null, destination_country_region: null, destination_postal_code: parcel.zip, courier_destination_country_region: null,
    courier_estimated_delivery_date: day === null ? null : { estimated_delivery_date: day, estimated_delivery_date_min: null, estimated_delivery_date_max: null }, note: null, order_id: null, shipment_package_count: 1,
    shipment_pickup_date: null, shipment_delivery_date: delivered === undefined ? null : utcSeconds(delivered.at), shipment_type: null, signed_by: null, source: "API", tag: words.tag, subtag: words.subtag, subtag_message: words.message,
    title: parcel.number, tracked_count: parcel.scans.length, last_mile_tracking_supported: null, language: null, unique_token: "deprecated", checkpoints: parcel.scans.map((scan) => checkpoint(scan, slugOf(scan.carrier))),
    subscribed_smses: [], subscribed_emails: [], return_to_sender: parcel.scans.some((scan) => scan.status === "return_to_sender"), order_promised_delivery_date: null, delivery_type: null, courier_tracking_link: null,
    first_attempted_at: null, on_time_status: null, aftership_estimated_delivery_date: null, custom_estimated_delivery_date: null,
    latest_estimated_delivery: day === null ? null : { type: "specific", source: "Courier EDD", datetime: day, datetime_min: null, datetime_max: null }, shipment_tags: [], courier_connection_id: null, first_mile: null, customers: [],
    last_mile: next === undefined ? null : { tracking_number: next.number, slug: slugOf(next.carrier), transit_time: null, courier_tracking_link: null, courier_phone: null, source: "courier" },
  };
}

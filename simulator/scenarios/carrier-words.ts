import type { Place } from "./places.ts";
import { SCAN_TEXTS, type ScanKind, type ScanText } from "./scan-texts.ts";
import type { Carrier } from "./tracking-numbers.ts";

type Words = Partial<Record<ScanKind, string>>;

/** As the carriers' own tracking pages write, 2026. `{place}` is the facility, `{city}` its town alone. */
const WORDS: Record<Carrier, Words> = {
  USPS: {
    "label created": "Shipping Label Created, USPS Awaiting Item", "picked up": "USPS in possession of item", "departed origin": "Departed USPS Regional Origin Facility",
    arrived: "Arrived at USPS Regional Facility", departed: "Departed USPS Regional Facility", "at destination": "Arrived at Post Office", "out for delivery": "Out for Delivery",
    delivered: "Delivered, Front Door/Porch", "failed attempt": "Delivery Attempted - No Access to Delivery Location", "bad address": "Insufficient Address", delayed: "In Transit, Arriving Late",
    "weather delay": "Delivery Exception, Local Weather Delay", missorted: "Missent", "return to sender": "Unclaimed/Being Returned to Sender", "ready for pickup": "Available for Pickup", refused: "Refused",
  },
  UPS: {
    "label created": "Shipper created a label, UPS has not received the package yet.", "picked up": "Pickup Scan", "departed origin": "Departed from Facility", arrived: "Arrived at Facility", departed: "Departed from Facility",
    "at destination": "Destination Scan", "out for delivery": "Out For Delivery", delivered: "DELIVERED", "failed attempt": "The receiver was not available for delivery. We'll make a second attempt the next business day.",
    "bad address": "The apartment number is either missing or incorrect. This may delay delivery.", "weather delay": "Severe weather conditions have delayed delivery.", delayed: "A late UPS trailer arrival has delayed delivery.",
    "customs hold": "Your package is awaiting release from the clearing agency.", "customs event": "Import Scan", "customs cleared": "Your package was released by the customs agency.",
    missorted: "Due to operating conditions, your package was incorrectly sorted.", refused: "The receiver refused the delivery.", damaged: "The package has been damaged. We'll notify the sender.",
  },
  FedEx: {
    "label created": "Shipment information sent to FedEx", "picked up": "Picked up", "departed origin": "Left FedEx origin facility", arrived: "Arrived at FedEx location", departed: "Departed FedEx location",
    "at destination": "At local FedEx facility", "out for delivery": "On FedEx vehicle for delivery", delivered: "Delivered. Left at front door", "failed attempt": "Delivery exception. Customer not available or business closed",
    "bad address": "Delivery exception. Incorrect address", "weather delay": "Delay. Weather delay", delayed: "Shipment exception. Package delayed",
  },
  "DHL Express": {
    "label created": "Shipment information received", "picked up": "Shipment picked up", "departed origin": "Shipment has departed from a DHL facility {place}", arrived: "Arrived at DHL Sort Facility {place}",
    departed: "Shipment has departed from a DHL facility {place}", "at destination": "Arrived at DHL Delivery Facility {place}", "out for delivery": "Shipment is out with courier for delivery", delivered: "Delivered",
    "failed attempt": "Delivery attempted; recipient not home", "customs hold": "Shipment is on hold: further clearance processing is required", "customs event": "Processed for clearance at {place}",
    "customs cleared": "Clearance processing complete at {place}",
  },
  OnTrac: {
    "label created": "Label created, package not yet received by OnTrac", "picked up": "Package picked up by OnTrac", arrived: "Package arrived at OnTrac facility", departed: "Package departed OnTrac facility",
    "at destination": "Package arrived at local OnTrac facility", "out for delivery": "Out for delivery", delivered: "Delivered, left at front door",
  },
  "Canada Post": {
    "label created": "Order information received by Canada Post", "picked up": "Item accepted at the Post Office", arrived: "Item processed", departed: "Item departed", "at destination": "Item arrived at local delivery facility",
    "out for delivery": "Item out for delivery", delivered: "Delivered", "failed attempt": "Attempted delivery. Notice card left indicating where and when to pick up item",
  },
  "Royal Mail": {
    "picked up": "Item received at {city}", arrived: "Item received at {city}", departed: "Item despatched from {city}", "at destination": "Arrived at delivery office", "out for delivery": "Out for delivery", delivered: "Delivered by Royal Mail",
  },
  "Landmark Global": {
    "label created": "Shipment information transmitted to carrier", "picked up": "Package scanned at carrier facility", "departed origin": "Departure to distribution network", arrived: "Incoming scan at facility", departed: "Crossing Border",
    "handed over": "Item handed over to delivery partner",
  },
  "Deutsche Post": {
    "picked up": "Die Sendung ist im Zielland eingetroffen", arrived: "Die Sendung wurde im Paketzentrum bearbeitet", "at destination": "Die Sendung ist in der Zustellbasis eingetroffen",
    "out for delivery": "Die Sendung wurde in das Zustellfahrzeug geladen", delivered: "Die Sendung wurde zugestellt",
  },
};

const COUNTRIES: Record<string, string> = { US: "USA", CA: "CANADA", GB: "UK", DE: "GERMANY" };

/** What a carrier says of a kind of scan, in its own words where it has some. */
export function wordsOf(carrier: Carrier, kind: ScanKind, place: Place | null): ScanText {
  const own = WORDS[carrier][kind];
  if (own === undefined) return SCAN_TEXTS[kind];
  const city = place?.city.toUpperCase() ?? "";
  return { ...SCAN_TEXTS[kind], message: own.replace("{place}", `${city} - ${COUNTRIES[place?.country ?? ""] ?? place?.country ?? ""}`).replace("{city}", place?.city ?? "") };
}

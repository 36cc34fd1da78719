import type { CarrierScan } from "../world/types.ts";
import { localTime } from "./feed-local-time.ts";
import { promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** Event code, and the category of an item whose newest event it is. */
type Codes = readonly [code: string, category: string];

/** The desk's words in USPS's event codes (Publication 199). */
const CODES: WordTable<Codes> = {
  pre_transit: ["GX", "Pre-Shipment"],
  in_transit: ["A1", "In Transit"],
  "in_transit/received_at_origin_facility": ["03", "Accepted"],
  "in_transit/departed_origin_facility": ["SF", "In Transit"],
  "in_transit/departed_facility": ["T1", "In Transit"],
  "in_transit/received_at_destination_facility": ["07", "In Transit"],
  "in_transit/delivery_exception": ["30", "Delivery Attempt"],
  "in_transit/address_correction": ["05", "Alert"],
  "in_transit/damaged": ["DG", "Alert"],
  "in_transit/held": ["HC", "Alert"],
  "in_transit/weather_delay": ["WX", "Alert"],
  "in_transit/delayed": ["NT", "In Transit"],
  "in_transit/missorted": ["08", "In Transit"],
  "in_transit/transferred_to_destination_carrier": ["42", "In Transit"],
  out_for_delivery: ["OF", "Out for Delivery"],
  delivered: ["01", "Delivered"],
  available_for_pickup: ["16", "Available for Pickup"],
  return_to_sender: ["09", "Alert"],
  "return_to_sender/refused": ["04", "Alert"],
  failure: ["LX", "Alert"],
  cancelled: ["VC", "Alert"],
  unknown: ["QX", "Unknown"],
};
const UNNAMED: Codes = ["QX", "Unknown"];

function event(scan: CarrierScan): object {
  const { clock, offset } = localTime(scan, scan.at);
  // Abroad USPS names the country; at home it does not.
  const isHome = scan.country === null || scan.country === "US";
  return {
    eventType: scan.message, eventTimestamp: `${clock.slice(0, 16)}:00`, GMTTimestamp: `${scan.at.toISOString().slice(0, 19)}Z`, GMTOffset: offset, eventCountry: isHome ? null : scan.country,
    eventCity: scan.city?.toUpperCase() ?? null, eventState: isHome ? scan.state : null, eventZIP: isHome ? scan.zip : null, firm: null, name: null, authorizedAgent: "false", eventCode: wordsFor(CODES, scan, UNNAMED)[0], additionalProp: null,
  };
}

/** One item of Tracking v3. `recent`: how many of its newest events it tells; a push tells only a few. */
export function itemBody(number: string, scans: readonly CarrierScan[], recent = scans.length): object {
  const newest = scans.at(-1);
  const promised = promisedDay(scans);
  return {
    trackingNumber: number, mailClass: "USPS Ground Advantage<SUP>&#153;</SUP>", mailType: "DM", serviceTypeCode: "001", services: ["USPS Tracking<SUP>&#174;</SUP>"], proofOfDeliveryEnabled: "false", RRAMEnabled: "false", RREEnabled: "false",
    status: newest?.message ?? "", statusCategory: newest === undefined ? "Unknown" : wordsFor(CODES, newest, UNNAMED)[1], statusSummary: newest?.message ?? "",
    ...(promised === null || newest?.status === "delivered" ? {} : { deliveryDateExpectation: { expectedDeliveryDate: promised, predictedDeliveryDate: promised } }),
    trackingEvents: scans.slice(-recent).toReversed().map(event),
  };
}

import type { CarrierScan } from "../world/types.ts";
import { localTime } from "./feed-local-time.ts";
import { promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** Scan code, derived status, exception code. */
type Codes = readonly [event: string, derived: string, exception?: string];

/** The desk's words in FedEx's scan codes and the statuses it derives from them (Track API, status codes). */
const CODES: WordTable<Codes> = {
  pre_transit: ["OC", "IN"],
  in_transit: ["AR", "IT"],
  "in_transit/received_at_origin_facility": ["PU", "PU"],
  "in_transit/departed_origin_facility": ["DP", "IT"],
  "in_transit/departed_facility": ["DP", "IT"],
  "in_transit/delivery_exception": ["DE", "DE", "08"],
  "in_transit/address_correction": ["DE", "DE", "03"],
  "in_transit/damaged": ["SE", "SE", "10"],
  "in_transit/held": ["CD", "CD"],
  "in_transit/status_update": ["CP", "CP"],
  "in_transit/weather_delay": ["DY", "DY", "A30"],
  "in_transit/delayed": ["DY", "DY", "A52"],
  "in_transit/missorted": ["SE", "SE", "29"],
  "in_transit/transferred_to_destination_carrier": ["TR", "IT"],
  out_for_delivery: ["OD", "OD"],
  delivered: ["DL", "DL"],
  available_for_pickup: ["HP", "HP"],
  return_to_sender: ["RS", "RS"],
  "return_to_sender/refused": ["DE", "DE", "07"],
  failure: ["SE", "SE", "71"],
  cancelled: ["CA", "CA"],
  unknown: ["QX", ""],
};

const place = ({ city, state, zip, country }: CarrierScan): object =>
  ({ streetLines: [""], residential: false, ...(city === null ? {} : { city: city.toUpperCase() }), ...(state === null ? {} : { stateOrProvinceCode: state }), ...(zip === null ? {} : { postalCode: zip }), ...(country === null ? {} : { countryCode: country }) });

function scanEvent(scan: CarrierScan): object {
  const [eventType, derivedStatusCode, exceptionCode = ""] = wordsFor<Codes>(CODES, scan, ["QX", ""]);
  const { clock, offset } = localTime(scan, scan.at);
  // FedEx writes the event in a few words and the trouble beside it.
  const [event, trouble] = exceptionCode === "" ? [scan.message, ""] : (/^([^.]+)\. (.+)$/.exec(scan.message)?.slice(1) ?? [eventType === "DY" ? "Delay" : "Delivery exception", scan.message]);
  return {
    date: `${clock}${offset}`, eventType, eventDescription: event, exceptionCode, exceptionDescription: trouble, scanLocation: place(scan), locationType: "FEDEX_FACILITY",
    derivedStatusCode, derivedStatus: event, ...(scan.statusDetail === "weather_delay" ? { delayDetail: { type: "WEATHER" } } : {}),
  };
}

/** One entry of `trackResults`. `events`: the scans it tells of, which for a push is the newest alone. */
export function trackResult(number: string, scans: readonly CarrierScan[], events: readonly CarrierScan[] = scans): object {
  const newest = scans.at(-1);
  const promised = promisedDay(scans);
  const [code, derivedCode] = newest === undefined ? ["", ""] : wordsFor<Codes>(CODES, newest, ["QX", ""]);
  const delivered = scans.find((scan) => scan.status === "delivered");
  return {
    trackingNumberInfo: { trackingNumber: number, trackingNumberUniqueId: `12028~${number}~FDEG`, carrierCode: "FDXG" },
    additionalTrackingInfo: { nickname: "", packageIdentifiers: [], hasAssociatedShipments: false },
    latestStatusDetail: { code, derivedCode, statusByLocale: newest?.message ?? "", description: newest?.message ?? "", ...(newest === undefined ? {} : { scanLocation: place(newest) }), ancillaryDetails: [] },
    dateAndTimes: [...(promised === null || delivered ? [] : [{ type: "ESTIMATED_DELIVERY", dateTime: `${promised}T00:00:00-06:00` }]), ...(delivered ? [{ type: "ACTUAL_DELIVERY", dateTime: `${localTime(delivered, delivered.at).clock}${localTime(delivered, delivered.at).offset}` }] : [])],
    availableImages: delivered ? [{ size: "LARGE", type: "SIGNATURE_PROOF_OF_DELIVERY" }, { size: "LARGE", type: "PICTURE_PROOF_OF_DELIVERY" }] : [],
    scanEvents: events.toReversed().map(scanEvent),
    deliveryDetails: delivered ? { deliveryAttempts: "0", receivedByName: "Signature not required" } : { deliveryAttempts: "0" },
    serviceDetail: { type: "FEDEX_GROUND", description: "FedEx Ground", shortDescription: "FG" },
  };
}

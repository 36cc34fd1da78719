import type { CarrierScan } from "../world/types.ts";
import { localTime } from "./feed-local-time.ts";
import { promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** Type, code and package status, as UPS writes them beside its words. */
type Codes = readonly [type: string, code: string, number: string];

/** The desk's words in UPS's codes: the codes of Track Alert's example messages, and UPS's numbered package statuses. */
const CODES: WordTable<Codes> = {
  pre_transit: ["M", "MP", "003"],
  in_transit: ["I", "AR", "005"],
  "in_transit/received_at_origin_facility": ["I", "OR", "005"],
  "in_transit/departed_origin_facility": ["I", "DP", "005"],
  "in_transit/departed_facility": ["I", "DP", "005"],
  "in_transit/received_at_destination_facility": ["I", "YP", "071"],
  "in_transit/delivery_exception": ["X", "48", "060"],
  "in_transit/address_correction": ["X", "AQ", "050"],
  "in_transit/damaged": ["X", "DJ", "059"],
  "in_transit/held": ["X", "HK", "012"],
  "in_transit/weather_delay": ["X", "WX", "052"],
  "in_transit/delayed": ["X", "AX", "046"],
  "in_transit/missorted": ["X", "MS", "013"],
  "in_transit/transferred_to_destination_carrier": ["I", "ZT", "025"],
  out_for_delivery: ["I", "OT", "021"],
  delivered: ["D", "FS", "011"],
  available_for_pickup: ["D", "2Q", "040"],
  return_to_sender: ["X", "RS", "035"],
  "return_to_sender/refused": ["X", "RX", "064"],
  failure: ["X", "LX", "068"],
  cancelled: ["MV", "VP", "007"],
  unknown: ["Q", "QX", ""],
};
const UNNAMED: Codes = ["Q", "QX", ""];

const compact = (clock: string): { date: string; time: string } => ({ date: clock.slice(0, 10).replaceAll("-", ""), time: clock.slice(11).replaceAll(":", "") });

/** One activity as Track v1 has it. */
export function trackActivity(scan: CarrierScan): object {
  const [type, code, number] = wordsFor(CODES, scan, UNNAMED);
  const { clock, offset } = localTime(scan, scan.at);
  const [here, gmt] = [compact(clock), compact(scan.at.toISOString().slice(0, 19))];
  return {
    location: { address: { city: scan.city ?? "", stateProvince: scan.state ?? "", postalCode: scan.zip ?? "", countryCode: scan.country ?? "", country: scan.country ?? "" }, slic: "1299" },
    status: { type, description: scan.message, code, statusCode: number, simplifiedTextDescription: scan.message },
    date: here.date, time: here.time, gmtDate: gmt.date, gmtOffset: offset, gmtTime: gmt.time,
  };
}

/** The same scan as one event of Track Alert. It writes the city in capitals and leaves the postal code out until delivery, as UPS's examples do. */
export function alertEvent(scan: CarrierScan, scans: readonly CarrierScan[]): object {
  const [type, code, number] = wordsFor(CODES, scan, UNNAMED);
  const [here, gmt] = [compact(localTime(scan, scan.at).clock), compact(scan.at.toISOString().slice(0, 19))];
  const isDelivered = scan.status === "delivered";
  return {
    trackingNumber: scan.trackingNumber, localActivityDate: here.date, localActivityTime: here.time,
    activityLocation: { city: scan.city?.toUpperCase() ?? "", stateProvince: scan.state ?? "", postalCode: isDelivered ? (scan.zip ?? "") : "", country: scan.country ?? "" },
    activityStatus: { type, code, description: scan.message, descriptionCode: number },
    scheduledDeliveryDate: isDelivered ? "" : (promisedDay(scans)?.replaceAll("-", "") ?? ""), actualDeliveryDate: isDelivered ? here.date : "", actualDeliveryTime: isDelivered ? here.time : "",
    gmtActivityDate: gmt.date, gmtActivityTime: gmt.time, deliveryStartTime: "", deliveryEndTime: "", deliveryTimeDescription: isDelivered ? "" : "end of day", deliveryPhoto: "",
  };
}

/** Track v1's answer about one number. */
export function trackAnswer(number: string, scans: readonly CarrierScan[]): object {
  const newestFirst = scans.toReversed();
  const promised = promisedDay(scans)?.replaceAll("-", "");
  const activity = newestFirst.map(trackActivity);
  const delivered = newestFirst.find((scan) => scan.status === "delivered");
  return {
    trackResponse: {
      shipment: [{
        inquiryNumber: number, userRelation: ["SHIPPER"],
        package: [{
          trackingNumber: number, activity, packageCount: 1, service: { code: "518", levelCode: "011", description: "UPS Ground" }, additionalAttributes: [], additionalServices: [],
          currentStatus: (activity[0] as { status: object }).status,
          deliveryDate: [...(promised === undefined ? [] : [{ type: "SDD", date: promised }]), ...(delivered ? [{ type: "DEL", date: compact(localTime(delivered, delivered.at).clock).date }] : [])],
          deliveryTime: delivered ? { type: "DEL", startTime: "", endTime: compact(localTime(delivered, delivered.at).clock).time } : { type: "EOD", startTime: "", endTime: "" },
          ...(delivered ? { deliveryInformation: { location: "FRONT DOOR", receivedBy: "", signature: {}, pod: { content: "PGh0bWw+UHJvb2Y8L2h0bWw+" }, deliveryPhoto: { isNonPostalCodeCountry: false, photo: "", photoCaptureInd: "Y", photoDispositionCode: "V" } } } : {}),
          weight: { unitOfMeasurement: "LBS", weight: "2.00" },
        }],
      }],
    },
  };
}

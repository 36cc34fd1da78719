import type { CarrierScan } from "../world/types.ts";
import { wordsFor, promisedDay, type WordTable } from "./feed-words.ts";
import { localTime } from "./feed-local-time.ts";

/** The five status codes DHL shares between its divisions; everything finer is said in words. */
const CODES: WordTable<string> = {
  pre_transit: "pre-transit", in_transit: "transit", "in_transit/delivery_exception": "failure", "in_transit/address_correction": "failure", "in_transit/damaged": "failure", out_for_delivery: "transit", delivered: "delivered",
  available_for_pickup: "transit", return_to_sender: "failure", failure: "failure", cancelled: "failure", unknown: "unknown",
};

/** DHL's word for the division that carries it. */
export function divisionOf(carrier: string): string | null {
  if (!/dhl/i.test(carrier)) return null;
  return /express/i.test(carrier) ? "express" : /commerce/i.test(carrier) ? "ecommerce" : "parcel-de";
}

const COUNTRIES: Readonly<Record<string, string>> = { US: "USA", CA: "CANADA", GB: "UK", DE: "GERMANY" };

/** As DHL writes its facilities: "CINCINNATI HUB, OH - USA", "LEIPZIG - GERMANY". */
const locality = ({ city, state, country }: CarrierScan): string => `${city?.toUpperCase() ?? ""}${country === "US" && state !== null ? `, ${state}` : ""} - ${COUNTRIES[country ?? ""] ?? country ?? ""}`;
const location = (scan: CarrierScan): object =>
  ({ address: { ...(scan.country === null ? {} : { countryCode: scan.country }), ...(scan.zip === null ? {} : { postalCode: scan.zip }), ...(scan.city === null ? {} : { addressLocality: locality(scan) }) } });

function event(scan: CarrierScan): object {
  const code = wordsFor(CODES, scan, "unknown");
  // No offset: DHL writes the clock on the wall.
  return { timestamp: localTime(scan, scan.at).clock, location: location(scan), statusCode: code, status: scan.message.toUpperCase(), description: scan.message };
}

/** One entry of `shipments`, the newest event first. */
export function shipmentBody(number: string, scans: readonly CarrierScan[], division: string): object {
  const events = scans.toReversed().map(event);
  const [newest] = events;
  const [first, last] = [scans.find((scan) => scan.city !== null), scans.findLast((scan) => scan.city !== null)];
  const promised = promisedDay(scans);
  const delivered = scans.find((scan) => scan.status === "delivered");
  return {
    id: number, service: division, ...(first ? { origin: location(first) } : {}), ...(last ? { destination: location(last) } : {}), status: newest,
    ...(promised === null || delivered ? {} : { estimatedTimeOfDelivery: `${promised}T00:00:00`, estimatedTimeOfDeliveryRemark: "By End of Day" }),
    details: {
      carrier: { "@type": "Organization", organizationName: division.toUpperCase() }, product: { productName: "WORLDWIDE" }, totalNumberOfPieces: 1, references: [{ number: `HW-${number}`, type: "customer-reference" }],
      ...(delivered ? { proofOfDelivery: { timestamp: localTime(delivered, delivered.at).clock, documentUrl: "https://webpod.dhl.com/webPOD/DHLePODRequest" } } : {}),
    },
    events,
  };
}

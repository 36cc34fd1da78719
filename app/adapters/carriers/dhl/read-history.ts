import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { inWords, onlyWords } from "../direct/in-words.ts";
import { placeOf, placeOfLine } from "../feed/read-place.ts";
import { readEstimate, readTime } from "../feed/read-time.ts";
import { estimateScan, newestOf, scanOf, type Teller } from "../feed/scan-statement.ts";
import { rowOf, type StatusMeaning } from "../feed/status-meaning.ts";
import type { NextLeg, Told } from "../feed/tracking-facts.ts";
import type { DhlEvent, DhlShipment } from "./shipment.ts";
import { STATUS_CODE } from "./status-codes.ts";

/** DHL's locality is a line of text of each division's own making: "LEIPZIG - GERMANY", "Bonn, Germany", "Oderweg 2, AMSTERDAM". */
const placeOfEvent = ({ location }: DhlEvent): Place | null => {
  const address = location?.address ?? null;
  if (address === null) return null;
  const line = placeOfLine(address.addressLocality?.replace(/\s+-\s+/g, ", "));
  return placeOf({ city: line?.city, region: line?.region, country: address.countryCode ?? line?.country, zip: address.postalCode ?? line?.zip });
};

const meaningOf = ({ statusCode, status, description, remark }: DhlEvent): StatusMeaning => {
  const row = rowOf(STATUS_CODE, statusCode);
  return row === null ? onlyWords(description, status, remark) : inWords(row, description, status, remark);
};

const isWord = (text: string | null): boolean => text !== null && /^[\w-]{1,12}$/.test(text);

/** `statusCode`, with the division's own short code behind it where it has one. */
const codeOf = ({ statusCode, status }: DhlEvent): string => [statusCode ?? "none", ...(isWord(status) && status !== statusCode ? [status] : [])].join("/");

const textOf = ({ description, status, remark }: DhlEvent): string | null => description ?? (isWord(status) ? null : status) ?? remark ?? status;

/** DHL gives most events one status code, so its words tell two of the same moment apart. */
const scanOfEvent = (teller: Teller, event: DhlEvent, proof: Proof | null): Scan | null => {
  const place = placeOfEvent(event);
  const when = readTime(event.timestamp, place);
  if (when === null) return null;
  const [meaning, text] = [meaningOf(event), textOf(event)];
  return scanOf(teller, { ...when, code: codeOf(event), text, meaning, place, proof: meaning.milestone === "delivered" ? proof : null, apart: text ?? "" });
};

/** The status repeats the newest event, sometimes with the same wall clock written as UTC: told only where no event has that moment. */
const ownStatus = ({ status, events }: DhlShipment): readonly DhlEvent[] =>
  status === null || events.some(({ timestamp }) => timestamp?.slice(0, 19) === status.timestamp?.slice(0, 19)) ? [] : [status];

const proofOf = ({ details }: DhlShipment): Proof | null => {
  const told = details?.proofOfDelivery ?? null;
  return told === null ? null : { photo: null, signature: told.signatureUrl !== null ? true : null }; // DHL never says that there is none
};

const estimateOf = ({ estimatedDeliveryTimeFrame: frame, estimatedTimeOfDelivery }: DhlShipment): Instant | null => readEstimate(frame?.estimatedThrough ?? estimatedTimeOfDelivery);

/**
 * DHL eCommerce hands parcels to the post of the destination, whose number it names among the references. Told once an event
 * says that the parcel was handed over.
 */
const nextLegOf = ({ service, destination, details }: DhlShipment, scans: readonly Scan[]): NextLeg | null => {
  const local = details?.references.find(({ type }) => type === "local-tracking-number")?.number ?? null;
  const since = scans.find((scan) => scan.reason === "handover")?.occurredAt;
  if (local === null || since === undefined) return null;
  return { number: normalTrackingNumber(local), carrier: service === "ecommerce" && destination?.address?.countryCode === "US" ? "USPS" : null, at: since };
};

/** All that DHL says of one shipment; its answers and its pushes have one shape. `at`: when it was asked or it told. */
export const historyOf = (teller: Teller, shipment: DhlShipment, at: Instant): Told => {
  const proof = proofOf(shipment);
  const scans = [...shipment.events, ...ownStatus(shipment)].flatMap((event) => scanOfEvent(teller, event, proof) ?? []);
  const newest = newestOf(scans);
  const eta = scans.some(({ milestone }) => milestone === "delivered") ? null : estimateOf(shipment);
  return { scans: eta === null || newest === null ? scans : [...scans, estimateScan(teller, eta, newest, at)], whole: at, next: nextLegOf(shipment, scans) };
};

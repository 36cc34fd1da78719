import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { placeOf } from "../feed/read-place.ts";
import { noonOf, readEstimate, readTime } from "../feed/read-time.ts";
import { estimateScan, newestOf, scanKey, scanOf, type Teller } from "../feed/scan-statement.ts";
import type { NextLeg, Told } from "../feed/tracking-facts.ts";
import { derivedMeaning, scanMeaning } from "./scan-meaning.ts";
import type { FedexResult, FedexScan } from "./track-result.ts";

const placeOfAddress = (address: FedexScan["scanLocation"]): Place | null =>
  address && placeOf({ city: address.city, region: address.stateOrProvinceCode, country: address.countryCode, zip: address.postalCode });

const textOf = ({ eventDescription, exceptionDescription }: FedexScan): string | null => [eventDescription, exceptionDescription].filter((one) => one !== null).join(": ") || null;

/** A scan at midnight without an offset is a scan of which FedEx knows only the day. */
const withoutMidnight = (date: string | null): string | null => date?.replace(/T00:00:00(?:\.0+)?$/, "") ?? null;

const scanOfEvent = (teller: Teller, event: FedexScan, proof: Proof | null): Scan | null => {
  const place = placeOfAddress(event.scanLocation);
  const when = readTime(withoutMidnight(event.date), place);
  if (when === null) return null;
  const code = [event.eventType ?? event.derivedStatusCode ?? "none", ...(event.exceptionCode === null ? [] : [event.exceptionCode])].join("/");
  const meaning = scanMeaning({ code: event.eventType, derived: event.derivedStatusCode, texts: [event.exceptionDescription, event.eventDescription], delay: event.delayDetail });
  return scanOf(teller, { ...when, code, text: textOf(event), meaning, place, proof: meaning.milestone === "delivered" ? proof : null });
};

const proofOf = ({ availableImages, deliveryDetails }: FedexResult): Proof => {
  const types = (availableImages ?? []).map(({ type }) => type ?? "");
  const has = (kind: RegExp): boolean | null => (types.some((type) => kind.test(type)) ? true : null); // FedEx adds pictures later: a missing one proves nothing
  return { photo: has(/PICTURE|PHOTO|PPOD/i), signature: has(/SIGNATURE/i) ?? (deliveryDetails?.signedByName === null || deliveryDetails === null ? null : true) };
};

/** FedEx writes a day as midnight of some zone, and a time with its offset. */
const dayOrTime = (text: string | null): Instant | null => {
  const day = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text ?? "")?.[1];
  return day === undefined ? readEstimate(text) : noonOf(day);
};

/** What FedEx expects now, before what its service normally takes. */
const estimateOf = ({ estimatedDeliveryTimeWindow: estimated, standardTransitTimeWindow: standard, dateAndTimes }: FedexResult): Instant | null => {
  const dated = (type: string): string | null => dateAndTimes.find((one) => one.type === type)?.dateTime ?? null;
  const told = [estimated?.window?.ends ?? null, dated("ESTIMATED_DELIVERY"), standard?.window?.ends ?? null, dated("COMMITMENT")];
  return told.map(dayOrTime).find((at) => at !== null) ?? null;
};

/** A parcel scanned on its way back and then "delivered" is back with its sender. */
const withReturns = (scans: readonly Scan[]): readonly Scan[] => {
  const turned = scans.filter(({ milestone }) => milestone === "returning").reduce<number>((so, { occurredAt }) => Math.min(so, occurredAt), Infinity);
  return scans.map((scan) => (scan.milestone === "delivered" && scan.occurredAt > turned ? { ...scan, milestone: "returned", exception: "returning_to_sender" } : scan));
};

/**
 * The state FedEx derives ("Running late", "Customer not available") without a scan of its own: a statement made just after the
 * newest scan, told only where it names a trouble the newest scan does not.
 */
const stateScan = (teller: Teller, { latestStatusDetail: latest }: FedexResult, scans: readonly Scan[]): readonly Scan[] => {
  const newest = scans.reduce<Scan | null>((so, scan) => (so === null || scan.occurredAt > so.occurredAt ? scan : so), null);
  if (latest === null || newest === null) return [];
  const reasons = latest.ancillaryDetails.flatMap(({ reasonDescription, actionDescription }) => [reasonDescription, actionDescription]);
  const derived = latest.derivedCode ?? latest.code;
  const meaning = derivedMeaning(derived) === null ? null : scanMeaning({ code: derived === "RL" ? null : derived, derived, texts: [...reasons, latest.description], delay: latest.delayDetail });
  if (meaning === null || meaning.exception === null || meaning.exception === newest.exception || (meaning.milestone !== newest.milestone && meaning.milestone !== "in_transit")) return [];
  const text = [...new Set([latest.statusByLocale, ...reasons])].filter((one) => one !== null).join(": ") || null;
  const code = `latest/${derived ?? "none"}`;
  const said = scanOf(teller, { at: (newest.occurredAt + 1) as Instant, timing: newest.timing, code, text, meaning: { ...meaning, milestone: newest.milestone }, place: newest.place });
  return [{ ...said, key: scanKey(teller, code, newest.occurredAt) }];
};

/** FedEx Ground Economy goes on with the post, under the number FedEx calls its partner's. Told once a scan says that the post has it. */
const nextLegOf = ({ additionalTrackingInfo }: FedexResult, scans: readonly Scan[]): NextLeg | null => {
  const partner = additionalTrackingInfo?.packageIdentifiers.find(({ type }) => type === "PARTNER_CARRIER_NUMBER");
  const number = partner?.values[0] ?? partner?.value ?? null;
  const handed = scans.filter(({ reason }) => reason === "handover").toSorted((a, b) => a.occurredAt - b.occurredAt)[0];
  if (number === null || handed === undefined) return null;
  return { number: normalTrackingNumber(number), carrier: /USPS|postal|post office/i.test(handed.text ?? "") || handed.code === "AX" ? "USPS" : null, at: handed.occurredAt };
};

/** Whether FedEx says of this result that it knows no such number. Its documentation shows an error even beside a full history. */
export const isNotFound = ({ error, scanEvents, latestStatusDetail }: FedexResult): boolean => error !== null && scanEvents.length === 0 && latestStatusDetail === null;

/** What FedEx says of one parcel. `whole`: when it was asked; null for a push, which tells of single events in any order. */
export const historyOf = (teller: Teller, result: FedexResult, whole: Instant | null): Told => {
  const told = result.scanEvents.flatMap((event) => scanOfEvent(teller, event, proofOf(result)) ?? []);
  const scans = withReturns(told);
  const newest = newestOf(scans);
  const eta = scans.some(({ milestone }) => milestone === "delivered") ? null : estimateOf(result);
  return {
    scans: [...scans, ...(whole === null ? [] : stateScan(teller, result, scans)), ...(eta === null || newest === null ? [] : [estimateScan(teller, eta, newest, whole ?? newest)])],
    whole, next: nextLegOf(result, scans),
  };
};

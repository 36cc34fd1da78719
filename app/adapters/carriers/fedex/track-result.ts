import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const address = part(z.object({ city: words, stateOrProvinceCode: words, postalCode: words, countryCode: words }));
const delay = part(z.object({ type: words, subType: words, status: words }));
const scan = z.object({
  date: words, eventType: words, eventDescription: words, exceptionCode: words, exceptionDescription: words, derivedStatusCode: words, derivedStatus: words, scanLocation: address, delayDetail: delay,
});
const window = part(z.object({ window: part(z.object({ begins: words, ends: words })) }));

/**
 * The parts of FedEx's Track v1 answer we read (developer.fedex.com, Track API, and recorded answers, read 2026-11-21). Advanced
 * Integrated Visibility pushes the same results, bare or in the same wrapping.
 */
const result = z.object({
  trackingNumber: words,
  trackingNumberInfo: part(z.object({ trackingNumber: words, trackingNumberUniqueId: words, carrierCode: words })),
  error: part(z.object({ code: words, message: words })),
  latestStatusDetail: part(z.object({
    code: words, derivedCode: words, statusByLocale: words, description: words, delayDetail: delay, scanLocation: address,
    ancillaryDetails: rows(z.object({ reason: words, reasonDescription: words, action: words, actionDescription: words })),
  })),
  scanEvents: rows(scan),
  dateAndTimes: rows(z.object({ type: words, dateTime: words })),
  estimatedDeliveryTimeWindow: window, standardTransitTimeWindow: window,
  availableImages: z.unknown().optional().transform((value) => (Array.isArray(value) ? rows(z.object({ type: words })).parse(value) : null)),
  deliveryDetails: part(z.object({ signedByName: words, receivedByName: words })),
  additionalTrackingInfo: part(z.object({ packageIdentifiers: rows(z.object({ type: words, value: words, values: rows(z.string()) })) })),
});

const wrapped = z.object({ output: z.object({ completeTrackResults: z.array(z.object({ trackingNumber: words, trackResults: rows(result) })) }) });
const listed = z.object({ trackResults: z.array(z.unknown()).min(1) }).transform(({ trackResults }) => rows(result).parse(trackResults));

/** One parcel as FedEx tells it. */
export type FedexResult = z.output<typeof result>;
/** One thing that happened to it. */
export type FedexScan = z.output<typeof scan>;

/** The parcel's own number, wherever it stands. */
export const numberOf = ({ trackingNumber, trackingNumberInfo }: FedexResult): string | null => trackingNumberInfo?.trackingNumber ?? trackingNumber;

/** Every result of a body, whichever wrapping it came in; null when it is none of FedEx's. */
export const resultsOf = (json: unknown): readonly FedexResult[] | null => {
  const whole = wrapped.safeParse(json);
  if (whole.success) return whole.data.output.completeTrackResults.flatMap(({ trackingNumber, trackResults }) => trackResults.map((one) => ({ ...one, trackingNumber: one.trackingNumber ?? trackingNumber })));
  const list = listed.safeParse(json);
  if (list.success) return list.data;
  const one = result.safeParse(json);
  return one.success && (one.data.scanEvents.length > 0 || one.data.latestStatusDetail !== null || one.data.error !== null) ? [one.data] : null;
};

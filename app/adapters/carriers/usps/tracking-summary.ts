import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const event = z.object({
  eventType: words, eventCode: words, eventTimestamp: words, GMTTimestamp: words, GMTOffset: words,
  eventCity: words, eventState: words, eventZIP: words, eventZIPCode: words, eventCountry: words,
});
const flag = z.unknown().optional().transform((value) => value === true || value === "true");
const expectation = z.object({ expectedDeliveryDate: words, predictedDeliveryDate: words, guaranteedDeliveryDate: words, predictedDeliveryWindowEndTime: words });

const summary = z.object({
  trackingNumber: words, statusCategory: words, status: words, proofOfDeliveryEnabled: flag, trackingEvents: rows(event),
  destinationCity: words, destinationState: words, destinationZIP: words,
  expectedDeliveryDate: words, predictedDeliveryDate: words, guaranteedDeliveryDate: words, predictedDeliveryWindowEndTime: words, deliveryDateExpectation: part(expectation),
});

/** One item of USPS Tracking v3, the same in answers and in pushes (developers.usps.com, Tracking v3 and v3.2, and the recorded answer, read 2026-11-21). */
export const summarySchema = summary;

const issue = z.object({ code: words, message: words, title: words, detail: words });
/** How USPS says no: for a whole call, or in place of one item of a list. */
export const errorSchema = z.object({ error: z.object({ code: words, message: words, errors: rows(issue) }) });

/** One item as USPS tells it. */
export type UspsSummary = z.output<typeof summary>;
/** One scan event of it. */
export type UspsEvent = z.output<typeof event>;

/** What USPS says went wrong: the finest words there are; null when it says nothing went wrong. */
export const uspsError = (json: unknown): { readonly code: string | null; readonly message: string | null } | null => {
  const read = errorSchema.safeParse(json);
  if (!read.success) return null;
  const { code, message, errors } = read.data.error;
  return { code: errors[0]?.code ?? code, message: errors[0]?.detail ?? errors[0]?.title ?? message };
};

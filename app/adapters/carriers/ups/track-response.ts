import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const address = z.object({ city: words, stateProvince: words, postalCode: words, country: words, countryCode: words });
const status = z.object({ type: words, code: words, description: words, simplifiedTextDescription: words, statusCode: words });
const activity = z.object({
  date: words, time: words, gmtDate: words, gmtTime: words, gmtOffset: words, status: part(status), location: part(z.object({ address: part(address) })),
});
const present = z.unknown().optional().transform((value) => typeof value === "string" && value !== "");

const pack = z.object({
  trackingNumber: words,
  activity: rows(activity),
  alternateTrackingNumber: rows(z.object({ number: words, type: words })),
  deliveryDate: rows(z.object({ type: words, date: words })),
  deliveryTime: part(z.object({ type: words, startTime: words, endTime: words })),
  deliveryInformation: part(z.object({
    receivedBy: words, signature: part(z.object({ image: present })), pod: part(z.object({ content: present })), deliveryPhoto: part(z.object({ photo: present, photoCaptureInd: words })),
  })),
  packageAddress: rows(z.object({ type: words, address: part(address) })),
});
const note = z.object({ code: words, message: words });

/** The parts of UPS's Track v1 answer we read (Tracking.yaml of github.com/UPS-API/api-documentation, read 2026-11-21). Times are `HHMMSS`, dates `YYYYMMDD`. */
export const trackResponseSchema = z.object({
  trackResponse: z.object({ shipment: rows(z.object({ inquiryNumber: words, package: rows(pack), warnings: rows(note) })) }),
});

/** How UPS says no, also inside an answer to a question about one parcel. */
const errorsSchema = z.object({ response: z.object({ errors: rows(note) }) });

/** One package as Track tells it. */
export type UpsPackage = z.output<typeof pack>;
/** One thing that happened to it. */
export type UpsActivity = z.output<typeof activity>;

/** The first error UPS names in a body, or null. */
export const upsError = (json: unknown): { readonly code: string | null; readonly message: string | null } | null => {
  const read = errorsSchema.safeParse(json);
  return read.success ? (read.data.response.errors[0] ?? null) : null;
};

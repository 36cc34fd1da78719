import { z } from "zod";

const words = z.string().nullish().transform((value) => (value === undefined || value === null || value.trim() === "" ? null : value));

const location = z.object({ city: words, state: words, country: words, zip: words }).nullish();
const detail = z.object({ message: words, status: words, status_detail: words, datetime: words, tracking_location: location });

/** The parts of an EasyPost Tracker we read (API v2, read 2026-11). Everything else of it is ignored, and nothing in it has to be there but the code. */
export const trackerSchema = z.object({
  tracking_code: z.string().min(1), status: words, status_detail: words, updated_at: words, est_delivery_date: words, signed_by: words,
  tracking_details: z.array(detail).nullish().transform((value) => value ?? []),
  carrier_detail: z.object({ est_delivery_date_local: words, alternate_identifier: words }).nullish(),
});

/** An EasyPost Event: what happened, and the object it happened to. */
export const eventSchema = z.object({ object: z.literal("Event"), id: words, description: z.string(), result: z.unknown().optional() });

/** A tracker as read: absent and empty texts are null. */
export type Tracker = z.output<typeof trackerSchema>;
/** One row of a tracker: what the carrier says happened, when and where. */
export type TrackingDetail = z.output<typeof detail>;

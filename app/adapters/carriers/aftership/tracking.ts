import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const checkpoint = z.object({
  slug: words, checkpoint_time: words, message: words, tag: words, subtag: words, city: words, state: words, zip: words, location: words,
  country_region: words, country_iso3: words, country_region_name: words, country_name: words,
});

/**
 * The parts of an AfterShip Tracking we read (API 2026-07, AfterShip/tracking-sdk-nodejs model Tracking, read 2026-11-21; the `_iso3`
 * and `expected_delivery` spellings are those of versions before 2024-07). Nothing in it has to be there but the number.
 */
export const trackingSchema = z.object({
  tracking_number: z.string().min(1), slug: words, tag: words, subtag: words, subtag_message: words, updated_at: words, signed_by: words, expected_delivery: words, checkpoints: rows(checkpoint),
  courier_estimated_delivery_date: part(z.object({ estimated_delivery_date: words })),
  latest_estimated_delivery: part(z.object({ source: words, datetime: words, datetime_max: words })),
  last_mile: part(z.object({ tracking_number: words, slug: words })),
  proof_of_delivery: z.unknown().optional(),
});

/** A webhook of AfterShip: what happened, and the tracking it happened to. */
export const webhookSchema = z.object({ event: z.string(), msg: z.unknown().optional() });

/** A tracking as read: absent and empty texts are null. */
export type Tracking = z.output<typeof trackingSchema>;
/** One thing the courier told AfterShip. */
export type Checkpoint = z.output<typeof checkpoint>;

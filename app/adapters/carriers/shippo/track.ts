import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const status = z.object({
  status: words, status_details: words, status_date: words, object_created: words, object_updated: words,
  substatus: part(z.object({ code: words, text: words })), location: part(z.object({ city: words, state: words, zip: words, country: words })),
});

/** The parts of a Shippo Track we read (docs.goshippo.com, tracking status, API 2018-02-08, read 2026-11-21). Nothing in it has to be there but the number. */
export const trackSchema = z.object({ tracking_number: z.string().min(1), carrier: words, eta: words, tracking_status: part(status), tracking_history: rows(status) });

/** A webhook of Shippo: what happened, and the track it happened to. */
export const webhookSchema = z.object({ event: z.string(), data: z.unknown().optional() });

/** A track as read: absent and empty texts are null. */
export type Track = z.output<typeof trackSchema>;
/** One thing the carrier told Shippo. */
export type TrackStatus = z.output<typeof status>;

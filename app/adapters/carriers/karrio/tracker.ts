import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const event = z.object({ code: words, status: words, reason: words, description: words, location: words, date: words, time: words, timestamp: words });

/** The parts of a Karrio tracker we read (karrioapi/karrio, TrackingStatus serializer, 2026.1, read 2026-11-21). Nothing in it has to be there but the number. */
export const trackerSchema = z.object({
  tracking_number: z.string().min(1), carrier_name: words, status: words, estimated_delivery: words, updated_at: words, events: rows(event),
  info: part(z.object({ signed_by: words })), delivery_image_url: words, signature_image_url: words, messages: rows(z.object({ code: words, message: words })),
});

/** A webhook of Karrio: what happened, and the object it happened to. */
export const webhookSchema = z.object({ event: z.string(), data: z.unknown().optional() });

/** A tracker as read: absent and empty texts are null. */
export type Tracker = z.output<typeof trackerSchema>;
/** One thing the carrier told Karrio. */
export type TrackerEvent = z.output<typeof event>;

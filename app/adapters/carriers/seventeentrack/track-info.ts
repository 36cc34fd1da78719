import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const address = part(z.object({ country: words, state: words, city: words, postal_code: words }));
const event = z.object({
  time_iso: words, time_utc: words, time_raw: part(z.object({ date: words, time: words, timezone: words })),
  description: words, location: words, stage: words, sub_status: words, address,
});
const provider = z.object({ provider: part(z.object({ key: z.number().nullish(), name: words })), latest_sync_time: words, events: rows(event) });

/** What 17TRACK knows of a parcel (api.17track.net/en/doc, v2.4, read 2026-11-21). */
const info = z.object({
  latest_status: part(z.object({ status: words, sub_status: words, sub_status_descr: words })),
  time_metrics: part(z.object({ estimated_delivery_date: part(z.object({ source: words, from: words, to: words })) })),
  misc_info: part(z.object({ local_number: words, local_provider: words })),
  tracking: part(z.object({ providers: rows(provider) })),
});

const wrapped = z.object({ number: z.string().min(1), track_info: z.unknown().optional() });

/** The parts of one tracked number. Recorded pushes of 2022 carry the latest status beside `track_info`, documented ones inside it: both are read. */
export const trackSchema = z.unknown().transform((value, context) => {
  const outer = wrapped.safeParse(value);
  const read = outer.success ? info.safeParse({ ...(value as object), ...asObject(outer.data.track_info) }) : outer;
  if (outer.success && read.success) return { number: outer.data.number, ...(read.data as z.output<typeof info>) };
  context.addIssue({ code: "custom", message: "no tracked number", path: ["number"] });
  return z.NEVER;
});

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

/** A webhook of 17TRACK: what happened, and the number it happened to. */
export const webhookSchema = z.object({ event: z.string(), data: z.unknown().optional() });

/** A tracked number as read: absent and empty texts are null. */
export type Track = z.output<typeof trackSchema>;
/** One thing a carrier told 17TRACK. */
export type TrackEvent = z.output<typeof event>;

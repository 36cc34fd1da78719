import { z } from "zod";
import { readJson, words } from "../feed/read-json.ts";

/**
 * A push of USPS Subscriptions – Tracking v3.2: an envelope whose `payload` is JSON written as a text, and signed as that text
 * (developers.usps.com, Subscriptions – Tracking; worked out in github.com/hookdeck/webhook-skills, usps-webhooks, read 2026-11-21).
 */
const notificationSchema = z.object({ subscriptionId: words, subscriptionType: words, timestamp: z.string().min(1), payload: z.string().min(1) });

/** An envelope as read. */
export type Notification = z.output<typeof notificationSchema>;

/** The envelope of a push; null when the text is none. */
export const notificationOf = (text: string): Notification | null => notificationSchema.safeParse(readJson(text)).data ?? null;

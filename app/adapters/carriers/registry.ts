import type { Normalise } from "#app/application/ports.ts";
import { easypostDeliveryId } from "./easypost/delivery-id.ts";
import { normaliseEasypost } from "./easypost/normalise.ts";
import { verifyEasypost, type WebhookHeaders } from "./easypost/verify.ts";

/** A carrier feed: how its webhooks prove where they come from, and what they mean. */
export type CarrierFeed = {
  readonly name: string; // as a merchant knows it
  readonly verify: (rawBody: Uint8Array, headers: WebhookHeaders, secret: string) => boolean;
  /** The sender's own id of a delivery, or null when the body does not say: repeats are known by it. */
  readonly deliveryId: (body: string) => string | null;
  readonly normalise: Normalise;
};

/** Every feed besides Shopify itself, under the word its scans carry as their source. A new carrier is a folder and a line here. */
export const CARRIER_FEEDS = {
  easypost: { name: "EasyPost", verify: verifyEasypost, deliveryId: easypostDeliveryId, normalise: normaliseEasypost },
} as const satisfies Readonly<Record<string, CarrierFeed>>;

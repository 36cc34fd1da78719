import type { Normalise } from "#app/application/ports.ts";
import { normaliseEasypost } from "./easypost/normalise.ts";
import { verifyEasypost, type WebhookHeaders } from "./easypost/verify.ts";

/** A carrier feed: how its webhooks prove where they come from, and what they mean. */
export type CarrierFeed = {
  readonly name: string; // as a merchant knows it
  readonly verify: (rawBody: Uint8Array, headers: WebhookHeaders, secret: string) => boolean;
  readonly normalise: Normalise;
};

/** Every feed besides Shopify itself, under the word its scans carry as their source. A new carrier is a folder and a line here. */
export const CARRIER_FEEDS = {
  easypost: { name: "EasyPost", verify: verifyEasypost, normalise: normaliseEasypost },
} as const satisfies Readonly<Record<string, CarrierFeed>>;

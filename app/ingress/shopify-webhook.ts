import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { shopId } from "#app/domain/shared/ids.ts";
import type { NewMessage } from "#app/application/ports.ts";
import { NOT_TEXT, textOf } from "./read-body.ts";

export type Checked =
  | { readonly outcome: "genuine"; readonly message: NewMessage }
  | { readonly outcome: "unauthorised"; readonly because: string } // 401
  | { readonly outcome: "malformed"; readonly because: string }; // 400

/** Classic webhooks say `X-Shopify-…`, Shopify's newer Events say `Shopify-…`; both mean the same. */
const header = (headers: IncomingHttpHeaders, name: string): string | null => {
  const value = headers[`x-shopify-${name}`] ?? headers[`shopify-${name}`];
  return typeof value === "string" && value !== "" ? value : null;
};

/** HMAC-SHA256 of the raw body in base64, with the app's client secret; during a rotation Shopify may use the old one for an hour. */
const isSigned = (bytes: Buffer, given: string, secrets: readonly string[]): boolean => {
  const claimed = Buffer.from(given, "base64");
  return secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(bytes).digest();
    return claimed.length === expected.length && timingSafeEqual(claimed, expected);
  });
};

const TOPIC = /^[a-z0-9_]+\/[a-z0-9_]+$/;

/** Whether a delivery is Shopify's, and what identifies it. The body stays bytes: nothing is parsed before it is kept. */
export const checkShopifyWebhook = (headers: IncomingHttpHeaders, bytes: Buffer, secrets: readonly string[], now: Instant): Checked => {
  const hmac = header(headers, "hmac-sha256");
  if (!hmac) return { outcome: "unauthorised", because: "The signature is missing." };
  if (!isSigned(bytes, hmac, secrets)) return { outcome: "unauthorised", because: "The signature does not match the body." };
  const shop = shopId(header(headers, "shop-domain") ?? "");
  if (!shop) return { outcome: "malformed", because: "The shop domain header is missing or is not a myshopify.com domain." };
  const topic = header(headers, "topic")?.toLowerCase() ?? "";
  if (!TOPIC.test(topic)) return { outcome: "malformed", because: "The topic header is missing or malformed." };
  const deliveryId = header(headers, "webhook-id");
  if (!deliveryId || deliveryId.length > 200) return { outcome: "malformed", because: "The webhook id header is missing or malformed." };
  const body = textOf(bytes);
  if (body === null) return { outcome: "malformed", because: NOT_TEXT };
  return { outcome: "genuine", message: { shop, source: "shopify", topic, deliveryId, eventId: header(headers, "event-id"), triggeredAt: instant(header(headers, "triggered-at")), receivedAt: now, body } };
};

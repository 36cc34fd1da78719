import type { Credentials, Push } from "#app/application/ports.ts";
import { isHmacSha256 } from "../direct/hmac.ts";
import { headerOf } from "../feed/secrets.ts";
import { notificationOf } from "./notification.ts";
import { webhookSecret } from "./webhook-secret.ts";

/**
 * Whether USPS signed this notification: `X-HMAC` (older: `hmac-header`) is Base64 of HMAC-SHA256 over the envelope's `timestamp` and
 * its `payload` as the text it stands there, keyed by the subscription's secret (Subscriptions – Tracking v3.2). The rest of the envelope is
 * not covered by it, and nothing of the rest is used.
 */
export const verifyUsps = ({ bytes, headers }: Push, credentials: Credentials): boolean => {
  const notification = notificationOf(Buffer.from(bytes).toString("utf8"));
  const claimed = headerOf(headers, "x-hmac") ?? headerOf(headers, "hmac-header");
  return notification !== null && isHmacSha256(webhookSecret(credentials), `${notification.timestamp}${notification.payload}`, claimed, ["base64"]);
};

import { createHmac, randomBytes } from "node:crypto";
import type { Instant } from "#app/domain/shared/time.ts";

const PREFIX = "whsec_";
const SECRET_BYTES = 32; // the specification asks for 24 to 64

/** A new signing secret, `whsec_` and base64, as Standard Webhooks 1.0 writes symmetric keys. */
export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;

/** The key inside a secret; null when it is not one. */
const keyOf = (secret: string): Buffer | null => {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : null;
  return encoded !== null && encoded.length >= 32 && /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ? Buffer.from(encoded, "base64") : null;
};

/**
 * The three headers of Standard Webhooks 1.0 (read 2026-11): HMAC-SHA256 over `id.timestamp.body`, one signature for each secret, the newest first.
 * Null when there is no secret or one is malformed.
 */
export const signedHeaders = ({ id, body, secrets, now }: { readonly id: string; readonly body: string; readonly secrets: readonly string[]; readonly now: Instant }): Readonly<Record<string, string>> | null => {
  const keys = secrets.flatMap((secret) => keyOf(secret) ?? []);
  if (keys.length === 0 || keys.length < secrets.length) return null;
  const timestamp = String(Math.floor(now / 1000));
  const signatures = keys.map((key) => `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`);
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
};

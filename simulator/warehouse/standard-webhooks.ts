import { createHmac } from "node:crypto";

/**
 * The headers by which Standard Webhooks 1.0 proves a body (github.com/standard-webhooks, specification of 2023-09, read November 2026):
 * HMAC-SHA256 over `id.timestamp.body` with the bytes of the secret behind `whsec_`. `at` in whole seconds since 1970.
 */
export function signedHeaders(body: string, { secret, id, at }: { secret: string; id: string; at: number }): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${at}.${body}`, "utf8").digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": `v1,${signature}` };
}

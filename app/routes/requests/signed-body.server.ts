import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Shopify signed these bytes: base64 HMAC-SHA256 of the raw body with the app's secret, as in `X-Shopify-Hmac-Sha256`
 * (webhooks and Flow actions alike; Shopify's documentation, 2026-11). Any of `secrets` will do, so that one can be rotated.
 */
export const isSignedByShopify = (body: Uint8Array, signature: string | null, secrets: readonly string[]): boolean => {
  if (signature === null) return false;
  const given = Buffer.from(signature, "base64");
  return secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
};

import { createHmac, timingSafeEqual } from "node:crypto";

/** Request headers as a `Headers` object or as Node's plain record of lower-case names. */
export type WebhookHeaders = { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

const HEADER = "x-hmac-signature";
const PREFIX = "hmac-sha256-hex=";

const headerOf = (headers: WebhookHeaders): string | null => {
  if (typeof headers["get"] === "function") return (headers as { get(name: string): string | null }).get(HEADER);
  const value = (headers as Readonly<Record<string, string | readonly string[] | undefined>>)[HEADER];
  return typeof value === "string" ? value : null; // sent twice: neither is believed
};

/** EasyPost's signer writes a whole-number weight as a float while the body it sends may not: either form is signed (easypost-node issue 467). */
const withFloatWeight = (body: string): string => body.replaceAll(/("weight":\s*\d+)(\s*[,}])/g, "$1.0$2");

/**
 * Whether EasyPost signed this body with `secret`: HMAC-SHA256 over the raw bytes, keyed by the NFKD-normalised secret,
 * as `hmac-sha256-hex=<hex>` (EasyPost webhook guide and client 8.9.0, read 2026-11). The scheme has no timestamp; the
 * event's id is what keeps a repeat from counting twice.
 */
export const verifyEasypost = (rawBody: Uint8Array, headers: WebhookHeaders, secret: string): boolean => {
  const signature = headerOf(headers)?.trim();
  if (secret === "" || !signature?.startsWith(PREFIX) || !/^[0-9a-f]{64}$/i.test(signature.slice(PREFIX.length))) return false;
  const claimed = Buffer.from(signature.slice(PREFIX.length), "hex");
  const key = Buffer.from(secret.normalize("NFKD"), "utf8");
  const signs = (body: Uint8Array | string) => timingSafeEqual(claimed, createHmac("sha256", key).update(body).digest());
  return signs(rawBody) || signs(withFloatWeight(Buffer.from(rawBody).toString("utf8")));
};

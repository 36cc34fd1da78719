import { createHmac, timingSafeEqual } from "node:crypto";
import type { Push } from "#app/application/ports.ts";
import { minutes, type Instant } from "#app/domain/shared/time.ts";
import { headerOf, sameSecret } from "../feed/secrets.ts";

const HEADER = "shippo-auth-signature";
/** How far the signer's clock may be from ours. */
const TOLERANCE = minutes(5);

/**
 * Whether Shippo signed these bytes: `Shippo-Auth-Signature: t=<Unix seconds>,v1=<hex>`, HMAC-SHA256 over `t + "." + raw body`
 * (docs.goshippo.com, webhook security, read 2026-11-21). A signature more than five minutes from `now` is refused.
 */
export const isSigned = ({ bytes, headers }: Pick<Push, "bytes" | "headers">, secret: string, now: Instant): boolean => {
  const parts = new Map((headerOf(headers, HEADER) ?? "").split(",").map((part) => { const [name = "", value = ""] = part.trim().split("="); return [name, value] as const; }));
  const at = parts.get("t") ?? "";
  const claimed = parts.get("v1") ?? "";
  if (secret === "" || !/^\d{1,12}$/.test(at) || !/^[0-9a-f]{64}$/i.test(claimed)) return false;
  if (Math.abs(now - Number(at) * 1_000) > TOLERANCE) return false;
  return timingSafeEqual(Buffer.from(claimed, "hex"), createHmac("sha256", secret).update(`${at}.`).update(bytes).digest());
};

/** Whether a push carries the word that only the address pasted at Shippo holds, as `?token=`: what Shippo offers without its HMAC service. */
export const hasToken = ({ query }: Pick<Push, "query">, token: string): boolean => {
  const given = query.getAll("token");
  return given.length === 1 && sameSecret(given[0] ?? "", token);
};

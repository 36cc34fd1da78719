import { createHmac, timingSafeEqual } from "node:crypto";
import type { Push } from "#app/application/ports.ts";
import { headerOf } from "../feed/secrets.ts";

/** The header of today, the one of AfterShip's other products, and the one of organizations from before 2022-10-25. */
const HEADERS = ["aftership-hmac-sha256", "as-signature-hmac-sha256", "am-webhook-signature"] as const;
const OLD_PREFIX = "hmac-sha256=";

/** 32 bytes written as base64, or null. */
const digestOf = (text: string): Buffer | null => {
  const plain = text.startsWith(OLD_PREFIX) ? text.slice(OLD_PREFIX.length) : text;
  return /^[A-Za-z0-9+/]{43}=$/.test(plain) ? Buffer.from(plain, "base64") : null;
};

/**
 * Whether AfterShip signed these bytes: HMAC-SHA256 over the raw body with the webhook secret, base64
 * (aftership.com/docs/tracking/webhook/webhook-signature and docs/returns/2024-07/webhook/signature, read 2026-11-21). The
 * scheme has no timestamp; the event's id is what keeps a repeat from counting twice.
 */
export const verifyAftership = ({ bytes, headers }: Pick<Push, "bytes" | "headers">, secret: string): boolean => {
  const claimed = HEADERS.map((name) => headerOf(headers, name)).find((value) => value !== null);
  const digest = claimed === undefined || claimed === null ? null : digestOf(claimed);
  return secret !== "" && digest !== null && timingSafeEqual(digest, createHmac("sha256", secret).update(bytes).digest());
};

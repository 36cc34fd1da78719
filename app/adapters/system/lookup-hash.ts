import { createHmac } from "node:crypto";
import type { LookupHash } from "#app/application/ports.ts";

/** HMAC-SHA256 over shop and normalised e-mail; equal only within one shop. */
export const lookupHash = (key: Buffer): LookupHash => (shop, email) =>
  createHmac("sha256", key).update(`${shop}\u0000${email.trim().toLowerCase().normalize("NFC")}`).digest("base64url");

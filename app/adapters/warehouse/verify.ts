import { createHmac, timingSafeEqual } from "node:crypto";
import { minutes, since, type Instant } from "#app/domain/shared/time.ts";

/** A signed time may be this far from ours, in either direction (Standard Webhooks 1.0). */
const TOLERANCE = minutes(5);

type Headers = Readonly<Record<string, string | string[] | undefined>>;
const one = (headers: Headers, name: string): string | null => {
  const value = headers[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** Whether a request was signed with this secret, as Standard Webhooks 1.0 signs (read 2026-11): HMAC-SHA256 over `id.timestamp.body`, any of the given signatures. */
export const isSigned = (headers: Headers, bytes: Uint8Array, secret: string, now: Instant): boolean => {
  const [id, timestamp, signatures] = [one(headers, "webhook-id"), one(headers, "webhook-timestamp"), one(headers, "webhook-signature")];
  if (id === null || timestamp === null || signatures === null || !/^\d{1,12}$/.test(timestamp) || !secret.startsWith("whsec_")) return false;
  if (Math.abs(since((Number(timestamp) * 1_000) as Instant, now)) > TOLERANCE) return false;
  const expected = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64")).update(`${id}.${timestamp}.`).update(bytes).digest();
  return signatures.split(" ").some((signature) => {
    const given = Buffer.from(signature.startsWith("v1,") ? signature.slice(3) : "", "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
};

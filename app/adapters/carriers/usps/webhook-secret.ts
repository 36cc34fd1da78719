import type { Credentials } from "#app/application/ports.ts";

/** USPS signs with a secret of exactly 32 characters (Subscriptions – Tracking v3.2, read 2026-11-21): a longer one is cut, a shorter one is none. */
export const webhookSecret = (credentials: Credentials): string => {
  const secret = credentials["webhookSecret"] ?? "";
  return secret.length < 32 ? "" : secret.slice(0, 32);
};

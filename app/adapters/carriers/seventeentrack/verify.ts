import { createHash, timingSafeEqual } from "node:crypto";
import type { Push } from "#app/application/ports.ts";
import { headerOf } from "../feed/secrets.ts";

/**
 * Whether 17TRACK signed these bytes: header `sign`, plain SHA-256 over `raw body + "/" + API key`, hex (api.17track.net, webhook
 * section, v2.4, read 2026-11-21). It has no timestamp, and whoever knows the API key can sign: it is the vendor's scheme, not ours.
 */
export const verifySeventeentrack = ({ bytes, headers }: Pick<Push, "bytes" | "headers">, apiKey: string): boolean => {
  const claimed = headerOf(headers, "sign") ?? "";
  if (apiKey === "" || !/^[0-9a-f]{64}$/i.test(claimed)) return false;
  return timingSafeEqual(Buffer.from(claimed, "hex"), createHash("sha256").update(bytes).update(`/${apiKey}`).digest());
};

import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { fieldOf, jsonOf, textOf } from "./feed-request.ts";
import { MERCHANT_MAILER_ID } from "./usps-mailer-id.ts";

/** A subscription at USPS. Suspended, it tells nothing until it is made anew. */
export type UspsSubscription = { id: string; url: string; secret: string; state: "ENABLED" | "SUSPENDED" };

/** How USPS says no. */
export const refusal = (status: number, code: string, message: string, headers: Record<string, string> = {}): HostResponse =>
  jsonResponse(status, { apiVersion: "v3", error: { code, message, errors: [{ status: String(status), code, title: message, detail: message }] } }, headers);

/** Reads a wish for a subscription as strictly as USPS does. */
export function wishedSubscription(request: HostRequest): { url: string; secret: string } | HostResponse {
  const json = jsonOf(request);
  const [url, secret, mails] = [textOf(fieldOf(json, "listenerURL")), textOf(fieldOf(json, "secret")), fieldOf(json, "adminNotification")];
  const mid = textOf(fieldOf(fieldOf(json, "filterProperties"), "MID"));
  if (url === null || !/^https?:\/\//.test(url)) return refusal(400, "400", "listenerURL is required and must be a valid URL.");
  if (secret?.length !== 32) return refusal(400, "400", "secret must be exactly 32 characters.");
  if (!Array.isArray(mails) || !mails.some((one) => /.@./.test(textOf(fieldOf(one, "email")) ?? ""))) return refusal(400, "400", "adminNotification requires at least one e-mail address.");
  if (mid === null) return refusal(400, "400", "filterProperties requires MID or trackingNumber.");
  return mid === MERCHANT_MAILER_ID ? { url, secret } : refusal(403, "403", "The Mailer ID is not linked to your account.");
}

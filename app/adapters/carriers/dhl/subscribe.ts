import { z } from "zod";
import type { FeedCall } from "#app/application/ports.ts";
import { words } from "../feed/read-json.ts";
import type { VendorAnswer, VendorCall } from "../feed/call-vendor.ts";
import { PUSH_HEADER } from "./push-header.ts";

/** Every kind of event (Postman collection of the Unified Push API, developer.dhl.com, read 2026-11-21). */
const EVENTS = ["Transit", "Delivered", "Pre-Transit", "Failure", "Unknown"];

const made = z.object({ self: words, id: words, subscriptionId: words, secret: words });

/** What came of asking DHL to push. `inactive`: it keeps no subscription, or none that it has confirmed. */
export type Subscribed = { readonly outcome: "active" } | { readonly outcome: "inactive"; readonly because: string } | Exclude<VendorAnswer, { readonly outcome: "answered" }>;

type Ask = (request: Pick<VendorCall, "url" | "method" | "json" | "headers" | "expected">) => Promise<VendorAnswer>;

const HOST = "https://api-eu.dhl.com/tracking/push/v1";

/**
 * Makes a subscription for one shipment and confirms it with the hook secret DHL answers (`POST /subscription/{id}`, header
 * `DHL-API-Hook-Secret`; Unified Push API, spec 1.2.5, read 2026-11-21). DHL presents our token in a header of our choice on every push.
 * A key without access to the push API answers 401, 403 or 404 here although it may track.
 */
export const subscribe = async (ask: Ask, { webhookUrl, credentials }: FeedCall, service: string, number: string): Promise<Subscribed> => {
  const hook = { uri: webhookUrl, authentication: { type: "ApiKeyAuthentication", header: PUSH_HEADER, token: credentials["pushToken"] ?? "" } };
  const answer = await ask({ url: `${HOST}/subscription`, method: "POST", json: { hook, format: "Default", type: "Shipment", service, events: EVENTS, shipmentIDs: [number] }, expected: [400, 401, 403, 404, 409] });
  if (answer.outcome !== "answered") return answer;
  if (answer.status === 409) return { outcome: "active" }; // the same subscription exists
  if (answer.status >= 400) return { outcome: "inactive", because: answer.status === 400 ? "DHL does not push this shipment." : "This DHL key has no access to the push API." };
  const { self = null, id = null, subscriptionId = null, secret = null } = made.safeParse(answer.json).data ?? {};
  const name = id ?? subscriptionId ?? self?.split("/").at(-1) ?? null;
  if (name === null || secret === null) return { outcome: "inactive", because: "DHL has not confirmed its pushes yet." };
  const confirmed = await ask({ url: `${HOST}/subscription/${encodeURIComponent(name)}`, method: "POST", headers: { "DHL-API-Hook-Secret": secret }, expected: [400, 401, 403, 404, 409] });
  if (confirmed.outcome !== "answered") return { outcome: "inactive", because: confirmed.because };
  return confirmed.status < 400 || confirmed.status === 409 ? { outcome: "active" } : { outcome: "inactive", because: "DHL did not confirm its pushes." };
};

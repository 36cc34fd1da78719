import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex, randomUuid } from "../world/random.ts";
import type { Random } from "../world/types.ts";
import { fieldOf, jsonOf, textOf } from "./feed-request.ts";

/** A subscription of the Unified Push API. DHL tells nothing under it before it is confirmed. */
export type Subscription = { id: string; secret: string; url: string; header: string | null; token: string | null; service: string; numbers: readonly string[]; active: boolean };

/** How DHL says no (RFC 7807). */
export const problem = (status: number, title: string, detail: string, headers: Record<string, string> = {}): HostResponse => jsonResponse(status, { status, title, detail }, { ...headers, "content-type": "application/problem+json" });

const EVENTS = new Set(["transit", "delivered", "pre-transit", "failure", "unknown"]);
const SERVICES = new Set(["express", "ecommerce", "ecommerce-europe", "parcel-de", "parcel-nl", "parcel-uk", "parcel-pl", "freight", "post-de", "dgf", "sameday"]);
const MOST_NUMBERS = 10;

/** Reads a wish for a subscription as strictly as DHL does. */
export function newSubscription(request: HostRequest, random: Random): Subscription | HostResponse {
  const json = jsonOf(request);
  const [hook, events, numbers] = [fieldOf(json, "hook"), fieldOf(json, "events"), fieldOf(json, "shipmentIDs")];
  const [url, service] = [textOf(fieldOf(hook, "uri")), textOf(fieldOf(json, "service"))];
  if (url === null || !/^https?:\/\//.test(url)) return problem(400, "Bad Request", "hook.uri is not a valid address.");
  if (fieldOf(json, "format") !== "Default" || fieldOf(json, "type") !== "Shipment") return problem(400, "Bad Request", "format or type is not supported.");
  if (service === null || !SERVICES.has(service)) return problem(400, "Bad Request", "Unknown service.");
  if (!Array.isArray(events) || events.length === 0 || !events.every((one) => EVENTS.has(String(one).toLowerCase()))) return problem(400, "Bad Request", "events must name at least one known event.");
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > MOST_NUMBERS || !numbers.every((one) => textOf(one) !== null)) return problem(400, "Bad Request", "shipmentIDs must hold 1 to 10 shipment numbers.");
  const authentication = fieldOf(hook, "authentication");
  return { id: randomUuid(random), secret: randomHex(random, 32), url, service, numbers: numbers as readonly string[], active: false, header: textOf(fieldOf(authentication, "header")), token: textOf(fieldOf(authentication, "token")) };
}

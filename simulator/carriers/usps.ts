import { createHmac } from "node:crypto";
import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex, randomUuid } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedOauth } from "./feed-oauth.ts";
import { createFeedParcels } from "./feed-parcels.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";
import { itemBody } from "./usps-item.ts";
import { isMerchantsOwn, MERCHANT_MAILER_ID } from "./usps-mailer-id.ts";
import { refusal, wishedSubscription, type UspsSubscription } from "./usps-subscriptions.ts";

const TOKEN_SECONDS = 28_799;
const MOST_NUMBERS = 35;
/** What a new app may ask in an hour. */
const PER_HOUR = 60;
/** A push tells of an item's newest events, not of its whole history. */
const RECENT = 3;
const RETRIES_MS: readonly number[] = [1, 5, 30].map((minutes) => minutes * 60_000);

/** The stand-in for USPS: OAuth, Tracking v3r2 and v3, and Subscriptions – Tracking for the merchant's Mailer ID (developers.usps.com, read November 2026). */
export function createUsps({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const [consumerKey, consumerSecret] = [randomHex(random, 40), randomHex(random, 40)];
  const tokens = createFeedOauth({ clock, random }, TOKEN_SECONDS * 1_000);
  const parcels = createFeedParcels({ clock, random });
  const own = new Set<string>();
  const trouble = noTrouble();
  const window = createRateWindow(clock, PER_HOUR, 3_600_000);
  let subscription: UspsSubscription | null = null;

  const ours = (number: string): readonly CarrierScan[] => parcels.past(number).filter(({ carrier }) => carrier === "USPS");
  const tell = (number: string): void => {
    const to = subscription;
    if (to?.state !== "ENABLED" || !isMerchantsOwn(number) || ours(number).length === 0) return;
    const [timestamp, payload] = [clock.now().toISOString(), JSON.stringify(itemBody(number, ours(number), RECENT))];
    const body = JSON.stringify({ subscriptionId: to.id, subscriptionType: "TRACKING", timestamp, payload, links: [] });
    const signature = createHmac("sha256", to.secret).update(`${timestamp}${payload}`, "utf8").digest("base64");
    deliveries.send({
      source: "usps", topic: "TRACKING", id: randomUuid(random), url: to.url, body, timeoutMs: 5_000, retriesMs: RETRIES_MS, headers: { "Content-Type": "application/json", "X-HMAC": signature },
      onGivenUp: () => {
        to.state = "SUSPENDED"; // a listener that cannot be reached
      },
    });
  };

  const grant = (request: HostRequest): HostResponse => {
    const json = jsonOf(request);
    if (fieldOf(json, "grant_type") !== "client_credentials" || fieldOf(json, "client_id") !== consumerKey || fieldOf(json, "client_secret") !== consumerSecret) {
      return jsonResponse(401, { error: "invalid_client", error_description: "Client authentication failed.", error_uri: "https://datatracker.ietf.org/doc/html/rfc6749#page-45" });
    }
    const { token, issuedAt } = tokens.grant();
    return jsonResponse(200, { access_token: token, token_type: "Bearer", issued_at: issuedAt.getTime(), expires_in: TOKEN_SECONDS, status: "approved", scope: "tracking subscriptions-tracking", issuer: "api.usps.com", client_id: consumerKey });
  };
  const item = (number: string): { status: number; body: object } => {
    if (!isMerchantsOwn(number)) return { status: 403, body: { trackingNumber: number, error: { code: "403", message: "You are not authorized to track this item: its Mailer ID is not linked to your account.", errors: [] } } };
    const scans = ours(number);
    return scans.length === 0 ? { status: 404, body: { trackingNumber: number, error: { code: "404", message: "A status update is not yet available on your package; item not found.", errors: [] } } } : { status: 200, body: itemBody(number, scans) };
  };
  const trackMany = (request: HostRequest): HostResponse => {
    const wanted = jsonOf(request);
    if (!Array.isArray(wanted) || wanted.length === 0) return refusal(400, "400", "OASValidation: the request body must be an array.");
    if (wanted.length > MOST_NUMBERS) return refusal(400, "400", `OASValidation: at most ${MOST_NUMBERS} items are allowed.`);
    const allowed = new Set(["trackingNumber", "mailingDate", "destinationZIPCode"]);
    if (wanted.some((one) => textOf(fieldOf(one, "trackingNumber")) === null || Object.keys(one as object).some((name) => !allowed.has(name)))) return refusal(400, "400", "OASValidation: the request body does not match the schema.");
    const items = wanted.map((one) => item(String(fieldOf(one, "trackingNumber"))));
    return jsonResponse(items.every(({ status }) => status === 200) ? 200 : 207, items.map(({ body }) => body));
  };
  const subscribe = (request: HostRequest): HostResponse => {
    const wished = wishedSubscription(request);
    if ("status" in wished) return wished;
    if (subscription?.url === wished.url && subscription.secret === wished.secret && subscription.state === "ENABLED") return refusal(400, "400", `Duplicate subscription. subscriptionId : ${subscription.id}`);
    subscription = { id: randomUuid(random), ...wished, state: "ENABLED" };
    onChange();
    return jsonResponse(201, { subscriptionId: subscription.id, listenerURL: subscription.url, status: subscription.state, filterProperties: { MID: MERCHANT_MAILER_ID, trackingEventTypes: ["ALL_UPDATES"] } });
  };

  return {
    source: "usps", name: "USPS", hosts: ["apis.usps.com"], webhookBy: "api", trouble,
    account: [
      { field: "consumerKey", label: "Consumer key", value: consumerKey }, { field: "consumerSecret", label: "Consumer secret", value: consumerSecret },
      { field: "mailerId", label: "Mailer ID (MID)", value: MERCHANT_MAILER_ID }, { field: "alertEmail", label: "E-mail for USPS's warnings", value: "post@hearth-and-wool.example" },
    ],
    get webhook() { return subscription && { url: subscription.url, secret: subscription.secret }; },
    get watched() { return subscription?.state === "ENABLED" ? own.size : 0; },
    configureWebhook(webhook) {
      if (webhook === null) subscription = null; // made by call alone
      onChange();
    },
    scan(scan) {
      parcels.heard(scan);
      if (scan.carrier !== "USPS") return;
      if (isMerchantsOwn(scan.trackingNumber)) own.add(scan.trackingNumber);
      tell(scan.trackingNumber);
    },
    repeat: tell,
    handle(request) {
      const path = pathOf(request);
      const tooMany = (seconds: number): HostResponse => refusal(429, "429", "Too many requests have been received from this client.", { "retry-after": String(seconds) });
      const bad = spoiled(trouble, { rateLimited: () => tooMany(3_600), failing: () => refusal(503, "503", "Service Unavailable") });
      if (bad !== null) return bad;
      if (request.method === "POST" && path === "/oauth2/v3/token") return grant(request);
      if (!tokens.accepts(request.headers["authorization"])) return refusal(401, "401", "Invalid or expired access token.");
      const waitMs = window.take();
      if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1_000));
      if (request.method === "POST" && path === "/tracking/v3r2/tracking") return trackMany(request);
      if (request.method === "POST" && path === "/subscriptions-tracking/v3/subscriptions") return subscribe(request);
      const number = /^\/tracking\/v3\/tracking\/([^/]+)$/.exec(path)?.[1];
      if (request.method === "GET" && number !== undefined) {
        const { status, body } = item(decodeURIComponent(number));
        return jsonResponse(status, body);
      }
      return nothingAnswers(request, refusal(404, "404", "OASValidation: no such operation."));
    },
  };
}

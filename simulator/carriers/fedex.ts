import { createHmac } from "node:crypto";
import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex, randomUuid } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { trackResult } from "./fedex-result.ts";
import { createFeedOauth } from "./feed-oauth.ts";
import { createFeedParcels } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";

const TOKEN_SECONDS = 3_599;
const MOST_NUMBERS = 30;
/** FedEx documents that it tries again, not when; these are moderate guesses. */
const RETRIES_MS: readonly number[] = [1, 5, 15, 60].map((minutes) => minutes * 60_000);

/** The stand-in for FedEx: OAuth, Track v1, and Advanced Integrated Visibility for all parcels of the account (developer.fedex.com, read November 2026). */
export function createFedex({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const [apiKey, secretKey, securityToken] = [`l7${randomHex(random, 32)}`, randomHex(random, 32), randomHex(random, 32)];
  const tokens = createFeedOauth({ clock, random }, TOKEN_SECONDS * 1_000);
  const parcels = createFeedParcels({ clock, random });
  const numbers = new Set<string>();
  const trouble = noTrouble();
  const push = createFeedPush(deliveries, { source: "fedex", timeoutMs: 5_000, retriesMs: RETRIES_MS });
  const window = createRateWindow(clock, 1_400, 10_000);

  const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): HostResponse => jsonResponse(status, { transactionId: randomUuid(random), errors: [{ code, message }] }, headers);
  const ours = (number: string): readonly CarrierScan[] => parcels.past(number).filter(({ carrier }) => carrier === "FedEx");
  /** Every scan is an event of its own, also one that comes late and is not the newest. */
  const tell = (number: string, scan: CarrierScan | undefined): void => {
    if (scan === undefined) return;
    const body = JSON.stringify({ trackResults: [trackResult(number, ours(number), [scan])] });
    push.send({ topic: "track", id: randomUuid(random), body }, ({ secret }) => ({ "fdx-signature": createHmac("sha256", secret ?? securityToken).update(body, "utf8").digest("base64") }));
  };

  const grant = (request: HostRequest): HostResponse => {
    const form = new URLSearchParams(request.body);
    if (form.get("grant_type") !== "client_credentials" || form.get("client_id") !== apiKey || form.get("client_secret") !== secretKey) return refuse(401, "NOT.AUTHORIZED.ERROR", "The given client credentials were not valid. Please modify your request and try again.");
    return jsonResponse(200, { access_token: tokens.grant().token, token_type: "bearer", expires_in: TOKEN_SECONDS, scope: "CXS" });
  };
  const track = (request: HostRequest): HostResponse => {
    const wanted = fieldOf(jsonOf(request), "trackingInfo");
    if (!Array.isArray(wanted) || wanted.length === 0) return refuse(400, "TRACKING.TRACKINGNUMBER.EMPTY", "Please provide tracking number.");
    if (wanted.length > MOST_NUMBERS) return refuse(400, "TRACKING.TRACKINGINFO.MAXLIMITEXCEEDED", "A maximum of 30 tracking numbers may be entered.");
    const completeTrackResults = wanted.map((one) => {
      const number = textOf(fieldOf(fieldOf(one, "trackingNumberInfo"), "trackingNumber")) ?? "";
      const scans = ours(number);
      const missing = { trackingNumberInfo: { trackingNumber: number, trackingNumberUniqueId: "", carrierCode: "" }, error: { code: "TRACKING.TRACKINGNUMBER.NOTFOUND", message: "Tracking number cannot be found. Please correct the tracking number and try again." } };
      return { trackingNumber: number, trackResults: [scans.length === 0 ? missing : trackResult(number, scans, fieldOf(jsonOf(request), "includeDetailedScans") === true ? scans : [])] };
    });
    return jsonResponse(200, { transactionId: randomUuid(random), customerTransactionId: request.headers["x-customer-transaction-id"] ?? "", output: { completeTrackResults } });
  };

  return {
    source: "fedex", name: "FedEx", hosts: ["apis.fedex.com"], webhookBy: "dashboard", trouble,
    account: [{ field: "apiKey", label: "API key", value: apiKey }, { field: "secretKey", label: "Secret key", value: secretKey }, { field: "securityToken", label: "Webhook security token", value: securityToken }],
    get webhook() { return push.webhook; },
    get watched() { return push.webhook === null ? 0 : numbers.size; },
    configureWebhook(webhook) {
      push.webhook = webhook;
      onChange();
    },
    scan(scan) {
      parcels.heard(scan);
      if (scan.carrier !== "FedEx") return;
      numbers.add(scan.trackingNumber);
      tell(scan.trackingNumber, scan);
    },
    repeat(number) {
      tell(number, ours(number).at(-1));
    },
    handle(request) {
      const path = pathOf(request);
      const bad = spoiled(trouble, { rateLimited: () => refuse(429, "TOO.MANY.REQUESTS.ERROR", "The request has exceeded the rate limit. Please try again later.", { "retry-after": "10" }), failing: () => refuse(503, "SERVICE.UNAVAILABLE.ERROR", "The service is currently unavailable and we are working to resolve the issue.") });
      if (bad !== null) return bad;
      if (request.method === "POST" && path === "/oauth/token") return grant(request);
      if (!tokens.accepts(request.headers["authorization"])) return refuse(401, "NOT.AUTHORIZED.ERROR", "Access token expired. Please modify your request and try again.");
      const waitMs = window.take();
      if (waitMs > 0) return refuse(429, "TOO.MANY.REQUESTS.ERROR", "The request has exceeded the rate limit. Please try again later.", { "retry-after": String(Math.ceil(waitMs / 1_000)) });
      if (request.method === "POST" && path === "/track/v1/trackingnumbers") return track(request);
      return nothingAnswers(request, refuse(404, "NOT.FOUND.ERROR", "The resource you requested is no longer available. Please modify your request and try again."));
    },
  };
}

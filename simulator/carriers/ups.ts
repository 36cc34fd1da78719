import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedOauth } from "./feed-oauth.ts";
import { createFeedParcels } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";
import { alertEvent, trackAnswer } from "./ups-activity.ts";

const HOUR = 3_600_000;
/** UPS's tokens last just under four hours. */
const TOKEN_SECONDS = 14_399;
/** "Each 1Z subscription is valid for 14 days." */
const SUBSCRIBED_MS = 14 * 24 * HOUR;
const MOST_NUMBERS = 100;

const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): HostResponse => jsonResponse(status, { response: { errors: [{ code, message }] } }, headers);

/** The stand-in for UPS: OAuth, Track v1 and Track Alert v2 with its single events (github.com/UPS-API/api-documentation, read November 2026). */
export function createUps({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const [clientId, clientSecret] = [randomHex(random, 48), randomHex(random, 64)];
  const tokens = createFeedOauth({ clock, random }, TOKEN_SECONDS * 1_000);
  const parcels = createFeedParcels({ clock, random });
  const until = new Map<string, number>();
  const trouble = noTrouble();
  // "If this endpoint is not continuously available, incoming events will be lost."
  const push = createFeedPush(deliveries, { source: "ups", timeoutMs: 5_000, retriesMs: [] });
  const window = createRateWindow(clock, 60, 60_000);

  const isListening = (number: string): boolean => (until.get(number) ?? 0) > clock.now().getTime();
  const tell = (scan: CarrierScan, scans: readonly CarrierScan[]): void => {
    if (isListening(scan.trackingNumber)) {
      push.send({ topic: "TrackingEvent", id: randomHex(random, 16), body: JSON.stringify(alertEvent(scan, scans)) }, ({ secret }) => ({ "User-Agent": "UPSPubSubTrackingService", credential: secret ?? "" }));
    }
  };

  const grant = (request: HostRequest): HostResponse => {
    const given = Buffer.from((request.headers["authorization"] ?? "").replace(/^Basic /, ""), "base64").toString("utf8");
    if (new URLSearchParams(request.body).get("grant_type") !== "client_credentials") return refuse(400, "10400", "Invalid/Missing Grant type");
    if (given !== `${clientId}:${clientSecret}`) return refuse(401, "10401", "ClientId is Invalid");
    const { token, issuedAt } = tokens.grant();
    return jsonResponse(200, { token_type: "Bearer", issued_at: String(issuedAt.getTime()), client_id: clientId, access_token: token, scope: "", expires_in: String(TOKEN_SECONDS), refresh_count: "0", status: "approved" });
  };
  const track = (number: string): HostResponse => {
    if (!/^[0-9A-Z]{7,34}$/i.test(number)) return refuse(400, "TV1002", "Invalid inquiry number");
    const scans = parcels.past(number).filter(({ carrier }) => carrier === "UPS");
    return scans.length === 0 ? jsonResponse(200, { trackResponse: { shipment: [{ inquiryNumber: number, warnings: [{ code: "TW0001", message: "Tracking Information Not Found" }] }] } }) : jsonResponse(200, trackAnswer(number, scans));
  };
  const subscribe = (request: HostRequest, type: string): HostResponse => {
    const json = jsonOf(request);
    if (type !== "standard" && type !== "enhanced") return refuse(400, "VSS930", "Type is missing or invalid, The Subscription request has been rejected.");
    if (json === undefined) return refuse(400, "VSS110", "Subscription request is empty or not present. The Subscription request has been rejected.");
    const numbers = fieldOf(json, "trackingNumberList");
    if (!/^[a-z]{2}_[A-Z]{2}$/.test(textOf(fieldOf(json, "locale")) ?? "")) return refuse(400, "VSS300", "Locale is required. The Subscription request has been rejected.");
    if (!/^[A-Z]{2}$/.test(textOf(fieldOf(json, "countryCode")) ?? "")) return refuse(400, "VSS400", "Please enter a valid country code. The Subscription request has been rejected.");
    if (!Array.isArray(numbers) || numbers.length === 0) return refuse(400, "VSS200", "Tracking Number List is required. The Subscription request has been rejected.");
    if (numbers.length > MOST_NUMBERS) return refuse(400, "VSS220", "You have submitted over 100 tracking numbers which is not allowed. The entire submission of tracking numbers has been rejected.");
    if (push.webhook === null) return refuse(400, "VSS600", "URL is empty or not present. The Subscription request has been rejected.");
    if (push.webhook.secret === null) return refuse(400, "VSS700", "Credential is empty or not present. The Subscription request has been rejected.");
    const isOurs = (one: unknown): one is string => typeof one === "string" && /^1Z[0-9A-Z]{16}$/.test(one);
    const [valid, invalid] = [numbers.filter(isOurs), numbers.filter((one) => !isOurs(one))];
    if (valid.length === 0) return jsonResponse(400, { invalidTrackingNumbers: invalid, response: { errors: [{ code: "VSS210", message: "The Subscription request should have at least one valid tracking number. The Subscription request has been rejected." }] } });
    for (const number of valid) {
      until.set(number, clock.now().getTime() + SUBSCRIBED_MS);
      parcels.watch(number, { carrier: "UPS" });
    }
    onChange();
    return jsonResponse(200, { validTrackingNumbers: valid, ...(invalid.length > 0 ? { invalidTrackingNumbers: invalid } : {}) });
  };

  return {
    source: "ups", name: "UPS", hosts: ["onlinetools.ups.com"], webhookBy: "dashboard", trouble,
    account: [{ field: "clientId", label: "Client ID", value: clientId }, { field: "clientSecret", label: "Client secret", value: clientSecret }],
    get webhook() { return push.webhook; },
    get watched() { return [...until.keys()].filter(isListening).length; },
    configureWebhook(webhook) {
      push.webhook = webhook;
      onChange();
    },
    scan(scan) {
      const parcel = parcels.heard(scan);
      if (scan.carrier === "UPS") tell(scan, parcel?.scans ?? [scan]);
    },
    repeat(number) {
      const scans = parcels.past(number);
      const newest = scans.at(-1);
      if (newest !== undefined) tell(newest, scans);
    },
    handle(request) {
      const path = pathOf(request);
      const bad = spoiled(trouble, { rateLimited: () => refuse(429, "10429", "Too Many Requests", { "retry-after": "60" }), failing: () => refuse(500, "10004", "Something went wrong while processing your request, please try again later") });
      if (bad !== null) return bad;
      if (request.method === "POST" && path === "/security/v1/oauth/token") return grant(request);
      if (!tokens.accepts(request.headers["authorization"])) return refuse(401, "250002", "Invalid Authentication Information.");
      if (!request.headers["transid"]) return refuse(400, "VSS002", "Missing transId.");
      if (!request.headers["transactionsrc"]) return refuse(400, "VSS004", "Missing transactionSrc.");
      const waitMs = window.take();
      if (waitMs > 0) return refuse(429, "10429", "Too Many Requests", { "retry-after": String(Math.ceil(waitMs / 1_000)) });
      const number = /^\/api\/track\/v1\/details\/([^/]+)$/.exec(path)?.[1];
      if (request.method === "GET" && number !== undefined) return track(decodeURIComponent(number));
      const type = /^\/api\/track\/v2\/subscription\/([^/]+)\/package$/.exec(path)?.[1];
      if (request.method === "POST" && type !== undefined) return subscribe(request, type);
      return nothingAnswers(request, refuse(404, "404", "The requested resource was not found."));
    },
  };
}

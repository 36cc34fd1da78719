import { createHmac } from "node:crypto";
import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import { dashboardFeed } from "./dashboard-feed.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedParcels, type WatchedParcel } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";
import { trackBody } from "./shippo-track.ts";

/** Shippo documents no schedule. A signature is good for five minutes and a retry repeats it, so these stay below. */
const RETRIES_MS = [15_000, 60_000, 180_000];
const TOKEN = /^[a-z0-9_]{2,40}$/;

const detail = (status: number, text: string, headers: Record<string, string> = {}): HostResponse => jsonResponse(status, { detail: text }, headers);

/** The stand-in for Shippo's tracking API and its webhook. With a secret entered it signs; without, only the address is secret. */
export function createShippo({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const apiKey = `shippo_test_${randomHex(random, 40)}`;
  const parcels = createFeedParcels({ clock, random });
  const trouble = noTrouble();
  const push = createFeedPush(deliveries, { source: "shippo", timeoutMs: 3_000, retriesMs: RETRIES_MS });
  const window = createRateWindow(clock, 750, 60_000);

  const tell = (parcel: WatchedParcel): void => {
    const body = JSON.stringify({ event: "track_updated", test: true, data: trackBody(parcel) });
    push.send({ topic: "track_updated", id: randomHex(random, 16), body }, ({ secret }) => {
      if (secret === null) return {};
      const at = String(Math.floor(clock.now().getTime() / 1_000));
      return { "Shippo-Auth-Signature": `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`, "utf8").digest("hex")}` };
    });
  };
  const limited = (waitMs: number): HostResponse => {
    const wait = String(Math.max(1, Math.ceil(waitMs / 1_000)));
    return detail(429, `Request was throttled. Expected available in ${wait} seconds.`, { "retry-after": wait });
  };
  const register = (request: HostRequest): HostResponse => {
    const json = jsonOf(request);
    const carrier = textOf(fieldOf(json, "carrier"));
    const number = textOf(fieldOf(json, "tracking_number"));
    if (carrier === null) return jsonResponse(400, { carrier: ["This field is required."] });
    if (number === null) return jsonResponse(400, { tracking_number: ["This field is required."] });
    if (!TOKEN.test(carrier)) return detail(400, `The carrier ${carrier} is not supported.`);
    const parcel = parcels.watch(number, { carrier });
    onChange();
    return jsonResponse(201, trackBody(parcel));
  };

  return dashboardFeed({
    source: "shippo", name: "Shippo", hosts: ["api.goshippo.com"], trouble,
    account: [{ field: "apiKey", label: "API token", value: apiKey }],
    handle(request) {
      const bad = spoiled(trouble, { rateLimited: () => limited(30_000), failing: () => detail(503, "Service temporarily unavailable.") });
      if (bad !== null) return bad;
      const authorization = request.headers["authorization"];
      if (authorization === undefined) return detail(401, "Authentication credentials were not provided.");
      if (authorization !== `ShippoToken ${apiKey}`) return detail(401, "Invalid token.");
      const waitMs = window.take();
      if (waitMs > 0) return limited(waitMs);
      const path = pathOf(request);
      if (request.method === "POST" && /^\/tracks\/?$/.test(path)) return register(request);
      if (request.method === "GET" && /^\/carrier_accounts\/?$/.test(path)) return jsonResponse(200, { next: null, previous: null, results: [] });
      const [, carrier, number] = /^\/tracks\/([^/]+)\/([^/]+)\/?$/.exec(path) ?? [];
      if (request.method === "GET" && carrier !== undefined && number !== undefined) {
        const decoded = decodeURIComponent(number);
        return jsonResponse(200, trackBody(parcels.find(decoded) ?? { number: decoded, carrier, scans: [...parcels.past(decoded)], updatedAt: clock.now() }));
      }
      return nothingAnswers(request, detail(404, "Not found."));
    },
  }, { parcels, push, tell, onChange });
}

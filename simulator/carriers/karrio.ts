import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedParcels, type WatchedParcel } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, queryOf, textOf } from "./feed-request.ts";
import { noTrouble, spoiled } from "./feed-trouble.ts";
import { karrioTracker } from "./karrio-tracker.ts";

/** Where the pretend merchant hosts it. */
export const KARRIO_HOST = "karrio.hearthandwool.example";
/** Karrio turns a webhook off when more pushes than this fail in a row; it repeats none (events/task_definitions/base/webhook.py). */
const MOST_FAILURES = 5;
const TIMEOUT_MS = 30_000;

const refuse = (status: number, code: string, message: string): HostResponse => jsonResponse(status, { errors: [{ code, message, level: "error" }] });

/** The stand-in for a merchant's own Karrio: its trackers and its webhook, whose secret travels in clear. */
export function createKarrio({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const apiKey = `key_${randomHex(random, 32)}`;
  const ownSecret = randomHex(random, 32);
  const parcels = createFeedParcels({ clock, random });
  const trouble = noTrouble();
  const push = createFeedPush(deliveries, { source: "karrio", timeoutMs: TIMEOUT_MS, retriesMs: [] });
  let sent = 0;
  let streak = { last: -1, count: 0 };
  let isOff = false;

  const tell = (event: "tracker_created" | "tracker_updated", parcel: WatchedParcel): void => {
    if (isOff) return;
    sent += 1;
    const turn = sent;
    const failed = (): void => {
      streak = { last: turn, count: streak.last === turn - 1 ? streak.count + 1 : 1 };
      if (streak.count <= MOST_FAILURES) return;
      isOff = true;
      console.error(`[simulator] Karrio turned its webhook off: ${streak.count} pushes in a row failed.`);
      onChange();
    };
    push.send({ topic: event, id: randomHex(random, 16), body: JSON.stringify({ event, data: karrioTracker(parcel) }) }, ({ secret }) => ({ "X-Event-Id": secret ?? ownSecret }), failed);
  };

  const create = (request: HostRequest): HostResponse => {
    const json = jsonOf(request);
    const number = textOf(fieldOf(json, "tracking_number"));
    const carrier = textOf(fieldOf(json, "carrier_name"));
    if (number === null || carrier === null) return jsonResponse(400, { errors: [{ code: "validation", message: "Invalid input.", details: { [number === null ? "tracking_number" : "carrier_name"]: ["This field is required."] } }] });
    const isNew = parcels.find(number) === undefined;
    const parcel = parcels.watch(number, { carrier });
    onChange();
    if (isNew) tell("tracker_created", parcel);
    return jsonResponse(isNew ? 201 : 202, karrioTracker(parcel));
  };

  return {
    source: "karrio", name: "Karrio", hosts: [KARRIO_HOST], webhookBy: "dashboard", trouble,
    account: [{ field: "baseUrl", label: "Address", value: `https://${KARRIO_HOST}` }, { field: "apiKey", label: "API key", value: apiKey }, { field: "webhookSecret", label: "Webhook secret", value: ownSecret }],
    get webhook() { return push.webhook; },
    get watched() { return parcels.all.length; },
    configureWebhook(webhook) {
      push.webhook = webhook;
      isOff = false;
      streak = { last: -1, count: 0 };
      onChange();
    },
    scan(scan) {
      const parcel = parcels.heard(scan);
      if (parcel !== null) tell("tracker_updated", parcel);
    },
    repeat(number) {
      const parcel = parcels.find(number);
      if (parcel !== undefined) tell("tracker_updated", parcel);
    },
    handle(request) {
      const bad = spoiled(trouble, { rateLimited: () => refuse(429, "throttled", "Request was throttled."), failing: () => jsonResponse(502, "<html>Bad Gateway</html>") });
      if (bad !== null) return bad;
      if (request.headers["authorization"] === undefined) return refuse(401, "authentication_required", "Authentication credentials were not provided.");
      if (request.headers["authorization"] !== `Token ${apiKey}`) return refuse(401, "authentication_failed", "Invalid token.");
      const path = pathOf(request).replace(/\/$/, "");
      if (request.method === "POST" && path === "/v1/trackers") return create(request);
      if (request.method === "GET" && path === "/v1/trackers") {
        const limit = Number(queryOf(request).get("limit") ?? 20);
        const wanted = queryOf(request).get("tracking_number");
        const all = parcels.all.filter((one) => wanted === null || one.number === wanted).toReversed();
        return jsonResponse(200, { count: all.length, next: null, previous: null, results: all.slice(0, limit).map(karrioTracker) });
      }
      const id = /^\/v1\/trackers\/([^/]+)$/.exec(path)?.[1];
      if (request.method === "GET" && id !== undefined) {
        const parcel = parcels.find(decodeURIComponent(id)) ?? parcels.byId(id.replace(/^trk_/, ""));
        return parcel === undefined ? refuse(404, "not_found", "Tracker not found.") : jsonResponse(200, karrioTracker(parcel));
      }
      return nothingAnswers(request, refuse(404, "not_found", "Not found."));
    },
  };
}

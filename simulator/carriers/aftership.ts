import { createHmac } from "node:crypto";
import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import { utcSeconds } from "../world/shop-time.ts";
import { dashboardFeed } from "./dashboard-feed.ts";
import { trackingBody } from "./aftership-tracking.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedParcels, type WatchedParcel } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, queryOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled, type RateWindow } from "./feed-trouble.ts";

/** 14 retries at 2^n times 30 seconds: the schedule public integrations describe; AfterShip documents only that it backs off. */
const RETRIES_MS = Array.from({ length: 14 }, (_, n) => 2 ** n * 30_000);
/** Numbers one list call may name; AfterShip's documentation of GET /trackings. */
const MOST_NUMBERS = 50;

const refuse = (status: number, code: number, type: string, message: string, data: object = {}): HostResponse => jsonResponse(status, { meta: { code, type, message }, data });
const found = (data: object, code = 200): HostResponse => jsonResponse(code, { meta: { code }, data });

/** The stand-in for AfterShip's Tracking API 2026-07 and its webhooks. */
export function createAftership({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const apiKey = `asat_${randomHex(random, 32)}`;
  const ownSecret = randomHex(random, 32);
  const parcels = createFeedParcels({ clock, random });
  const trouble = noTrouble();
  const push = createFeedPush(deliveries, { source: "aftership", timeoutMs: 10_000, retriesMs: RETRIES_MS });
  const windows: Record<"create" | "list" | "other", RateWindow> = { create: createRateWindow(clock, 20, 1_000), list: createRateWindow(clock, 6, 1_000), other: createRateWindow(clock, 5, 1_000) };

  const tell = (parcel: WatchedParcel): void => {
    const id = randomHex(random, 32);
    const body = JSON.stringify({ ts: Math.floor(clock.now().getTime() / 1_000), event: "tracking_update", event_id: id, is_tracking_first_tag: parcel.scans.length === 1, msg: trackingBody(parcel) });
    push.send({ topic: "tracking_update", id, body }, ({ secret }) => ({ "User-Agent": "AfterShip Webhooks (stand-in)", "aftership-hmac-sha256": createHmac("sha256", secret ?? ownSecret).update(body, "utf8").digest("base64") }));
  };
  const limited = (window: RateWindow, waitMs: number): HostResponse => {
    const reset = Math.ceil((clock.now().getTime() + waitMs) / 1_000);
    const answer = refuse(429, 429, "TooManyRequests", "You have exceeded the API call rate limit.");
    return { ...answer, headers: { ...answer.headers, "x-ratelimit-reset": String(reset), "x-ratelimit-limit": String(window.limit), "x-ratelimit-remaining": "0" } };
  };

  const create = (request: HostRequest): HostResponse => {
    const json = jsonOf(request);
    if (json === undefined) return refuse(400, 4001, "BadRequest", "The request body is invalid JSON.");
    const number = textOf(fieldOf(json, "tracking_number"));
    if (number === null) return refuse(400, 4009, "BadRequest", "The value of `tracking_number` is required.");
    const known = parcels.find(number);
    if (known !== undefined) return refuse(400, 4003, "BadRequest", "Tracking already exists.", { id: known.id, tracking_number: number, slug: trackingBody(known).slug });
    const parcel = parcels.watch(number, { carrier: textOf(fieldOf(json, "slug")), zip: textOf(fieldOf(json, "destination_postal_code")) });
    onChange();
    // A new tracking is answered before the courier was asked; what it knew comes as a push.
    const answer = found(trackingBody({ ...parcel, scans: [] }), 201);
    if (parcel.scans.length > 0) tell(parcel);
    return answer;
  };
  const list = (request: HostRequest): HostResponse => {
    const query = queryOf(request);
    const numbers = query.get("tracking_numbers")?.split(",").filter((one) => one !== "") ?? null;
    if (numbers !== null && numbers.length > MOST_NUMBERS) return refuse(400, 4014, "BadRequest", "The value of `tracking_numbers` is invalid.");
    const limit = Number(query.get("limit") ?? 100);
    const all = parcels.all.filter((one) => numbers === null || numbers.includes(one.number));
    return found({ pagination: { total: all.length, next_cursor: null, has_next_page: all.length > limit }, trackings: all.slice(0, limit).map(trackingBody) });
  };

  return dashboardFeed({
    source: "aftership", name: "AfterShip", hosts: ["api.aftership.com"], trouble,
    account: [{ field: "apiKey", label: "API key", value: apiKey }, { field: "webhookSecret", label: "Webhook secret", value: ownSecret }],
    handle(request) {
      const path = /^\/tracking\/\d{4}-\d{2}(\/.*)$/.exec(pathOf(request))?.[1] ?? "";
      const endpoint = path !== "/trackings" ? "other" : request.method === "POST" ? "create" : "list";
      const window = windows[endpoint];
      const bad = spoiled(trouble, { rateLimited: () => limited(window, 1_000), failing: () => refuse(500, 500, "InternalError", "Something went wrong on AfterShip's end.") });
      if (bad !== null) return bad;
      if (request.headers["as-api-key"] !== apiKey) return refuse(401, 401, "Unauthorized", "The API key is invalid.");
      const waitMs = window.take();
      if (waitMs > 0) return limited(window, waitMs);
      if (request.method === "POST" && path === "/trackings") return create(request);
      if (request.method === "GET" && path === "/trackings") return list(request);
      const id = /^\/trackings\/([^/]+)$/.exec(path)?.[1];
      const parcel = id === undefined ? undefined : parcels.byId(id);
      if (request.method === "GET" && id !== undefined) return parcel === undefined ? refuse(404, 4004, "NotFound", "Tracking does not exist.") : found(trackingBody(parcel));
      return nothingAnswers(request, refuse(404, 404, "NotFound", `The URI requested is invalid or the resource requested does not exist. (${utcSeconds(clock.now())})`));
    },
  }, { parcels, push, tell, onChange });
}

import { createHmac } from "node:crypto";
import { stringify } from "lossless-json";
import type { HostRequest, HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import { easypostCarrier, type Tracker, trackerBody } from "./easypost-tracker.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { noTrouble, spoiled } from "./feed-trouble.ts";

export const EASYPOST_HOST = "api.easypost.com";

/** Neither EasyPost's patience nor its schedule of retries is published in full; these are moderate guesses. */
const TIMEOUT_MS = 7_000;
const RETRIES_MS: readonly number[] = [1, 5, 15, 60, 180].map((minutes) => minutes * 60_000);

/** The address and secret the merchant pasted into EasyPost's dashboard. */
export type EasyPostWebhook = { url: string; secret: string };

/** The stand-in for EasyPost. */
export type EasyPost = Omit<PretendFeed, "webhook" | "configureWebhook"> & {
  /** What the merchant enters at EasyPost; null takes it away. */
  configureWebhook(webhook: EasyPostWebhook | null): void;
  readonly webhook: EasyPostWebhook | null;
  readonly apiKey: string;
  readonly trackers: readonly Tracker[];
};

/** `X-Hmac-Signature` over the raw body; the secret is NFKD-normalised first, as EasyPost's own clients do. */
export function easypostSignature(body: string, secret: string): string {
  return `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(body, "utf8").digest("hex")}`;
}

function write(value: unknown): string {
  return stringify(value) ?? "null";
}
function answer(status: number, value: unknown): HostResponse {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: write(value) };
}
function refuse(status: number, code: string, message: string): HostResponse {
  return answer(status, { error: { code, message, errors: [] } });
}

/** EasyPost without parcels yet. Every scan of every carrier is remembered, so a tracker made late knows its past. */
export function createEasyPost(options: FeedOptions & { apiKey: string }): EasyPost {
  const { clock, random } = options;
  const trackers: Tracker[] = [];
  const byCode = new Map<string, Tracker>();
  const scans = new Map<string, CarrierScan[]>();
  const trouble = noTrouble();
  const userId = `user_${randomHex(random, 32)}`;
  let webhook: EasyPostWebhook | null = null;

  const push = (tracker: Tracker, description: "tracker.created" | "tracker.updated", previous: { status?: string; status_detail?: string }): void => {
    if (webhook === null) return;
    const now = `${clock.now().toISOString().slice(0, 19)}.000Z`;
    const id = `evt_${randomHex(random, 32)}`;
    const body = write({
      description, mode: "test", previous_attributes: previous, created_at: now, pending_urls: [webhook.url], completed_urls: [], updated_at: now, id, user_id: userId,
      status: "pending", object: "Event", result: trackerBody(tracker),
    });
    options.deliveries.send({
      source: "easypost", topic: description, id, url: webhook.url, body, timeoutMs: TIMEOUT_MS, retriesMs: RETRIES_MS,
      headers: { "Content-Type": "application/json", "User-Agent": "EasyPost/v2 Webhooks (stand-in)", "X-Hmac-Signature": easypostSignature(body, webhook.secret) },
    });
  };
  const watch = (code: string, carrier: string): Tracker => {
    const now = clock.now();
    const tracker: Tracker = { id: `trk_${randomHex(random, 32)}`, code, carrier, weight: 8 + Math.floor(random() * 96), createdAt: now, updatedAt: now, scans: [...(scans.get(code) ?? [])] };
    trackers.push(tracker);
    byCode.set(code, tracker);
    return tracker;
  };

  const create = (request: HostRequest): HostResponse => {
    let wanted: { tracking_code?: unknown; carrier?: unknown };
    try {
      wanted = (JSON.parse(request.body) as { tracker?: typeof wanted }).tracker ?? {};
    } catch {
      return refuse(400, "BAD_REQUEST", "The request body is not valid JSON.");
    }
    if (typeof wanted.tracking_code !== "string" || wanted.tracking_code === "") return refuse(422, "TRACKER.CREATE.ERROR", "tracking_code is required");
    const known = byCode.get(wanted.tracking_code);
    // The same code of the same carrier is the same tracker for three months.
    if (known !== undefined && (wanted.carrier === undefined || easypostCarrier(known.carrier) === wanted.carrier)) return answer(201, trackerBody(known));
    const carrier = typeof wanted.carrier === "string" ? wanted.carrier : (scans.get(wanted.tracking_code)?.[0]?.carrier ?? "Unknown");
    const tracker = watch(wanted.tracking_code, carrier);
    push(tracker, "tracker.created", {});
    return answer(201, trackerBody(tracker));
  };

  return {
    source: "easypost", name: "EasyPost", hosts: [EASYPOST_HOST], webhookBy: "dashboard", trouble, apiKey: options.apiKey, trackers,
    account: [{ field: "apiKey", label: "API key", value: options.apiKey }],
    get watched() {
      return trackers.length;
    },
    get webhook() {
      return webhook;
    },
    configureWebhook(next) {
      webhook = next;
      options.onChange();
    },
    scan(scan) {
      const known = scans.get(scan.trackingNumber) ?? [];
      if (!known.includes(scan)) scans.set(scan.trackingNumber, [...known, scan]);
      const tracker = byCode.get(scan.trackingNumber);
      if (tracker === undefined) {
        // Labels bought through EasyPost are watched without being asked for.
        if (webhook !== null) push(watch(scan.trackingNumber, scan.carrier), "tracker.created", {});
        return;
      }
      const before = trackerBody(tracker) as { status: string; status_detail: string };
      if (!tracker.scans.includes(scan)) tracker.scans.push(scan); // one it knows was corrected
      tracker.updatedAt = clock.now();
      push(tracker, "tracker.updated", { status: before.status, status_detail: before.status_detail });
    },
    repeat(code) {
      const tracker = byCode.get(code);
      if (tracker !== undefined) push(tracker, "tracker.updated", {});
    },
    handle(request) {
      const bad = spoiled(trouble, { rateLimited: () => refuse(429, "RATE_LIMITED", "You have exceeded the API rate limit. Please retry later."), failing: () => refuse(500, "INTERNAL_SERVER_ERROR", "We're sorry, something went wrong.") });
      if (bad !== null) return bad;
      const given = Buffer.from((request.headers["authorization"] ?? "").replace(/^Basic /, ""), "base64").toString("utf8").split(":")[0];
      if (given !== options.apiKey) return refuse(401, "APIKEY.INACTIVE", "This api key is no longer active. Please use a different api key or reactivate this key.");
      const path = request.url.split("?")[0] ?? "";
      if (request.method === "POST" && path === "/v2/trackers") return create(request);
      const id = /^\/v2\/trackers\/([^/]+)$/.exec(path)?.[1];
      if (request.method === "GET" && id !== undefined) {
        const found = trackers.find((one) => one.id === id || one.code === decodeURIComponent(id));
        return found === undefined ? refuse(404, "NOT_FOUND", "The requested resource could not be found.") : answer(200, trackerBody(found));
      }
      if (request.method === "GET" && path === "/v2/trackers") {
        const code = new URLSearchParams(request.url.split("?")[1] ?? "").get("tracking_code");
        return answer(200, { trackers: trackers.filter((one) => code === null || one.code === code).map(trackerBody), has_more: false });
      }
      console.error(`[simulator] nothing answers ${request.method} https://${request.host}${request.url}`);
      return refuse(404, "NOT_FOUND", "The requested resource could not be found.");
    },
  };
}

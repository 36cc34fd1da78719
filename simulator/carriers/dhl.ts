import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex, randomUuid } from "../world/random.ts";
import type { CarrierScan } from "../world/types.ts";
import { divisionOf, shipmentBody } from "./dhl-shipment.ts";
import { newSubscription, problem, type Subscription } from "./dhl-subscriptions.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedParcels } from "./feed-parcels.ts";
import { nothingAnswers, pathOf, queryOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";

const HOST = "https://api-eu.dhl.com/tracking/push/v1/subscription";
const DAY_MS = 86_400_000;
/** The starter plan: calls of the tracking API a day, new at 00:00 GMT, and one every so many milliseconds. */
const PER_DAY = 250;
const EVERY_MS = 5_000;
/** DHL tries again after an hour and after six more. */
const RETRIES_MS: readonly number[] = [3_600_000, 6 * 3_600_000];

/** The stand-in for DHL's Shipment Tracking – Unified and its push API (developer.dhl.com, read November 2026). */
export function createDhl({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const apiKey = randomHex(random, 32);
  const parcels = createFeedParcels({ clock, random });
  const subscriptions = new Map<string, Subscription>();
  const trouble = noTrouble();
  const window = createRateWindow(clock, 1, EVERY_MS);
  const used = { day: -1, calls: 0 };

  const ours = (number: string): readonly CarrierScan[] => parcels.past(number).filter(({ carrier }) => divisionOf(carrier) !== null);
  const send = (to: Subscription, topic: string, told: object): void => {
    const body = JSON.stringify({ scope: topic, self: `${HOST}/${to.id}`, ...told });
    const proof = to.header === null ? {} : { [to.header]: to.token ?? "" };
    deliveries.send({ source: "dhl", topic, id: randomUuid(random), url: to.url, body, timeoutMs: 5_000, retriesMs: RETRIES_MS, headers: { "Content-Type": "application/json", ...proof } });
  };
  const tell = (number: string): void => {
    const scans = ours(number);
    const division = divisionOf(scans[0]?.carrier ?? "");
    for (const one of subscriptions.values()) if (one.active && one.numbers.includes(number) && one.service === division) send(one, "subscription.push", { shipments: [shipmentBody(number, scans, division)] });
  };

  const tooMany = (seconds: number, detail: string): HostResponse => problem(429, "Too Many Requests", detail, { "retry-after": String(seconds) });
  const overLimit = (): HostResponse | null => {
    const now = clock.now().getTime();
    const day = Math.floor(now / DAY_MS);
    if (used.day !== day) Object.assign(used, { day, calls: 0 });
    if (used.calls >= PER_DAY) return tooMany(Math.ceil(((day + 1) * DAY_MS - now) / 1_000), "Daily quota exceeded.");
    const waitMs = window.take();
    if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1_000), "Too many requests within defined time period, please try again later.");
    used.calls += 1;
    return null;
  };
  const track = (request: HostRequest): HostResponse => {
    const query = queryOf(request);
    const number = query.get("trackingNumber") ?? "";
    if (number === "") return problem(400, "Bad Request", "Tracking number is not provided.");
    const scans = ours(number);
    const division = divisionOf(scans[0]?.carrier ?? "");
    if (scans.length === 0 || division === null || (query.get("service") ?? division) !== division) return problem(404, "No result found", "No shipment with given tracking number found.");
    return jsonResponse(200, { url: `/shipments?${query.toString()}`, shipments: [shipmentBody(number, scans, division)] });
  };
  const subscribe = (request: HostRequest): HostResponse => {
    const made = newSubscription(request, random);
    if ("status" in made) return made;
    subscriptions.set(made.id, made);
    for (const number of made.numbers) parcels.watch(number, { carrier: null });
    const told = { secret: made.secret, expires: new Date(clock.now().getTime() + 30 * DAY_MS).toISOString() };
    send(made, "subscription.validate", told);
    onChange();
    return jsonResponse(201, { scope: "subscription.validate", self: `${HOST}/${made.id}`, ...told });
  };
  const confirm = (one: Subscription, secret: string | undefined): HostResponse => {
    if (secret !== one.secret) return problem(403, "Forbidden", "The hook secret is not valid.");
    one.active = true;
    send(one, "subscription.ready", {});
    for (const number of one.numbers) tell(number);
    return { status: 204, headers: {}, body: "" };
  };
  const push = (request: HostRequest, path: string): HostResponse | null => {
    if (request.method === "POST" && path === "/tracking/push/v1/subscription") return subscribe(request);
    const id = /^\/tracking\/push\/v1\/subscription\/([^/]+)$/.exec(path)?.[1];
    if (id === undefined) return null;
    const one = subscriptions.get(id);
    if (one === undefined) return problem(404, "Not Found", "There is no such subscription.");
    if (request.method === "POST") return confirm(one, request.headers["dhl-api-hook-secret"]);
    if (request.method === "GET") return jsonResponse(200, { self: `${HOST}/${one.id}`, service: one.service, type: "Shipment", format: "Default", shipmentIDs: one.numbers, hook: { uri: one.url } });
    if (request.method !== "DELETE") return null;
    subscriptions.delete(id);
    return { status: 204, headers: {}, body: "" };
  };

  return {
    source: "dhl", name: "DHL", hosts: ["api-eu.dhl.com"], webhookBy: "api", trouble,
    account: [{ field: "apiKey", label: "API key", value: apiKey }],
    get webhook() {
      const [one] = subscriptions.values();
      return one === undefined ? null : { url: one.url, secret: one.token };
    },
    get watched() { return new Set([...subscriptions.values()].filter(({ active }) => active).flatMap(({ numbers }) => numbers)).size; },
    configureWebhook(webhook) {
      if (webhook === null) subscriptions.clear(); // each subscription names its own address
      onChange();
    },
    scan(scan) {
      parcels.heard(scan);
      tell(scan.trackingNumber);
    },
    repeat: tell,
    handle(request) {
      const path = pathOf(request);
      const bad = spoiled(trouble, { rateLimited: () => tooMany(5, "Too many requests within defined time period, please try again later."), failing: () => problem(503, "Service Unavailable", "The service is temporarily unavailable.") });
      if (bad !== null) return bad;
      if (request.headers["dhl-api-key"] !== apiKey) return problem(401, "Unauthorized", "Unauthorized for given resource.");
      if (request.method === "GET" && path === "/track/shipments") return overLimit() ?? track(request);
      return push(request, path) ?? nothingAnswers(request, problem(404, "Not Found", "The requested resource does not exist."));
    },
  };
}

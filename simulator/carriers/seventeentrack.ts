import { createHash } from "node:crypto";
import { jsonResponse, type HostRequest, type HostResponse } from "../shopify/host-response.ts";
import { randomHex } from "../world/random.ts";
import { dashboardFeed } from "./dashboard-feed.ts";
import type { FeedOptions, PretendFeed } from "./feed.ts";
import { createFeedParcels, type WatchedParcel } from "./feed-parcels.ts";
import { createFeedPush } from "./feed-push.ts";
import { fieldOf, jsonOf, nothingAnswers, pathOf, textOf } from "./feed-request.ts";
import { createRateWindow, noTrouble, spoiled } from "./feed-trouble.ts";
import { keyOf, trackInfoBody } from "./seventeentrack-info.ts";

/** Its help pages say that a push is repeated three times; the pauses are a guess. */
const RETRIES_MS = [10, 30, 60].map((minutes) => minutes * 60_000);
/** Numbers one call may name. */
const BATCH = 40;
const QUOTA = 1_000;

type Problem = { code: number; message: string };
const answer = (data: object): HostResponse => jsonResponse(200, { code: 0, data });
const refuse = (status: number, problem: Problem): HostResponse => jsonResponse(status, { code: problem.code, data: { errors: [problem] } });

/** The stand-in for 17TRACK's tracking API v2.4 and its webhook, which is signed with the API key. */
export function createSeventeentrack({ clock, random, deliveries, onChange }: FeedOptions): PretendFeed {
  const apiKey = randomHex(random, 32).toUpperCase();
  const parcels = createFeedParcels({ clock, random });
  const trouble = noTrouble();
  const push = createFeedPush(deliveries, { source: "seventeentrack", timeoutMs: 10_000, retriesMs: RETRIES_MS });
  const window = createRateWindow(clock, 3, 1_000);

  const tell = (event: "TRACKING_UPDATED" | "TRACKING_STOPPED", data: object): void => {
    const body = JSON.stringify({ event, data });
    push.send({ topic: event, id: randomHex(random, 16), body }, () => ({ sign: createHash("sha256").update(`${body}/${apiKey}`, "utf8").digest("hex") }));
  };
  const updated = (parcel: WatchedParcel): void => tell("TRACKING_UPDATED", trackInfoBody(parcel));

  /** Goes through the numbers of a call; each is accepted or rejected on its own. */
  const each = (request: HostRequest, decide: (number: string, item: unknown) => { accepted: object } | { rejected: Problem }): HostResponse => {
    const items = jsonOf(request);
    if (!Array.isArray(items) || items.length === 0) return refuse(200, { code: -18010013, message: "Submitted data is invalid." });
    if (items.length > BATCH) return refuse(200, { code: -18010014, message: `The number of submitted tracking numbers exceeds ${BATCH}.` });
    const accepted: object[] = [];
    const rejected: object[] = [];
    for (const item of items as unknown[]) {
      const number = textOf(fieldOf(item, "number"));
      const outcome = number === null ? { rejected: { code: -18010015, message: "The field 'number' is invalid." } } : decide(number, item);
      if ("accepted" in outcome) accepted.push(outcome.accepted);
      else rejected.push({ number: number ?? "", error: outcome.rejected });
    }
    return answer({ accepted, rejected });
  };
  const register = (request: HostRequest): HostResponse => each(request, (number, item) => {
    if (parcels.find(number) !== undefined) return { rejected: { code: -18019901, message: `The tracking number '${number}' has been registered, don't need to repeat registration.` } };
    if (parcels.all.length >= QUOTA) return { rejected: { code: -18019908, message: "The quota is exhausted." } };
    const [scan] = parcels.past(number);
    const named = fieldOf(item, "carrier");
    if (scan === undefined && typeof named !== "number" && fieldOf(item, "auto_detection") !== true) return { rejected: { code: -18019903, message: "Carrier cannot be detected." } };
    const parcel = parcels.watch(number, { carrier: null });
    onChange();
    if (parcel.scans.length > 0) updated(parcel);
    return { accepted: { origin: 1, number, carrier: typeof named === "number" ? named : keyOf(parcel.carrier) } };
  });
  const info = (request: HostRequest): HostResponse => each(request, (number) => {
    const parcel = parcels.find(number);
    if (parcel === undefined) return { rejected: { code: -18019902, message: `The tracking number '${number}' does not register, please register first.` } };
    return parcel.scans.length === 0 ? { rejected: { code: -18019909, message: "No tracking information at this time." } } : { accepted: trackInfoBody(parcel) };
  });
  const stop = (request: HostRequest): HostResponse => each(request, (number) => {
    const parcel = parcels.find(number);
    if (parcel === undefined) return { rejected: { code: -18019902, message: `The tracking number '${number}' does not register, please register first.` } };
    parcels.stop(number);
    tell("TRACKING_STOPPED", { number, carrier: keyOf(parcel.carrier), param: null, tag: null });
    onChange();
    return { accepted: { number, carrier: keyOf(parcel.carrier) } };
  });

  return dashboardFeed({
    source: "seventeentrack", name: "17TRACK", hosts: ["api.17track.net"], trouble,
    account: [{ field: "apiKey", label: "Access key", value: apiKey }],
    handle(request) {
      const bad = spoiled(trouble, { rateLimited: () => jsonResponse(429, { code: 429, data: null }, { "retry-after": "1" }), failing: () => refuse(200, { code: -18010003, message: "Internal service error, please retry later." }) });
      if (bad !== null) return bad;
      if (request.headers["17token"] !== apiKey) return refuse(401, { code: -18010002, message: "Invalid security key." });
      if (window.take() > 0) return jsonResponse(429, { code: 429, data: null });
      const method = /^\/track\/v2(?:\.\d)?\/(\w+)$/.exec(pathOf(request))?.[1];
      if (request.method === "POST" && method === "register") return register(request);
      if (request.method === "POST" && method === "gettrackinfo") return info(request);
      if (request.method === "POST" && method === "stoptrack") return stop(request);
      if (request.method === "POST" && method === "getquota") return answer({ quota_total: QUOTA, quota_used: parcels.all.length, quota_remain: QUOTA - parcels.all.length, today_used: 0 });
      return nothingAnswers(request, jsonResponse(404, { code: 404, data: null }));
    },
  }, { parcels, push, tell: updated, onChange });
}

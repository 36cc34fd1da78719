import { createAftershipFeed } from "#app/adapters/carriers/aftership/feed.ts";
import { createEasypostFeed } from "#app/adapters/carriers/easypost/feed.ts";
import { createKarrioFeed } from "#app/adapters/carriers/karrio/feed.ts";
import { createSeventeentrackFeed } from "#app/adapters/carriers/seventeentrack/feed.ts";
import { createShippoFeed, shippoWebhookUrl } from "#app/adapters/carriers/shippo/feed.ts";
import { createAftership } from "../../simulator/carriers/aftership.ts";
import { createEasyPost } from "../../simulator/carriers/easypost.ts";
import type { FeedOptions, PretendFeed } from "../../simulator/carriers/feed.ts";
import { createKarrio } from "../../simulator/carriers/karrio.ts";
import { createSeventeentrack } from "../../simulator/carriers/seventeentrack.ts";
import { createShippo } from "../../simulator/carriers/shippo.ts";
import type { FeedUnderTest, Json } from "./feeds/feed-bench.ts";
import { feedContract } from "./feeds/feed-contract.ts";

const UPS_PARCEL = { number: "1Z999AA10123456784", carrier: "UPS" } as const;
const set = (target: Json | undefined, values: Readonly<Record<string, unknown>>): void => {
  if (target !== undefined) Object.assign(target, values);
};

/** EasyPost's stand-in asks for a webhook with a secret; the others take what the merchant enters. */
const easypost = (options: FeedOptions): PretendFeed => {
  const vendor = createEasyPost({ ...options, apiKey: "EZTK0123456789abcdef" });
  return Object.defineProperties({ ...vendor, configureWebhook: (hook) => vendor.configureWebhook(hook === null ? null : { url: hook.url, secret: hook.secret ?? "" }) } satisfies PretendFeed, {
    watched: { get: () => vendor.watched }, webhook: { get: () => vendor.webhook },
  });
};

const FEEDS: readonly FeedUnderTest[] = [
  {
    source: "easypost", create: createEasypostFeed, standIn: easypost, ...UPS_PARCEL, covers: "body", keys: ["apiKey"], proofs: ["webhookSecret"], saysWhen: false,
    credentials: (account) => ({ apiKey: account["apiKey"] ?? "", webhookSecret: "what the merchant chose" }), webhook: ({ webhookSecret }, url) => ({ url, secret: webhookSecret ?? "" }),
    unknown: (tracker) => set(tracker["tracking_details"]?.at(-1), { status: "WARP", status_detail: "WARP", message: "Zzqx blorp" }),
  },
  {
    source: "aftership", create: createAftershipFeed, standIn: createAftership, ...UPS_PARCEL, covers: "body", keys: ["apiKey"], proofs: ["webhookSecret"], saysWhen: true,
    credentials: (account) => ({ apiKey: account["apiKey"] ?? "", webhookSecret: account["webhookSecret"] ?? "" }), webhook: (_, url) => ({ url, secret: null }),
    unknown: (tracking) => set(tracking["checkpoints"]?.at(-1), { tag: "WARP", subtag: "WARP_001", message: "Zzqx blorp" }),
  },
  {
    source: "shippo", create: createShippoFeed, standIn: createShippo, ...UPS_PARCEL, covers: "body", ages: true, keys: ["apiKey"], proofs: ["hmacSecret"], saysWhen: true,
    credentials: (account) => ({ apiKey: account["apiKey"] ?? "", urlToken: "unguessable-token", hmacSecret: "provisioned" }), webhook: ({ hmacSecret }, url) => ({ url, secret: hmacSecret ?? "" }),
    unknown: (track) => set(track["tracking_history"]?.at(-1), { status: "WARP", substatus: { code: "WARP", text: "", action_required: false }, status_details: "Zzqx blorp" }),
  },
  {
    source: "seventeentrack", create: createSeventeentrackFeed, standIn: createSeventeentrack, ...UPS_PARCEL, covers: "body", keys: ["apiKey"], proofs: ["apiKey"], saysWhen: true,
    credentials: (account) => ({ apiKey: account["apiKey"] ?? "" }), webhook: (_, url) => ({ url, secret: null }),
    unknown: (number) => set(number["track_info"]?.["tracking"]?.["providers"]?.[0]?.["events"]?.[0], { stage: "WARP", sub_status: "WARP_Speed", description: "Zzqx blorp" }),
  },
  {
    source: "karrio", create: createKarrioFeed, standIn: createKarrio, ...UPS_PARCEL, covers: "secret", keys: ["apiKey"], proofs: ["webhookSecret"], saysWhen: false,
    credentials: (account) => ({ baseUrl: account["baseUrl"] ?? "", apiKey: account["apiKey"] ?? "", webhookSecret: account["webhookSecret"] ?? "" }), webhook: (_, url) => ({ url, secret: null }),
    unknown: (tracker) => set(tracker["events"]?.[0], { status: "WARP", code: "WARP", reason: "WARP", description: "Zzqx blorp" }),
  },
];

for (const feed of FEEDS) feedContract(feed);

/** Shippo without its HMAC service: the token in the pasted address is the proof. */
const [, , shippo] = FEEDS;
if (shippo !== undefined) feedContract({
  ...shippo, covers: "secret", proofs: ["urlToken"], ages: undefined,
  credentials: (account) => ({ apiKey: account["apiKey"] ?? "", urlToken: "unguessable-token" }), webhook: (credentials, url) => ({ url: shippoWebhookUrl(url, credentials), secret: null }),
});

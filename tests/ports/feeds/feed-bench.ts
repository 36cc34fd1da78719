import { type Scan } from "#app/domain/shipments/scan.ts";
import { type OrderId, type ShipmentId, type ShopId } from "#app/domain/shared/ids.ts";
import { type Instant } from "#app/domain/shared/time.ts";
import type { CarrierFeed, Credentials, FeedCall, InboxMessage, NewMessage, Normalised, Push, WatchedParcel } from "#app/application/ports.ts";
import type { FeedOptions, FeedWebhook, PretendFeed } from "../../../simulator/carriers/feed.ts";
import { createClock } from "../../../simulator/clock/clock.ts";
import { createDeliveries } from "../../../simulator/world/deliveries.ts";
import { seededRandom } from "../../../simulator/world/random.ts";
import type { CarrierScan } from "../../../simulator/world/types.ts";

/** One source under the contract: our side, the vendor's stand-in, and what a merchant copies from one to the other. */
export type FeedUnderTest = {
  readonly source: string;
  readonly create: (network: { readonly fetch: typeof fetch }) => CarrierFeed;
  readonly standIn: (options: FeedOptions) => PretendFeed;
  /** The merchant's credentials, from the lines of the vendor's account page by field. */
  readonly credentials: (account: Readonly<Record<string, string>>) => Credentials;
  /** What the merchant enters at the vendor; null: nothing can be entered, or the vendor never pushes. */
  readonly webhook: ((credentials: Credentials, url: string) => FeedWebhook) | null;
  readonly number: string;
  readonly carrier: string;
  /** Which part of a push the vendor's scheme covers: its body, or nothing but a secret beside it. */
  readonly covers: "body" | "secret";
  /** The signature grows old. */
  readonly ages?: true | undefined;
  /** The credentials by which the vendor knows the caller; each wrong one must be refused in words that do not repeat it. */
  readonly keys: readonly string[];
  /** The credentials that prove a push, each of them needed. */
  readonly proofs: readonly string[];
  /** How the answer to too many calls says when to come again. */
  readonly saysWhen: boolean;
  /** The same body with codes and words nobody knows in the place of the newest event's. */
  readonly unknown: (json: Json) => void;
};
/** Parsed JSON, for tests that reach into a body to spoil it. */
export type Json = { [name: string]: Json } & Json[] & { toString(): string };

export const SHOP = "hearth.myshopify.com" as ShopId;
const START = new Date("2026-11-20T15:00:00Z");
const URL_OURS = "https://app.example/webhooks/feed/t0k3n";

/** A vendor and our feed of it, on one standing clock. */
export const createBench = (feedUnderTest: FeedUnderTest) => {
  const clock = createClock({ start: START, speed: 0, realNow: () => 0 });
  const random = seededRandom("contract", feedUnderTest.source);
  const received: { url: string; headers: Record<string, string>; body: string }[] = [];
  const network = { status: 200 };
  const trouble = { duplicate: 0, drop: 0, delayMs: 0, reorder: false };
  const deliveries = createDeliveries({
    clock, random, trouble, log: [], onChange: () => undefined,
    transport: async (url, { headers, body }) => (received.push({ url, headers, body }), { status: network.status }),
  });
  const vendor = feedUnderTest.standIn({ clock, random, deliveries, onChange: () => undefined });
  const credentials = feedUnderTest.credentials(Object.fromEntries(vendor.account.map(({ field, value }) => [field, value])));
  if (feedUnderTest.webhook !== null) vendor.configureWebhook(feedUnderTest.webhook(credentials, URL_OURS));

  const asked: string[] = [];
  const feed = feedUnderTest.create({
    fetch: async (input, init) => {
      const url = new URL(String(input));
      asked.push(`${init?.method ?? "GET"} ${url.pathname}`);
      if (!vendor.hosts.includes(url.host)) throw new TypeError(`nobody answers at ${url.host}`);
      const answer = vendor.handle({ host: url.host, method: init?.method ?? "GET", url: `${url.pathname}${url.search}`, headers: Object.fromEntries(new Headers(init?.headers)), body: typeof init?.body === "string" ? init.body : "" });
      if (answer.fault !== undefined) throw new TypeError("fetch failed");
      return new Response(typeof answer.body === "string" ? answer.body : new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
    },
  });

  const now = (): Instant => clock.now().getTime() as Instant;
  const call = (other: Credentials = credentials): FeedCall => ({ shop: SHOP, credentials: other, webhookUrl: URL_OURS, now: now() });
  const parcel = (number = feedUnderTest.number): WatchedParcel => ({ shipmentId: "1.1" as ShipmentId, orderId: "1" as OrderId, number, carrier: feedUnderTest.carrier, country: "US", zip: "78701", sentAt: now() });
  const scan = (step: Step, wishes: Partial<CarrierScan> = {}): void =>
    vendor.scan({ trackingNumber: feedUnderTest.number, carrier: feedUnderTest.carrier, at: clock.now(), city: "Albany", state: "NY", country: "US", zip: "12207", ...STEPS[step], ...wishes });
  /** Takes what the vendor pushed since the last time. */
  const pushes = async (): Promise<Push[]> => {
    await deliveries.settled();
    return received.splice(0).map(({ url, headers, body }) => ({ bytes: Buffer.from(body, "utf8"), headers: Object.fromEntries(new Headers(headers)), query: new URL(url).searchParams }));
  };
  return { feed, vendor, credentials, clock, network, asked, now, call, parcel, scan, pushes };
};

/** A push as the inbox would hand it over. */
export const pushed = (feed: CarrierFeed, push: Pick<Push, "bytes">, receivedAt: Instant): Normalised => read(feed, "push", Buffer.from(push.bytes).toString("utf8"), receivedAt);
/** An answer as the inbox would hand it over. */
export const answered = (feed: CarrierFeed, { topic, body, receivedAt }: NewMessage): Normalised => read(feed, topic, body, receivedAt);
/** Any body under any topic. */
export const read = (feed: CarrierFeed, topic: string, body: string, receivedAt: Instant): Normalised =>
  feed.normalise({ id: "1", shop: SHOP, source: feed.about.source, topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt, body, attempts: 0 } satisfies InboxMessage);

/** The scans a message tells. */
export const scansOf = (result: Normalised): readonly Scan[] => (result.outcome === "tracking_facts" ? result.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

/** What a carrier says, in the desk's words. */
export const STEPS = {
  label: { status: "pre_transit", statusDetail: "label_created", message: "Shipping label created, carrier awaiting item" },
  accepted: { status: "in_transit", statusDetail: "received_at_origin_facility", message: "Accepted at origin facility" },
  departed: { status: "in_transit", statusDetail: "departed_origin_facility", message: "Departed origin facility" },
  arrived: { status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived at carrier facility" },
  out: { status: "out_for_delivery", statusDetail: "out_for_delivery", message: "Out for delivery" },
  delivered: { status: "delivered", statusDetail: "arrived_at_destination", message: "Delivered, left at front door" },
  attempt: { status: "in_transit", statusDetail: "delivery_exception", message: "Delivery attempted, no access to delivery location. Notice left" },
  returning: { status: "return_to_sender", statusDetail: "return", message: "Undeliverable, returning to sender" },
} as const satisfies Record<string, Pick<CarrierScan, "status" | "statusDetail" | "message">>;
/** One of them. */
export type Step = keyof typeof STEPS;

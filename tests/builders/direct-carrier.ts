import type { CarrierFeed, Credentials, FeedCall, InboxMessage, NewMessage, Normalised, Push, WatchedParcel } from "#app/application/ports.ts";
import { createCarrierFeeds } from "#app/adapters/carriers/registry.ts";
import type { FeedSource, Scan } from "#app/domain/shipments/scan.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { PretendFeed } from "../../simulator/carriers/feed.ts";
import type { CarrierScan } from "../../simulator/world/types.ts";
import { worldForTests, type TestWorld } from "../../simulator/world/world-for-tests.ts";
import { SHOP } from "./journey.ts";

/** A carrier asked directly, with all a suite needs to know of it. `numbers`: two parcels of the account, and one nobody ever scanned. */
export type DirectCarrier = {
  readonly source: FeedSource; readonly carrier: string; readonly numbers: readonly [string, string, string];
  /** What the merchant and we know besides the account's own lines. */
  readonly ours: Credentials;
  /** Which credential the vendor's dashboard takes as the webhook's secret; null: its API takes everything. */
  readonly webhookSecret: string | null;
};

const SECRET = "hither-and-yon-0123456789-abcdefghij-KLM";

export const DIRECT: readonly DirectCarrier[] = [
  { source: "dhl", carrier: "DHL Express", numbers: ["1234567891", "1234567902", "1234567913"], ours: { pushToken: SECRET }, webhookSecret: null },
  { source: "ups", carrier: "UPS", numbers: ["1Z999AA10123456784", "1Z999AA10123456793", "1Z999AA10123456800"], ours: { webhookCredential: SECRET }, webhookSecret: "webhookCredential" },
  { source: "fedex", carrier: "FedEx", numbers: ["776094337676", "738488882438", "776094337680"], ours: { securityToken: SECRET }, webhookSecret: "securityToken" },
  { source: "usps", carrier: "USPS", numbers: ["9400190341725600000011", "9400190341725600000028", "9400190341725600000035"], ours: { webhookSecret: SECRET }, webhookSecret: null },
];

/** One request as it left the feed. */
export type Sent = { readonly url: string; readonly method: string; readonly headers: Headers; readonly body: string };

export type Stage = {
  readonly world: TestWorld; readonly vendor: PretendFeed; readonly feed: CarrierFeed; readonly credentials: Credentials; readonly sent: Sent[];
  /** The next answers given instead of the stand-in's; each is used once. */
  readonly instead: Response[];
  call(credentials?: Credentials): FeedCall;
  parcel(number: string): WatchedParcel;
  scan(number: string, wishes: Partial<CarrierScan>): void;
  /** Every push so far, in the order it came. */
  pushes(): Promise<readonly Push[]>;
};

export const WEBHOOK = "https://app.example/webhooks/carrier/0123456789abcdef0123";

/** A stand-in and the feed that talks to it; no parcel is known yet. */
export const stageOf = ({ source, carrier, ours, webhookSecret }: DirectCarrier): Stage => {
  const world = worldForTests();
  const vendor = world.feeds.find((one) => one.source === source);
  if (!vendor) throw new Error(`There is no stand-in for ${source}.`);
  const [sent, instead]: [Sent[], Response[]] = [[], []];
  const answered = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input));
    const headers = new Headers(init?.headers);
    const body = typeof init?.body === "string" ? init.body : "";
    sent.push({ url: url.href, method: init?.method ?? "GET", headers, body });
    const other = instead.shift();
    if (other) return other;
    if (!vendor.hosts.includes(url.host)) throw new Error(`Nobody stands in for ${url.host}.`);
    const answer = vendor.handle({ host: url.host, method: init?.method ?? "GET", url: `${url.pathname}${url.search}`, headers: Object.fromEntries(headers), body });
    if (answer.fault) throw new TypeError("fetch failed");
    return new Response(answer.status === 204 ? null : String(answer.body), { status: answer.status, headers: answer.headers });
  };
  const feed = createCarrierFeeds({ fetch: answered, fetchFromMerchant: answered })[source];
  const credentials = { ...Object.fromEntries(vendor.account.map(({ field, value }) => [field, value])), ...ours };
  if (webhookSecret !== null) vendor.configureWebhook({ url: WEBHOOK, secret: credentials[webhookSecret] ?? null });
  const now = (): Instant => world.clock.now().getTime() as Instant;
  return {
    world, vendor, feed, credentials, sent, instead,
    call: (other = credentials) => ({ shop: SHOP, credentials: other, webhookUrl: WEBHOOK, now: now() }),
    parcel: (number) => ({ shipmentId: "1.1" as ShipmentId, orderId: "1" as OrderId, number, carrier, country: "US", zip: "12207", sentAt: now() }),
    scan: (number, wishes) => world.carrierScan({ trackingNumber: number, carrier, at: world.clock.now(), status: "in_transit", statusDetail: "arrived_at_facility", message: "Arrived at facility", city: "Albany", state: "NY", country: "US", zip: "12207", ...wishes }),
    pushes: async () => {
      await world.settled();
      return world.received.filter(({ url }) => url === WEBHOOK).map(({ headers, body }) => ({ bytes: Buffer.from(body), headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])), query: new URLSearchParams() }));
    },
  };
};

/** A story every carrier can tell: what happened, and how far the parcel then was. */
export const ROAD: readonly (readonly [Partial<CarrierScan>, Scan["milestone"]])[] = [
  [{ status: "pre_transit", statusDetail: "label_created", message: "Shipment information received", city: null, state: null, zip: null, estimatedDelivery: new Date("2026-11-24T20:00:00Z") }, "label_created"],
  [{ statusDetail: "received_at_origin_facility", message: "Picked up", city: "Hudson", zip: "12534" }, "accepted"],
  [{ statusDetail: "departed_facility", message: "Departed facility" }, "in_transit"],
  [{ statusDetail: "weather_delay", message: "Severe weather has delayed this shipment", city: "Memphis", state: "TN", zip: null }, "in_transit"],
  [{ statusDetail: "delivery_exception", message: "Delivery attempted; recipient not home", city: "Denver", state: "CO", zip: "80205" }, "in_transit"],
  [{ status: "out_for_delivery", statusDetail: "out_for_delivery", message: "Out for delivery", city: "Denver", state: "CO", zip: "80205" }, "out_for_delivery"],
  [{ status: "delivered", statusDetail: "arrived_at_destination", message: "Delivered", city: "Denver", state: "CO", zip: "80205" }, "delivered"],
];

/** The parcel's whole road, a scan every three hours. */
export const travel = async ({ world, scan }: Stage, number: string, steps = ROAD): Promise<void> => {
  for (const [wishes] of steps) {
    scan(number, wishes);
    await world.clock.advance(3 * 3_600_000);
  }
};

/** A push as the inbox holds it. */
export const inboxed = ({ bytes }: Push, source: FeedSource, receivedAt: Instant): InboxMessage =>
  ({ id: "1", shop: SHOP, source, topic: "push", deliveryId: "1", eventId: null, triggeredAt: null, receivedAt, attempts: 0, body: Buffer.from(bytes).toString("utf8") });

/** A message we asked for, as the inbox holds it. */
export const kept = (message: NewMessage): InboxMessage => ({ ...message, id: "1", attempts: 0 });

/** The scans a message tells; none where it tells nothing. */
export const scansOf = (read: Normalised): readonly Scan[] => (read.outcome === "tracking_facts" ? read.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

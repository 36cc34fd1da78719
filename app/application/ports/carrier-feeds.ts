import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Normalise } from "./normalise.ts";
import type { SendOutcome } from "./senders.ts";
import type { NewMessage } from "./store.ts";

/** A merchant's credentials at one vendor, by field name. Plain here, encrypted at rest. */
export type Credentials = Readonly<Record<string, string>>;

/** One line of the form that connects a vendor. */
export type CredentialField = {
  readonly name: string; readonly label: string; readonly help: string;
  readonly secret: boolean; // never shown again
  readonly optional: boolean;
  readonly made: boolean; // made by us when left empty, and shown once: a secret both sides must know
};

/** What a merchant must know before connecting a vendor, and what we must know before calling it. */
export type FeedDescription = {
  readonly source: FeedSource;
  readonly name: string; // as a merchant knows it
  readonly kind: "aggregator" | "carrier" | "self_hosted";
  readonly couriers: readonly string[] | null; // codes of domain/carriers; null: it finds out by itself
  readonly fields: readonly CredentialField[];
  /** How pushes come about. `paste`: the merchant enters our address in the vendor's dashboard. `registered`: we name it with every parcel. `none`: it never pushes. */
  readonly pushes: "paste" | "registered" | "none";
  /** What the vendor lets us do: parcels per call, calls per second, calls per UTC day (null: not limited by day). Source and date stand beside each. */
  readonly limits: { readonly batch: number; readonly perSecond: number; readonly perDay: number | null };
  readonly notice: string | null; // terms a merchant should know, plain words
  readonly docs: string; // https address of the vendor's documentation
};

/** A parcel as a vendor must know it. */
export type WatchedParcel = {
  readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly number: string; readonly carrier: string | null;
  readonly country: string | null; readonly zip: string | null; // of the destination
  readonly sentAt: Instant;
};

/** One call for one shop. `webhookUrl` is our address for this feed's pushes. */
export type FeedCall = { readonly shop: ShopId; readonly credentials: Credentials; readonly webhookUrl: string; readonly now: Instant };

/** What came of asking a vendor to watch a parcel. `known`: what it answered about the parcel at once, for the inbox. */
export type Registered =
  | { readonly outcome: "watched"; readonly pushes: boolean; readonly detail: string | null; readonly known: readonly NewMessage[] }
  | Exclude<SendOutcome, { readonly outcome: "sent" }>;

/** What came of asking about parcels. A message per parcel the vendor said anything about, "I know no such number" included. */
export type Polled =
  | { readonly outcome: "answered"; readonly messages: readonly NewMessage[]; readonly calls: number }
  | Exclude<SendOutcome, { readonly outcome: "sent" }>;

/** A push as it came in. Header names are lower case. */
export type Push = { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly query: URLSearchParams };

/** A vendor that tells of parcels: how it is asked, how its pushes prove where they come from, and what it says in our words. */
export interface CarrierFeed {
  readonly about: FeedDescription;
  /** Null where the vendor never pushes. */
  readonly push: {
    /** By the vendor's published scheme, over the raw bytes, in constant time. */
    verify(push: Push, credentials: Credentials, now: Instant): boolean;
    /** The sender's own id of a delivery, or null when it says none: then its bytes identify it. */
    deliveryId(body: string, headers: Push["headers"]): string | null;
  } | null;
  /** The address to enter at the vendor, where it is more than ours: a token that proves pushes travels in it. */
  pushAddress?(webhookUrl: string, credentials: Credentials): string;
  readonly normalise: Normalise;
  /** Whether the vendor accepts these credentials; asks it something harmless. */
  check(call: FeedCall): Promise<SendOutcome>;
  register(call: FeedCall, parcel: WatchedParcel): Promise<Registered>;
  /** Asks about at most `limits.batch` parcels. */
  poll(call: FeedCall, parcels: readonly WatchedParcel[]): Promise<Polled>;
}

/** Every feed by its word. */
export type CarrierFeeds = Readonly<Record<FeedSource, CarrierFeed>>;

/** A vendor a shop has connected. */
export type FeedConnection = {
  readonly shop: ShopId; readonly source: FeedSource; readonly credentials: Credentials; readonly connectedAt: Instant;
  readonly pausedUntil: Instant | null; // the vendor asked for patience, or keeps failing
  readonly trouble: string | null; // why the last call failed; null: it worked
  readonly failures: number; // in a row
};

/** One parcel one vendor watches for us. */
export type Watch = {
  readonly shop: ShopId; readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly source: FeedSource; readonly number: string; readonly carrier: string | null;
  readonly pushes: boolean; readonly registeredAt: Instant; readonly nextPollAt: Instant | null;
};

/** A watch whose time to be asked about has come, with what the question and the next time depend on. */
export type DueWatch = Watch & WatchedParcel & { readonly milestone: Milestone; readonly heardAt: Instant | null; readonly checkedAt: Instant | null; readonly hurriedAt: Instant | null; readonly deliveredAt: Instant | null; readonly ended: boolean };

/** Which vendors a shop has connected and what they watch. Every call is one atomic statement; all are safe to repeat. */
export interface FeedDirectory {
  connections(shop: ShopId): Promise<readonly FeedConnection[]>;
  /** New credentials for a feed, or its first; a pause ends. */
  connect(shop: ShopId, source: FeedSource, credentials: Credentials, now: Instant): Promise<void>;
  /** Forgets credentials and watches; what the feed told stays. */
  disconnect(shop: ShopId, source: FeedSource): Promise<void>;
  /** Notes how the last call went: `trouble` null clears pause and failures, otherwise failures are counted. */
  noteCall(shop: ShopId, source: FeedSource, how: { readonly trouble: string | null; readonly pausedUntil: Instant | null }): Promise<void>;
  /** Takes from the day's calls (UTC); answers how many of `wanted` may be made. */
  spend(shop: ShopId, source: FeedSource, wanted: number, perDay: number | null, now: Instant): Promise<number>;
  /** Notes that a vendor watches these; a known watch keeps what was heard of it. */
  watch(watches: readonly Watch[]): Promise<void>;
  /** Leases watches due for asking until `until`: oldest first, without those of paused or disconnected feeds and uninstalled shops. */
  takeDue(limit: number, now: Instant, until: Instant): Promise<readonly DueWatch[]>;
  /**
   * Pushes since `missedSince` may be lost: every parcel the feed watches becomes due, unless it had ended, or its delivery could not be taken back any more.
   * A call's worth of them at once, each next one a call later at the feed's pace, the longest unheard first. Answers how many.
   */
  hurry(shop: ShopId, source: FeedSource, missedSince: Instant, now: Instant, pace: Pick<FeedDescription["limits"], "batch" | "perSecond">): Promise<number>;
  /** Notes an answer (or none: `checkedAt` null) and when to ask again; null: never. */
  asked(results: readonly (Pick<Watch, "shop" | "shipmentId" | "source" | "number" | "nextPollAt"> & { readonly checkedAt: Instant | null })[]): Promise<void>;
}

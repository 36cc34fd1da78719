import type { Policy } from "#app/domain/decisions/policy.ts";
import type { Journey } from "#app/domain/journeys/journey.ts";
import type { Step } from "#app/domain/journeys/advance.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { Intent, PlannedIntent } from "#app/domain/workflows/intent.ts";
import type { ActStore } from "./act-store.ts";
import type { CaseStore } from "./cases.ts";
import type { ClaimStore } from "./claims.ts";
import type { DateReads, PromiseLedger } from "./dates.ts";
import type { RuleStore } from "./rules.ts";
import type { Endpoints } from "./endpoints.ts";
import type { FlowRuns } from "./flow.ts";
import type { Incidents } from "./incidents.ts";
import type { ShipClockStore } from "./ship-clocks.ts";
import type { ShopDirectory } from "./shops.ts";

/** Where a message came from. `shopify_sync`: fetched by us because no webhook told it. `warehouse`: the events API. `merchant`: said in the admin. */
export type MessageSource = "shopify" | "shopify_sync" | "warehouse" | "merchant" | FeedSource;

/** A delivery as it arrived, before anybody read it. */
export type NewMessage = {
  readonly shop: ShopId; readonly source: MessageSource; readonly topic: string;
  readonly deliveryId: string; // unique per (source, shop)
  readonly eventId: string | null; readonly triggeredAt: Instant | null; readonly receivedAt: Instant;
  readonly body: string; // as received, byte for byte
};
/** A message in the inbox. */
export type InboxMessage = NewMessage & { readonly id: string; readonly attempts: number };

/** What became of a message. A waiting one is reopened when what it waits for appears. */
export type MessageOutcome =
  | { readonly kind: "done"; readonly subject: OrderId | null }
  | { readonly kind: "ignored"; readonly because: string }
  | { readonly kind: "unreadable"; readonly because: string }
  | { readonly kind: "waiting"; readonly waitsFor: WaitsFor };

/** What a message waits for: a shipment with this tracking number, or an order of this name. */
export type WaitsFor = { readonly kind: "tracking_number"; readonly number: string } | { readonly kind: "order_name"; readonly name: string };

/** An intent in the outbox, leased to whoever claimed it. */
export type OutboxItem = { readonly id: string; readonly shop: ShopId; readonly key: string; readonly intent: Intent; readonly attempts: number; readonly createdAt: Instant };

/** What came of carrying out an intent. */
export type DispatchResult =
  | { readonly outcome: "sent"; readonly detail: string | null }
  | { readonly outcome: "skipped"; readonly because: string } // not wanted any more, or nobody to send to
  | { readonly outcome: "retry"; readonly because: string; readonly at: Instant }
  | { readonly outcome: "failed"; readonly because: string };

/** Everything one database transaction offers. */
export interface Store {
  readonly dates: DateReads;
  readonly ledger: Pick<PromiseLedger, "add">;
  readonly inbox: {
    /** Rows new to the inbox; repeats of a delivery are counted, not stored again. */
    add(messages: readonly NewMessage[]): Promise<{ readonly accepted: number; readonly duplicates: number }>;
    /** Takes up to `limit` messages that are due, oldest first, locked for this transaction; other workers skip them. */
    claim(limit: number, now: Instant): Promise<readonly InboxMessage[]>;
    close(closed: readonly { readonly id: string; readonly outcome: MessageOutcome }[], now: Instant): Promise<void>;
    /** Counts a failed attempt: due again later, or `dead` with its reason after the eighth. A dead row is kept and can be reset. */
    fail(id: string, because: string, now: Instant): Promise<void>;
    /** Deletes messages closed before `before`; those that wait, failed or could not be read stay. Returns how many went. */
    prune(before: Instant): Promise<number>;
  };
  readonly journeys: {
    /** Loads and locks the journeys of these orders for this transaction; unknown orders come back empty. */
    load(shop: ShopId, orders: readonly OrderId[]): Promise<readonly Journey[]>;
    /** The orders that have a shipment with this tracking number (newest first). */
    findByTracking(shop: ShopId, trackingNumber: string): Promise<readonly OrderId[]>;
    /** The orders called so (newest first), with and without a leading #. */
    findByName(shop: ShopId, orderName: string): Promise<readonly OrderId[]>;
    /** Parcels with a tracking number whose way has not ended, newest first. */
    underway(shop: ShopId, limit: number): Promise<readonly { readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly trackingNumber: string; readonly carrier: string | null }[]>;
    /** Shopify's `updatedAt` of the order versions we hold, for comparing without loading. */
    versions(shop: ShopId, orders: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Instant>>;
    /** Writes steps whole: order, shipments, new scans, estimates, decisions, cases, timers, intents. */
    save(steps: readonly Step[], now: Instant): Promise<void>;
  };
  readonly timers: {
    /** Takes due timers, locked for this transaction, and returns the orders they concern. */
    takeDue(limit: number, now: Instant): Promise<readonly { readonly shop: ShopId; readonly orderId: OrderId; readonly shipmentId: ShipmentId }[]>;
  };
  readonly cases: CaseStore;
  readonly acts: ActStore;
  readonly claims: ClaimStore;
  readonly shipClocks: ShipClockStore;
  readonly outbox: {
    add(shop: ShopId, intents: readonly PlannedIntent[], now: Instant): Promise<void>; // a known key is left as it is
    /** Leases due items until `until`; an item whose lease ran out is due again. */
    claim(limit: number, now: Instant, until: Instant): Promise<readonly OutboxItem[]>;
    /** Fenced by the attempt: a result of an attempt that lost its lease is dropped and false returned. */
    settle(item: OutboxItem, result: DispatchResult, now: Instant): Promise<boolean>;
    /** Deletes items settled before `before`. Returns how many went. */
    prune(before: Instant): Promise<number>;
  };
  readonly shops: ShopDirectory;
  readonly policies: { of(shop: ShopId): Promise<Policy> };
  readonly work: {
    of(shop: ShopId): Promise<WorkSettings>;
    /** Each saving is a new version of part `work`. `what`: what was changed, in words. Read and saved in one transaction, or a colleague's change is lost. */
    save(shop: ShopId, work: WorkSettings, change: { readonly by: string; readonly what: string; readonly at: Instant }): Promise<void>;
  };
  readonly rules: RuleStore;
  readonly incidents: Incidents;
  readonly flowRuns: FlowRuns;
  readonly endpoints: Endpoints;
  /** Hard deletes, inbox bodies and outbox included. */
  readonly privacy: {
    redactOrders(shop: ShopId, customerId: string | null, orders: readonly OrderId[], now: Instant): Promise<void>;
    redactShop(shop: ShopId): Promise<void>;
    /** Everything stored about these orders, as JSON for the merchant, filed under `requestId`. */
    fileDataRequest(shop: ShopId, requestId: string, customerId: string | null, orders: readonly OrderId[], now: Instant): Promise<void>;
  };
}

/** Makes messages durable in a commit of their own: all of them, or none. */
export type KeepMessages = (messages: readonly NewMessage[]) => Promise<{ readonly accepted: number; readonly duplicates: number }>;

/** Runs `work` in one transaction: everything is kept or nothing is. */
export type Transact = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

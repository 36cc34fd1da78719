import type { FlowPayload, FlowTriggerHandle } from "#app/contracts/flow-triggers.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { OrderLine } from "#app/domain/orders/order.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { FulfillmentId, LineId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ShopLocation } from "./dates.ts";
import type { HistoricalOrder } from "./history.ts";
import type { NewMessage } from "./store.ts";
import type { ShopInfo } from "./shops.ts";

/** Why a call to Shopify gave no answer. `unavailable` is worth trying again, at `retryAt` or later; the others are not. */
export type AdminFailure =
  | { readonly outcome: "unavailable"; readonly because: string; readonly retryAt: Instant }
  | { readonly outcome: "unauthorised"; readonly because: string } // uninstalled, or the token cannot be refreshed
  | { readonly outcome: "refused"; readonly because: string }; // Shopify understood and said no

/** The two files of a back-fill: Shopify exports no connection inside a list, so fulfillments' events come apart from orders. */
export type ExportKind = "orders" | "fulfillments";
export type ExportState =
  | { readonly outcome: "running"; readonly objects: number }
  | { readonly outcome: "ready"; readonly url: string | null; readonly rootObjects: number } // url null: nothing to export
  | { readonly outcome: "lost"; readonly because: string }; // failed, cancelled, expired: start again

/** One line of an export file and the byte after it. Unreadable lines are counted and skipped with their reason. */
export type ExportRow =
  | { readonly kind: "order"; readonly row: HistoricalOrder; readonly end: number }
  | { readonly kind: "line"; readonly orderId: OrderId; readonly line: OrderLine; readonly end: number }
  | { readonly kind: "item"; readonly fulfillmentId: FulfillmentId; readonly lineId: LineId; readonly quantity: number; readonly end: number }
  | { readonly kind: "scan"; readonly fulfillmentId: FulfillmentId; readonly scan: Scan; readonly end: number }
  | { readonly kind: "other"; readonly end: number };

/** One page of changed orders, each as a message for the inbox; `next` is null on the last page. */
export type ChangedOrders = { readonly outcome: "page"; readonly messages: readonly (NewMessage & { readonly orderId: OrderId; readonly updatedAt: Instant })[]; readonly next: string | null };
/** What Shopify Flow made of a trigger. */
export type FlowOutcome = { readonly outcome: "accepted" } | AdminFailure;

/** Our estimate for a parcel, as it goes to Shopify. `milestone`: how far the parcel is at `happenedAt`, because Shopify's event states that too. */
export type EstimateToPublish = { readonly estimatedDeliveryAt: Instant; readonly happenedAt: Instant; readonly milestone: Milestone };
/** `not_said`: at this milestone no event can carry an estimate without claiming progress, or asking Shopify to notify the shopper, a second time. */
export type EstimatePublished = { readonly outcome: "published" } | { readonly outcome: "not_said"; readonly because: string } | AdminFailure;

/** Shopify's Admin API as far as Hither speaks it. Every call is for one shop, throttled, retried where it is safe, and never throws for Shopify's own refusals. */
export interface AdminApi {
  shopInfo(shop: ShopId): Promise<{ readonly outcome: "found"; readonly info: ShopInfo; readonly scopes: readonly string[] } | AdminFailure>;
  /** The order with its fulfillments and events as one inbox message of source `shopify_sync`; null when it does not exist. */
  order(shop: ShopId, id: OrderId, now: Instant): Promise<{ readonly outcome: "found"; readonly message: NewMessage | null } | AdminFailure>;
  /** Orders updated at or after `since`, oldest first, 25 a page. */
  changedOrders(shop: ShopId, since: Instant, after: string | null, now: Instant): Promise<ChangedOrders | AdminFailure>;
  startExport(shop: ShopId, kind: ExportKind): Promise<{ readonly outcome: "started"; readonly bulkOperation: string } | AdminFailure>;
  exportState(shop: ShopId, bulkOperation: string): Promise<ExportState | AdminFailure>;
  /** Streams an export file from a byte offset. Ends early, without throwing, when the connection breaks: resume at the last `end`. */
  readExport(shop: ShopId, kind: ExportKind, url: string, from: number, now: Instant): AsyncIterable<ExportRow | { readonly kind: "broken"; readonly because: string }>;
  triggerFlow(shop: ShopId, trigger: FlowTriggerHandle, payload: FlowPayload): Promise<FlowOutcome>;
  /** Writes the table of dates to the app-owned metafields of the shop (extensions) and of the installation (Liquid), and removes what stood there before. */
  publishTable(shop: ShopId, table: PublishedDateTable): Promise<{ readonly outcome: "published" } | AdminFailure>;
  /** Shows our estimate on Shopify's own order status page. The event comes back by webhook and sync, and is known there as ours. */
  publishEstimate(shop: ShopId, fulfillment: FulfillmentId, estimate: EstimateToPublish): Promise<EstimatePublished>;
  /** Every place the shop has sent from, closed ones too. */
  locations(shop: ShopId): Promise<{ readonly outcome: "found"; readonly locations: readonly ShopLocation[] } | AdminFailure>;
}

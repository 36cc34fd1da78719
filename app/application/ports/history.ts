import type { FulfillmentSnapshot } from "#app/domain/journeys/fact.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { FulfillmentId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

export type ImportPhase = "exporting" | "orders" | "fulfillments" | "settling" | "done" | "failed";

/** A back-fill of one shop; every slice of work commits with the place it reached, so any process can take over. */
export type ImportRun = {
  readonly shop: ShopId; readonly phase: ImportPhase;
  readonly ordersExport: string | null; readonly fulfillmentsExport: string | null; // bulk operation gids
  readonly ordersUrl: string | null; readonly fulfillmentsUrl: string | null;
  readonly byteOffset: number; // of the file being read
  readonly ordersTotal: number | null; readonly ordersDone: number; readonly settled: number;
  readonly startedAt: Instant; readonly finishedAt: Instant | null; readonly error: string | null; readonly failures: number;
};

/** Rows of the two export files, in our words. Lines arrive apart from their order, items and scans apart from their fulfillment. */
export type HistoricalOrder = { readonly order: Omit<Order, "lines">; readonly fulfillments: readonly FulfillmentSnapshot[] };
export type HistoricalFulfillment = { readonly id: FulfillmentId; readonly items: FulfillmentSnapshot["items"]; readonly scans: readonly Scan[] };

/** Set-based writes for the past. All are upserts that keep the newer version; repeating a slice changes nothing. */
export interface HistoryStore {
  current(shop: ShopId): Promise<ImportRun | null>;
  start(shop: ShopId, now: Instant): Promise<ImportRun>; // restarts a finished or failed run, keeps a running one
  /** Runs `work` with the shop's import locked; null when another process holds it. Progress and rows commit together. */
  slice<T>(shop: ShopId, work: (slice: HistorySlice, run: ImportRun) => Promise<T>): Promise<T | null>;
}
export interface HistorySlice {
  orders(rows: readonly HistoricalOrder[]): Promise<void>;
  lines(rows: readonly { readonly orderId: OrderId; readonly line: OrderLine }[]): Promise<void>;
  scans(rows: readonly { readonly fulfillmentId: FulfillmentId; readonly scans: readonly Scan[] }[]): Promise<void>;
  items(rows: readonly { readonly fulfillmentId: FulfillmentId; readonly lineId: string; readonly quantity: number }[]): Promise<void>;
  /** Orders with shipments whose timeline was not folded since their rows were written. */
  unsettled(limit: number): Promise<readonly OrderId[]>;
  progress(change: Partial<Omit<ImportRun, "shop">>): Promise<void>;
}

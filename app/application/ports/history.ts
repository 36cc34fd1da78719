import type { FulfillmentSnapshot } from "#app/domain/journeys/fact.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { FulfillmentId, LineId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** The phases of a back-fill, in their order; `failed` needs a person. */
export type ImportPhase = "exporting" | "orders" | "fulfillments" | "settling" | "done" | "failed";

/** A back-fill of one shop; every slice of work commits with the place it reached, so any process can take over. */
export type ImportRun = {
  readonly shop: ShopId; readonly phase: ImportPhase;
  readonly version: number; // grows with every commit; a commit against an older version writes nothing
  readonly ordersExport: string | null; readonly fulfillmentsExport: string | null; // bulk operation gids
  readonly ordersUrl: string | null; readonly fulfillmentsUrl: string | null;
  readonly byteOffset: number; // of the file being read
  readonly ordersTotal: number | null; readonly ordersDone: number; readonly settled: number;
  readonly startedAt: Instant; readonly finishedAt: Instant | null; readonly error: string | null; readonly failures: number;
};

/** What a slice changes about its run. */
export type ImportChange = Partial<Omit<ImportRun, "shop" | "version">>;

/** Rows of the two export files, in our words. Lines arrive apart from their order, items and scans apart from their fulfillment. */
export type HistoricalOrder = { readonly order: Omit<Order, "lines">; readonly fulfillments: readonly FulfillmentSnapshot[] };
export type HistoryRows = {
  readonly orders: readonly HistoricalOrder[];
  readonly lines: readonly { readonly orderId: OrderId; readonly line: OrderLine }[];
  readonly items: readonly { readonly fulfillmentId: FulfillmentId; readonly lineId: LineId; readonly quantity: number }[];
  readonly scans: readonly { readonly fulfillmentId: FulfillmentId; readonly scan: Scan }[];
};

/** Set-based writes for the past. All are upserts that keep the newer version; repeating a slice changes nothing. */
export interface HistoryStore {
  current(shop: ShopId): Promise<ImportRun | null>;
  /** A new run, or the running one. A finished or failed run starts again from the beginning. */
  start(shop: ShopId, now: Instant): Promise<ImportRun>;
  /** Writes rows and the new place in one transaction. False, and nothing written, when another process moved the run on meanwhile. */
  commit(run: ImportRun, change: ImportChange, rows?: HistoryRows): Promise<boolean>;
  /** Orders with shipments whose timeline was not folded since their rows were written. */
  unsettled(shop: ShopId, limit: number): Promise<readonly OrderId[]>;
  /** Shops whose import has neither finished nor failed. */
  unfinished(limit: number): Promise<readonly ShopId[]>;
}

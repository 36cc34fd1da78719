import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** A shop's bucket of query points as Shopify last stated it. */
export type Bucket = { readonly available: number; readonly maximum: number; readonly restoreRate: number }; // points, points, points per second

/** The points left per shop, shared by every process. */
export interface ApiBudget {
  /** Takes `cost` points, or says how long to wait until they are there. */
  reserve(shop: ShopId, cost: number, now: Instant): Promise<{ readonly outcome: "granted" } | { readonly outcome: "wait"; readonly ms: number }>;
  /** What Shopify says is left: its word replaces our count. */
  report(shop: ShopId, bucket: Bucket, now: Instant): Promise<void>;
}

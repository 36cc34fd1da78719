import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Db } from "./sql.ts";

/** Locks orders until the transaction ends, whether or not they have a row yet; always in the same order, so that no two transactions wait in a circle. */
export const lockOrders = async (db: Db, shop: ShopId, orders: readonly OrderId[]): Promise<void> => {
  if (orders.length === 0) return;
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key", [[...new Set(orders)].sort().map((order) => `${shop}/${order}`)]);
};

/**
 * Locks tracking numbers until the transaction ends. A message that waits for a parcel and the parcel it waits for may
 * arrive at the same moment in two transactions that cannot see each other; the second one to get here sees the first.
 */
export const lockTracking = async (db: Db, numbers: readonly { readonly shop: ShopId; readonly number: string }[]): Promise<void> => {
  if (numbers.length === 0) return;
  const keys = [...new Set(numbers.map(({ shop, number }) => `${shop}/${normalTrackingNumber(number)}`))].sort();
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended(key, 2)) FROM unnest($1::text[]) AS key", [keys]);
};

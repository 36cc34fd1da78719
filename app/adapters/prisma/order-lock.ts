import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Db } from "./sql.ts";

/** Locks orders until the transaction ends, whether or not they have a row yet; always in the same order, so that no two transactions wait in a circle. */
export const lockOrders = async (db: Db, shop: ShopId, orders: readonly OrderId[]): Promise<void> => {
  if (orders.length === 0) return;
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key", [[...new Set(orders)].sort().map((order) => `${shop}/${order}`)]);
};

/** From so many keys on a shop is locked whole: the server's table of locks is shared by all connections and small (6,400 by default). */
const MANY = 500;

/**
 * Locks what messages wait for until the transaction ends. A message that waits for a parcel and the parcel it waits for may
 * arrive at the same moment in two transactions that cannot see each other; the second one to get here sees the first.
 */
export const lockWaiting = async (db: Db, awaited: readonly { readonly shop: ShopId; readonly key: string }[]): Promise<void> => {
  if (awaited.length === 0) return;
  const shops = [...new Set(awaited.map(({ shop }) => shop))].sort();
  const keys = [...new Set(awaited.map(({ shop, key }) => `${shop}/${key}`))].sort();
  if (keys.length > MANY) {
    await db.query("SELECT pg_advisory_xact_lock(hashtextextended(shop, 3)) FROM unnest($1::text[]) AS shop", [shops]);
    return;
  }
  await db.query("SELECT pg_advisory_xact_lock_shared(hashtextextended(shop, 3)) FROM unnest($1::text[]) AS shop", [shops]);
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended(key, 2)) FROM unnest($1::text[]) AS key", [keys]);
};

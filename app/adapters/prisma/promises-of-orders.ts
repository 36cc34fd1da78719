import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { PROMISE_COLUMNS, shownOf, type PromiseRow } from "./promise-rows.ts";
import type { Db } from "./sql.ts";

/** Ids of rows about the orders `$2` of `$1`, and about their parcels: two walks over an index of their own. */
export const ABOUT = `SELECT id FROM promise WHERE shop = $1 AND order_id = ANY($2::text[])
  UNION SELECT p.id FROM shipment s JOIN promise p ON p.shop = $1 AND p.subject = 'shipment:' || s.id WHERE s.shop = $1 AND s.order_id = ANY($2::text[])`;
/** The rows those ids name, of table `promise` named `p`. */
export const OF_ORDERS = `p.shop = $1 AND p.id IN (${ABOUT})`;

/** Every line of the ledger about these orders, oldest first. */
export const promisesOf = async (db: Db, shop: ShopId, orders: readonly OrderId[]): Promise<readonly ShownDate[]> => {
  const { rows } = await db.query<PromiseRow>(`SELECT ${PROMISE_COLUMNS} FROM promise p WHERE ${OF_ORDERS} ORDER BY p.shown_at, p.id`, [shop, orders]);
  return rows.map(shownOf);
};

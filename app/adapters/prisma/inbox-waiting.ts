import type { ShopId } from "#app/domain/shared/ids.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { lockTracking } from "./order-lock.ts";
import { jsonRows, type Db } from "./sql.ts";

/** Parcels with these numbers exist now: messages that waited for one are due again. */
export const reopenWaiting = async (db: Db, numbers: readonly { readonly shop: ShopId; readonly number: string }[]): Promise<void> => {
  if (numbers.length === 0) return;
  await lockTracking(db, numbers);
  await db.query(
    `UPDATE inbox i SET state = 'pending', waits_for = NULL, closed_at = NULL, due_at = NULL
     FROM (SELECT DISTINCT shop, number FROM jsonb_to_recordset($1::jsonb) AS x(shop text, number text)) n
     WHERE i.shop = n.shop AND i.waits_for = n.number AND i.state = 'waiting'`,
    [jsonRows(numbers.map(({ shop, number }) => ({ shop, number: normalTrackingNumber(number) })))],
  );
};

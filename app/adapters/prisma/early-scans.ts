import type { Step } from "#app/domain/journeys/advance.ts";
import { jsonRows, type Db } from "./sql.ts";

/** Keeps the scans that still wait for their fulfillment and forgets those that found it. */
export const writeEarlyScans = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const concerned = steps.filter(({ before, after }) => before.early.length > 0 || after.early.length > 0);
  if (concerned.length === 0) return;
  const orders = concerned.map(({ after }) => ({ shop: after.shop, order_id: after.orderId, waiting: after.early.map((one) => one.fulfillmentId) }));
  await db.query(
    `DELETE FROM early_scan e USING jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text, waiting jsonb)
     WHERE e.shop = x.shop AND e.order_id = x.order_id AND NOT x.waiting ? e.fulfillment_id`,
    [jsonRows(orders)],
  );
  const rows = concerned.flatMap(({ after }) =>
    after.early.flatMap((one) => one.scans.map((scan) => ({ shop: after.shop, order_id: after.orderId, fulfillment_id: one.fulfillmentId, key: scan.key, scan }))));
  await db.query(
    `INSERT INTO early_scan (shop, order_id, fulfillment_id, key, scan)
     SELECT shop, order_id, fulfillment_id, key, scan FROM jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text, fulfillment_id text, key text, scan jsonb)
     ON CONFLICT DO NOTHING`,
    [jsonRows(rows)],
  );
};

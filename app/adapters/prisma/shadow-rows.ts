import type { ShopId } from "#app/domain/shared/ids.ts";
import type { ShadowRun } from "#app/domain/workflows/rules/shadow-run.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** Notes what rules did, or in shadow mode would have done, once each. */
export const addShadowRuns = async (db: Db, noted: readonly { readonly shop: ShopId; readonly run: ShadowRun }[]): Promise<void> => {
  if (noted.length === 0) return;
  const rows = noted.map(({ shop, run }) => ({ shop, rule_id: run.ruleId, key: run.key, at: isoOrNull(run.at), order_id: run.orderId, shipment_id: run.shipmentId, what: run.what, live: run.live }));
  await db.query(
    `INSERT INTO shadow_run (shop, rule_id, key, at, order_id, shipment_id, what, live)
     SELECT shop, rule_id, key, at, order_id, shipment_id, what, live FROM jsonb_to_recordset($1::jsonb) AS x(shop text, rule_id text, key text, at timestamptz, order_id text, shipment_id text, what text, live boolean)
     ON CONFLICT (shop, rule_id, key) DO NOTHING`,
    [jsonRows(rows)],
  );
};

import type { Act } from "#app/domain/workflows/acts/act.ts";
import type { Privacy } from "./order-rows.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** Adds acts that were asked for; one that is known is left as it is. What is asked for is sealed: it can hold an address. */
export const addActs = async (db: Db, { box }: Pick<Privacy, "box">, acts: readonly Act[]): Promise<void> => {
  if (acts.length === 0) return;
  const rows = acts.map((act) => ({
    shop: act.shop, id: act.id, order_id: act.orderId, shipment_id: act.shipmentId, case_id: act.caseId, kind: act.request.kind,
    request_sealed: box.seal(JSON.stringify(act.request), { shop: act.shop, column: "act.request" }), by: act.by, state: act.state, asked_at: isoOrNull(act.askedAt), due_at: isoOrNull(act.dueAt),
  }));
  await db.query(
    `INSERT INTO act (shop, id, order_id, shipment_id, case_id, customer_id, kind, request_sealed, by, state, asked_at, due_at)
     SELECT x.shop, x.id, x.order_id, x.shipment_id, x.case_id, o.customer_id, x.kind, x.request_sealed, x.by, x.state, x.asked_at, x.due_at
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, order_id text, shipment_id text, case_id text, kind text, request_sealed text, by text, state text, asked_at timestamptz, due_at timestamptz)
     LEFT JOIN "order" o ON o.shop = x.shop AND o.id = x.order_id
     ON CONFLICT (shop, id) DO NOTHING`,
    [jsonRows(rows)],
  );
};

import type { RuleCount, RuleRun } from "#app/application/ports.ts";
import type { OrderId, RuleId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, type Db } from "./sql.ts";

type Row = { rule_id: RuleId; at: Date; live: boolean; what: string; order_id: OrderId | null; name: string | null; shipment_id: ShipmentId | null };
type Count = { rule_id: RuleId; did: number; would: number; last_did: Date | null; last_would: Date | null };

/** What a rule did or would have done, newest first. */
export const readRuns = async (db: Db, shop: ShopId, rule: RuleId, limit: number): Promise<readonly RuleRun[]> => {
  const { rows } = await db.query<Row>(
    `SELECT r.rule_id, r.at, r.live, r.what, r.order_id, o.name, r.shipment_id FROM shadow_run r LEFT JOIN "order" o ON o.shop = r.shop AND o.id = r.order_id
     WHERE r.shop = $1 AND r.rule_id = $2 ORDER BY r.id DESC LIMIT $3`, [shop, rule, limit]);
  return rows.map((row) => ({ ruleId: row.rule_id, at: instantOf(row.at), live: row.live, what: row.what, orderId: row.order_id, orderName: row.name, shipmentId: row.shipment_id }));
};

/** How often each rule of a shop fired, or would have. */
export const countRuns = async (db: Db, shop: ShopId): Promise<ReadonlyMap<RuleId, RuleCount>> => {
  const { rows } = await db.query<Count>(
    `SELECT rule_id, (count(*) FILTER (WHERE live))::int AS did, (count(*) FILTER (WHERE NOT live))::int AS would, max(at) FILTER (WHERE live) AS last_did, max(at) FILTER (WHERE NOT live) AS last_would
     FROM shadow_run WHERE shop = $1 GROUP BY rule_id`, [shop]);
  return new Map(rows.map((row): [RuleId, RuleCount] => [row.rule_id, { did: row.did, would: row.would, lastDid: instantOrNull(row.last_did), lastWould: instantOrNull(row.last_would) }]));
};

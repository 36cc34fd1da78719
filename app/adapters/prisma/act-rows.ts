import type { KeptAct } from "#app/application/ports.ts";
import type { ActId, CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Act, ActRequest, ActState, AskedBy } from "#app/domain/workflows/acts/act.ts";
import type { Privacy } from "./order-rows.ts";
import type { SecretBox } from "./sealed.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `act`, as the driver returns it. */
export type ActDbRow = {
  shop: ShopId; id: ActId; order_id: OrderId; shipment_id: ShipmentId | null; case_id: CaseId | null; request_sealed: string; by: AskedBy; state: ActState; asked_at: Date; due_at: Date; ended_at: Date | null;
  cost_minor: string | null; currency: string | null; started_at: Date | null; busy_until: Date | null; result: string | null; made_label: string | null; made_gid: string | null;
};

export const ACT_COLUMNS = "shop, id, order_id, shipment_id, case_id, request_sealed, by, state, asked_at, due_at, ended_at, cost_minor, currency, started_at, busy_until, result, made_label, made_gid";

/** What cannot be opened any more, because its key is lost, reads as a note that says so: the act stays in the list and is never carried out by it. */
const LOST: ActRequest = { kind: "note", text: "What was asked for cannot be read any more: its key is lost." };

/** What was asked for, unsealed; null when its key is lost. */
export const requestOf = (box: SecretBox, shop: ShopId, sealed: string): ActRequest | null => {
  const plain = box.open(sealed, { shop, column: "act.request" });
  return plain === null ? null : (JSON.parse(plain) as ActRequest);
};

/** The act a row stands for. */
export const actOf = (row: ActDbRow, box: SecretBox): KeptAct => ({
  shop: row.shop, id: row.id, orderId: row.order_id, shipmentId: row.shipment_id, caseId: row.case_id, request: requestOf(box, row.shop, row.request_sealed) ?? LOST, by: row.by, state: row.state,
  askedAt: instantOf(row.asked_at), dueAt: instantOf(row.due_at), endedAt: instantOrNull(row.ended_at), costMinor: row.cost_minor === null ? null : Number(row.cost_minor), currency: row.currency,
  startedAt: instantOrNull(row.started_at), busyUntil: instantOrNull(row.busy_until), result: row.result, made: row.made_gid === null ? null : { label: row.made_label ?? "", gid: row.made_gid },
});

/** Adds acts that were asked for; one that is known is left as it is. What is asked for is sealed: it can hold an address. */
export const addActs = async (db: Db, { box }: Pick<Privacy, "box">, acts: readonly Act[]): Promise<void> => {
  if (acts.length === 0) return;
  const rows = acts.map((act) => ({
    shop: act.shop, id: act.id, order_id: act.orderId, shipment_id: act.shipmentId, case_id: act.caseId, kind: act.request.kind,
    request_sealed: box.seal(JSON.stringify(act.request), { shop: act.shop, column: "act.request" }), by: act.by, state: act.state, asked_at: isoOrNull(act.askedAt), due_at: isoOrNull(act.dueAt),
    cost_minor: act.costMinor, currency: act.currency,
  }));
  await db.query(
    `INSERT INTO act (shop, id, order_id, shipment_id, case_id, customer_id, kind, request_sealed, by, state, asked_at, due_at, cost_minor, currency)
     SELECT x.shop, x.id, x.order_id, x.shipment_id, x.case_id, o.customer_id, x.kind, x.request_sealed, x.by, x.state, x.asked_at, x.due_at, x.cost_minor, coalesce(x.currency, o.currency)
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, order_id text, shipment_id text, case_id text, kind text, request_sealed text, by text, state text, asked_at timestamptz, due_at timestamptz, cost_minor bigint, currency text)
     LEFT JOIN "order" o ON o.shop = x.shop AND o.id = x.order_id
     ON CONFLICT (shop, id) DO NOTHING`,
    [jsonRows(rows)],
  );
};

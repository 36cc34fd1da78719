import type { Case, CaseCategory, CaseStatus } from "#app/domain/workflows/case.ts";
import type { Severity } from "#app/domain/shipments/exception.ts";
import type { CaseId, IncidentId, MemberId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `case`, as the driver returns it. */
export type CaseDbRow = {
  shop: ShopId; id: CaseId; shipment_id: ShipmentId | null; order_id: OrderId | null; incident_id: IncidentId | null; category: CaseCategory; severity: Severity; status: CaseStatus; because: string;
  owner_id: MemberId | null; team: string | null; moved_at: Date; escalations: number; reopened: number; merged_into: CaseId | null;
  opened_at: Date; due_at: Date; resolved_at: Date | null; resolution: string | null; resolved_by: Case["resolvedBy"];
};

export const CASE_COLUMNS = "shop, id, shipment_id, order_id, incident_id, category, severity, status, because, owner_id, team, opened_at, due_at, moved_at, escalations, reopened, merged_into, resolved_at, resolution, resolved_by";

/** The case a row stands for. */
export const caseOf = (row: CaseDbRow): Case => ({
  shop: row.shop, id: row.id, shipmentId: row.shipment_id, orderId: row.order_id, incidentId: row.incident_id, category: row.category, severity: row.severity, status: row.status, because: row.because,
  ownerId: row.owner_id, team: row.team, movedAt: instantOf(row.moved_at), escalations: row.escalations, reopened: row.reopened, mergedInto: row.merged_into,
  openedAt: instantOf(row.opened_at), dueAt: instantOf(row.due_at), resolvedAt: instantOrNull(row.resolved_at), resolution: row.resolution, resolvedBy: row.resolved_by,
});

const TYPES = `shop text, id text, shipment_id text, order_id text, incident_id text, category text, severity int, status text, because text, owner_id text, team text, opened_at timestamptz, due_at timestamptz,
  moved_at timestamptz, escalations int, reopened int, merged_into text, watched_at timestamptz, resolved_at timestamptz, resolution text, resolved_by text`;

/** Writes cases and counts anew how many each of their parcels has open. A resolved case stays resolved unless it was reopened. */
export const writeCases = async (db: Db, cases: readonly Case[]): Promise<void> => {
  if (cases.length === 0) return;
  const newest = new Map(cases.map((one) => [`${one.shop}/${one.id}`, one])); // opened and resolved at once: the last word counts
  const rows = [...newest.values()].map((one) => ({
    shop: one.shop, id: one.id, shipment_id: one.shipmentId, order_id: one.orderId, incident_id: one.incidentId, category: one.category, severity: one.severity, status: one.status, because: one.because,
    owner_id: one.ownerId, team: one.team, moved_at: isoOrNull(one.movedAt), escalations: one.escalations, reopened: one.reopened, merged_into: one.mergedInto, watched_at: isoOrNull(one.movedAt), // whatever was done to it, somebody looks what follows
    opened_at: isoOrNull(one.openedAt), due_at: isoOrNull(one.dueAt), resolved_at: isoOrNull(one.resolvedAt), resolution: one.resolution, resolved_by: one.resolvedBy,
  }));
  await db.query(
    `INSERT INTO "case" (${CASE_COLUMNS}, watched_at) SELECT ${CASE_COLUMNS}, watched_at FROM jsonb_to_recordset($1::jsonb) AS x(${TYPES}) ORDER BY shop, id
     ON CONFLICT (shop, id) DO UPDATE SET category = excluded.category, status = excluded.status, severity = excluded.severity, because = excluded.because, due_at = excluded.due_at, incident_id = excluded.incident_id,
       owner_id = excluded.owner_id, team = excluded.team, moved_at = excluded.moved_at, escalations = excluded.escalations, reopened = excluded.reopened, merged_into = excluded.merged_into,
       watched_at = excluded.watched_at, resolved_at = excluded.resolved_at, resolution = excluded.resolution, resolved_by = excluded.resolved_by
     WHERE "case".status <> 'resolved' OR excluded.reopened > "case".reopened`,
    [jsonRows(rows)],
  );
  await db.query(
    `UPDATE shipment s SET open_cases = (SELECT count(*) FROM "case" c WHERE c.shop = s.shop AND c.shipment_id = s.id AND c.status <> 'resolved')
     FROM (SELECT DISTINCT shop, shipment_id FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text)) t WHERE s.shop = t.shop AND s.id = t.shipment_id`,
    [jsonRows(rows.map(({ shop, shipment_id }) => ({ shop, shipment_id })))],
  );
};

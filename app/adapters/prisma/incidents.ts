import type { Incidents } from "#app/application/ports.ts";
import type { Incident, Sharing } from "#app/domain/decisions/incident.ts";
import type { IncidentId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { MILESTONES, hasEnded } from "#app/domain/shipments/milestone.ts";
import { CASE_COLUMNS, caseOf, type CaseDbRow } from "./case-rows.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";
import { readTroubleCounts } from "./trouble-counts.ts";

type IncidentDbRow = { shop: ShopId; id: IncidentId; kind: Incident["kind"]; sharing: Sharing; label: string; began_at: Date; found_at: Date; ended_at: Date | null; parcels: number; expected: number; because: string };

const COLUMNS = "shop, id, kind, sharing, label, began_at, found_at, ended_at, parcels, expected, because";

const incidentOf = (row: IncidentDbRow): Incident => ({
  shop: row.shop, id: row.id, kind: row.kind, sharing: row.sharing, label: row.label, beganAt: instantOf(row.began_at), foundAt: instantOf(row.found_at), endedAt: instantOrNull(row.ended_at),
  parcels: row.parcels, expected: row.expected, because: row.because,
});

/** Whether a parcel `p` of an incident, as shipment `s`, is no longer in it: on its way again, arrived, or called back. `ended`: where the milestones after which nothing comes stand. */
export const OUT_OF_IT = (ended: `$${number}`): string => `s.cancelled OR s.milestone = ANY(${ended}) OR (s.last_scan_at IS NOT NULL AND s.last_scan_at > p.since)`;

const running = async (db: Db, shop: ShopId): Promise<readonly Incident[]> => {
  const { rows } = await db.query<IncidentDbRow>(`SELECT ${COLUMNS} FROM incident WHERE shop = $1 AND ended_at IS NULL ORDER BY began_at, id`, [shop]);
  return rows.map(incidentOf);
};

/** What is wrong with many parcels at once, as rows. */
export const incidentsOf = (db: Db): Incidents => ({
  running: (shop) => running(db, shop),

  async counts(shop, now) {
    await db.query("SELECT pg_advisory_xact_lock(hashtextextended('incidents/' || $1, 0))", [shop]);
    return readTroubleCounts(db, shop, await running(db, shop), now);
  },

  async save(shop, { begun, going, ended }, now) {
    const incidents = [...begun, ...going, ...ended].map(({ incident: one }) => ({
      shop, id: one.id, kind: one.kind, sharing: one.sharing, label: one.label, began_at: isoOrNull(one.beganAt), found_at: isoOrNull(one.foundAt), ended_at: isoOrNull(one.endedAt), checked_at: isoOrNull(now),
      parcels: one.parcels, expected: one.expected, because: one.because,
    }));
    if (incidents.length > 0) {
      await db.query(
        `INSERT INTO incident (${COLUMNS}, checked_at) SELECT ${COLUMNS}, checked_at
         FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, kind text, sharing jsonb, label text, began_at timestamptz, found_at timestamptz, ended_at timestamptz, checked_at timestamptz, parcels int, expected float8, because text)
         ON CONFLICT (shop, id) DO UPDATE SET sharing = excluded.sharing, label = excluded.label, ended_at = excluded.ended_at, checked_at = excluded.checked_at, parcels = excluded.parcels, because = excluded.because`,
        [jsonRows(incidents)]);
    }
    const parcels = [...begun, ...going].flatMap(({ incident, parcels: inIt }) => inIt.map((one) => ({ shop, incident_id: incident.id, shipment_id: one.shipmentId, order_id: one.orderId, since: isoOrNull(one.since) })));
    if (parcels.length > 0) {
      await db.query(
        `INSERT INTO incident_parcel (shop, incident_id, shipment_id, order_id, since)
         SELECT shop, incident_id, shipment_id, order_id, since FROM jsonb_to_recordset($1::jsonb) AS x(shop text, incident_id text, shipment_id text, order_id text, since timestamptz)
         ON CONFLICT (shop, incident_id, shipment_id) DO NOTHING`, [jsonRows(parcels)]);
    }
    await db.query("UPDATE shop SET incidents_looked_at = $2::timestamptz WHERE shop = $1", [shop, isoOrNull(now)]);
  },

  async casesOf(shop, parcels, mergedOf) {
    if (parcels.length === 0) return [];
    const { rows } = await db.query<CaseDbRow>(
      `SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND shipment_id = ANY($2) AND category IN ('no_movement', 'late_vs_promise') AND (status <> 'resolved' OR (incident_id = $3 AND resolved_by = 'hither')) ORDER BY opened_at, id FOR UPDATE`,
      [shop, parcels, mergedOf]);
    return rows.map(caseOf);
  },

  async stillIn(shop, id) {
    const { rows } = await db.query<{ shipment_id: ShipmentId; order_id: OrderId }>(
      `SELECT shipment_id, order_id FROM (
         SELECT DISTINCT ON (p.order_id) p.shipment_id, p.order_id, p.since FROM incident_parcel p JOIN shipment s ON s.shop = p.shop AND s.id = p.shipment_id
         WHERE p.shop = $1 AND p.incident_id = $2 AND NOT (${OUT_OF_IT("$3")}) ORDER BY p.order_id, p.since, p.shipment_id) o
       ORDER BY since, shipment_id`, [shop, id, MILESTONES.filter(hasEnded)]);
    return rows.map((row) => ({ shipmentId: row.shipment_id, orderId: row.order_id }));
  },
});

import type { Store } from "#app/application/ports.ts";
import type { Incident, Sharing } from "#app/domain/decisions/incident.ts";
import type { IncidentId, ShopId } from "#app/domain/shared/ids.ts";
import { instantOf, instantOrNull, type Db } from "./sql.ts";

type IncidentRow = { shop: ShopId; id: IncidentId; kind: Incident["kind"]; sharing: Sharing; label: string; began_at: Date; found_at: Date; ended_at: Date | null; parcels: number; expected: number; because: string };

/** What is wrong with many parcels at once, as rows. */
export const incidentsOf = (db: Db): Store["incidents"] => ({
  running: async (shop) => {
    const { rows } = await db.query<IncidentRow>("SELECT shop, id, kind, sharing, label, began_at, found_at, ended_at, parcels, expected, because FROM incident WHERE shop = $1 AND ended_at IS NULL ORDER BY began_at, id", [shop]);
    return rows.map((row) => ({
      shop: row.shop, id: row.id, kind: row.kind, sharing: row.sharing, label: row.label, beganAt: instantOf(row.began_at), foundAt: instantOf(row.found_at), endedAt: instantOrNull(row.ended_at),
      parcels: row.parcels, expected: row.expected, because: row.because,
    }));
  },
});

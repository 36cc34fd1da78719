import type { IncidentReads } from "#app/application/ports.ts";
import type { IncidentActRow, IncidentParcelRow, IncidentRow } from "#app/contracts/incident-views.ts";
import { courierOf } from "#app/domain/carriers/courier.ts";
import { calmName } from "#app/domain/carriers/geography/calm-name.ts";
import type { Sharing } from "#app/domain/decisions/incident.ts";
import type { IncidentId, ShopId } from "#app/domain/shared/ids.ts";
import { MILESTONES, hasEnded } from "#app/domain/shipments/milestone.ts";
import type { ActState, AskedBy } from "#app/domain/workflows/acts/act.ts";
import { askerWords } from "#app/domain/workflows/acts/asked-by.ts";
import { caseId } from "#app/domain/workflows/case.ts";
import type { Incident } from "../../generated/prisma/client.ts";
import type { Database } from "./open-database.ts";
import { OUT_OF_IT } from "./incidents.ts";
import { instantOf, isoOrNull } from "./sql.ts";

/** More lines help nobody; the count says how many there are. */
const MOST_PARCELS = 250;

type ParcelDbRow = { shipment_id: string; since: Date; carrier: string | null; tracking_number: string | null; city: string | null; region: string | null; country: string | null; last_scan_at: Date | null; milestone: string; name: string | null; over: boolean; told: number };

const STATES = ["waiting", "running", "done", "refused", "undone"] as const satisfies readonly ActState[];
type ActDbRow = Omit<IncidentActRow, "by" | "askedAt"> & { by: AskedBy; at: Date };

const rowOf = (one: Incident): IncidentRow => ({
  id: one.id, kind: one.kind === "late" ? "late" : "silent", label: one.label, beganAt: one.beganAt.toISOString(), foundAt: one.foundAt.toISOString(), endedAt: one.endedAt?.toISOString() ?? null,
  parcels: one.parcels, expected: one.expected, because: one.because, caseId: caseId(one.id as IncidentId, "incident", instantOf(one.beganAt)),
});

const sharesOf = ({ carrier, country, region, hub }: Sharing): readonly { readonly what: string; readonly which: string }[] => [
  ...(carrier === null ? [] : [{ what: "Carrier", which: courierOf(carrier)?.name ?? carrier }]), ...(country === null ? [] : [{ what: "Country", which: country }]),
  ...(region === null ? [] : [{ what: "Region", which: region }]), ...(hub === null ? [] : [{ what: "Last scanned in", which: calmName(hub.toUpperCase()) }]),
];

/** Incidents as pages show them. */
export const incidentReadsOver = ({ pool, prisma }: Pick<Database, "pool" | "prisma">): IncidentReads => ({
  async due(before, limit) {
    const { rows } = await pool.query<{ shop: ShopId }>(
      `SELECT w.shop FROM shop w WHERE w.uninstalled_at IS NULL AND (w.incidents_looked_at IS NULL OR w.incidents_looked_at <= $1::timestamptz) AND (
         EXISTS (SELECT 1 FROM incident i WHERE i.shop = w.shop AND i.ended_at IS NULL)
         OR EXISTS (SELECT 1 FROM decision d WHERE d.shop = w.shop AND d.kind = 'silence' AND d.at > coalesce(w.incidents_looked_at, $1::timestamptz - interval '3 days'))
         OR EXISTS (SELECT 1 FROM decision d WHERE d.shop = w.shop AND d.kind = 'exception' AND d.rule = 'late.vs_promise' AND d.at > coalesce(w.incidents_looked_at, $1::timestamptz - interval '3 days')))
       ORDER BY w.incidents_looked_at NULLS FIRST, w.shop LIMIT $2`, [isoOrNull(before), limit]);
    return rows.map((row) => row.shop);
  },
  async list(shop, limit) {
    const rows = await prisma.incident.findMany({ where: { shop }, orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { beganAt: "desc" }, { id: "asc" }], take: limit });
    return rows.map(rowOf);
  },
  async one(shop, id) {
    const found = await prisma.incident.findUnique({ where: { shop_id: { shop, id } } });
    if (found === null) return null;
    const { rows } = await pool.query<ParcelDbRow>(
      `SELECT p.shipment_id, p.since, s.carrier, s.tracking_number, o.city, o.region, o.country, s.last_scan_at, s.milestone, o.name,
         (${OUT_OF_IT("$3")}) AS over,
         (SELECT count(*)::int FROM outbox m WHERE m.shop = p.shop AND m.shipment_id = p.shipment_id AND m.kind = 'email_shopper' AND m.state = 'sent' AND m.created_at >= $4::timestamptz) AS told
       FROM incident_parcel p LEFT JOIN shipment s ON s.shop = p.shop AND s.id = p.shipment_id LEFT JOIN "order" o ON o.shop = p.shop AND o.id = p.order_id
       WHERE p.shop = $1 AND p.incident_id = $2 ORDER BY p.since, p.shipment_id`, [shop, id, MILESTONES.filter(hasEnded), found.beganAt.toISOString()]);
    const row = rowOf(found);
    const { rows: acts } = await pool.query<ActDbRow>(
      `SELECT e.body->>'forAll' AS key, e.body->>'what' AS what, e.by, e.at, ${STATES.map((state) => `count(a.id) FILTER (WHERE a.state = '${state}')::int AS ${state}`).join(", ")}
       FROM case_event e LEFT JOIN act a ON a.shop = e.shop AND starts_with(a.id, (e.body->>'forAll') || '.') WHERE e.shop = $1 AND e.case_id = $2 AND e.body ? 'forAll' GROUP BY e.id ORDER BY e.at DESC, e.id DESC`, [shop, row.caseId]);
    const { rows: [home] } = await pool.query<{ currency: string }>("SELECT currency FROM shop WHERE shop = $1", [shop]);
    return {
      ...row, currency: home?.currency ?? "USD", acts: acts.map(({ at, by, ...one }) => ({ ...one, by: askerWords(by), askedAt: at.toISOString() })), shares: sharesOf(found.sharing as Sharing), told: rows.filter((row) => row.told > 0).length, further: Math.max(0, rows.length - MOST_PARCELS),
      rows: rows.slice(0, MOST_PARCELS).map((row): IncidentParcelRow => ({
        shipmentId: row.shipment_id, orderName: row.name, carrier: row.carrier, trackingNumber: row.tracking_number, destination: [calmName(row.city), row.region, row.country].filter(Boolean).join(", ") || null,
        lastScanAt: row.last_scan_at?.toISOString() ?? null, since: row.since.toISOString(), milestone: row.milestone, over: row.over, told: row.told,
      })),
    };
  },
});

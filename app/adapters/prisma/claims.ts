import type { ClaimPage, ClaimReads, ClaimTab, ListedClaim, Store } from "#app/application/ports.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { ClaimKind } from "#app/domain/workflows/claims/claim-rule.ts";
import type { Claim, ClaimState } from "#app/domain/workflows/claims/claim.ts";
import { instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

type ClaimRow = {
  shop: ShopId; case_id: CaseId; order_id: OrderId; shipment_id: ShipmentId; kind: ClaimKind; rule: string | null; earliest: CalendarDate | null; latest: CalendarDate | null; state: ClaimState;
  filed_at: Date | null; reference: string | null; amount_minor: string | null; currency: string | null; note: string | null; look_at: Date | null;
};

const COLUMNS = "c.shop, c.case_id, c.order_id, c.shipment_id, c.kind, c.rule, c.earliest_on::text AS earliest, c.latest_on::text AS latest, c.state, c.filed_at, c.reference, c.amount_minor, c.currency, c.note, c.look_at";

const claimOf = (row: ClaimRow): Claim => ({
  shop: row.shop, caseId: row.case_id, orderId: row.order_id, shipmentId: row.shipment_id, kind: row.kind, rule: row.rule, earliestOn: row.earliest, latestOn: row.latest, state: row.state,
  filedAt: instantOrNull(row.filed_at), reference: row.reference, amountMinor: row.amount_minor === null ? null : Number(row.amount_minor), currency: row.currency, note: row.note, lookAt: instantOrNull(row.look_at),
});

/** Claims within a transaction. */
export const claimsOf = (db: Db): Store["claims"] => ({
  async begin(shop, claims, now) {
    if (claims.length === 0) return;
    await db.query(
      `INSERT INTO claim (shop, id, case_id, order_id, shipment_id, kind, state, currency, look_at)
       SELECT $1, x.case_id, x.case_id, x.order_id, x.shipment_id, x.kind, 'open', o.currency, $3
       FROM jsonb_to_recordset($2::jsonb) AS x(case_id text, order_id text, shipment_id text, kind text) LEFT JOIN "order" o ON o.shop = $1 AND o.id = x.order_id ORDER BY x.case_id
       ON CONFLICT (shop, id) DO UPDATE SET look_at = excluded.look_at WHERE claim.state = 'open'`,
      [shop, jsonRows(claims.map((one) => ({ case_id: one.caseId, order_id: one.orderId, shipment_id: one.shipmentId, kind: one.kind }))), isoOrNull(now)],
    );
  },
  async find(shop, caseId) {
    const { rows: [row] } = await db.query<ClaimRow>(`SELECT ${COLUMNS} FROM claim c WHERE c.shop = $1 AND c.id = $2`, [shop, caseId]);
    return row ? claimOf(row) : null;
  },
  async save(claims) {
    const rows = claims.map((one) => ({
      shop: one.shop, id: one.caseId, kind: one.kind, rule: one.rule, earliest_on: one.earliestOn, latest_on: one.latestOn, state: one.state, filed_at: isoOrNull(one.filedAt),
      reference: one.reference, amount_minor: one.amountMinor, currency: one.currency, note: one.note, look_at: isoOrNull(one.lookAt),
    }));
    await db.query(
      `UPDATE claim c SET kind = x.kind, rule = x.rule, earliest_on = x.earliest_on, latest_on = x.latest_on, state = x.state, filed_at = x.filed_at, reference = x.reference,
         amount_minor = x.amount_minor, currency = x.currency, note = x.note, look_at = x.look_at
       FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, kind text, rule text, earliest_on date, latest_on date, state text, filed_at timestamptz, reference text, amount_minor bigint, currency text, note text, look_at timestamptz)
       WHERE c.shop = x.shop AND c.id = x.id`,
      [jsonRows(rows)],
    );
  },
  async lookAtAll(shop, now) {
    await db.query("UPDATE claim SET look_at = $2 WHERE shop = $1 AND state = 'open'", [shop, isoOrNull(now)]);
  },
  /** A second statement reads what is locked, for another worker may have been at it. */
  async takeDue(limit, now) {
    const { rows: mine } = await db.query<{ shop: ShopId; id: CaseId }>(
      `WITH due AS MATERIALIZED (SELECT shop, id, order_id FROM claim WHERE look_at <= $1 ORDER BY look_at LIMIT $2),
         locks AS MATERIALIZED (SELECT DISTINCT shop, order_id FROM due),
         held AS MATERIALIZED (SELECT shop, order_id FROM locks WHERE pg_try_advisory_xact_lock(hashtextextended(shop || '/' || order_id, 0)))
       SELECT shop, id FROM due JOIN held USING (shop, order_id)`, [isoOrNull(now), limit]);
    if (mine.length === 0) return [];
    const { rows } = await db.query<ClaimRow>(
      `SELECT ${COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text) JOIN claim c USING (shop, id) WHERE c.look_at <= $2 ORDER BY c.look_at, c.shop, c.id`, [jsonRows(mine), isoOrNull(now)]);
    return rows.map(claimOf);
  },
});

const STATES: Readonly<Record<ClaimTab, readonly ClaimState[]>> = { open: ["open"], filed: ["filed"], ended: ["paid", "refused", "missed", "dropped"] };

type ListedRow = ClaimRow & { order_name: string | null; carrier: string | null; tracking_number: string | null };

/** Claims as pages show them. */
export const claimReadsOver = (db: Db): ClaimReads => ({
  async list(shop, tab, limit): Promise<ClaimPage> {
    const { rows } = await db.query<ListedRow>(
      `SELECT ${COLUMNS}, o.name AS order_name, s.carrier, s.tracking_number FROM claim c
       LEFT JOIN "order" o ON o.shop = c.shop AND o.id = c.order_id LEFT JOIN shipment s ON s.shop = c.shop AND s.id = c.shipment_id
       WHERE c.shop = $1 AND c.state = ANY($2) ORDER BY c.latest_on ${tab === "ended" ? "DESC" : "ASC"} NULLS LAST, c.id LIMIT $3`, [shop, STATES[tab], limit]);
    const { rows: counted } = await db.query<{ state: ClaimState; many: number }>("SELECT state, count(*)::int AS many FROM claim WHERE shop = $1 GROUP BY state", [shop]);
    const many = (of: ClaimTab): number => counted.filter(({ state }) => STATES[of].includes(state)).reduce((sum, one) => sum + one.many, 0);
    return {
      rows: rows.map((row): ListedClaim => ({ ...claimOf(row), orderName: row.order_name, carrier: row.carrier, trackingNumber: row.tracking_number })),
      total: { open: many("open"), filed: many("filed"), ended: many("ended") },
    };
  },
  byCase: (shop, caseId) => claimsOf(db).find(shop, caseId),
  async ofOrder(shop, order) {
    const { rows } = await db.query<ClaimRow>(`SELECT ${COLUMNS} FROM claim c WHERE c.shop = $1 AND c.order_id = $2 ORDER BY c.id`, [shop, order]);
    return rows.map(claimOf);
  },
});

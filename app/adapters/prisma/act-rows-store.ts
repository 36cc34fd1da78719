import type { ActStore } from "#app/application/ports.ts";
import type { ActId, ShipmentId } from "#app/domain/shared/ids.ts";
import { days, minus } from "#app/domain/shared/time.ts";
import type { ActState } from "#app/domain/workflows/acts/act.ts";
import type { Spent } from "#app/domain/workflows/acts/judge-act.ts";
import { ACT_COLUMNS, actOf, addActs, requestOf, type ActDbRow } from "./act-rows.ts";
import type { Privacy } from "./order-rows.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** Over how long a shopper's remedies are counted. */
const MEMORY = days(90);
/** What waits or runs counts as given: otherwise a hundred acts of one minute would all be within the budget. */
const GIVEN = "state IN ('waiting', 'running', 'done')";
const REMEDIES = "kind IN ('reship', 'refund', 'store_credit', 'discount', 'cancel_order')";
export const AUTOMATIC = "(by = 'hither' OR by LIKE 'rule:%' OR by LIKE 'flow:%')";

type SumsRow = { currency: string; day: string; of_order: string; of_shopper: string; remedies: string; automatic: string };
type OtherRow = { request_sealed: string; shipment_id: ShipmentId | null; state: ActState };

/** Acts within one transaction. */
export const actsOf = (db: Db, privacy: Pick<Privacy, "box">): ActStore => ({
  add: (acts) => addActs(db, privacy, acts),

  lock: async (shop) => void (await db.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 4))", [shop])),

  async find(shop, id) {
    const { rows: [row] } = await db.query<ActDbRow>(`SELECT ${ACT_COLUMNS} FROM act WHERE shop = $1 AND id = $2`, [shop, id]);
    return row ? actOf(row, privacy.box) : null;
  },

  async spent(shop, { id, orderId }, today, now) {
    const { rows: [sums] } = await db.query<SumsRow>(
      `SELECT o.currency, coalesce(sum(a.cost_minor) FILTER (WHERE a.asked_at >= $4), 0) AS day, coalesce(sum(a.cost_minor) FILTER (WHERE a.order_id = o.id), 0) AS of_order,
         coalesce(sum(a.cost_minor) FILTER (WHERE a.customer_id = o.customer_id AND a.asked_at >= $5), 0) AS of_shopper,
         count(a.id) FILTER (WHERE ${REMEDIES} AND (a.order_id = o.id OR a.customer_id = o.customer_id) AND a.asked_at >= $5) AS remedies,
         count(a.id) FILTER (WHERE ${AUTOMATIC} AND a.asked_at >= $4) AS automatic
       FROM "order" o LEFT JOIN act a ON a.shop = o.shop AND a.id <> $3 AND a.${GIVEN} AND (a.asked_at >= $5 OR a.order_id = o.id)
       WHERE o.shop = $1 AND o.id = $2 GROUP BY o.shop, o.id`,
      [shop, orderId, id, isoOrNull(today), isoOrNull(minus(now, MEMORY))],
    );
    if (!sums) return null;
    const { rows: others } = await db.query<OtherRow>(`SELECT request_sealed, shipment_id, state FROM act WHERE shop = $1 AND order_id = $2 AND id <> $3 AND ${GIVEN}`, [shop, orderId, id]);
    return {
      currency: sums.currency, dayMinor: Number(sums.day), orderMinor: Number(sums.of_order), shopperMinor: Number(sums.of_shopper), shopperRemedies: Number(sums.remedies), automaticToday: Number(sums.automatic),
      ofOrder: others.flatMap((row): Spent["ofOrder"] => {
        const request = requestOf(privacy.box, shop, row.request_sealed);
        return request === null ? [] : [{ request, shipmentId: row.shipment_id, state: row.state }];
      }),
    };
  },

  async madeForShopper(shop, { id, orderId }, since) {
    const { rows } = await db.query<{ id: ActId; made_gid: string | null; state: ActState; request_sealed: string }>(
      `SELECT a.id, a.made_gid, a.state, a.request_sealed FROM act a JOIN "order" o ON o.shop = a.shop AND o.id = $2
       WHERE a.shop = $1 AND a.id <> $3 AND (a.order_id = o.id OR a.customer_id = o.customer_id) AND (a.state = 'running' OR (a.made_gid IS NOT NULL AND a.ended_at >= $4))`,
      [shop, orderId, id, isoOrNull(since)],
    );
    return {
      gids: rows.flatMap((row) => row.made_gid ?? []),
      running: rows.flatMap((row) => {
        const request = row.state === "running" ? requestOf(privacy.box, shop, row.request_sealed) : null;
        return request === null ? [] : [{ id: row.id, request }];
      }),
    };
  },

  async save(act) {
    await db.query(
      `UPDATE act SET state = $3, due_at = $4, ended_at = $5, cost_minor = $6, currency = $7, started_at = $8, busy_until = $9, result = $10, made_label = $11, made_gid = $12 WHERE shop = $1 AND id = $2`,
      [act.shop, act.id, act.state, isoOrNull(act.dueAt), isoOrNull(act.endedAt), act.costMinor, act.currency, isoOrNull(act.startedAt), isoOrNull(act.busyUntil), act.result?.slice(0, 1_000) ?? null, act.made?.label ?? null, act.made?.gid ?? null],
    );
  },
});

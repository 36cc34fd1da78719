import type { Delivery, Endpoint, Endpoints } from "#app/application/ports.ts";
import type { CaseId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { isNews } from "#app/domain/workflows/news.ts";
import { openOrNull, type SecretBox } from "./sealed.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

const SEALED = "webhook_endpoint.secret";
/** Where the secret lay while there was one endpoint; sealed for there until it is changed. */
const SEALED_BEFORE = "settings.webhook_secret";

type EndpointRow = {
  shop: ShopId; id: string; url: string; events: string[]; secret_sealed: string; former_sealed: string | null; former_until: Date | null;
  enabled: boolean; disabled_because: string | null; failing_since: Date | null; created_at: Date;
};
type DeliveryRow = {
  shop: ShopId; id: string; endpoint_id: string; order_id: OrderId | null; case_id: CaseId | null; type: Delivery["type"]; body: string; created_at: Date; state: Delivery["state"]; attempts: number;
  last_at: Date | null; last_status: number | null; last_words: string | null; took_ms: number | null;
};
const ENDPOINT = "shop, id, url, events, secret_sealed, former_sealed, former_until, enabled, disabled_because, failing_since, created_at";
const DELIVERY = "shop, id, endpoint_id, order_id, case_id, type, body, created_at, state, attempts, last_at, last_status, last_words, took_ms";

/** A merchant's endpoints and the log of what was sent to them. */
export const endpointsOver = (db: Db, box: SecretBox): Endpoints => ({
  async of(shop) {
    const { rows } = await db.query<EndpointRow>(`SELECT ${ENDPOINT} FROM webhook_endpoint WHERE shop = $1 ORDER BY created_at, id`, [shop]);
    return rows.map((row) => endpointOf(row, box));
  },

  async find(shop, id) {
    const { rows: [row] } = await db.query<EndpointRow>(`SELECT ${ENDPOINT} FROM webhook_endpoint WHERE shop = $1 AND id = $2 FOR UPDATE`, [shop, id]);
    return row ? endpointOf(row, box) : null;
  },

  async save({ shop, id, url, events, secret, former, enabled, disabledBecause, failingSince, createdAt }) {
    // A secret that cannot be opened is not written over: the key it was sealed with may come back.
    const sealed = secret === null ? null : box.seal(secret, { shop, column: SEALED });
    await db.query(
      `INSERT INTO webhook_endpoint (${ENDPOINT}) VALUES ($1, $2, $3, $4, coalesce($5, ''), $6, $7, $8, $9, $10, $11)
       ON CONFLICT (shop, id) DO UPDATE SET url = excluded.url, events = excluded.events, secret_sealed = coalesce($5, webhook_endpoint.secret_sealed), former_sealed = excluded.former_sealed, former_until = excluded.former_until,
         enabled = excluded.enabled, disabled_because = excluded.disabled_because, failing_since = excluded.failing_since`,
      [shop, id, url, [...events], sealed, former === null ? null : box.seal(former.secret, { shop, column: SEALED }), isoOrNull(former?.until ?? null), enabled, disabledBecause, isoOrNull(failingSince), isoOrNull(createdAt)],
    );
  },

  async remove(shop, id) {
    await db.query("DELETE FROM webhook_delivery WHERE shop = $1 AND endpoint_id = $2", [shop, id]);
    await db.query("DELETE FROM webhook_endpoint WHERE shop = $1 AND id = $2", [shop, id]);
  },

  async addDeliveries(deliveries) {
    if (deliveries.length === 0) return;
    const rows = deliveries.map((one) => ({ shop: one.shop, id: one.id, endpoint_id: one.endpointId, order_id: one.orderId, case_id: one.caseId, type: one.type, body: one.body, created_at: isoOrNull(one.createdAt), state: one.state }));
    await db.query(
      `INSERT INTO webhook_delivery (shop, id, endpoint_id, order_id, case_id, type, body, created_at, state)
       SELECT shop, id, endpoint_id, order_id, case_id, type, body, created_at, state
       FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, endpoint_id text, order_id text, case_id text, type text, body text, created_at timestamptz, state text)
       ON CONFLICT (shop, id) DO NOTHING`, [jsonRows(rows)]);
  },

  async delivery(shop, id) {
    const { rows: [row] } = await db.query<DeliveryRow>(`SELECT ${DELIVERY} FROM webhook_delivery WHERE shop = $1 AND id = $2 FOR UPDATE`, [shop, id]);
    return row ? deliveryOf(row) : null;
  },

  async saveDelivery(one) {
    await db.query(
      "UPDATE webhook_delivery SET state = $3, attempts = $4, last_at = $5, last_status = $6, last_words = $7, took_ms = $8 WHERE shop = $1 AND id = $2",
      [one.shop, one.id, one.state, one.attempts, isoOrNull(one.lastAt), one.lastStatus, one.lastWords?.replaceAll("\0", "").slice(0, 500) ?? null, one.tookMs]);
  },

  async latest(shop, limit) {
    const { rows } = await db.query<DeliveryRow>(`SELECT ${DELIVERY} FROM webhook_delivery WHERE shop = $1 ORDER BY created_at DESC, id LIMIT $2`, [shop, limit]);
    return rows.map(deliveryOf);
  },

  async failed(shop, endpointId, since, limit) {
    const { rows } = await db.query<DeliveryRow>(`SELECT ${DELIVERY} FROM webhook_delivery WHERE shop = $1 AND endpoint_id = $2 AND state = 'failed' AND type <> 'test' AND created_at >= $3 ORDER BY created_at, id LIMIT $4 FOR UPDATE`, [shop, endpointId, isoOrNull(since), limit]);
    return rows.map(deliveryOf);
  },

  async prune(before) {
    const { rowCount } = await db.query("DELETE FROM webhook_delivery WHERE created_at < $1 AND state <> 'pending'", [isoOrNull(before)]);
    return rowCount ?? 0;
  },
});

const opened = (box: SecretBox, shop: ShopId, sealed: string | null): string | null => openOrNull(box, shop, SEALED, sealed) ?? openOrNull(box, shop, SEALED_BEFORE, sealed);

const endpointOf = (row: EndpointRow, box: SecretBox): Endpoint => {
  const [former, until] = [opened(box, row.shop, row.former_sealed), instantOrNull(row.former_until)];
  return {
    shop: row.shop, id: row.id, url: row.url, events: row.events.filter(isNews), secret: opened(box, row.shop, row.secret_sealed), former: former !== null && until !== null ? { secret: former, until } : null,
    enabled: row.enabled, disabledBecause: row.disabled_because, failingSince: instantOrNull(row.failing_since), createdAt: instantOf(row.created_at),
  };
};

const deliveryOf = (row: DeliveryRow): Delivery => ({
  shop: row.shop, id: row.id, endpointId: row.endpoint_id, orderId: row.order_id, caseId: row.case_id, type: row.type, body: row.body, createdAt: instantOf(row.created_at), state: row.state, attempts: row.attempts,
  lastAt: instantOrNull(row.last_at), lastStatus: row.last_status, lastWords: row.last_words, tookMs: row.took_ms,
});

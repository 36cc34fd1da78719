import type { Store } from "#app/application/ports.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { readJourneys } from "./journeys-load.ts";
import { lockOrders } from "./order-lock.ts";
import type { SecretBox } from "./sealed.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** Every table that holds something of a shop. The test that plants traces fails when one is missing here. */
const TABLES_OF_A_SHOP = [
  "session", "shop", "shop_settings", "api_budget", "inbox", '"order"', "order_line", "shipment", "scan", "estimate", "decision", '"case"', "timer", "outbox", "early_scan", "import_run", "privacy_request",
];

/** Shopify's three compliance requests: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance (2026-11). */
export const privacyOf = (db: Db, box: SecretBox): Store["privacy"] => ({
  async redactOrders(shop, customerId, orders) {
    const ids = await ordersConcerned(db, shop, customerId, orders);
    await lockOrders(db, shop, ids);
    const { rows: parcels } = await db.query<{ id: ShipmentId; tracking_number: string | null }>("SELECT id, tracking_number FROM shipment WHERE shop = $1 AND order_id = ANY($2)", [shop, ids]);
    const shipments = parcels.map((row) => row.id);
    for (const table of ["scan", "estimate", "decision"]) await db.query(`DELETE FROM ${table} WHERE shop = $1 AND shipment_id = ANY($2)`, [shop, shipments]);
    for (const table of ["order_line", "shipment", '"case"', "timer", "outbox", "early_scan"]) await db.query(`DELETE FROM ${table} WHERE shop = $1 AND order_id = ANY($2)`, [shop, ids]);
    await db.query(`DELETE FROM "order" WHERE shop = $1 AND id = ANY($2)`, [shop, ids]);
    await db.query("DELETE FROM privacy_request WHERE shop = $1 AND (customer_id = $2 OR order_ids && $3)", [shop, customerId, ids]);
    await redactInbox(db, shop, customerId, ids, parcels.flatMap((row) => (row.tracking_number === null ? [] : [row.tracking_number])));
  },

  async redactShop(shop) {
    for (const table of TABLES_OF_A_SHOP) await db.query(`DELETE FROM ${table} WHERE shop = $1`, [shop]);
  },

  async fileDataRequest(shop, requestId, customerId, orders, now) {
    const ids = await ordersConcerned(db, shop, customerId, orders);
    const journeys = await readJourneys(db, box, shop, ids);
    const { rows: messages } = await db.query("SELECT kind, created_at, settled_at, state FROM outbox WHERE shop = $1 AND order_id = ANY($2) ORDER BY id", [shop, ids]);
    const data = JSON.stringify({ requestId, customerId, orders: journeys, messages });
    await db.query(
      `INSERT INTO privacy_request (shop, id, kind, customer_id, order_ids, received_at, data_sealed) VALUES ($1, $2, 'data_request', $3, $4, $5, $6)
       ON CONFLICT (shop, id) DO UPDATE SET data_sealed = excluded.data_sealed, order_ids = excluded.order_ids`,
      [shop, requestId, customerId, ids, isoOrNull(now), box.seal(data, { shop, column: "privacy_request.data" })],
    );
  },
});

/** The orders named, and every other order of that customer. */
const ordersConcerned = async (db: Db, shop: ShopId, customerId: string | null, orders: readonly OrderId[]): Promise<OrderId[]> => {
  const { rows } = await db.query<{ id: OrderId }>(`SELECT id FROM "order" WHERE shop = $1 AND customer_id = $2`, [shop, customerId]);
  return [...new Set([...orders, ...rows.map((row) => row.id)])];
};

/**
 * Deliveries about these orders go: those filed under them, those that wait for their parcels, and those not understood
 * that mention them. Of the compliance requests themselves the row stays, so that a repeat is still known, but not the body.
 */
const redactInbox = async (db: Db, shop: ShopId, customerId: string | null, orders: readonly OrderId[], numbers: readonly string[]): Promise<void> => {
  const mentions = [...orders, ...numbers, ...numbers.map(normalTrackingNumber), ...(customerId ? [customerId] : [])].map((text) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  await db.query("UPDATE inbox SET body = '' WHERE shop = $1 AND topic LIKE 'customers/%' AND body ILIKE ANY($2)", [shop, mentions]);
  await db.query(
    `DELETE FROM inbox WHERE shop = $1 AND topic NOT LIKE 'customers/%'
       AND (subject = ANY($2) OR waits_for = ANY($3) OR (subject IS NULL AND body ILIKE ANY($4)))`,
    [shop, orders, numbers.map(normalTrackingNumber), mentions],
  );
};

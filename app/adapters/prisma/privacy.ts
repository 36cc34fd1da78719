import type { Store } from "#app/application/ports.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { subjectOf } from "#app/domain/estimates/shown-date.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { waitsForName, waitsForNumber } from "./inbox-waiting.ts";
import { readJourneys } from "./journeys-load.ts";
import { lockOrders } from "./order-lock.ts";
import { promisesOf } from "./promises-of-orders.ts";
import type { SecretBox } from "./sealed.ts";
import { isoOrNull, type Db } from "./sql.ts";
import { forgetUnknownOf } from "./unknown-statuses.ts";

/** Every table that holds something of a shop. The test that plants traces fails when one is missing here. */
const TABLES_OF_A_SHOP = [
  "session", "shop", "shop_settings", "api_budget", "inbox", '"order"', "order_line", "shipment", "scan", "estimate", "decision", '"case"', "timer", "outbox", "early_scan", "import_run", "privacy_request",
  "shipment_leg", "feed_watch", "feed_connection", "order_step", "unknown_status", "events_key",
  "date_model", "date_conditions", "date_table", "past_import", "past_parcel", "promise", "location",
  "case_event", "incident", "incident_parcel", "act", "settings_version", "shadow_run", "webhook_endpoint", "webhook_delivery", "slack_connection", "flow_trigger_use", "flow_run", "silence_model", "claim", "ship_clock", "feedback", "replay_run",
];

/** Shopify's three compliance requests: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance (2026-11). */
export const privacyOf = (db: Db, box: SecretBox): Store["privacy"] => ({
  async redactOrders(shop, customerId, orders) {
    const ids = await ordersConcerned(db, shop, customerId, orders);
    await lockOrders(db, shop, ids);
    const { rows: parcels } = await db.query<{ id: ShipmentId }>("SELECT id FROM shipment WHERE shop = $1 AND order_id = ANY($2)", [shop, ids]);
    const shipments = [...parcels.map((row) => row.id), ...ids.map(unshippedId)];
    const { rows: known } = await db.query<{ name: string | null; number: string | null }>(
      `SELECT name, NULL AS number FROM "order" WHERE shop = $1 AND id = ANY($2) UNION SELECT NULL, tracking_number FROM shipment WHERE shop = $1 AND order_id = ANY($2)
       UNION SELECT NULL, number FROM shipment_leg WHERE shop = $1 AND shipment_id = ANY($3) UNION SELECT NULL, tracking_number FROM order_step WHERE shop = $1 AND order_id = ANY($2)`, [shop, ids, shipments]);
    await forgetUnknownOf(db, shop, shipments);
    for (const table of ["scan", "shipment_leg", "feed_watch", "estimate", "decision"]) await db.query(`DELETE FROM ${table} WHERE shop = $1 AND shipment_id = ANY($2)`, [shop, shipments]);
    await forgetPromises(db, shop, ids, shipments);
    for (const table of ["case_event", "feedback"]) await db.query(`DELETE FROM ${table} t USING "case" c WHERE t.shop = $1 AND c.shop = t.shop AND c.id = t.case_id AND c.order_id = ANY($2)`, [shop, ids]);
    await db.query("DELETE FROM outbox o USING webhook_delivery d WHERE o.shop = $1 AND o.kind = 'deliver_webhook' AND d.shop = o.shop AND d.id = o.intent->>'deliveryId' AND d.order_id = ANY($2)", [shop, ids]);
    for (const table of ["order_line", "order_step", "shipment", '"case"', "timer", "outbox", "early_scan", "shadow_run", "act", "incident_parcel", "flow_run", "webhook_delivery", "claim", "ship_clock"]) await db.query(`DELETE FROM ${table} WHERE shop = $1 AND order_id = ANY($2)`, [shop, ids]);
    await db.query(`DELETE FROM "order" WHERE shop = $1 AND id = ANY($2)`, [shop, ids]);
    await db.query("DELETE FROM replay_run WHERE shop = $1", [shop]); // its examples name orders, and it can be run again
    await db.query("DELETE FROM privacy_request WHERE shop = $1 AND (customer_id = $2 OR order_ids && $3)", [shop, customerId, ids]);
    await redactInbox(db, shop, { customerId, orders: ids, numbers: known.flatMap((row) => row.number ?? []), names: known.flatMap((row) => row.name ?? []) });
  },

  async redactShop(shop) {
    await allowForgetting(db);
    for (const table of TABLES_OF_A_SHOP) await db.query(`DELETE FROM ${table} WHERE shop = $1`, [shop]);
  },

  async fileDataRequest(shop, requestId, customerId, orders, now) {
    const ids = await ordersConcerned(db, shop, customerId, orders);
    const journeys = await readJourneys(db, box, shop, ids);
    const { rows: messages } = await db.query("SELECT kind, created_at, settled_at, state FROM outbox WHERE shop = $1 AND order_id = ANY($2) ORDER BY id", [shop, ids]);
    const { rows: acts } = await db.query("SELECT kind, by, state, asked_at, ended_at, result FROM act WHERE shop = $1 AND order_id = ANY($2) ORDER BY asked_at, id", [shop, ids]);
    const { rows: claims } = await db.query("SELECT kind, state, filed_at, reference, amount_minor, currency, note FROM claim WHERE shop = $1 AND order_id = ANY($2) ORDER BY id", [shop, ids]);
    const { rows: shipClocks } = await db.query("SELECT state, basis, began_at, ship_by, notices, owed_since FROM ship_clock WHERE shop = $1 AND order_id = ANY($2) ORDER BY order_id", [shop, ids]);
    const data = JSON.stringify({ requestId, customerId, orders: journeys, messages, acts, claims, shipClocks, dates: await promisesOf(db, shop, ids) });
    await db.query(
      `INSERT INTO privacy_request (shop, id, kind, customer_id, order_ids, received_at, data_sealed) VALUES ($1, $2, 'data_request', $3, $4, $5, $6)
       ON CONFLICT (shop, id) DO UPDATE SET data_sealed = excluded.data_sealed, order_ids = excluded.order_ids`,
      [shop, requestId, customerId, ids, isoOrNull(now), box.seal(data, { shop, column: "privacy_request.data" })],
    );
  },
});

/** The promise ledger refuses to lose a row unless its transaction says that it redacts. */
const allowForgetting = async (db: Db): Promise<void> => {
  await db.query("SELECT set_config('hither.redacting', 'on', true)");
};

const forgetPromises = async (db: Db, shop: ShopId, orders: readonly OrderId[], shipments: readonly ShipmentId[]): Promise<void> => {
  await allowForgetting(db);
  await db.query("DELETE FROM promise WHERE shop = $1 AND (order_id = ANY($2) OR subject = ANY($3))", [shop, orders, shipments.map((id) => subjectOf({ shipmentId: id }))]);
};

/** The orders named, and every other order of that customer. */
const ordersConcerned = async (db: Db, shop: ShopId, customerId: string | null, orders: readonly OrderId[]): Promise<OrderId[]> => {
  const { rows } = await db.query<{ id: OrderId }>(`SELECT id FROM "order" WHERE shop = $1 AND customer_id = $2`, [shop, customerId]);
  return [...new Set([...orders, ...rows.map((row) => row.id)])];
};

/** Texts as patterns that find them anywhere. */
const patterns = (texts: readonly string[]): string[] => texts.map((text) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/** By what a delivery can name a customer or their orders. */
type Concerned = { readonly customerId: string | null; readonly orders: readonly OrderId[]; readonly numbers: readonly string[]; readonly names: readonly string[] };

/**
 * Deliveries about these orders go: those filed under them, those that wait for them or their parcels, and those not understood
 * that mention them. Of the compliance requests themselves the row stays, so that a repeat is still known, but not the body.
 */
const redactInbox = async (db: Db, shop: ShopId, { customerId, orders, numbers, names }: Concerned): Promise<void> => {
  const mentions = patterns([...orders, ...numbers, ...numbers.map(normalTrackingNumber), ...(customerId ? [customerId] : [])]);
  const called = patterns(names.flatMap((name) => [name, name.replace(/^#+/, "")]).map((name) => JSON.stringify(name))); // whole: #1 is part of every other name
  await db.query("UPDATE inbox SET body = '' WHERE shop = $1 AND topic LIKE 'customers/%' AND body ILIKE ANY($2)", [shop, mentions]);
  await db.query(
    `DELETE FROM inbox WHERE shop = $1 AND topic NOT LIKE 'customers/%'
       AND (subject = ANY($2) OR waits_for = ANY($3) OR (subject IS NULL AND (body ILIKE ANY($4) OR (source = 'warehouse' AND body ILIKE ANY($5)))))`,
    [shop, orders, [...numbers.map((number) => waitsForNumber(shop, number)), ...names.map((name) => waitsForName(shop, name))].map(({ key }) => key), mentions, called],
  );
};

import type { HistoryRows } from "#app/application/ports.ts";
import type { FulfillmentSnapshot } from "#app/domain/journeys/fact.ts";
import { shipmentId, type ShopId } from "#app/domain/shared/ids.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { reopenWaiting, waitsForName, waitsForNumber } from "./inbox-waiting.ts";
import { writeLines, writeOrders, type Privacy } from "./order-rows.ts";
import { SCAN_COLUMNS, SCAN_TYPES, scanRow } from "./scan-rows.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";
import { countUnknown, unreadable, type UnknownScan } from "./unknown-statuses.ts";

/** Writes a slice of the past, one statement per kind of row. Repeating it changes nothing; what is newer stays. */
export const writeHistory = async (db: Db, shop: ShopId, rows: HistoryRows, privacy: Privacy): Promise<void> => {
  const newest = new Map(rows.orders.map((row) => [row.order.id, row]));
  await writeOrders(db, [...newest.values()].map((row) => row.order), privacy);
  await writeLines(db, rows.lines.map(({ orderId, line }) => ({ shop, orderId, line })));
  const fulfillments = [...newest.values()].flatMap((row) => row.fulfillments);
  await writePastShipments(db, shop, fulfillments);
  await writeItems(db, shop, rows.items);
  await countUnknown(db, await writePastScans(db, shop, rows.scans));
  await reopenWaiting(db, [
    ...fulfillments.flatMap((one) => one.tracking.flatMap(({ number }) => (number === null ? [] : [waitsForNumber(shop, number)]))),
    ...[...newest.values()].map(({ order }) => waitsForName(shop, order.name)),
  ]);
};

const NO_TRACKING = { carrier: null, number: null, url: null } as const;

/** Parcels as Shopify states them now. Their timelines are folded later (`settled`), when all their scans are there. */
const writePastShipments = async (db: Db, shop: ShopId, fulfillments: readonly FulfillmentSnapshot[]): Promise<void> => {
  const parcels = fulfillments.flatMap((told) =>
    (told.tracking.length > 0 ? told.tracking : [NO_TRACKING]).map((tracking, index) => ({
      shop, id: shipmentId(told.id, index + 1), order_id: told.orderId, fulfillment_id: told.id, carrier: tracking.carrier, tracking_number: tracking.number,
      tracking_key: tracking.number === null ? null : normalTrackingNumber(tracking.number), tracking_url: tracking.url, items: told.items,
      created_at: isoOrNull(told.createdAt), updated_at: isoOrNull(told.updatedAt), cancelled: told.cancelled, location_id: told.locationId,
    })));
  if (parcels.length === 0) return;
  await db.query(
    `INSERT INTO shipment (shop, id, order_id, fulfillment_id, carrier, tracking_number, tracking_key, tracking_url, items, created_at, updated_at, cancelled, location_id, settled)
     SELECT shop, id, order_id, fulfillment_id, carrier, tracking_number, tracking_key, tracking_url, coalesce(nullif(items, 'null'::jsonb), '[]'::jsonb), created_at, updated_at, cancelled, location_id, false
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, order_id text, fulfillment_id text, carrier text, tracking_number text, tracking_key text, tracking_url text, items jsonb,
       created_at timestamptz, updated_at timestamptz, cancelled boolean, location_id text) ORDER BY shop, id
     ON CONFLICT (shop, id) DO UPDATE SET carrier = excluded.carrier, tracking_number = excluded.tracking_number, tracking_key = excluded.tracking_key, tracking_url = excluded.tracking_url,
       items = CASE WHEN excluded.items = '[]'::jsonb THEN shipment.items ELSE excluded.items END,
       created_at = excluded.created_at, updated_at = excluded.updated_at, cancelled = excluded.cancelled, location_id = coalesce(excluded.location_id, shipment.location_id), settled = false
     WHERE excluded.updated_at > shipment.updated_at`,
    [jsonRows([...new Map(parcels.map((parcel) => [parcel.id, parcel])).values()])],
  );
};

/** What each parcel of a fulfillment holds; a slice may end in the middle of a list, so items are added to those known. */
const writeItems = async (db: Db, shop: ShopId, items: HistoryRows["items"]): Promise<void> => {
  if (items.length === 0) return;
  await db.query(
    `UPDATE shipment s SET items = (
       SELECT jsonb_agg(item ORDER BY item->>'lineId') FROM (
         SELECT known AS item FROM jsonb_array_elements(s.items) known WHERE NOT x.items @> jsonb_build_array(jsonb_build_object('lineId', known->'lineId'))
         UNION ALL SELECT told FROM jsonb_array_elements(x.items) told
       ) merged)
     FROM (SELECT fulfillment_id, jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity)) AS items
           FROM jsonb_to_recordset($2::jsonb) AS r(fulfillment_id text, line_id text, quantity int) GROUP BY fulfillment_id) x
     WHERE s.shop = $1 AND s.fulfillment_id = x.fulfillment_id`,
    [shop, jsonRows([...new Map(items.map((one) => [`${one.fulfillmentId}/${one.lineId}`, { fulfillment_id: one.fulfillmentId, line_id: one.lineId, quantity: one.quantity }])).values()])],
  );
};

/**
 * Scans of the first parcel of their fulfillment, as Shopify does not say which one. Those of unknown fulfillments are not ours
 * to keep. They happened before we could hear of them, so they say nothing about Shopify's lag. Answers those nothing could read.
 */
const writePastScans = async (db: Db, shop: ShopId, scans: HistoryRows["scans"]): Promise<readonly UnknownScan[]> => {
  if (scans.length === 0) return [];
  const { rows } = await db.query<UnknownScan>(
    `WITH told AS (SELECT x.* FROM jsonb_to_recordset($1::jsonb) AS x(shop text, ${SCAN_TYPES}) JOIN shipment s ON s.shop = x.shop AND s.id = x.shipment_id),
       added AS (
         INSERT INTO scan (shop, ${SCAN_COLUMNS.join(", ")}, backdated) SELECT shop, ${SCAN_COLUMNS.join(", ")}, true FROM told
         ORDER BY shop, shipment_id, key ON CONFLICT (shop, shipment_id, key) DO NOTHING RETURNING *),
       heard AS (
         INSERT INTO feed_watch (shop, shipment_id, source, number, heard_at) SELECT shop, shipment_id, source, '', max(received_at) FROM told GROUP BY shop, shipment_id, source ORDER BY shop, shipment_id, source
         ON CONFLICT (shop, shipment_id, source, number) DO UPDATE SET heard_at = excluded.heard_at WHERE excluded.heard_at > coalesce(feed_watch.heard_at, '-infinity')),
       unfolded AS (UPDATE shipment s SET settled = false FROM (SELECT DISTINCT shop, shipment_id FROM added) a WHERE s.shop = a.shop AND s.id = a.shipment_id)
     SELECT shop, shipment_id, key FROM added WHERE ${unreadable("added")}`,
    [jsonRows(scans.map(({ fulfillmentId, scan }) => scanRow({ shop, shipmentId: shipmentId(fulfillmentId, 1), scan })))],
  );
  return rows;
};

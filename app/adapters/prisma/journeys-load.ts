import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import { withTimelines } from "#app/domain/journeys/learn.ts";
import { stepsInOrder } from "#app/domain/orders/order-step.ts";
import type { FulfillmentId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { PLAIN, type Scan } from "#app/domain/shipments/scan.ts";
import { isUnresolved } from "#app/domain/workflows/case.ts";
import { CASE_COLUMNS, caseOf, type CaseDbRow } from "./case-rows.ts";
import { readFirstDates } from "./first-dates.ts";
import { FEED_STATE_COLUMNS, feedStateOf, type FeedStateRow } from "./feed-states.ts";
import { readLateBefore } from "./late-before.ts";
import { LEG_COLUMNS, legOf, type LegRow } from "./leg-rows.ts";
import { ORDER_COLUMNS, orderOf, type LineRow, type OrderRow } from "./order-rows.ts";
import { ORDER_STEP_COLUMNS, orderStepOf, type OrderStepRow } from "./order-step-rows.ts";
import { SCAN_COLUMNS, scanOf, type ScanRow } from "./scan-rows.ts";
import type { SecretBox } from "./sealed.ts";
import { SHIPMENT_COLUMNS, shipmentOf, type ShipmentDbRow } from "./shipment-rows.ts";
import type { Db } from "./sql.ts";

type EarlyRow = { order_id: OrderId; fulfillment_id: FulfillmentId; scan: Scan };

/** The journeys of these orders in the order they were asked for, in eleven queries however many there are. Unknown orders come back empty. */
export const readJourneys = async (db: Db, box: SecretBox, shop: ShopId, orders: readonly OrderId[]): Promise<readonly Journey[]> => {
  if (orders.length === 0) return [];
  const of = [shop, orders];
  const orderRows = await db.query<OrderRow>(`SELECT ${ORDER_COLUMNS} FROM "order" WHERE shop = $1 AND id = ANY($2)`, of);
  const lineRows = await db.query<LineRow>("SELECT shop, order_id, id, title, sku, quantity, unfulfilled, requires_shipping FROM order_line WHERE shop = $1 AND order_id = ANY($2) ORDER BY length(id), id", of);
  const shipmentRows = await db.query<ShipmentDbRow>(`SELECT ${SHIPMENT_COLUMNS} FROM shipment WHERE shop = $1 AND order_id = ANY($2) ORDER BY created_at, fulfillment_id, length(id), id`, of);
  const ofParcels = [shop, shipmentRows.rows.map((row) => row.id)];
  const scanRows = await db.query<ScanRow>(`SELECT ${SCAN_COLUMNS.join(", ")} FROM scan WHERE shop = $1 AND shipment_id = ANY($2)`, ofParcels);
  const legRows = await db.query<LegRow>(`SELECT ${LEG_COLUMNS} FROM shipment_leg WHERE shop = $1 AND shipment_id = ANY($2) ORDER BY since, number COLLATE "C"`, ofParcels);
  const feedRows = await db.query<FeedStateRow>(`SELECT ${FEED_STATE_COLUMNS} FROM feed_watch WHERE shop = $1 AND shipment_id = ANY($2) ORDER BY source, number`, ofParcels);
  const stepRows = await db.query<OrderStepRow>(`SELECT ${ORDER_STEP_COLUMNS} FROM order_step WHERE shop = $1 AND order_id = ANY($2)`, of);
  const caseRows = await db.query<CaseDbRow>(`SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND order_id = ANY($2) ORDER BY opened_at, id`, of);
  const first = await readFirstDates(db, shop, [...orders.map(unshippedId), ...shipmentRows.rows.map((row) => row.id)]);
  const late = await readLateBefore(db, shop, orders);
  const earlyRows = await db.query<EarlyRow>("SELECT order_id, fulfillment_id, scan FROM early_scan WHERE shop = $1 AND order_id = ANY($2) ORDER BY fulfillment_id, key", of);

  const order = new Map(orderRows.rows.map((row) => [row.id, row]));
  const lines = grouped(lineRows.rows, (row) => row.order_id);
  const shipments = grouped(shipmentRows.rows, (row) => row.order_id);
  const scans = grouped(scanRows.rows, (row) => row.shipment_id);
  const legs = grouped(legRows.rows, (row) => row.shipment_id);
  const feeds = grouped(feedRows.rows, (row) => row.shipment_id);
  const steps = grouped(stepRows.rows, (row) => row.order_id);
  const cases = grouped(caseRows.rows, (row) => row.order_id);
  const early = grouped(earlyRows.rows, (row) => row.order_id);

  return orders.map((id): Journey => {
    const found = order.get(id);
    const rows = shipments.get(id) ?? [];
    return withTimelines({
      shop, orderId: id,
      order: found ? orderOf(found, lines.get(id) ?? [], box) : null,
      steps: stepsInOrder((steps.get(id) ?? []).map(orderStepOf)),
      shipments: rows.map((row) => shipmentOf(row, { scans: (scans.get(row.id) ?? []).map(scanOf), legs: (legs.get(row.id) ?? []).map(legOf), feeds: (feeds.get(row.id) ?? []).map(feedStateOf) })),
      estimates: estimatesOf(rows, found ?? null),
      promised: Object.fromEntries([unshippedId(id), ...rows.map((row) => row.id)].flatMap((each) => { const said = first.get(each); return said === undefined ? [] : [[each, said] as const]; })),
      concluded: Object.fromEntries([...rows.flatMap((row) => (row.concluded ? [[row.id, row.concluded] as const] : [])), ...(found?.concluded ? [[unshippedId(id), found.concluded] as const] : [])]),
      openCases: (cases.get(id) ?? []).map(caseOf).filter(isUnresolved),
      endedCases: (cases.get(id) ?? []).map(caseOf).filter((one) => !isUnresolved(one)),
      lateBefore: late.get(id) ?? 0,
      early: [...grouped(early.get(id) ?? [], (row) => row.fulfillment_id)].map(([fulfillmentId, waiting]) => ({ fulfillmentId, scans: waiting.map((row) => ({ ...PLAIN, ...row.scan })) })),
    });
  });
};

const estimatesOf = (rows: readonly ShipmentDbRow[], order: OrderRow | null): Readonly<Record<ShipmentId, Estimate>> => {
  const unshipped = order?.estimate ?? null;
  return Object.fromEntries([...rows.flatMap((row) => (row.estimate ? [[row.id, row.estimate] as const] : [])), ...(order && unshipped ? [[unshippedId(order.id), unshipped] as const] : [])]);
};

const grouped = <Key, Row>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};

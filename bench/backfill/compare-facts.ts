import type { Order } from "../../simulator/world/types.ts";
import type { Stage } from "../../tests/stage/start-stage.ts";

/** Everything an import must bring home, as one line of text per fact. Equal sets mean an exact import. */
export type Facts = ReadonlySet<string>;

const instant = (text: string | Date): string => new Date(text).toISOString();

/** What Shopify holds: orders, their lines, one parcel per tracking number, and every event of a fulfillment. */
export const factsInShopify = (orders: readonly Order[]): Facts => new Set(orders.flatMap((order) => [
  `order ${order.id} ${order.name} placed ${instant(order.created_at)} changed ${instant(order.updated_at)} to ${order.shipping_address.country_code} ${order.shipping_address.zip}`,
  ...order.lines.map((line) => `line ${line.id} of ${order.id}: ${line.quantity} × ${line.title}`),
  ...order.fulfillments.flatMap((parcel) => [
    ...parcel.tracking.map((tracking, at) => `parcel ${parcel.id}.${at + 1} of ${order.id}: ${tracking.company} ${tracking.number} with ${items(parcel.lines.map((line) => ({ lineId: line.lineItemId, quantity: line.quantity })))}`),
    ...parcel.events.map((event) => `event ${event.id} of ${parcel.id}.1: ${event.status.toUpperCase()} at ${instant(event.happened_at)}`),
    `folded ${parcel.id}.1`,
  ]),
]));

const items = (lines: readonly { readonly lineId: string; readonly quantity: number }[]): string => lines.map((line) => `${line.quantity} of ${line.lineId}`).sort().join(", ");

type OrderRow = { id: string; name: string; created_at: string; updated_at: string; country: string; zip: string };
type LineRow = { id: string; order_id: string; quantity: number; title: string };
type ShipmentRow = { id: string; order_id: string; carrier: string | null; tracking_number: string | null; items: { lineId: string; quantity: number }[]; settled: boolean };
type ScanRow = { shipment_id: string; key: string; code: string; occurred_at: string };

const PAGE = 20_000;

/** Rows by keyset on one text column, so that no answer grows with the shop. */
const everyRow = async <Row>(stage: Stage, columns: string, table: string, key: string): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let after = ""; ;) {
    const page = await stage.sql<Row & { sort_key: string }>(`SELECT ${columns}, ${key} AS sort_key FROM ${table} WHERE ${key} COLLATE "C" > $1 ORDER BY ${key} COLLATE "C" LIMIT ${PAGE}`, [after]);
    rows.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return rows;
    after = last.sort_key;
  }
};

/** What the app holds, in the same words. */
export const factsInDatabase = async (stage: Stage): Promise<Facts> => {
  const orders = await everyRow<OrderRow>(stage, "id, name, created_at, updated_at, country, zip", `"order"`, "id");
  const lines = await everyRow<LineRow>(stage, "id, order_id, quantity, title", "order_line", "(order_id || '/' || id)");
  const shipments = await everyRow<ShipmentRow>(stage, "id, order_id, carrier, tracking_number, items, settled", "shipment", "id");
  const scans = await everyRow<ScanRow>(stage, "shipment_id, key, code, occurred_at", "scan", "(shipment_id || '/' || key)");
  return new Set([
    ...orders.map((row) => `order ${row.id} ${row.name} placed ${instant(row.created_at)} changed ${instant(row.updated_at)} to ${row.country} ${row.zip}`),
    ...lines.map((row) => `line ${row.id} of ${row.order_id}: ${row.quantity} × ${row.title}`),
    ...shipments.map((row) => `parcel ${row.id} of ${row.order_id}: ${row.carrier} ${row.tracking_number} with ${items(row.items)}`),
    ...shipments.filter((row) => row.settled && row.id.endsWith(".1")).map((row) => `folded ${row.id}`),
    ...scans.map((row) => `event ${row.key.replace("shopify:", "")} of ${row.shipment_id}: ${row.code} at ${instant(row.occurred_at)}`),
  ]);
};

/** Facts only Shopify has, facts only we have, and a few of each in words. */
export const difference = (expected: Facts, found: Facts): { readonly missing: number; readonly extra: number; readonly examples: readonly string[] } => {
  const missing = [...expected].filter((fact) => !found.has(fact));
  const extra = [...found].filter((fact) => !expected.has(fact));
  return { missing: missing.length, extra: extra.length, examples: [...missing.slice(0, 5).map((fact) => `missing: ${fact}`), ...extra.slice(0, 5).map((fact) => `extra: ${fact}`)] };
};

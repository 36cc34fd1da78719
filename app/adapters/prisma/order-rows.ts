import type { Concluded } from "#app/domain/decisions/concluded.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import type { LineId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { LookupHash } from "#app/application/ports.ts";
import { openOrNull, sealOrNull, type SecretBox } from "./sealed.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** What is needed to keep secrets and contacts: sealed for reading back, hashed for looking up, and new tokens. */
export type Privacy = { readonly box: SecretBox; readonly lookupHash: LookupHash; readonly newToken: () => string };

/** A row of table `order`, as the driver returns it. */
export type OrderRow = {
  shop: ShopId; id: OrderId; name: string; created_at: Date; updated_at: Date; cancelled_at: Date | null; currency: string; total_minor: string;
  customer_id: string | null; checkout_token: string | null; shipping_method: string | null; country: string | null; region: string | null; city: string | null; zip: string | null;
  email_sealed: string | null; first_name_sealed: string | null; locale: string | null; location_id: string | null; checkout_date: string | null; paid: boolean | null; estimate: Estimate | null; concluded: Concluded | null;
};
/** A row of table `order_line`, as the driver returns it. */
export type LineRow = { shop: ShopId; order_id: OrderId; id: LineId; title: string; sku: string | null; quantity: number; unfulfilled: number | null; requires_shipping: boolean };

const COLUMNS = "shop, id, name, created_at, updated_at, cancelled_at, currency, total_minor, customer_id, checkout_token, shipping_method, country, region, city, zip, email_sealed, first_name_sealed, locale, location_id, checkout_date, paid";
export const ORDER_COLUMNS = `${COLUMNS}, estimate, concluded`;

/** A stored order with its lines. */
export const orderOf = (row: OrderRow, lines: readonly LineRow[], box: SecretBox): Order => ({
  shop: row.shop, id: row.id, name: row.name, createdAt: instantOf(row.created_at), updatedAt: instantOf(row.updated_at), cancelledAt: instantOrNull(row.cancelled_at),
  currency: row.currency, totalMinor: Number(row.total_minor), customerId: row.customer_id, checkoutToken: row.checkout_token, shippingMethod: row.shipping_method,
  locationId: row.location_id, checkoutDate: row.checkout_date, ...(row.paid === null ? {} : { paid: row.paid }),
  destination: { country: row.country, region: row.region, city: row.city, zip: row.zip },
  contact: { email: openOrNull(box, row.shop, "order.email", row.email_sealed), firstName: openOrNull(box, row.shop, "order.first_name", row.first_name_sealed), locale: row.locale },
  lines: lines.map((line): OrderLine => ({ id: line.id, title: line.title, sku: line.sku, quantity: line.quantity, unfulfilled: line.unfulfilled, requiresShipping: line.requires_shipping })),
});

const toRow = (order: Omit<Order, "lines">, { box, lookupHash }: Privacy) => ({
  shop: order.shop, id: order.id, name: order.name, created_at: isoOrNull(order.createdAt), updated_at: isoOrNull(order.updatedAt), cancelled_at: isoOrNull(order.cancelledAt),
  currency: order.currency, total_minor: order.totalMinor, customer_id: order.customerId, checkout_token: order.checkoutToken, shipping_method: order.shippingMethod, ...order.destination,
  email_sealed: sealOrNull(box, order.shop, "order.email", order.contact.email), first_name_sealed: sealOrNull(box, order.shop, "order.first_name", order.contact.firstName),
  email_hash: order.contact.email === null ? null : lookupHash(order.shop, order.contact.email), locale: order.contact.locale,
  location_id: order.locationId, checkout_date: order.checkoutDate, paid: order.paid ?? null,
});

const ORDER_TYPES = `shop text, id text, name text, created_at timestamptz, updated_at timestamptz, cancelled_at timestamptz, currency text, total_minor bigint,
  customer_id text, checkout_token text, shipping_method text, country text, region text, city text, zip text, email_sealed text, first_name_sealed text, email_hash text, locale text, location_id text, checkout_date text, paid boolean`;
const ORDER_WRITTEN = `${COLUMNS}, email_hash`;

/** Writes orders, each only over an older version of itself; where it is packed, what checkout showed and whether it is paid stay known when a source does not say. Rows go in key order, so that two writers never wait for each other in a circle. */
export const writeOrders = async (db: Db, orders: readonly Omit<Order, "lines">[], privacy: Privacy): Promise<void> => {
  if (orders.length === 0) return;
  await db.query(
    `INSERT INTO "order" (${ORDER_WRITTEN})
     SELECT ${ORDER_WRITTEN} FROM jsonb_to_recordset($1::jsonb) AS x(${ORDER_TYPES}) ORDER BY shop, id
     ON CONFLICT (shop, id) DO UPDATE SET ${overwritten(ORDER_WRITTEN)} WHERE excluded.updated_at >= "order".updated_at`,
    [jsonRows(orders.map((order) => toRow(order, privacy)))],
  );
};

const STAYS_KNOWN: ReadonlySet<string> = new Set(["location_id", "checkout_date", "paid"]);

/** `a = excluded.a, …` for every column but the key. */
const overwritten = (columns: string): string =>
  columns.split(",").map((column) => column.trim()).filter((column) => column !== "shop" && column !== "id")
    .map((column) => `${column} = ${STAYS_KNOWN.has(column) ? `coalesce(excluded.${column}, "order".${column})` : `excluded.${column}`}`).join(", ");

/** The newest dates of what has not left yet, `null` where there is none any more. Orders not stored have nowhere to keep them. */
export const writeUnshipped = async (db: Db, rows: readonly { readonly shop: ShopId; readonly id: OrderId; readonly estimate: Estimate | null; readonly concluded: Concluded | null }[]): Promise<void> => {
  if (rows.length === 0) return;
  await db.query(`UPDATE "order" o SET estimate = x.estimate, concluded = x.concluded FROM json_to_recordset($1::json) AS x(shop text, id text, estimate json, concluded json) WHERE o.shop = x.shop AND o.id = x.id`, [jsonRows(rows)]);
};

/** A line together with the order it belongs to. */
export type LineToWrite = { readonly shop: ShopId; readonly orderId: OrderId; readonly line: OrderLine };

/** Writes lines over lines of the same id. */
export const writeLines = async (db: Db, lines: readonly LineToWrite[]): Promise<void> => {
  if (lines.length === 0) return;
  const rows = lines.map(({ shop, orderId, line }) => ({ shop, order_id: orderId, id: line.id, title: line.title, sku: line.sku, quantity: line.quantity, unfulfilled: line.unfulfilled, requires_shipping: line.requiresShipping }));
  await db.query(
    `INSERT INTO order_line (shop, order_id, id, title, sku, quantity, unfulfilled, requires_shipping)
     SELECT DISTINCT ON (shop, order_id, id) shop, order_id, id, title, sku, quantity, unfulfilled, requires_shipping
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text, id text, title text, sku text, quantity int, unfulfilled int, requires_shipping boolean) ORDER BY shop, order_id, id
     ON CONFLICT (shop, order_id, id) DO UPDATE SET title = excluded.title, sku = excluded.sku, quantity = excluded.quantity, unfulfilled = excluded.unfulfilled, requires_shipping = excluded.requires_shipping`,
    [jsonRows(rows)],
  );
};

/** Forgets the lines of these orders that are not among those they have now. */
export const dropOtherLines = async (db: Db, orders: readonly Order[]): Promise<void> => {
  if (orders.length === 0) return;
  await db.query(
    `DELETE FROM order_line l USING jsonb_to_recordset($1::jsonb) AS x(shop text, id text, kept jsonb)
     WHERE l.shop = x.shop AND l.order_id = x.id AND NOT x.kept ? l.id`,
    [jsonRows(orders.map((order) => ({ shop: order.shop, id: order.id, kept: order.lines.map((line) => line.id) })))],
  );
};

import type { ActReads, ListedAct } from "#app/application/ports.ts";
import type { ActId, CaseId, OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { ACT_COLUMNS, actOf, type ActDbRow } from "./act-rows.ts";
import { AUTOMATIC } from "./act-rows-store.ts";
import { pageOf, readingOf } from "./cursor.ts";
import type { SecretBox } from "./sealed.ts";
import { isoOrNull, type Db } from "./sql.ts";

type NamedRow = ActDbRow & { order_name: string | null };

const SELECT = `SELECT ${ACT_COLUMNS.split(", ").map((column) => `a.${column}`).join(", ")}, o.name AS order_name FROM act a LEFT JOIN "order" o ON o.shop = a.shop AND o.id = a.order_id`;
const MOST = 100;

/** Acts read without a transaction. */
export const actReadsOver = (db: Db, box: SecretBox): ActReads => {
  const listed = (row: NamedRow): ListedAct => ({ ...actOf(row, box), orderName: row.order_name });
  return {
    async byId(shop, id) {
      const { rows: [row] } = await db.query<NamedRow>(`${SELECT} WHERE a.shop = $1 AND a.id = $2`, [shop, id]);
      return row ? listed(row) : null;
    },
    async ofOrder(shop, orderId) {
      const { rows } = await db.query<NamedRow>(`${SELECT} WHERE a.shop = $1 AND a.order_id = $2 ORDER BY a.asked_at DESC, a.id LIMIT ${MOST}`, [shop, orderId]);
      return rows.map(listed);
    },
    async page(shop, query) {
      const { from, backwards } = readingOf(query);
      const beyond = !from ? "" : backwards ? "AND (a.asked_at > $2 OR (a.asked_at = $2 AND a.id < $3))" : "AND (a.asked_at < $2 OR (a.asked_at = $2 AND a.id > $3))";
      const order = backwards ? "a.asked_at ASC, a.id DESC" : "a.asked_at DESC, a.id ASC";
      const { rows } = await db.query<NamedRow>(`${SELECT} WHERE a.shop = $1 ${beyond} ORDER BY ${order} LIMIT ${query.limit + 1}`, from ? [shop, from.at, from.id] : [shop]);
      const page = pageOf(rows, query, (row) => ({ at: row.asked_at, id: row.id }));
      return { ...page, rows: page.rows.map(listed) };
    },
    async used(shop, today) {
      const { rows: [row] } = await db.query<{ day: string; automatic: string }>(
        `SELECT coalesce(sum(cost_minor), 0) AS day, count(*) FILTER (WHERE ${AUTOMATIC}) AS automatic FROM act WHERE shop = $1 AND asked_at >= $2 AND state IN ('waiting', 'running', 'done')`, [shop, isoOrNull(today)]);
      return { dayMinor: Number(row?.day ?? 0), automaticToday: Number(row?.automatic ?? 0) };
    },
    async parcel(shop, id) {
      const { rows: [row] } = await db.query<{ order_id: OrderId; items: Shipment["items"] }>("SELECT order_id, items FROM shipment WHERE shop = $1 AND id = $2", [shop, id]);
      return row ? { orderId: row.order_id, items: row.items } : null;
    },
    async waitingOf(shop, key) {
      const { rows } = await db.query<{ id: ActId }>("SELECT id FROM act WHERE shop = $1 AND state = 'waiting' AND starts_with(id, $2 || '.') ORDER BY id", [shop, key]);
      return rows.map((row) => row.id);
    },
    async aboutCase(shop, id: CaseId) {
      const { rows: [row] } = await db.query<{ order_id: OrderId | null; shipment_id: ShipmentId | null; category: string }>(`SELECT order_id, shipment_id, category FROM "case" WHERE shop = $1 AND id = $2`, [shop, id]);
      return row ? { orderId: row.order_id, shipmentId: row.shipment_id, category: row.category } : null;
    },
  };
};

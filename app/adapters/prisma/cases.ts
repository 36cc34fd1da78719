import type { Store } from "#app/application/ports.ts";
import type { OrderId } from "#app/domain/shared/ids.ts";
import { appendCaseEvents } from "./case-events.ts";
import { CASE_COLUMNS, caseOf, writeCases, type CaseDbRow } from "./case-rows.ts";
import { lockOrders } from "./order-lock.ts";
import type { Db } from "./sql.ts";

/** Cases are locked through their order, as journeys are, so that a person and a worker never wait for each other in a circle. */
export const casesOf = (db: Db): Store["cases"] => ({
  async find(shop, id) {
    const { rows: [found] } = await db.query<{ order_id: OrderId | null; incident_id: string | null }>(`SELECT order_id, incident_id FROM "case" WHERE shop = $1 AND id = $2`, [shop, id]);
    if (!found) return null;
    await lockOrders(db, shop, [found.order_id ?? (`incident/${found.incident_id ?? id}` as OrderId)]); // an incident has no order: its own name is the lock
    const { rows: [row] } = await db.query<CaseDbRow>(`SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND id = $2`, [shop, id]);
    return row ? caseOf(row) : null;
  },
  async openOfOrder(shop, order) {
    await lockOrders(db, shop, [order]);
    const { rows } = await db.query<CaseDbRow>(`SELECT ${CASE_COLUMNS} FROM "case" WHERE shop = $1 AND order_id = $2 AND status <> 'resolved' ORDER BY opened_at, id`, [shop, order]);
    return rows.map(caseOf);
  },
  save: (cases) => writeCases(db, cases),
  tell: (shop, events) => appendCaseEvents(db, events.map((event) => ({ shop, event }))),
});

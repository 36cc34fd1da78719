import type { Step } from "#app/domain/journeys/advance.ts";
import type { OrderStep, OrderStepKind } from "#app/domain/orders/order-step.ts";
import type { LineId, OrderId } from "#app/domain/shared/ids.ts";
import { instantOf, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `order_step`, as the driver returns it. */
export type OrderStepRow = { order_id: OrderId; key: string; step: OrderStepKind; occurred_at: Date; received_at: Date; line_ids: LineId[]; location: string | null; note: string | null; carrier: string | null; tracking_number: string | null };

export const ORDER_STEP_COLUMNS = "order_id, key, step, occurred_at, received_at, line_ids, location, note, carrier, tracking_number";

/** The step a row stands for. */
export const orderStepOf = (row: OrderStepRow): OrderStep => ({
  key: row.key, step: row.step, occurredAt: instantOf(row.occurred_at), receivedAt: instantOf(row.received_at), lineIds: row.line_ids, location: row.location, note: row.note,
  tracking: row.tracking_number === null ? null : { carrier: row.carrier, number: row.tracking_number },
});

const stepsIn = ({ shop, orderId, steps }: Step["before"]) =>
  steps.map((one) => ({
    shop, order_id: orderId, key: one.key, step: one.step, occurred_at: isoOrNull(one.occurredAt), received_at: isoOrNull(one.receivedAt), line_ids: one.lineIds, location: one.location, note: one.note,
    carrier: one.tracking?.carrier ?? null, tracking_number: one.tracking?.number ?? null,
  }));

/** Writes what a warehouse told that is new or was told anew under the same key. */
export const writeOrderSteps = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ before, after }) => {
    const known = new Set(stepsIn(before).map((row) => JSON.stringify(row)));
    return stepsIn(after).filter((row) => !known.has(JSON.stringify(row)));
  });
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO order_step (shop, ${ORDER_STEP_COLUMNS})
     SELECT shop, order_id, key, step, occurred_at, received_at, ARRAY(SELECT jsonb_array_elements_text(line_ids)), location, note, carrier, tracking_number
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, order_id text, key text, step text, occurred_at timestamptz, received_at timestamptz, line_ids jsonb, location text, note text, carrier text, tracking_number text) ORDER BY shop, order_id, key
     ON CONFLICT (shop, order_id, key) DO UPDATE SET step = excluded.step, occurred_at = excluded.occurred_at, received_at = excluded.received_at, line_ids = excluded.line_ids,
       location = excluded.location, note = excluded.note, carrier = excluded.carrier, tracking_number = excluded.tracking_number`,
    [jsonRows(rows)],
  );
};

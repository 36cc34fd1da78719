import type { Step } from "#app/domain/journeys/advance.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import type { Source } from "#app/domain/shipments/scan.ts";
import type { Leg } from "#app/domain/shipments/shipment.ts";
import { instantOf, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `shipment_leg`, as the driver returns it. */
export type LegRow = { shipment_id: ShipmentId; number: string; carrier: string | null; told_by: Source; since: Date };

export const LEG_COLUMNS = "shipment_id, number, carrier, told_by, since";

/** The leg a row stands for. */
export const legOf = (row: LegRow): Leg => ({ number: row.number, carrier: row.carrier, toldBy: row.told_by, since: instantOf(row.since) });

const legsIn = ({ shop, shipments }: Step["before"]) =>
  shipments.flatMap(({ id, legs }) => legs.map((leg) => (
    { shop, shipment_id: id, tracking_key: normalTrackingNumber(leg.number), number: leg.number, carrier: leg.carrier, told_by: leg.toldBy, since: isoOrNull(leg.since) })));

/** Writes the legs that are new or told anew, and answers them: messages may wait for their numbers. */
export const writeLegs = async (db: Db, steps: readonly Step[]) => {
  const rows = steps.flatMap(({ before, after }) => {
    const known = new Set(legsIn(before).map((row) => JSON.stringify(row)));
    return legsIn(after).filter((row) => !known.has(JSON.stringify(row)));
  });
  if (rows.length === 0) return rows;
  await db.query(
    `INSERT INTO shipment_leg (shop, shipment_id, tracking_key, number, carrier, told_by, since)
     SELECT shop, shipment_id, tracking_key, number, carrier, told_by, since
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, tracking_key text, number text, carrier text, told_by text, since timestamptz) ORDER BY shop, shipment_id, tracking_key
     ON CONFLICT (shop, shipment_id, tracking_key) DO UPDATE SET number = excluded.number, carrier = excluded.carrier, told_by = excluded.told_by, since = excluded.since`,
    [jsonRows(rows)],
  );
  return rows;
};

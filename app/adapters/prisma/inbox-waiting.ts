import type { WaitsFor } from "#app/application/ports.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { lockWaiting } from "./order-lock.ts";
import { jsonRows, type Db } from "./sql.ts";

/** Something messages of a shop wait for, as the column `waits_for` names it. */
export type Awaited = { readonly shop: ShopId; readonly key: string };

/** What marks the name of an order; no tracking key has a space. */
const ORDER = "order ";

/** Names are compared without their # and without regard to case. */
const orderNameKey = (name: string): string => name.trim().replace(/^#+/, "").toUpperCase();

/** A parcel under this number, however it is typed. */
export const waitsForNumber = (shop: ShopId, number: string): Awaited => ({ shop, key: normalTrackingNumber(number) });
/** An order of this name. */
export const waitsForName = (shop: ShopId, name: string): Awaited => ({ shop, key: ORDER + orderNameKey(name) });

/** The text under which a message waits. */
export const waitingKey = (waitsFor: WaitsFor): string => {
  switch (waitsFor.kind) {
    case "tracking_number": return normalTrackingNumber(waitsFor.number);
    case "order_name": return ORDER + orderNameKey(waitsFor.name);
    default: return assertNever(waitsFor);
  }
};

/** These parcels or orders exist now: messages that waited for one are due again. */
export const reopenWaiting = async (db: Db, there: readonly Awaited[]): Promise<void> => {
  if (there.length === 0) return;
  await lockWaiting(db, there);
  await db.query(
    `UPDATE inbox i SET state = 'pending', waits_for = NULL, closed_at = NULL, due_at = NULL
     FROM (SELECT DISTINCT shop, key FROM jsonb_to_recordset($1::jsonb) AS x(shop text, key text)) n
     WHERE i.shop = n.shop AND i.waits_for = n.key AND i.state = 'waiting'`,
    [jsonRows(there)],
  );
};

/** Of messages that have just begun to wait, those are due again whose parcel or order was saved meanwhile. */
export const wakeIfThereMeanwhile = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const { rows } = await db.query<Awaited>("SELECT shop, waits_for AS key FROM inbox WHERE id = ANY($1::bigint[])", [ids]);
  await lockWaiting(db, rows);
  await db.query(
    `UPDATE inbox i SET state = 'pending', waits_for = NULL, closed_at = NULL
     WHERE i.id = ANY($1::bigint[]) AND (
       EXISTS (SELECT 1 FROM shipment s WHERE s.shop = i.shop AND s.tracking_key = i.waits_for)
       OR EXISTS (SELECT 1 FROM shipment_leg l WHERE l.shop = i.shop AND l.tracking_key = i.waits_for)
       OR (starts_with(i.waits_for, $2) AND EXISTS (SELECT 1 FROM "order" o WHERE o.shop = i.shop AND upper(ltrim(o.name, '#')) = substr(i.waits_for, length($2) + 1))))`,
    [ids, ORDER],
  );
};

import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Db } from "./sql.ts";

/** The first answer ever given for each parcel, or for what waited to be sent (`order.<id>`); missing where none was. */
export const readFirstDates = async (db: Db, shop: ShopId, ids: readonly ShipmentId[]): Promise<ReadonlyMap<ShipmentId, Estimate>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ shipment_id: ShipmentId; answer: Estimate }>(
    "SELECT DISTINCT ON (shipment_id) shipment_id, answer FROM estimate WHERE shop = $1 AND shipment_id = ANY($2) ORDER BY shipment_id, id", [shop, ids]);
  return new Map(rows.map((row) => [row.shipment_id, row.answer]));
};

import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { PastOrder, RecordedDate } from "#app/domain/journeys/replay/past-order.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { NO_PAST } from "#app/domain/workflows/rules/situation.ts";
import { readJourneys } from "./journeys-load.ts";
import { readPasts } from "./order-pasts.ts";
import type { SecretBox } from "./sealed.ts";
import { instantOf, isoOrNull, type Db } from "./sql.ts";

type EstimateRow = { shipment_id: ShipmentId; at: Date; answer: Estimate };

/** How many parcels the orders since then have. */
export const countPast = async (db: Db, shop: ShopId, since: Instant): Promise<number> =>
  (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM shipment s JOIN "order" o ON o.shop = s.shop AND o.id = s.order_id WHERE s.shop = $1 AND o.created_at >= $2', [shop, isoOrNull(since)])).rows[0]?.n ?? 0;

/** The next orders, by their id, with everything recorded of them. A replay reads what was decided then in no way: only what was known. */
export const readPast = async (db: Db, box: SecretBox, shop: ShopId, { since, after, limit }: { readonly since: Instant; readonly after: OrderId | null; readonly limit: number }): Promise<readonly PastOrder[]> => {
  const { rows: found } = await db.query<{ id: OrderId }>('SELECT id FROM "order" WHERE shop = $1 AND id > $2 AND created_at >= $3 ORDER BY id LIMIT $4', [shop, after ?? "", isoOrNull(since), limit]);
  const ids = found.map((row) => row.id);
  if (ids.length === 0) return [];
  const journeys = await readJourneys(db, box, shop, ids);
  const subjects = [...journeys.flatMap(({ shipments }) => shipments.map((one) => one.id)), ...ids.map(unshippedId)];
  const { rows: estimates } = await db.query<EstimateRow>("SELECT shipment_id, at, answer FROM estimate WHERE shop = $1 AND shipment_id = ANY($2) ORDER BY id", [shop, subjects]);
  const { rows: backdated } = await db.query<{ shipment_id: ShipmentId; key: string }>("SELECT shipment_id, key FROM scan WHERE shop = $1 AND shipment_id = ANY($2) AND backdated", [shop, subjects]);
  const pasts = await readPasts(db, shop, ids);
  const early = new Set(backdated.map(({ shipment_id, key }) => `${shipment_id}/${key}`));
  const dates = new Map<ShipmentId, RecordedDate[]>();
  for (const { shipment_id, at, answer } of estimates) dates.set(shipment_id, [...(dates.get(shipment_id) ?? []), { at: instantOf(at), estimate: answer }]);
  return journeys.map(({ orderId, order, steps, shipments }): PastOrder => ({
    shop, orderId, order, steps, dates: dates.get(unshippedId(orderId)) ?? [], past: pasts.get(orderId) ?? NO_PAST,
    shipments: shipments.map((shipment) => ({
      shipment, dates: dates.get(shipment.id) ?? [],
      heard: shipment.timeline.scans.filter((scan) => !scan.key.startsWith("warehouse:")).map((scan) => ({ at: early.has(`${shipment.id}/${scan.key}`) ? scan.occurredAt : scan.receivedAt, scan })),
    })),
  }));
};

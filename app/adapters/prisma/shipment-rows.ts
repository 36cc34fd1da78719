import type { Concluded } from "#app/domain/decisions/concluded.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { FulfillmentId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Judged, Shipment } from "#app/domain/shipments/shipment.ts";
import { EMPTY_TIMELINE } from "#app/domain/shipments/timeline.ts";
import { instantOf, instantOrNull, isoOrNull, jsonRows, type Db } from "./sql.ts";

/** A row of table `shipment`, as the driver returns it. */
export type ShipmentDbRow = {
  shop: ShopId; id: ShipmentId; order_id: OrderId; fulfillment_id: FulfillmentId; carrier: string | null; tracking_number: string | null; tracking_url: string | null;
  items: Shipment["items"]; created_at: Date; updated_at: Date; cancelled: boolean; location_id: string | null; silent_since: Date | null; estimate: Estimate | null; concluded: Concluded | null;
  milestone: Milestone; exception: ExceptionCategory | null; exception_since: Date | null; last_scan_at: Date | null;
};

export const SHIPMENT_COLUMNS = "shop, id, order_id, fulfillment_id, carrier, tracking_number, tracking_url, items, created_at, updated_at, cancelled, location_id, silent_since, estimate, concluded, milestone, exception, exception_since, last_scan_at";

/**
 * A stored parcel with its statements only collected: the timeline is folded when all of its journey is known, so that it can
 * never disagree with what it is folded from. The columns hold what was judged.
 */
export const shipmentOf = (row: ShipmentDbRow, { scans, legs, feeds }: { readonly scans: readonly Scan[] } & Pick<Shipment, "legs" | "feeds">): Shipment => ({
  shop: row.shop, id: row.id, orderId: row.order_id, fulfillmentId: row.fulfillment_id,
  tracking: { carrier: row.carrier, number: row.tracking_number, url: row.tracking_url },
  legs, feeds, items: row.items, createdAt: instantOf(row.created_at), updatedAt: instantOf(row.updated_at), cancelled: row.cancelled, locationId: row.location_id,
  timeline: { ...EMPTY_TIMELINE, scans }, judged: judgedIn(row), silentSince: instantOrNull(row.silent_since),
});

const judgedIn = (row: ShipmentDbRow): Judged => ({
  milestone: row.milestone, lastScanAt: instantOrNull(row.last_scan_at),
  exception: row.exception !== null && row.exception_since !== null ? { category: row.exception, since: instantOf(row.exception_since) } : null,
});

/** A parcel as its row: the timeline as the columns lists are filtered and sorted by. */
export const shipmentRow = (one: Shipment, estimate: Estimate | null, concluded: Concluded | null) => ({
  shop: one.shop, id: one.id, order_id: one.orderId, fulfillment_id: one.fulfillmentId,
  carrier: one.tracking.carrier, tracking_number: one.tracking.number, tracking_key: one.tracking.number === null ? null : normalTrackingNumber(one.tracking.number), tracking_url: one.tracking.url,
  items: one.items, created_at: isoOrNull(one.createdAt), updated_at: isoOrNull(one.updatedAt), cancelled: one.cancelled, location_id: one.locationId,
  milestone: one.timeline.milestone, exception: one.judged.exception?.category ?? null, exception_since: isoOrNull(one.judged.exception?.since ?? null),
  last_scan_at: isoOrNull(one.timeline.lastScanAt), accepted_at: isoOrNull(one.timeline.acceptedAt), delivered_at: isoOrNull(one.timeline.deliveredAt),
  silent_since: isoOrNull(one.silentSince), delivered_with_photo: one.timeline.deliveredAt === null ? null : (one.timeline.proof?.photo ?? null), estimate, concluded,
});

const TYPES = `shop text, id text, order_id text, fulfillment_id text, carrier text, tracking_number text, tracking_key text, tracking_url text, items jsonb,
  created_at timestamptz, updated_at timestamptz, cancelled boolean, location_id text, milestone text, exception text, exception_since timestamptz, last_scan_at timestamptz,
  accepted_at timestamptz, delivered_at timestamptz, silent_since timestamptz, delivered_with_photo boolean, estimate json, concluded json`;
const COLUMNS = TYPES.split(",").map((column) => column.trim().split(" ")[0] ?? "");

/** Writes parcels (as `json`, which keeps the order of keys where `jsonb` would sort them), each only over an older or equal version of itself. */
export const writeShipments = async (db: Db, rows: readonly ReturnType<typeof shipmentRow>[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = COLUMNS.join(", ");
  await db.query(
    `INSERT INTO shipment (${columns}) SELECT ${columns} FROM json_to_recordset($1::json) AS x(${TYPES}) ORDER BY shop, id
     ON CONFLICT (shop, id) DO UPDATE SET ${COLUMNS.filter((name) => name !== "shop" && name !== "id").map((name) => `${name} = excluded.${name}`).join(", ")}
     WHERE excluded.updated_at >= shipment.updated_at`,
    [jsonRows(rows)],
  );
};

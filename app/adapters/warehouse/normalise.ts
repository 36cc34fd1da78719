import { warehouseEventSchema, type WarehouseEvent } from "#app/contracts/warehouse-events.ts";
import type { Normalise, Normalised } from "#app/application/ports.ts";
import type { OrderStep } from "#app/domain/orders/order-step.ts";
import { PLAIN, type Scan } from "#app/domain/shipments/scan.ts";
import { legacyId, type LineId, type OrderId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";

/** Messages of the source `warehouse`: steps of an order, found by its id or name; or a shopper's word about a parcel, found by its number. */
export const normaliseWarehouse: Normalise = ({ body, receivedAt }) => {
  const event = warehouseEventSchema.safeParse(JSON.parse(body)); // the door has read it before
  if (!event.success) return { outcome: "unreadable", because: "The event is not of the shape the door lets in." };
  const occurredAt = instant(event.data.occurred_at);
  if (occurredAt === null) return { outcome: "unreadable", because: "The event has no time that can be read." };
  if (event.data.type === "not_received") return notReceived(event.data, occurredAt, receivedAt);

  const facts = [{ kind: "order_steps", steps: [stepOf(event.data, event.data.type, occurredAt, receivedAt)] }] as const;
  const order = event.data.order;
  if (!order) return { outcome: "unreadable", because: "The event names no order." };
  if ("name" in order) return { outcome: "named_order_facts", orderName: order.name, facts };
  const orderId = legacyId(order.id) as OrderId | null;
  return orderId === null ? { outcome: "unreadable", because: "The order's id is none of Shopify's." } : { outcome: "order_facts", orderId, facts };
};

const stepOf = ({ id, line_items, tracking, location, note }: WarehouseEvent, step: OrderStep["step"], occurredAt: Instant, receivedAt: Instant): OrderStep => ({
  key: id, step, occurredAt, receivedAt,
  lineIds: (line_items ?? []).flatMap((line) => (legacyId(line) as LineId | null) ?? []),
  location: location ?? null, note: note ?? null, tracking: tracking ? { carrier: tracking.carrier ?? null, number: tracking.number } : null,
});

const notReceived = ({ id, tracking, note }: WarehouseEvent, occurredAt: Instant, receivedAt: Instant): Normalised => {
  if (!tracking) return { outcome: "unreadable", because: "The event names no parcel." };
  const scan: Scan = { key: `warehouse:${id}`, source: "warehouse", occurredAt, receivedAt, code: "not_received", text: note ?? null, milestone: "unknown", exception: "not_received", reason: null, place: null, carrierEta: null, ...PLAIN };
  return { outcome: "tracking_facts", trackingNumber: tracking.number, facts: [{ kind: "tracking_scans", trackingNumber: tracking.number, scans: [scan], source: "warehouse", heardAt: receivedAt, whole: null }] };
};

import type { DateAnswers, DatedOrder, DatedParcel, KeyOwner } from "#app/application/ports.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { Policy } from "#app/domain/decisions/policy.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { DEFAULT_PROMISE } from "#app/domain/estimates/promise-settings.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { OrderLine } from "#app/domain/orders/order.ts";
import type { OrderStep } from "#app/domain/orders/order-step.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { openOrNull, type SecretBox } from "./sealed.ts";
import { EVENTS_KEY_SEALED_FOR } from "./source-reads.ts";
import { instantOrNull, isoOrNull, type Db } from "./sql.ts";

type OwnerRow = { shop: ShopId; secret_sealed: string; zone: TimeZone; promise: Policy["promise"] | null; table_id: string | null; table_body: PublishedDateTable | null };
type OrderRow = OwnerRow & {
  id: OrderId | null; name: string; cancelled_at: Date | null; shipping_method: string | null; country: string | null; region: string | null; zip: string | null; location_id: string | null; estimate: Estimate | null;
  lines: OrderLine[] | null; parcels: ParcelJson[] | null; steps: StepJson[] | null;
};
type ParcelJson = {
  id: ShipmentId; fulfillmentId: Shipment["fulfillmentId"]; items: Shipment["items"]; cancelled: boolean; carrier: string | null; locationId: string | null;
  milestone: Milestone; exception: ExceptionCategory | null; deliveredAt: string | null; estimate: Estimate | null;
};
type StepJson = Omit<OrderStep, "occurredAt" | "receivedAt" | "tracking"> & { readonly occurredAt: string; readonly receivedAt: string };

/** The key's owner, and the newest table published by an instant: its id, and its text only where the reader does not hold that table already. */
const OWNER = `k.shop, k.secret_sealed, p.zone, s.policy -> 'promise' AS promise, t.id AS table_id, CASE WHEN t.id IS DISTINCT FROM $3 THEN t.body END AS table_body`;
const OF_OWNER = `FROM events_key k JOIN shop p ON p.shop = k.shop AND p.uninstalled_at IS NULL LEFT JOIN shop_settings s ON s.shop = k.shop
  LEFT JOIN LATERAL (SELECT id, body FROM date_table WHERE shop = k.shop AND published_at <= $2 ORDER BY published_at DESC, id DESC LIMIT 1) t ON true`;

const ORDER_FIELDS = `o.id, o.name, o.cancelled_at, o.shipping_method, o.country, o.region, o.zip, o.location_id, o.estimate,
  (SELECT json_agg(json_build_object('id', l.id, 'title', l.title, 'sku', l.sku, 'quantity', l.quantity, 'unfulfilled', l.unfulfilled, 'requiresShipping', l.requires_shipping) ORDER BY length(l.id), l.id)
    FROM order_line l WHERE l.shop = k.shop AND l.order_id = o.id) AS lines,
  (SELECT json_agg(json_build_object('id', x.id, 'fulfillmentId', x.fulfillment_id, 'items', x.items, 'cancelled', x.cancelled, 'carrier', x.carrier, 'locationId', x.location_id,
      'milestone', x.milestone, 'exception', x.exception, 'deliveredAt', x.delivered_at, 'estimate', x.estimate) ORDER BY x.created_at, x.fulfillment_id, length(x.id), x.id)
    FROM shipment x WHERE x.shop = k.shop AND x.order_id = o.id) AS parcels,
  (SELECT json_agg(json_build_object('key', y.key, 'step', y.step, 'occurredAt', y.occurred_at, 'receivedAt', y.received_at, 'lineIds', y.line_ids, 'location', y.location, 'note', y.note))
    FROM order_step y WHERE y.shop = k.shop AND y.order_id = o.id) AS steps`;

const TABLE = `SELECT ${OWNER} ${OF_OWNER} WHERE k.key_id = $1`;
// Written so that a plan made for any order is as cheap as one made for this one: otherwise PostgreSQL plans every question anew, which takes thrice as long as answering it.
const BY_NAME = `SELECT ${OWNER}, ${ORDER_FIELDS} ${OF_OWNER}
  LEFT JOIN LATERAL (SELECT f.* FROM "order" f WHERE f.shop = k.shop AND f.id = coalesce((SELECT i.id FROM "order" i WHERE i.shop = k.shop AND i.id = $4),
    (SELECT n.id FROM "order" n WHERE n.shop = k.shop AND n.name IN ($5, $6) ORDER BY n.created_at DESC, n.id LIMIT 1))) o ON true WHERE k.key_id = $1`;
const BY_PARCEL = `SELECT ${OWNER}, ${ORDER_FIELDS} ${OF_OWNER}
  LEFT JOIN LATERAL (SELECT f.* FROM shipment z JOIN "order" f ON f.shop = z.shop AND f.id = z.order_id WHERE z.shop = k.shop AND z.id = $4) o ON true WHERE k.key_id = $1`;

/** Tables and opened secrets of so many keys are held in memory; a table is some tens of kilobytes. */
const MOST_KEYS = 100;

/** Reads dates as they are stored, in one prepared statement each, key included: a key that was removed stops working at once. A journey's history is not looked at. */
export const dateAnswersOver = (db: Db, box: SecretBox): DateAnswers => {
  const tables = latest<PublishedDateTable>(); // by key; a table never changes under its id
  const secrets = latest<string | null>(); // by ciphertext, which differs whenever the secret does
  const secretOf = ({ shop, secret_sealed: sealed }: OwnerRow): string | null => {
    const known = secrets.get(sealed);
    if (known !== undefined) return known;
    const secret = openOrNull(box, shop, EVENTS_KEY_SEALED_FOR, sealed);
    secrets.put(sealed, secret);
    return secret;
  };

  const ask = async <Row extends OwnerRow>(name: string, text: string, keyId: string, at: Instant, values: readonly unknown[] = []) => {
    const known = tables.get(keyId) ?? null;
    const { rows: [row] } = await db.query<Row>({ name, text, values: [keyId, isoOrNull(at), known?.id ?? null, ...values] });
    const secret = row ? secretOf(row) : null;
    if (!row || secret === null) return null;
    const table = row.table_id === null ? null : (row.table_body ?? known);
    if (table && table !== known) tables.put(keyId, table);
    const owner: KeyOwner = { shop: row.shop, secret, zone: row.zone, promise: { ...DEFAULT_PROMISE, ...row.promise } };
    return { row, owner, table };
  };

  return {
    async table(keyId, at) {
      const found = await ask<OwnerRow>("dates_table", TABLE, keyId, at);
      return found && { owner: found.owner, table: found.table };
    },
    async order(keyId, named, now) {
      const found = await (named.by === "order"
        ? ask<OrderRow>("dates_of_order", BY_NAME, keyId, now, [named.id ?? "", ...named.names])
        : ask<OrderRow>("dates_of_shipment", BY_PARCEL, keyId, now, [named.id]));
      return found && { owner: found.owner, table: found.table, order: orderIn(found.row) };
    },
  };
};

/** As many values as were put last. */
const latest = <Value>() => {
  const held = new Map<string, Value>();
  return {
    get: (name: string): Value | undefined => held.get(name),
    put: (name: string, value: Value): void => {
      held.delete(name);
      held.set(name, value);
      if (held.size > MOST_KEYS) held.delete(held.keys().next().value ?? "");
    },
  };
};

const orderIn = (row: OrderRow): DatedOrder | null => {
  if (row.id === null) return null;
  const parcels = row.parcels ?? [];
  const estimates = [...parcels, { id: unshippedId(row.id), estimate: row.estimate }].flatMap(({ id, estimate }) => (estimate === null ? [] : [[id, estimate] as const]));
  return {
    orderId: row.id, estimates: Object.fromEntries(estimates), shipments: parcels.map(parcelOf), steps: (row.steps ?? []).map(stepOf),
    order: {
      id: row.id, name: row.name, cancelledAt: instantOrNull(row.cancelled_at), shippingMethod: row.shipping_method, locationId: row.location_id,
      destination: { country: row.country, region: row.region, city: null, zip: row.zip }, lines: row.lines ?? [],
    },
  };
};

const parcelOf = ({ id, fulfillmentId, items, cancelled, carrier, locationId, milestone, exception, deliveredAt }: ParcelJson): DatedParcel =>
  ({ id, fulfillmentId, items, cancelled, locationId, tracking: { carrier }, timeline: { milestone, deliveredAt: instant(deliveredAt), exception: exception === null ? null : { category: exception } } });

const stepOf = ({ occurredAt, receivedAt, ...rest }: StepJson): OrderStep => ({ ...rest, occurredAt: timeOf(occurredAt), receivedAt: timeOf(receivedAt), tracking: null });
const timeOf = (text: string): Instant => instant(text) ?? (0 as Instant);

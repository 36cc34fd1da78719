import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { fixedSilence } from "#app/domain/decisions/silence-model.ts";
import { DEFAULT_WORK } from "#app/domain/workflows/work-settings.ts";
import { hours } from "#app/domain/shared/time.ts";
import { rulesModel } from "./rules-model.ts";
import type { Circumstances } from "#app/domain/journeys/advance.ts";
import type { Fact, FulfillmentSnapshot } from "#app/domain/journeys/fact.ts";
import type { Order } from "#app/domain/orders/order.ts";
import { PLAIN, type Scan } from "#app/domain/shipments/scan.ts";
import { UNJUDGED, type Shipment } from "#app/domain/shipments/shipment.ts";
import { EMPTY_TIMELINE, timelineOf } from "#app/domain/shipments/timeline.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import { shipmentId, type FulfillmentId, type LineId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** A Tuesday, 10:00 in New York. */
export const TUESDAY = Date.parse("2026-11-17T15:00:00Z") as Instant;
export const NEW_YORK = "America/New_York" as TimeZone;
export const SHOP = "hearth-and-wool.myshopify.com" as ShopId;
export const ORDER = "9007199254740993001" as OrderId;
export const FULFILLMENT = "9007199254740994001" as FulfillmentId;

/** `h` hours after the Tuesday every story starts on. */
export const at = (h: number): Instant => (TUESDAY + h * 3_600_000) as Instant;

export const scan = (h: number, milestone: Scan["milestone"], more: Partial<Scan> = {}): Scan => ({
  key: `${milestone}@${h}${more.exception ?? ""}`, source: "easypost", occurredAt: at(h), receivedAt: at(h), code: milestone, text: null,
  milestone, exception: null, reason: null, place: null, carrierEta: null, ...PLAIN, ...more,
});

export const shipment = (scans: readonly Scan[] = [], more: Partial<Shipment> = {}): Shipment => ({
  shop: SHOP, id: shipmentId(FULFILLMENT, 1), orderId: ORDER, fulfillmentId: FULFILLMENT, tracking: { carrier: "UPS", number: "1Z999AA10123456784", url: "https://www.ups.com/track?tracknum=1Z999AA10123456784" },
  items: [{ lineId: "1" as LineId, quantity: 1 }], createdAt: at(0), updatedAt: at(0), cancelled: false, locationId: null,
  timeline: scans.length > 0 ? timelineOf(scans) : EMPTY_TIMELINE, judged: UNJUDGED, silentSince: null, legs: [], feeds: [], ...more,
});

export const order = (more: Partial<Order> = {}): Order => ({
  shop: SHOP, id: ORDER, name: "#1001", createdAt: at(-24), updatedAt: at(-24), cancelledAt: null, currency: "USD", totalMinor: 4200, customerId: "77", checkoutToken: "c0ffee",
  shippingMethod: "Standard", locationId: null, checkoutDate: null, destination: { country: "US", region: "NY", city: "New York", zip: "10001" }, contact: { email: "ada@example.com", firstName: "Ada", locale: "en-US" },
  lines: [{ id: "1" as LineId, title: "Wool throw", sku: "THROW", quantity: 1, unfulfilled: null, requiresShipping: true }], ...more,
});

export const fulfillment = (more: Partial<FulfillmentSnapshot> = {}): FulfillmentSnapshot => ({
  id: FULFILLMENT, orderId: ORDER, createdAt: at(0), updatedAt: at(0), cancelled: false, locationId: null, tracking: [shipment().tracking], items: [{ lineId: "1" as LineId, quantity: 1 }], ...more,
});

export const orderFact = (more: Partial<Order> = {}): Fact => ({ kind: "order", order: order(more) });
export const fulfillmentFact = (more: Partial<FulfillmentSnapshot> = {}): Fact => ({ kind: "fulfillment", fulfillment: fulfillment(more) });
export const scansFact = (...scans: Scan[]): Fact => ({ kind: "fulfillment_scans", fulfillmentId: FULFILLMENT, scans, whole: null });

export const circumstances = (h: number, more: Partial<Circumstances> = {}): Circumstances => ({
  policy: defaultPolicy(NEW_YORK), work: DEFAULT_WORK, model: rulesModel, silences: fixedSilence(hours(36)), incidents: [], now: at(h), mode: "live", catchingUp: null, ...more,
});

import { timelineOf, EMPTY_TIMELINE } from "../shipments/timeline.ts";
import type { Scan } from "../shipments/scan.ts";
import { normalTrackingNumber, UNJUDGED, type Shipment } from "../shipments/shipment.ts";
import { shipmentId } from "../shared/ids.ts";
import type { Fact, FulfillmentSnapshot } from "./fact.ts";
import type { Journey } from "./journey.ts";

/** Believes one fact. Idempotent, and older snapshots never overwrite newer ones. */
export const learn = (journey: Journey, fact: Fact): Journey => {
  switch (fact.kind) {
    case "order": {
      const newer = !journey.order || fact.order.updatedAt >= journey.order.updatedAt;
      return newer ? { ...journey, order: fact.order } : journey;
    }
    case "order_deleted":
      return { ...journey, order: journey.order ? { ...journey.order, cancelledAt: journey.order.cancelledAt ?? fact.at } : null };
    case "fulfillment":
      return withEarlyScans(withFulfillment(journey, fact.fulfillment), fact.fulfillment);
    case "fulfillment_scans": {
      const first = shipmentId(fact.fulfillmentId, 1);
      return journey.shipments.some((one) => one.id === first)
        ? addScans(journey, (one) => one.id === first, fact.scans)
        : { ...journey, early: [...journey.early, { fulfillmentId: fact.fulfillmentId, scans: fact.scans }] };
    }
    case "tracking_scans": {
      const wanted = normalTrackingNumber(fact.trackingNumber);
      return addScans(journey, (one) => one.tracking.number !== null && normalTrackingNumber(one.tracking.number) === wanted, fact.scans);
    }
  }
};

const NO_TRACKING = { carrier: null, number: null, url: null } as const;

const withFulfillment = (journey: Journey, told: FulfillmentSnapshot): Journey => {
  const numbers = told.tracking.length > 0 ? told.tracking : [NO_TRACKING];
  const known = new Map(journey.shipments.map((one) => [one.id, one]));
  for (const [index, tracking] of numbers.entries()) {
    const id = shipmentId(told.id, index + 1);
    const before = known.get(id);
    if (before && before.updatedAt > told.updatedAt) continue;
    known.set(id, {
      shop: journey.shop, id, orderId: journey.orderId, fulfillmentId: told.id, tracking,
      items: told.items ?? before?.items ?? [],
      createdAt: told.createdAt, updatedAt: told.updatedAt, cancelled: told.cancelled,
      timeline: before?.timeline ?? EMPTY_TIMELINE, judged: before?.judged ?? UNJUDGED, silentSince: before?.silentSince ?? null,
    });
  }
  return { ...journey, shipments: [...known.values()].map((one) => (isDropped(one, told, numbers.length) ? { ...one, cancelled: true, updatedAt: told.updatedAt } : one)) };
};

/** A tracking number the merchant took back: its parcel stays in the record, as cancelled. */
const isDropped = (one: Shipment, told: FulfillmentSnapshot, count: number): boolean =>
  one.fulfillmentId === told.id && one.updatedAt < told.updatedAt && Number(one.id.slice(told.id.length + 1)) > count;

const withEarlyScans = (journey: Journey, told: FulfillmentSnapshot): Journey => {
  const waiting = journey.early.filter((one) => one.fulfillmentId === told.id).flatMap((one) => one.scans);
  if (waiting.length === 0) return journey;
  const first = shipmentId(told.id, 1);
  return addScans({ ...journey, early: journey.early.filter((one) => one.fulfillmentId !== told.id) }, (one) => one.id === first, waiting);
};

const addScans = (journey: Journey, of: (one: Shipment) => boolean, scans: readonly Scan[]): Journey => ({
  ...journey,
  shipments: journey.shipments.map((one) => (of(one) ? { ...one, timeline: timelineOf([...one.timeline.scans, ...scans]) } : one)),
});

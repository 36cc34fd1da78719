import { stepsInOrder, type OrderStep } from "../orders/order-step.ts";
import { heardOf } from "../shipments/feed-state.ts";
import { EMPTY_TIMELINE, timelineOf, type TimelineContext } from "../shipments/timeline.ts";
import { PLAIN, type Scan } from "../shipments/scan.ts";
import { normalTrackingNumber } from "../carriers/tracking-numbers/normal-number.ts";
import { UNJUDGED, type Shipment } from "../shipments/shipment.ts";
import { stretchesOf } from "../shipments/tracking-link.ts";
import { afterNews, afterWhole, startOf } from "../shipments/whole-history.ts";
import { shipmentId } from "../shared/ids.ts";
import type { Fact, FulfillmentSnapshot, Telling } from "./fact.ts";
import type { Journey } from "./journey.ts";

/** Believes facts one after the other, then folds every timeline anew under what is known now. */
export const learnAll = (journey: Journey, facts: readonly Fact[]): Journey => withTimelines(facts.reduce(learn, journey));

/** The same journey with every timeline folded under what is known of its order, its shipment and its warehouse's steps. */
export const withTimelines = (journey: Journey): Journey => ({
  ...journey, shipments: journey.shipments.map((one) => ({ ...one, timeline: timelineOf([...one.timeline.scans, ...scansOfSteps(journey.steps, one)], contextOf(one, journey)) })),
});

/** What a warehouse says about a labelled parcel. A hand-over told by the one who gives is no scan of the one who takes. */
const scansOfSteps = (steps: readonly OrderStep[], shipment: Shipment): readonly Scan[] =>
  steps.flatMap((step): Scan[] => (step.tracking === null || (step.step !== "labelled" && step.step !== "handed_over") || !isUnder(shipment, normalTrackingNumber(step.tracking.number)) ? [] : [{
    key: `warehouse:${step.key}`, source: "warehouse", occurredAt: step.occurredAt, receivedAt: step.receivedAt, code: step.step, text: step.note, milestone: "label_created", exception: null,
    reason: step.step === "handed_over" ? "handed_over" : null, place: null, carrierEta: null, ...PLAIN,
  }]));

const contextOf = ({ createdAt, tracking, legs }: Shipment, { order }: Journey): TimelineContext => {
  const next = stretchesOf({ tracking, legs })[1];
  return { orderedAt: order?.createdAt ?? null, sentAt: createdAt, destination: order?.destination ?? null, carrier: tracking.carrier, next: next?.number == null ? null : { carrier: next.carrier, number: next.number } };
};

/** Believes one fact; its scans are collected here and folded by `withTimelines`. Idempotent, and older snapshots never overwrite newer ones. */
const learn = (journey: Journey, fact: Fact): Journey => {
  switch (fact.kind) {
    case "order": {
      const newer = !journey.order || fact.order.updatedAt >= journey.order.updatedAt;
      if (!newer) return journey;
      // A webhook does not say where an order is packed; what was fetched once stays known.
      const paid = fact.order.paid ?? journey.order?.paid;
      return { ...journey, order: { ...fact.order, ...(paid === undefined ? {} : { paid }), locationId: fact.order.locationId ?? journey.order?.locationId ?? null, checkoutDate: fact.order.checkoutDate ?? journey.order?.checkoutDate ?? null } };
    }
    case "order_deleted":
      return { ...journey, order: journey.order ? { ...journey.order, cancelledAt: journey.order.cancelledAt ?? fact.at } : null };
    case "order_steps":
      return { ...journey, steps: stepsInOrder([...journey.steps, ...fact.steps]) };
    case "fulfillment":
      return withEarlyScans(withFulfillment(journey, fact.fulfillment), fact.fulfillment);
    case "fulfillment_scans": {
      const first = shipmentId(fact.fulfillmentId, 1);
      const [scan] = fact.scans;
      return journey.shipments.some((one) => one.id === first)
        ? addScans(journey, (one) => one.id === first, fact.scans, "", scan ? { source: "shopify", heardAt: scan.receivedAt, whole: fact.whole } : null)
        : { ...journey, early: [...journey.early, { fulfillmentId: fact.fulfillmentId, scans: fact.scans }] };
    }
    case "shipment_scans":
      return addScans(journey, (one) => one.id === fact.shipmentId, fact.scans, "", null);
    case "tracking_scans": {
      const number = normalTrackingNumber(fact.trackingNumber);
      return addScans(journey, (one) => isUnder(one, number), fact.scans, number, fact);
    }
    case "handed_over": {
      const number = normalTrackingNumber(fact.trackingNumber);
      const next = normalTrackingNumber(fact.next.number);
      const known = (one: Shipment) => !isUnder(one, number) || isUnder(one, next);
      const leg = { number: fact.next.number, carrier: fact.next.carrier, toldBy: fact.toldBy, since: fact.at };
      return { ...journey, shipments: journey.shipments.map((one) => (known(one) ? one : { ...one, legs: [...one.legs, leg].toSorted((a, b) => a.since - b.since || (a.number < b.number ? -1 : 1)) })) };
    }
  }
};

const isUnder = ({ tracking, legs }: Shipment, number: string): boolean =>
  (tracking.number !== null && normalTrackingNumber(tracking.number) === number) || legs.some((leg) => normalTrackingNumber(leg.number) === number);

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
      createdAt: told.createdAt, updatedAt: told.updatedAt, cancelled: told.cancelled, locationId: told.locationId ?? before?.locationId ?? null,
      legs: before?.legs ?? [], feeds: before?.feeds ?? [],
      timeline: before?.timeline ?? EMPTY_TIMELINE, judged: before?.judged ?? UNJUDGED, silentSince: before?.silentSince ?? null,
    });
  }
  return { ...journey, shipments: [...known.values()].map((one) => (isDropped(one, told, numbers.length) ? { ...one, cancelled: true, updatedAt: told.updatedAt } : one)) };
};

/** A tracking number the merchant took back: its parcel stays in the record, as cancelled. */
const isDropped = (one: Shipment, told: FulfillmentSnapshot, count: number): boolean =>
  one.fulfillmentId === told.id && one.updatedAt < told.updatedAt && Number(one.id.slice(told.id.length + 1)) > count;

/** What waited for its fulfillment is learned as it would have been, had the fulfillment been known: as news, which a whole history made since may have withdrawn. */
const withEarlyScans = (journey: Journey, told: FulfillmentSnapshot): Journey => {
  const first = shipmentId(told.id, 1);
  const waiting = journey.early.filter((one) => one.fulfillmentId === told.id);
  return waiting.reduce<Journey>(
    (so, { scans }) => addScans(so, (one) => one.id === first, scans, "", scans[0] ? { source: "shopify", heardAt: scans[0].receivedAt, whole: null } : null),
    waiting.length === 0 ? journey : { ...journey, early: journey.early.filter((one) => one.fulfillmentId !== told.id) },
  );
};

const addScans = (journey: Journey, of: (one: Shipment) => boolean, scans: readonly Scan[], number: string, telling: Telling | null): Journey => ({
  ...journey, shipments: journey.shipments.map((one) => (of(one) ? told(one, scans, number, telling) : one)),
});

const told = (shipment: Shipment, scans: readonly Scan[], number: string, telling: Telling | null): Shipment => {
  const { timeline, feeds } = shipment;
  const collected = (all: readonly Scan[]) => ({ ...timeline, scans: all });
  if (telling === null) return { ...shipment, timeline: collected([...timeline.scans, ...scans]) };
  const { source, heardAt, whole } = telling;
  const from = startOf(scans);
  const history = whole === null || from === null ? null : { at: whole, from };
  const isOfThese = (scan: Scan) => scan.source === source && normalTrackingNumber(scan.trackingNumber ?? number) === number;
  const newest = feeds.find((one) => one.source === source && one.number === number) ?? null;
  const ofThese = timeline.scans.filter(isOfThese);
  return {
    ...shipment, feeds: heardOf(feeds, { source, number, heardAt, whole: history }),
    timeline: collected([...timeline.scans.filter((scan) => !isOfThese(scan)), ...(history ? afterWhole(ofThese, scans, history.at, newest) : afterNews(ofThese, scans, heardAt, newest))]),
  };
};

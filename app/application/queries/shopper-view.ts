import type { ParcelStatus, WindowJson } from "#app/contracts/order-status.ts";
import type { TrackedParcel, TrackingEventView, TrackingView } from "#app/contracts/tracking-view.ts";
import { arrival, handOver } from "#app/domain/estimates/delivery-rules.ts";
import { movedNoticeably, type Estimate } from "#app/domain/estimates/estimate.ts";
import type { Policy } from "#app/domain/decisions/policy.ts";
import { textsFor } from "#app/domain/notifications/languages.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import { sayDate, sayParcel, sayWindow } from "#app/domain/notifications/wording.ts";
import type { Order, OrderLine } from "#app/domain/orders/order.ts";
import { PROGRESS_STEP } from "#app/domain/shipments/milestone.ts";
import type { Place, Scan } from "#app/domain/shipments/scan.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { dateIn, type CalendarDate, type TimeZone } from "#app/domain/shared/calendar.ts";
import { hours, iso, since, type Instant } from "#app/domain/shared/time.ts";
import type { OrderForShopper } from "../ports.ts";

/** What the builder needs besides the order itself. */
export type Shown = { readonly shopName: string; readonly zone: TimeZone; readonly policy: Policy; readonly now: Instant };

/** Two sources date one scan by their own clocks: closer than this, the same words are the same scan. */
const SAME_SCAN = hours(1);

const windowOf = (estimate: Estimate | null | undefined): WindowJson | null =>
  estimate?.kind === "window" ? { from: estimate.earliest, to: estimate.latest } : null;

/** Carriers shout: "NEWARK" is Newark. Names written with small letters are left alone. */
const quiet = (name: string | null | undefined): string | null => (name && name === name.toUpperCase() && name.length > 3 ? name.toLowerCase().replaceAll(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()) : (name ?? null));

const placeOf = (place: Place | null): string | null => [quiet(place?.city), place?.region, place?.country].filter(Boolean).join(", ") || null;

const saysTheSame = (a: Scan, b: Scan): boolean => a.milestone === b.milestone && a.exception === b.exception && placeOf(a.place) === placeOf(b.place);

/** One source says "a problem", another in the same breath says which: only the second is worth telling. */
const isVaguer = (a: Scan, b: Scan): boolean =>
  a.exception === "carrier_exception" && b.exception !== null && b.exception !== "carrier_exception" && Math.abs(since(a.occurredAt, b.occurredAt)) <= SAME_SCAN && placeOf(a.place) === placeOf(b.place);

/** Steps shoppers care about. Left out: what says nothing, a milestone repeated at one place, and what a second source tells of the same scan. */
const eventsOf = (scans: readonly Scan[], texts: Texts): TrackingEventView[] =>
  scans
    .filter((scan) => scan.milestone !== "unknown" || scan.exception !== null)
    .filter((scan, _index, all) => !all.some((other) => isVaguer(scan, other)))
    .reduce<Scan[]>((told, scan) => {
      const known = told.some((one, index) => saysTheSame(one, scan) && (index === told.length - 1 || since(one.occurredAt, scan.occurredAt) <= SAME_SCAN));
      return known ? told : [...told, scan];
    }, [])
    .map((scan) => ({
      at: iso(scan.occurredAt),
      sentence: scan.exception ? texts.problem[scan.exception].what : texts.event[scan.milestone],
      carrierText: scan.text,
      place: placeOf(scan.place),
    }))
    .reverse();

const itemsOf = (shipment: Shipment, lines: readonly OrderLine[]) =>
  shipment.items.map((item) => ({ title: lines.find((line) => line.id === item.lineId)?.title ?? "–", quantity: item.quantity }));

/** A link is an answer only when the carrier can know the parcel: not before it has it. */
const liveUrl = ({ tracking, timeline }: Shipment): string | null => (timeline.acceptedAt === null || !tracking.url?.startsWith("https://") ? null : tracking.url);

const parcel = (shipment: Shipment, index: number, all: readonly Shipment[], { journey }: OrderForShopper, { zone, now }: Shown, texts: Texts): TrackedParcel => {
  const estimate = journey.estimates[shipment.id] ?? null;
  const said = sayParcel(shipment, estimate, zone, now, texts);
  const status: ParcelStatus = {
    label: texts.parcel(index + 1, all.length), milestone: shipment.timeline.milestone, step: PROGRESS_STEP[shipment.timeline.milestone], ...said,
    carrier: shipment.tracking.carrier, trackingNumber: shipment.tracking.number, trackingUrl: liveUrl(shipment), window: windowOf(estimate), items: itemsOf(shipment, journey.order?.lines ?? []),
  };
  return { ...status, events: eventsOf(shipment.timeline.scans, texts) };
};

const notShipped = (order: Order, shipments: readonly Shipment[]): { title: string; quantity: number; }[] => {
  const sent = new Map<string, number>();
  const perFulfillment = new Map(shipments.map((one) => [one.fulfillmentId, one]));
  for (const one of perFulfillment.values()) for (const item of one.items) sent.set(item.lineId, (sent.get(item.lineId) ?? 0) + item.quantity);
  return order.lines
    .filter((line) => line.requiresShipping)
    .map((line) => ({ title: line.title, quantity: line.quantity - (sent.get(line.id) ?? 0) }))
    .filter((line) => line.quantity > 0);
};

/** The date of what has not left yet, from the day it was ordered; never a day that has passed. */
const unshippedWindow = (order: Order, { policy, now, zone }: Shown): WindowJson | null => {
  const from = order.createdAt;
  const dates = arrival(policy.rules, handOver(policy.rules, from), order.destination.country, order.shippingMethod);
  if (!dates) return null;
  if (dates.from >= dateIn(now, zone)) return dates;
  return arrival(policy.rules, handOver(policy.rules, now), order.destination.country, order.shippingMethod);
};

/** One answer to "when do I have everything?". */
const orderHeadline = (parcels: readonly ParcelStatus[], rest: WindowJson | null, cancelled: boolean, now: CalendarDate, texts: Texts): { headline: string; window: WindowJson | null } => {
  if (cancelled && parcels.length === 0) return { headline: texts.cancelled, window: null };
  const open = parcels.filter((one) => one.step < 4);
  const windows = [...open.map((one) => one.window), ...(rest ? [rest] : [])];
  const known = windows.filter((one) => one !== null);
  const whole = known.length === windows.length && known.length > 0
    ? { from: known.map((one) => one.from).reduce((a, b) => (a > b ? a : b)), to: known.map((one) => one.to).reduce((a, b) => (a > b ? a : b)) }
    : null;
  const [only] = parcels;
  if (parcels.length === 1 && !rest && only) return { headline: only.headline, window: open.length > 0 ? only.window : null };
  if (parcels.length === 0) return rest ? { headline: sayWindow(asWindow(rest), now, texts), window: rest } : { headline: texts.notShipped, window: null };
  const done = parcels.filter((one) => one.milestone === "delivered").length;
  if (open.length === 0 && !rest) return { headline: done === parcels.length ? (parcels[0]?.headline ?? texts.milestone.delivered) : texts.someDelivered(done, parcels.length), window: null };
  const total = parcels.length + (rest ? 1 : 0);
  const lead = done > 0 ? texts.someDelivered(done, total) : null;
  const end = whole ? texts.allBy(sayDate(whole.to as CalendarDate, texts)) : null;
  const joined = [lead, end].filter(Boolean).join(", ") || texts.checking;
  return { headline: joined.charAt(0).toUpperCase() + joined.slice(1), window: whole };
};

const asWindow = (dates: WindowJson): Estimate & { kind: "window" } =>
  ({ kind: "window", earliest: dates.from as CalendarDate, latest: dates.to as CalendarDate, rate: null, basis: "rules", because: "" });

/** Builds what shoppers see from what is believed, in the language of the order. */
export const shopperView = (found: OrderForShopper, shown: Shown): TrackingView | null => {
  const { journey, firstEstimates } = found;
  const { order } = journey;
  if (!order) return null;
  const texts = textsFor(order.contact.locale);
  const shipments = journey.shipments.filter((one) => !one.cancelled);
  const parcels = shipments.map((one, index) => parcel(one, index, shipments, found, shown, texts));
  const unshipped = order.cancelledAt === null ? notShipped(order, shipments) : [];
  const rest = unshipped.length > 0 ? unshippedWindow(order, shown) : null;
  const answer = orderHeadline(parcels, rest, order.cancelledAt !== null, dateIn(shown.now, shown.zone), texts);

  const [only] = shipments;
  const first = only && shipments.length === 1 ? firstEstimates[only.id] : undefined;
  const present = only ? journey.estimates[only.id] : undefined;
  const moved = first && present && only?.timeline.deliveredAt === null && first.kind === "window" && movedNoticeably(first, present) && !(present.kind === "window" && present.latest <= first.latest);
  return {
    shopName: shown.shopName, orderName: order.name, orderedAt: iso(order.createdAt), zone: shown.zone, ...answer,
    was: moved ? windowOf(first) : null, why: moved ? (parcels[0]?.detail ?? null) : null,
    cancelled: order.cancelledAt !== null, parcels, notShipped: unshipped, checkedAt: iso(shown.now),
  };
};

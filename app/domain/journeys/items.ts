import type { DateWindow } from "../estimates/delivery-rules.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { Order, OrderLine } from "../orders/order.ts";
import { stepsInOrder } from "../orders/order-step.ts";
import { needsCase, type ExceptionCategory } from "../shipments/exception.ts";
import type { Milestone } from "../shipments/milestone.ts";
import type { Shipment } from "../shipments/shipment.ts";
import type { Timeline } from "../shipments/timeline.ts";
import { dateIn, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import type { LineId, ShipmentId } from "../shared/ids.ts";
import { unshippedId, type Journey } from "./journey.ts";

/** Where an item is, said for people: fewer words than milestones, and trouble is one of them. */
export type ItemStage = "not_shipped" | "label" | "on_the_way" | "out_for_delivery" | "ready_for_pickup" | "delivered" | "returning" | "problem" | "cancelled";

/**
 * So many of one line of the order that share one fate. A line split over fulfillments has several. `parcels`: where they are; more than one means
 * in one of them, because a fulfillment with several tracking numbers does not say which holds what. Then it has arrived only when all have.
 */
export type ItemState = {
  readonly lineId: LineId; readonly title: string; readonly sku: string | null; readonly quantity: number; readonly stage: ItemStage;
  readonly parcels: readonly ShipmentId[]; readonly window: DateWindow | null; readonly deliveredOn: CalendarDate | null;
};

/** A parcel as far as its items' fate goes: less than a whole shipment, so that a date can be read without folding its history. */
export type ItemParcel = Pick<Shipment, "id" | "fulfillmentId" | "items" | "cancelled"> & {
  readonly timeline: Pick<Timeline, "milestone" | "deliveredAt"> & { readonly exception: { readonly category: ExceptionCategory } | null };
};

/** What the fate of an order's items follows from. Every journey is one. */
export type ItemFacts = Pick<Journey, "steps" | "estimates"> & { readonly order: Pick<Order, "id" | "cancelledAt" | "lines"> | null; readonly shipments: readonly ItemParcel[] };

/** What dates depend on besides the journey. */
export type ItemContext = { readonly zone: TimeZone };

/** Every item of an order that is sent by parcel, in the order of its lines: what is in parcels, then what is not. */
export const itemsOf = (journey: ItemFacts, context: ItemContext): readonly ItemState[] => {
  const sent = groupsOf(journey.shipments).flatMap((group) => inGroup(group, journey, context));
  const rest = journey.order === null ? [] : remainder(journey, journey.order);
  const place = (one: ItemState) => journey.order?.lines.findIndex((line) => line.id === one.lineId) ?? 0;
  return [...sent, ...rest].toSorted((a, b) => place(a) - place(b));
};

/** Parcels of one fulfillment that still count; a tracking number the merchant took back does not. */
const groupsOf = (shipments: readonly ItemParcel[]): readonly (readonly ItemParcel[])[] =>
  [...Map.groupBy(shipments.filter((one) => !one.cancelled), (one) => one.fulfillmentId).values()];

const inGroup = (group: readonly ItemParcel[], { order, estimates }: ItemFacts, { zone }: ItemContext): ItemState[] => {
  const stage = worst(group.map(stageOf));
  const open = group.filter((one) => one.timeline.deliveredAt === null);
  const windows = open.map((one) => estimates[one.id]).map((one) => windowOf(one));
  const arrivals = group.flatMap((one) => (one.timeline.deliveredAt === null ? [] : [dateIn(one.timeline.deliveredAt, zone)]));
  return (group[0]?.items ?? []).map(({ lineId, quantity }) => {
    const line = order?.lines.find((one) => one.id === lineId);
    return {
      lineId, title: line?.title ?? "–", sku: line?.sku ?? null, quantity, stage, parcels: group.map((one) => one.id), window: lastOf(windows),
      deliveredOn: stage === "delivered" ? arrivals.reduce((a, b) => (a > b ? a : b)) : null,
    };
  });
};

const windowOf = (estimate: Estimate | undefined): DateWindow | null =>
  estimate?.kind === "window" ? { from: estimate.earliest, to: estimate.latest, ...(estimate.style === undefined ? {} : { style: estimate.style }) } : null;

const STAGES: Readonly<Record<Milestone, ItemStage>> = {
  unknown: "label", label_created: "label", accepted: "on_the_way", in_transit: "on_the_way", out_for_delivery: "out_for_delivery", ready_for_pickup: "ready_for_pickup",
  delivered: "delivered", returning: "returning", returned: "returning", undeliverable: "problem", cancelled: "cancelled",
};

/** Where one parcel is, said for people. */
export const stageOf = ({ timeline }: Pick<ItemParcel, "timeline">): ItemStage => {
  if (timeline.milestone === "delivered" || timeline.milestone === "returning" || timeline.milestone === "returned") return STAGES[timeline.milestone];
  return timeline.exception !== null && needsCase(timeline.exception.category) ? "problem" : STAGES[timeline.milestone];
};

/** Of several parcels that may hold the item, the one that is furthest from the door speaks. */
const WORST: readonly ItemStage[] = ["problem", "returning", "cancelled", "not_shipped", "label", "on_the_way", "out_for_delivery", "ready_for_pickup", "delivered"];
const worst = (stages: readonly ItemStage[]): ItemStage => WORST.find((one) => stages.includes(one)) ?? "label";

/** The latest of several windows; null where one of them is not known. */
const lastOf = (windows: readonly (DateWindow | null)[]): DateWindow | null =>
  windows.reduce<DateWindow | null | undefined>((so, one) => (so === undefined ? one : so === null || one === null ? null : { ...one, from: so.from > one.from ? so.from : one.from, to: so.to > one.to ? so.to : one.to }), undefined) ?? null;

/** What no parcel holds: not sent yet, or never to be sent because the order was cancelled. */
const remainder = (journey: ItemFacts, order: NonNullable<ItemFacts["order"]>): ItemState[] => {
  const stage = order.cancelledAt === null ? "not_shipped" : "cancelled";
  const kept = journey.estimates[unshippedId(order.id)];
  const dates = stage === "not_shipped" ? windowOf(kept) : null;
  return leftOver(journey, order, stage)
    .map(({ line, left }) => ({ lineId: line.id, title: line.title, sku: line.sku, quantity: left, stage, parcels: [], window: isHeld(line, journey) ? null : dates, deliveredOn: null }));
};

const leftOver = ({ shipments }: ItemFacts, order: NonNullable<ItemFacts["order"]>, stage: ItemStage): { readonly line: OrderLine; readonly left: number }[] => {
  const sent = new Map<LineId, number>();
  for (const [first] of groupsOf(shipments)) for (const item of first?.items ?? []) sent.set(item.lineId, (sent.get(item.lineId) ?? 0) + item.quantity);
  return order.lines
    .filter((line) => line.requiresShipping)
    .map((line) => ({ line, left: leftOf(line, sent.get(line.id) ?? 0, stage) }))
    .filter(({ left }) => left > 0);
};

/** How many single pieces of an order still wait to be sent and may be dated; what the warehouse holds back is not among them. */
export const waitingPieces = (journey: ItemFacts): number =>
  journey.order === null || journey.order.cancelledAt !== null ? 0 : leftOver(journey, journey.order, "not_shipped").reduce((sum, { line, left }) => sum + (isHeld(line, journey) ? 0 : left), 0);

/** Which pieces of an order no parcel holds that still counts, those the warehouse holds back included; none once it is cancelled. */
export const unsentPieces = (journey: ItemFacts): readonly { readonly lineId: LineId; readonly quantity: number }[] =>
  journey.order === null || journey.order.cancelledAt !== null ? [] : leftOver(journey, journey.order, "not_shipped").map(({ line, left }) => ({ lineId: line.id, quantity: left }));

/** How many are still to be sent: never more than Shopify counts, which knows what was taken off the order; a parcel we heard of since counts too. */
const leftOf = ({ quantity, unfulfilled }: OrderLine, sent: number, stage: ItemStage): number =>
  stage === "cancelled" || unfulfilled === null ? quantity - sent : Math.min(quantity - sent, unfulfilled);

/** The warehouse's last word on a line was that it waits: then nobody knows when it leaves. */
const isHeld = ({ id }: OrderLine, { steps }: ItemFacts): boolean => {
  const last = stepsInOrder(steps).findLast(({ lineIds }) => lineIds.length === 0 || lineIds.includes(id));
  return last?.step === "backordered" || last?.step === "on_hold";
};

/** One answer to "when do I have everything?". Counts are of single items. */
export type Everything = {
  readonly total: number; readonly arrived: number; readonly back: number; // on their way back: they will not come
  readonly undated: number; // still to come, nobody knows when
  readonly window: DateWindow | null; // of the last one; null while any is undated or none is to come
  readonly next: { readonly quantity: number; readonly window: DateWindow } | null; // what comes first
  readonly last: CalendarDate | null; // the day the last one came, once nothing is to come
};

const count = (items: readonly ItemState[]): number => items.reduce((sum, one) => sum + one.quantity, 0);

/** Adds up what was sent and what was not; what was cancelled does not count. */
export const everythingOf = (items: readonly ItemState[]): Everything => {
  const wanted = items.filter((one) => one.stage !== "cancelled");
  const arrived = wanted.filter((one) => one.stage === "delivered");
  const back = wanted.filter((one) => one.stage === "returning");
  const open = wanted.filter((one) => one.stage !== "delivered" && one.stage !== "returning");
  const dated = open.flatMap((one) => (one.window === null ? [] : [{ quantity: one.quantity, window: one.window }]));
  const first = dated.map((one) => one.window).toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.from < b.from ? -1 : 1))[0] ?? null;
  return {
    total: count(wanted), arrived: count(arrived), back: count(back), undated: count(open) - dated.reduce((sum, one) => sum + one.quantity, 0), window: lastOf(open.map((one) => one.window)),
    next: first && { window: first, quantity: dated.filter((one) => one.window.from === first.from && one.window.to === first.to).reduce((sum, one) => sum + one.quantity, 0) },
    last: open.length > 0 ? null : arrived.reduce<CalendarDate | null>((so, one) => (one.deliveredOn !== null && (so === null || one.deliveredOn > so) ? one.deliveredOn : so), null),
  };
};

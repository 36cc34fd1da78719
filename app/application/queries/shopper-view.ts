import type { WindowJson } from "#app/contracts/order-status.ts";
import type { TrackedItem, TrackedParcel, TrackingView } from "#app/contracts/tracking-view.ts";
import { movedNoticeably } from "#app/domain/estimates/estimate.ts";
import { everythingOf, itemsOf, type ItemState } from "#app/domain/journeys/items.ts";
import { textsFor } from "#app/domain/notifications/languages.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import { asSaid, sayEverything } from "#app/domain/notifications/wording-everything.ts";
import { sayDate, sayWindow } from "#app/domain/notifications/wording.ts";
import { dateIn, type CalendarDate, type TimeZone } from "#app/domain/shared/calendar.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import type { OrderForShopper } from "../ports.ts";
import { firstDateOf } from "./first-date.ts";
import { shopperParcel } from "./shopper-parcel.ts";

/** What the builder needs besides the order itself. */
export type Shown = { readonly shopName: string; readonly zone: TimeZone; readonly now: Instant };

/** One answer to "when do I have everything?": the parcel's own where there is only one, otherwise one about all items. */
const answerOf = (items: readonly ItemState[], parcels: readonly TrackedParcel[], cancelled: boolean, today: CalendarDate, texts: Texts): { headline: string; window: WindowJson | null } => {
  if (cancelled && parcels.length === 0) return { headline: texts.cancelled, window: null };
  const [only] = parcels;
  const unshipped = items.some((one) => one.stage === "not_shipped");
  const all = everythingOf(items);
  if (only && ((parcels.length === 1 && !unshipped) || all.total === 0)) return { headline: only.headline, window: only.step < 4 ? only.window : null };
  if (!only && all.window === null) return { headline: texts.notShipped, window: null };
  return { headline: sayEverything(all, today, texts), window: all.window };
};

const sayItem = ({ title, quantity, stage, window, deliveredOn }: ItemState, today: CalendarDate, texts: Texts): TrackedItem => {
  const dated = window !== null && stage !== "problem" && stage !== "returning" && stage !== "cancelled" ? sayWindow(asSaid(window), today, texts) : null;
  const says = deliveredOn !== null ? texts.deliveredOn(sayDate(deliveredOn, texts)) : [texts.items.stage[stage], dated].filter((one) => one !== null).join(" · ");
  return { title, quantity, says };
};

/** Builds what shoppers see from what is believed, in the language of the order. */
export const shopperView = (found: OrderForShopper, shown: Shown): TrackingView | null => {
  const { journey } = found;
  const { order } = journey;
  if (!order) return null;
  const { zone, now } = shown;
  const texts = textsFor(order.contact.locale);
  const today = dateIn(now, zone);
  const shipments = journey.shipments.filter((one) => !one.cancelled);
  const parcels = shipments.map((one) => shopperParcel(one, { all: shipments, lines: order.lines, estimate: journey.estimates[one.id] ?? null, zone, now, texts }));
  const items = itemsOf(journey, { zone });

  const [only] = shipments;
  const first = only && shipments.length === 1 ? firstDateOf(found, only.id) : null;
  const present = only ? journey.estimates[only.id] : undefined;
  const moved = first && present && only?.timeline.deliveredAt === null && first.kind === "window" && movedNoticeably(first, present) && !(present.kind === "window" && present.latest <= first.latest);
  return {
    shopName: shown.shopName, orderName: order.name, orderedAt: iso(order.createdAt), zone, ...answerOf(items, parcels, order.cancelledAt !== null, today, texts),
    was: moved ? { from: first.earliest, to: first.latest } : null, why: moved ? (parcels[0]?.detail ?? null) : null,
    cancelled: order.cancelledAt !== null, parcels, checkedAt: iso(now),
    items: new Set(items.map((one) => one.parcels.join())).size > 1 && parcels.length > 0 ? items.map((one) => sayItem(one, today, texts)) : [],
    notShipped: items.filter((one) => one.stage === "not_shipped").map(({ title, quantity }) => ({ title, quantity })),
  };
};

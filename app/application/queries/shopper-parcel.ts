import type { TrackedParcel } from "#app/contracts/tracking-view.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import { sayParcel } from "#app/domain/notifications/wording.ts";
import type { OrderLine } from "#app/domain/orders/order.ts";
import { PROGRESS_STEP } from "#app/domain/shipments/milestone.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { linkState, presentStretch, stretchesOf } from "#app/domain/shipments/tracking-link.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import { iso, latest, type Instant } from "#app/domain/shared/time.ts";
import { shopperHistory } from "./shopper-history.ts";
import { shopperStories } from "./shopper-stories.ts";

/** What one parcel's card depends on besides the parcel. */
export type ParcelContext = { readonly all: readonly Shipment[]; readonly lines: readonly OrderLine[]; readonly estimate: Estimate | null; readonly zone: TimeZone; readonly now: Instant; readonly texts: Texts };

/** One parcel as its shopper sees it. */
export const shopperParcel = (shipment: Shipment, { all, lines, estimate, zone, now, texts }: ParcelContext): TrackedParcel => {
  const { milestone, events } = shipment.timeline;
  const present = presentStretch(shipment);
  const link = linkState(shipment, now);
  return {
    label: labelOf(shipment, all, texts), milestone, step: PROGRESS_STEP[milestone], ...sayParcel(shipment, estimate, zone, now, texts),
    carrier: present.carrier, trackingNumber: present.number, trackingUrl: link.state === "live" ? link.url : null,
    window: estimate?.kind === "window" ? { from: estimate.earliest, to: estimate.latest } : null,
    items: shipment.items.map((item) => ({ title: lines.find((line) => line.id === item.lineId)?.title ?? "–", quantity: item.quantity })),
    events: shopperHistory(events, texts), stories: shopperStories(shipment, now, texts),
    otherNumbers: stretchesOf(shipment).flatMap(({ carrier, number }) => (number === null || number === present.number ? [] : [{ carrier, number }])),
    linkNote: link.state === "not_yet" ? texts.link.notYet : link.state === "dead" && link.reason !== "cancelled" ? texts.link.dead : null,
    itemsNote: itemsNote(shipment, all, texts), deniable: isDeniable(shipment) ? shipment.id : null, heardAt: heardAt(shipment),
  };
};

const labelOf = (shipment: Shipment, all: readonly Shipment[], texts: Texts): string => texts.parcel(all.indexOf(shipment) + 1, all.length);

/** A fulfillment with several numbers does not say which parcel holds what. */
const itemsNote = (shipment: Shipment, all: readonly Shipment[], texts: Texts): string | null => {
  const group = all.filter((one) => one.fulfillmentId === shipment.fulfillmentId);
  return group.length > 1 && shipment.items.length > 0 ? texts.items.oneOf(texts.list(group.map((one) => labelOf(one, all, texts)))) : null;
};

/** A delivery its shopper has not denied yet. */
const isDeniable = ({ timeline, cancelled }: Shipment): boolean => !cancelled && timeline.milestone === "delivered" && timeline.exception?.category !== "not_received";

/** When anybody who follows the parcel was last heard or asked. */
const heardAt = ({ feeds }: Shipment): string | null => {
  const times = feeds.flatMap(({ heardAt: heard, checkedAt }) => [heard, checkedAt]).filter((one) => one !== null);
  return times.length === 0 ? null : iso(times.reduce(latest));
};

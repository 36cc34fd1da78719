import type { Policy } from "../decisions/policy.ts";
import type { Estimate, EstimateModel, EstimateQuestion } from "../estimates/estimate.ts";
import { noticeablyDifferent } from "../estimates/noticeable.ts";
import type { Order } from "../orders/order.ts";
import type { Shipment } from "../shipments/shipment.ts";
import { addDays, dateIn, startOfDay, type CalendarDate } from "../shared/calendar.ts";
import { days, since, type Instant } from "../shared/time.ts";
import { waitingPieces } from "./items.ts";
import { unshippedId, type Journey } from "./journey.ts";

type Asking = { readonly policy: Policy; readonly model: EstimateModel; readonly now: Instant };

const NOWHERE = { country: null, region: null, city: null, zip: null } as const;

/** The former answer stays, with its reason, until a new one differs enough to matter to who waits; arrivals and reasons for no date count at once. */
const unlessNoticeable = (before: Estimate | null, asked: Estimate, { policy, model, now }: Asking): Estimate => {
  const final = asked.kind === "none" || asked.basis === "arrived";
  return before === null || final || noticeablyDifferent(before, asked, dateIn(now, policy.rules.zone)) ? (asked.kind === "window" ? { ...asked, model: model.version } : asked) : before;
};

const askedOfParcel = (known: Journey, shipment: Shipment, now: Instant): EstimateQuestion => ({
  stage: "shipped", at: now, shippedAt: shipment.createdAt, destination: known.order?.destination ?? NOWHERE, method: known.order?.shippingMethod ?? null,
  carrier: shipment.tracking.carrier, timeline: shipment.timeline, location: shipment.locationId ?? known.order?.locationId ?? null,
  items: shipment.items.reduce((sum, one) => sum + one.quantity, 0),
});

const askedOfRest = (order: Order, items: number, now: Instant): EstimateQuestion =>
  ({ stage: "ordered", at: now, orderedAt: order.createdAt, destination: order.destination, method: order.shippingMethod, location: order.locationId, items });

/** The chance that a date in the past of a window or beyond it is missed, where the window alone decides; null: ask the distribution. */
const decidedByWindow = (estimate: Estimate, promised: CalendarDate): number | null => {
  if (estimate.kind === "none") return null;
  return estimate.earliest > promised ? 1 : estimate.basis === "carrier" && estimate.latest <= promised ? 0 : null;
};

/** How likely a parcel misses the last day promised first, 0 to 1; null where nothing was promised, or nobody can say. */
export const chanceOfParcelMissing = (known: Journey, { after, promised, estimateAfter }: { readonly after: Shipment; readonly promised: Estimate | null; readonly estimateAfter: Estimate }, { policy: { rules }, model, now }: Asking): number | null => {
  if (promised?.kind !== "window" || after.cancelled || estimateAfter.kind === "none" || after.timeline.deliveredAt !== null) return null;
  return decidedByWindow(estimateAfter, promised.latest) ?? model.chanceAfter?.(askedOfParcel(known, after, now), { rules, zone: rules.zone }, promised.latest) ?? null;
};

/** The same for what has not left. */
export const chanceOfRestMissing = (known: Journey, rest: Estimate | null, { policy: { rules }, model, now }: Asking): number | null => {
  const promised = known.promised[unshippedId(known.orderId)];
  if (known.order === null || rest === null || rest.kind === "none" || promised?.kind !== "window") return null;
  return decidedByWindow(rest, promised.latest) ?? model.chanceAfter?.(askedOfRest(known.order, waitingPieces(known), now), { rules, zone: rules.zone }, promised.latest) ?? null;
};

/** The date of one parcel. Its first is held against what was said of the order before it left: nobody is told a new date because a label was printed. */
export const dateOfParcel = (before: Journey, known: Journey, shipment: Shipment, asking: Asking): Estimate => {
  if (shipment.cancelled) return { kind: "none", because: "The shipment was cancelled." };
  const { policy: { rules }, model, now } = asking;
  const asked = model.answer(askedOfParcel(known, shipment, now), { rules, zone: rules.zone });
  return unlessNoticeable(before.estimates[shipment.id] ?? before.estimates[unshippedId(known.orderId)] ?? null, asked, asking);
};

/** `<first>/<last>/<table>`, as checkout wrote it on the order; null for anything else. */
const SHOWN = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\/([\w.:-]{1,64})$/;

/** What checkout showed for an order; null where it did not say. */
export const checkoutDateOf = ({ checkoutDate }: Pick<Order, "checkoutDate">): { readonly earliest: CalendarDate; readonly latest: CalendarDate; readonly table: string } | null => {
  const [, earliest, latest, table] = SHOWN.exec(checkoutDate ?? "") ?? [];
  return earliest === undefined || latest === undefined || table === undefined || earliest > latest ? null : { earliest: earliest as CalendarDate, latest: latest as CalendarDate, table };
};

/** The days are those that checkout showed; by when it leaves is what the model says now. */
const asCheckoutSaid = (order: Order, asked: Estimate, { policy: { promise } }: Asking): Estimate | null => {
  const shown = checkoutDateOf(order);
  return shown && { kind: "window", ...(asked.kind === "window" && asked.shipsBy != null ? { shipsBy: asked.shipsBy } : {}), earliest: shown.earliest, latest: shown.latest, rate: promise.rate, basis: "learned", style: promise.style, because: "As checkout said when it was ordered.", evidence: [`Date table ${shown.table}.`], model: shown.table };
};

/** The date of what has not left yet; null where nothing waits. On the day of the order it is what checkout showed: nobody is told another date a minute later. */
export const dateOfRest = (before: Journey, known: Journey, asking: Asking): Estimate | null => {
  const { order } = known;
  const items = waitingPieces(known);
  if (order === null || items === 0) return null;
  const { policy: { rules }, model, now } = asking;
  const asked = model.answer(askedOfRest(order, items, now), { rules, zone: rules.zone });
  const shown = asCheckoutSaid(order, asked, asking);
  const kept = before.estimates[unshippedId(order.id)] ?? shown;
  return shown !== null && dateIn(now, rules.zone) === dateIn(order.createdAt, rules.zone) ? kept : unlessNoticeable(kept, asked, asking);
};

/** Nobody looks at the date of an order any more that has waited for so long. */
const RESTS_FOR = days(90);

/** When to ask again for what still waits, told or not: the next morning. Null when nothing waits. */
export const restAskedAgainAt = (known: Journey, rest: Estimate | null, { policy: { rules: { zone } }, now }: Asking): Instant | null =>
  rest === null || known.order === null || since(known.order.createdAt, now) > RESTS_FOR ? null : startOfDay(addDays(dateIn(now, zone), 1), zone);

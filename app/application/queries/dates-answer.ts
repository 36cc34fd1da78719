import type { DateBody, DatesBody, ItemBody, ParcelBody } from "#app/contracts/dates-api.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { DateWindow } from "#app/domain/estimates/delivery-rules.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { LanePlace } from "#app/domain/estimates/learning/lane.ts";
import { promiseFor } from "#app/domain/estimates/promise-settings.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import { itemsOf, stageOf, type ItemState } from "#app/domain/journeys/items.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import { orderDateOf, UNDATED } from "#app/domain/journeys/order-date.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { Clock, DateAnswers, DatedOrder, DatedParcel, KeyOwner, OrderNamed, ShipmentNamed } from "../ports.ts";
import { offeredDate, type OfferedDate } from "./offered-date.ts";
import { shownOf } from "./shown-of.ts";

/** What answering needs of the outside. */
export type DatesPorts = { readonly reads: DateAnswers; readonly shown: Pick<ShownRecorder, "note">; readonly clock: Clock };

/** A cart that goes somewhere, by each of these shipping options; `at`: ordered then, null for now. */
export type CartAsked = { readonly by: "cart"; readonly place: LanePlace & { readonly country: string }; readonly methods: readonly (string | null)[]; readonly at: Instant | null };
/** What can be asked. */
export type DatesQuestion = OrderNamed | ShipmentNamed | CartAsked;

/** Who asks: the id of a key, and whether what came with it is the secret of that key. */
export type KeyShown = { readonly keyId: string; readonly proves: (secret: string) => boolean };

/** `not_found` is the one answer to an order nobody has and to another shop's. */
export type DatesAnswer = { readonly outcome: "answered"; readonly body: DatesBody } | { readonly outcome: "not_found" } | { readonly outcome: "unauthorised" };

/**
 * The one answer to "when does it arrive?", for an order, a parcel or a cart, from what is stored: the very dates every other surface shows. Each
 * question is one read. What is answered enters the promise ledger.
 */
export const datesAnswer =
  ({ reads, shown, clock }: DatesPorts) =>
  async ({ keyId, proves }: KeyShown, question: DatesQuestion): Promise<DatesAnswer> => {
    const now = clock();
    switch (question.by) {
      case "cart": {
        const at = question.at ?? now;
        const found = await reads.table(keyId, at);
        if (!found || !proves(found.owner.secret)) return { outcome: "unauthorised" };
        const offers = question.methods.map((method) => ({ method, offer: offeredDate(found.table, { ...question.place, method, at }) }));
        shown.note(found.owner.shop, offers.map((one) => offerShown(one, found, now)));
        return { outcome: "answered", body: cartBody(question, offers, found, { now, at }) };
      }
      case "order":
      case "shipment": {
        const found = await reads.order(keyId, question, now);
        if (!found || !proves(found.owner.secret)) return { outcome: "unauthorised" };
        const { owner, order } = found;
        const only = question.by === "shipment" ? (order?.shipments.find((one) => one.id === question.id) ?? null) : null;
        if (!order || (question.by === "shipment" && !only)) return { outcome: "not_found" };
        shown.note(owner.shop, shownOf(order, { surface: "api", now, policy: owner, ...(only && { only: only.id }) }));
        const told = tellingOf(order, owner, found.table, now);
        return { outcome: "answered", body: only ? shipmentBody(told, only) : orderBody(told) };
      }
      default: return assertNever(question);
    }
  };

type Told = { readonly order: DatedOrder; readonly owner: KeyOwner; readonly items: readonly ItemState[]; readonly busy: boolean; readonly now: Instant };

const tellingOf = (order: DatedOrder, owner: KeyOwner, table: PublishedDateTable | null, now: Instant): Told =>
  ({ order, owner, items: itemsOf(order, { zone: owner.zone }), busy: table !== null && table.busy && now < table.expires * 1_000, now });

const answered = ({ shop, zone }: KeyOwner, now: Instant) => ({ shop, timeZone: zone, checkedAt: iso(now) });
const named = ({ order }: DatedOrder) => ({ id: order.id, name: order.name });

const orderBody = (told: Told): DatesBody => {
  const { order, owner, items, busy, now } = told;
  const { all, window, decidedBy, toCome } = orderDateOf(order, items);
  const rest = order.estimates[unshippedId(order.orderId)] ?? null;
  const waits = items.some((one) => one.stage === "not_shipped");
  return {
    about: "order", ...answered(owner, now), order: named(order),
    everything: {
      date: toCome ? dateBody(decidedBy, window, busy && waits, owner) : null, total: all.total, arrived: all.arrived, back: all.back, undated: all.undated,
      next: all.next && { quantity: all.next.quantity, ...daysOf(all.next.window) }, arrivedOn: all.last,
    },
    notShipped: waits ? dateBody(rest, windowOf(rest), busy, owner) : null,
    parcels: order.shipments.filter((one) => !one.cancelled).map((one) => parcelBody(one, told)), items: items.map(itemBody),
  };
};

const shipmentBody = (told: Told, parcel: DatedParcel): DatesBody => {
  const { order, owner, items, now } = told;
  return { about: "shipment", ...answered(owner, now), order: named(order), parcel: parcelBody(parcel, told), items: items.filter((one) => one.parcels.includes(parcel.id)).map(itemBody) };
};

const parcelBody = (parcel: DatedParcel, { order, owner }: Told): ParcelBody => {
  const { id, cancelled, timeline: { deliveredAt } } = parcel;
  const estimate = order.estimates[id] ?? null;
  return {
    id, stage: cancelled ? "cancelled" : stageOf(parcel), carrier: parcel.tracking.carrier,
    date: cancelled || deliveredAt !== null ? null : dateBody(estimate, windowOf(estimate), false, owner), deliveredOn: deliveredAt === null ? null : dateIn(deliveredAt, owner.zone),
  };
};

const itemBody = ({ lineId, title, sku, quantity, stage, parcels, window, deliveredOn }: ItemState): ItemBody =>
  ({ lineId, title, sku, quantity, stage, parcels: [...parcels], window: window && daysOf(window), deliveredOn });

const windowOf = (estimate: Estimate | null): DateWindow | null => (estimate?.kind === "window" ? { from: estimate.earliest, to: estimate.latest } : null);
const daysOf = ({ from, to }: DateWindow) => ({ first: from, last: to });

const dateBody = (estimate: Estimate | null, window: DateWindow | null, busy: boolean, { promise }: KeyOwner): DateBody => {
  const dated = estimate?.kind === "window" && window !== null ? estimate : null;
  return {
    first: window?.from ?? null, last: window?.to ?? null, style: dated?.style ?? promise.style, rate: dated?.rate ?? null, shipsBy: dated?.shipsBy ?? null, busy,
    because: window === null && estimate?.kind !== "none" ? UNDATED : (estimate?.because ?? UNDATED), version: dated?.model ?? null,
  };
};

type Offered = { readonly method: string | null; readonly offer: OfferedDate };
type TableFound = { readonly owner: KeyOwner; readonly table: PublishedDateTable | null };

const cartBody = ({ place }: CartAsked, offers: readonly Offered[], { owner, table }: TableFound, { now, at }: { readonly now: Instant; readonly at: Instant }): DatesBody => ({
  about: "cart", ...answered(owner, now), orderedAt: iso(at), destination: { country: place.country, region: place.region, zip: place.zip },
  options: offers.map((one) => ({ method: one.method, lane: one.offer.kind === "window" ? one.offer.answer.lane : null, date: offerDate(one, { owner, table }) })),
});

const offerDate = ({ method, offer }: Offered, { owner: { promise }, table }: TableFound): DateBody => {
  const said = { style: table?.style ?? promise.style, because: offer.because, version: table?.id ?? null };
  if (offer.kind === "none") return { ...said, first: null, last: null, rate: null, shipsBy: null, busy: false };
  const { earliest, latest, shipsBy, busy } = offer.answer;
  return { ...said, first: earliest, last: latest, rate: promiseFor(promise, method).rate, shipsBy, busy };
};

/** An offer's line in the ledger, named by its place in the table, so that a thousand carts of one lane are one line. Where the table has no answer there is one line for all. */
const offerShown = ({ method, offer }: Offered, { owner: { promise }, table }: TableFound, now: Instant): ShownDate => {
  const answer = offer.kind === "window" ? offer.answer : null;
  const place = answer ? `${answer.lane}:${answer.service}:${answer.day}` : "none";
  return {
    subject: `offer:${table?.id ?? "none"}:${place}`, surface: "api", stage: "before_purchase", shownAt: now, orderId: null, shipmentId: null,
    earliest: answer?.earliest ?? null, latest: answer?.latest ?? null, style: table?.style ?? promise.style, rate: answer ? promiseFor(promise, method).rate : null, shipsBy: answer?.shipsBy ?? null,
    lane: answer?.lane ?? "*", service: answer === null || answer.service === "*" ? null : answer.service, carrier: null, location: null, model: table?.id ?? "none",
    evidence: answer ? [`For orders that count on ${answer.day}.`] : [], because: offer.because,
  };
};

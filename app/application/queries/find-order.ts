import type { OrderStatus, ParcelStatus } from "#app/contracts/order-status.ts";
import type { TrackedParcel, TrackingView } from "#app/contracts/tracking-view.ts";
import type { Order } from "#app/domain/orders/order.ts";
import { legacyId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import { days, minutes, plus } from "#app/domain/shared/time.ts";
import type { Clock, LinkSigner, Lookup, LookupHash, RateLimit, ReadModels, ShopDirectory } from "../ports.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import { shopperView } from "./shopper-view.ts";
import { shownOf } from "./shown-of.ts";
import { lookupLink, trackingLink } from "./tracking-link.ts";

/** What shoppers' pages need of the outside. */
export type ShopperPorts = {
  readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "find" | "settings" | "saveSettings">; readonly links: LinkSigner; readonly lookupHash: LookupHash;
  readonly rateLimit: RateLimit; readonly clock: Clock; readonly shown: ShownRecorder;
};

/** By what a shopper asks: a signed link, or an order number with its e-mail. `from` names the caller for the limit. */
export type TrackingQuestion = { readonly from: string } & ({ readonly by: "token"; readonly token: string } | { readonly by: "name_and_email"; readonly name: string; readonly email: string });

/** `not_found` is the one answer to an unknown order, a wrong e-mail and a bad link alike. */
export type TrackingAnswer =
  | { readonly outcome: "found"; readonly view: TrackingView; readonly link: string; readonly locale: string | null }
  | { readonly outcome: "not_found" }
  | { readonly outcome: "slow_down"; readonly retryAfterSeconds: number };

/** Order numbers are typed with and without the shop's prefix. */
const namesOf = (typed: string): string[] => {
  const name = typed.trim();
  return [...new Set([name, name.startsWith("#") ? name.slice(1) : `#${name}`])];
};

/** The tracking page of one order, for whoever proves it is theirs. Guessing is slowed down per caller and per order. */
export const trackingPage =
  (ports: ShopperPorts) =>
  async (shop: ShopId, question: TrackingQuestion): Promise<TrackingAnswer> => {
    const { shops, reads, links, lookupHash, rateLimit, clock, shown } = ports;
    const now = clock();
    const record = await shops.find(shop);
    if (!record || record.uninstalledAt !== null) return { outcome: "not_found" };

    const lookups: Lookup[] = [];
    if (question.by === "token") {
      const orderId = links.read(shop, question.token, now);
      if (orderId) lookups.push({ by: "id", orderId });
    } else {
      const name = namesOf(question.name);
      for (const key of [`ip:${question.from}`, `order:${name.join("|")}`]) {
        const allowed = rateLimit(shop, key, key.startsWith("ip:") ? 30 : 10, minutes(10), now);
        if (allowed.outcome === "slow_down") return allowed;
      }
      const emailHash = lookupHash(shop, question.email);
      lookups.push(...name.map((one): Lookup => ({ by: "name_and_email", name: one, emailHash })));
    }

    for (const lookup of lookups) {
      const found = await reads.order(shop, lookup);
      const settings = found && (await shops.settings(shop));
      const view = found && settings && shopperView(found, { shopName: settings.senderName ?? record.name, zone: record.zone, now });
      if (!found || !view || !settings) continue;
      shown.note(shop, shownOf(found.journey, { surface: "tracking_page", now, policy: settings.policy }));
      if (!settings.trackingPageSeen) await shops.saveSettings(shop, { trackingPageSeen: true }, now);
      return { outcome: "found", view, link: trackingLink(record, links.sign(shop, found.journey.orderId, plus(now, days(30)))), locale: found.journey.order?.contact.locale ?? null };
    }
    return { outcome: "not_found" };
  };

/** An extension asks by order id. What proves that the order is the caller's: its customer, or the checkout it came from. */
export type StatusQuestion = { readonly surface: "thank_you" | "order_status"; readonly orderGid: string; readonly customerGid: string | null; readonly checkoutToken: string | null };

/** Status and dates for whoever names the order; number, items and the signed link only for the shopper it belongs to. */
export const orderStatus =
  ({ reads, shops, links, clock, shown }: ShopperPorts) =>
  async (shop: ShopId, question: StatusQuestion): Promise<OrderStatus> => {
    const now = clock();
    const id = legacyId(question.orderGid);
    const [record, found] = await Promise.all([shops.find(shop), id ? reads.order(shop, { by: "id", orderId: id as OrderId }) : null]);
    if (!record || record.uninstalledAt !== null || !found?.journey.order) return { state: "not_yet" };
    const settings = await shops.settings(shop);
    const view = shopperView(found, { shopName: settings.senderName ?? record.name, zone: record.zone, now });
    if (!view) return { state: "not_yet" };
    shown.note(shop, shownOf(found.journey, { surface: question.surface, now, policy: settings.policy }));
    const mine = belongsTo(found.journey.order, question);
    return {
      state: "known", orderName: view.orderName, headline: view.headline, window: view.window,
      parcels: view.parcels.map((parcel) => statusOf(parcel, mine)),
      trackingPageUrl: mine ? trackingLink(record, links.sign(shop, found.journey.orderId, plus(now, days(30)))) : lookupLink(record),
    };
  };

/** Named field by field: what the tracking page learns to show must not leak to whoever only names an order. */
const statusOf = ({ label, milestone, step, headline, detail, tone, carrier, trackingNumber, trackingUrl, window, items }: TrackedParcel, mine: boolean): ParcelStatus =>
  ({ label, milestone, step, headline, detail, tone, carrier, window, ...(mine ? { trackingNumber, trackingUrl, items } : { trackingNumber: null, trackingUrl: null, items: [] }) });

const belongsTo = (order: Order, { customerGid, checkoutToken }: StatusQuestion): boolean =>
  (customerGid !== null && order.customerId !== null && legacyId(customerGid) === order.customerId) || (checkoutToken !== null && order.checkoutToken !== null && checkoutToken === order.checkoutToken);

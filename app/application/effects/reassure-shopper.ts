import { reassurance } from "#app/domain/notifications/reassurance.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import { quietSince } from "#app/domain/shipments/shipment.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { LinkSigner, Mailer, ReadModels, ShopDirectory } from "../ports.ts";
import { shownOf } from "../queries/shown-of.ts";
import { trackingLink } from "../queries/tracking-link.ts";
import { ofSending } from "./outcome.ts";

type Ports = { readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly links: LinkSigner; readonly mailer: Mailer; readonly shown: ShownRecorder };

/** Writes an early word to a shopper who has reason to worry, unless the parcel was scanned, arrived or got into trouble before it went out. */
export const reassureShopper =
  ({ reads, shops, links, mailer, shown }: Ports): Effect<"reassure_shopper"> =>
  async (item, { orderId, shipmentId, since }, now) => {
    const [shop, settings, found, contact] = await Promise.all([shops.find(item.shop), shops.settings(item.shop), reads.order(item.shop, { by: "id", orderId }), reads.contact(item.shop, orderId)]);
    const shipment = found?.journey.shipments.find((one) => one.id === shipmentId) ?? null;
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!found?.journey.order || shipment === null || shipment.cancelled) return { outcome: "skipped", because: "The parcel is not known any more." };
    if (!contact?.email) return { outcome: "skipped", because: "The order has no e-mail address we may use." };
    if (shipment.timeline.deliveredAt !== null || shipment.timeline.exception !== null || quietSince(shipment.timeline.lastScanAt, shipment) !== since) return { outcome: "skipped", because: "Something was heard of the parcel before the message went out." };
    const message = reassurance({ locale: contact.locale, firstName: contact.firstName, shopName: settings.senderName ?? shop.name, orderName: found.journey.order.name, since, estimate: found.journey.estimates[shipmentId] ?? null, zone: shop.zone });
    const sent = await mailer(item.shop, {
      ...message, to: contact.email, fromName: settings.senderName ?? shop.name, replyTo: settings.replyTo ?? shop.email,
      button: { label: message.button, url: trackingLink(shop, links.sign(item.shop, orderId, plus(now, days(30)))) }, messageKey: `${item.shop}/${item.key}`,
    }, now);
    if (sent.outcome === "sent") shown.note(item.shop, shownOf(found.journey, { surface: "email", now, policy: settings.policy, only: shipmentId }));
    return ofSending(item, sent, now);
  };

import { shopperMessage } from "#app/domain/notifications/shopper-message.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { LinkSigner, Mailer, ReadModels, ShopDirectory } from "../ports.ts";
import { shownOf } from "../queries/shown-of.ts";
import { trackingLink } from "../queries/tracking-link.ts";
import { ofSending } from "./outcome.ts";

/** Writes to the shopper about a case, unless it was closed in the meantime or there is no address to write to. */
export const emailShopper =
  ({ reads, shops, links, mailer, shown }: { readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly links: LinkSigner; readonly mailer: Mailer; readonly shown: ShownRecorder }): Effect<"email_shopper"> =>
  async (item, intent, now) => {
    const [shop, settings, found, contact, about] = await Promise.all([
      shops.find(item.shop), shops.settings(item.shop), reads.order(item.shop, { by: "id", orderId: intent.orderId }),
      reads.contact(item.shop, intent.orderId), reads.caseById(item.shop, intent.caseId),
    ]);
    const shipment = found?.journey.shipments.find((one) => one.id === intent.shipmentId);
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!found?.journey.order || !shipment) return { outcome: "skipped", because: "The order is not known any more." };
    if (!contact?.email) return { outcome: "skipped", because: "The order has no e-mail address we may use." };
    if (!about || about.status === "resolved" || about.category === "incident") return { outcome: "skipped", because: "The case was closed before the message went out." };

    const message = shopperMessage({
      locale: contact.locale, firstName: contact.firstName, shopName: settings.senderName ?? shop.name, orderName: found.journey.order.name,
      category: about.category, shipment, estimate: found.journey.estimates[shipment.id] ?? null, zone: shop.zone,
    });
    const url = trackingLink(shop, links.sign(item.shop, intent.orderId, plus(now, days(30))));
    const sent = await mailer(item.shop, {
      ...message, to: contact.email, fromName: settings.senderName ?? shop.name, replyTo: settings.replyTo ?? shop.email,
      button: { label: message.button, url }, messageKey: `${item.shop}/${item.key}`,
    }, now);
    if (sent.outcome === "sent") shown.note(item.shop, shownOf(found.journey, { surface: "email", now, policy: settings.policy, only: shipment.id }));
    return ofSending(item, sent, now);
  };

import { unshippedId } from "#app/domain/journeys/journey.ts";
import { ownWords } from "#app/domain/notifications/own-words.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { FlowDesk, LinkSigner, Mailer, ReadModels, ShopDirectory, Transact } from "../ports.ts";
import { shownOf } from "../queries/shown-of.ts";
import { trackingLink } from "../queries/tracking-link.ts";
import { ofSending } from "./outcome.ts";

type Ports = {
  readonly transact: Transact; readonly reads: Pick<ReadModels, "order" | "contact">; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly flow: Pick<FlowDesk, "wordsOf">;
  readonly links: LinkSigner; readonly mailer: Mailer; readonly shown: ShownRecorder;
};

/** Writes to a shopper what a workflow of the merchant says, with where their order stands. Cases of the order that are open say so in their story. */
export const writeShopper =
  ({ transact, reads, shops, flow, links, mailer, shown }: Ports): Effect<"write_shopper"> =>
  async (item, { orderId, run }, now) => {
    const [shop, settings, found, contact, words] = await Promise.all([
      shops.find(item.shop), shops.settings(item.shop), reads.order(item.shop, { by: "id", orderId }), reads.contact(item.shop, orderId), flow.wordsOf(item.shop, run),
    ]);
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!found?.journey.order) return { outcome: "skipped", because: "The order is not known any more." };
    if (words === null) return { outcome: "skipped", because: "The words are not there any more." };
    if (!contact?.email) return { outcome: "skipped", because: "The order has no e-mail address we may use." };
    const { shipments, estimates } = found.journey;
    const shopName = settings.senderName ?? shop.name;
    const message = ownWords({ locale: contact.locale, firstName: contact.firstName, shopName, orderName: found.journey.order.name, words, parcels: shipments.map((shipment) => ({ shipment, estimate: estimates[shipment.id] ?? null })), unshipped: estimates[unshippedId(orderId)] ?? null, zone: shop.zone, now });
    const sent = await mailer(item.shop, {
      ...message, to: contact.email, fromName: shopName, replyTo: settings.replyTo ?? shop.email,
      button: { label: message.button, url: trackingLink(shop, links.sign(item.shop, orderId, plus(now, days(30)))) }, messageKey: `${item.shop}/${item.key}`,
    }, now);
    if (sent.outcome !== "sent") return ofSending(item, sent, now);
    shown.note(item.shop, shownOf(found.journey, { surface: "email", now, policy: settings.policy }));
    await transact(async (store) => {
      const open = await store.cases.openOfOrder(item.shop, orderId);
      await store.cases.tell(item.shop, open.map((one) => ({ caseId: one.id, key: item.key, at: now, by: `flow:${run}`, kind: "told_shopper", text: message.subject })));
    });
    return ofSending(item, sent, now);
  };

import { catchingUpUntil } from "#app/domain/decisions/catching-up.ts";
import { unsentOf } from "#app/domain/journeys/order-to-ship.ts";
import { delayOption } from "#app/domain/notifications/delay-option.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import { endOfDay } from "#app/domain/workflows/ftc/ship-clock.ts";
import { noteSent } from "#app/domain/workflows/ftc/offer-delay.ts";
import { answerByOf, silenceConsents, standingOf } from "#app/domain/workflows/ftc/standing.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { DispatchResult, LinkSigner, Mailer, OutboxItem, ReadModels, ShipClockReads, ShopDirectory, Transact } from "../ports.ts";
import { delayLink } from "../queries/tracking-link.ts";
import { ofSending } from "./outcome.ts";

type Ports = {
  readonly transact: Transact; readonly reads: Pick<ReadModels, "order" | "contact">; readonly shipClocks: ShipClockReads; readonly shops: Pick<ShopDirectory, "find" | "settings">;
  readonly links: LinkSigner; readonly mailer: Mailer;
};
type Offer = Extract<Intent, { kind: "offer_delay" }>;

/** How long the links of a notice work: a shopper may cancel until it leaves, however long that takes. */
const LINK_FOR = days(365);

/** Asks a shopper whether to wait for what has not left, unless it left, was cancelled or came too late before the message went out. That it went out, or why not, is kept with the clock and told in the case. */
export const offerDelay =
  (ports: Ports): Effect<"offer_delay"> =>
  async (item, intent, now) => {
    const { reads, shipClocks, shops, links, mailer } = ports;
    const [shop, settings, found, contact, clock] = await Promise.all([
      shops.find(item.shop), shops.settings(item.shop), reads.order(item.shop, { by: "id", orderId: intent.orderId }), reads.contact(item.shop, intent.orderId), shipClocks.byOrder(item.shop, intent.orderId),
    ]);
    const notice = clock?.notices.find((one) => one.number === intent.notice);
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!found?.journey.order || !clock || !notice) return { outcome: "skipped", because: "The order is not known any more." };
    if (notice.sentAt !== null) return { outcome: "skipped", because: "The shopper was asked already." };
    const unsent = unsentOf(found.journey).pieces;
    if (clock.state !== "running" || unsent.length === 0) return notSent(ports, item, intent, now, "Nothing of it waits to be sent any more.");
    const standing = standingOf(clock, settings.policy.rules.zone, now);
    if (standing.kind !== "open" || standing.shipBy !== notice.shipBy) return notSent(ports, item, intent, now, "The day by which the shopper had to be asked was over.");
    const listens = catchingUpUntil(shop.returnedAt, now);
    if (listens !== null && listens < endOfDay(notice.shipBy, settings.policy.rules.zone)) return { outcome: "retry", because: "The app was away and first finds out what happened meanwhile.", at: listens };
    if (!contact?.email) return notSent(ports, item, intent, now, "The order has no e-mail address we may use. Ask the shopper another way.");
    const { order } = found.journey;
    const titles = new Map(order.lines.map((line) => [line.id, line.title]));
    const shopName = settings.senderName ?? shop.name;
    const message = delayOption({
      locale: contact.locale, firstName: contact.firstName, shopName, orderName: order.name, items: unsent.map(({ lineId, quantity }) => ({ title: titles.get(lineId) ?? "–", quantity })),
      notice, renewed: standing.renewed, answerBy: silenceConsents(notice, standing.renewed) ? null : answerByOf({ ...notice, number: standing.renewed ? 2 : 1 }),
    });
    const token = links.sign(item.shop, intent.orderId, plus(now, LINK_FOR));
    const { button, cancel, ...words } = message;
    const sent = await mailer(item.shop, {
      ...words, to: contact.email, fromName: shopName, replyTo: settings.replyTo ?? shop.email, messageKey: `${item.shop}/${item.key}`,
      button: { label: button, url: delayLink(shop, token, "wait") }, second: { label: cancel, url: delayLink(shop, token, "cancel") },
    }, now);
    if (sent.outcome === "refused") return notSent(ports, item, intent, now, sent.because, "failed");
    if (sent.outcome !== "sent") return ofSending(item, sent, now);
    await ports.transact(async (store) => {
      const known = await store.shipClocks.find(item.shop, intent.orderId);
      if (known !== null) await store.shipClocks.save([noteSent(known, intent.notice, { sentAt: now }, now)]);
      await store.cases.tell(item.shop, [{ caseId: intent.caseId, key: item.key, at: now, by: "hither", kind: "told_shopper", text: message.subject, body: { template: "delay_option" } }]);
    });
    return ofSending(item, sent, now);
  };

const notSent = async ({ transact }: Ports, { shop, key }: OutboxItem, { orderId, caseId, notice }: Offer, now: Instant, because: string, outcome: "skipped" | "failed" = "skipped"): Promise<DispatchResult> => {
  await transact(async (store) => {
    const known = await store.shipClocks.find(shop, orderId);
    if (known !== null) await store.shipClocks.save([noteSent(known, notice, { failed: because }, now)]);
    await store.cases.tell(shop, [{ caseId, key: `${key}:unsent`, at: now, by: "hither", kind: "ship_by", text: `The shopper could not be asked whether to wait: ${because}` }]);
  });
  return { outcome, because };
};

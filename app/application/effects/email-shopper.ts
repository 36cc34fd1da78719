import { caseMessage } from "#app/domain/notifications/case-message.ts";
import { shopperMessage } from "#app/domain/notifications/shopper-message.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import { hasEnded, type Milestone } from "#app/domain/shipments/milestone.ts";
import type { ShopperTemplate } from "#app/domain/workflows/intent.ts";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { CaseReads, LinkSigner, Mailer, ReadModels, ShopDirectory, Transact } from "../ports.ts";
import { shownOf } from "../queries/shown-of.ts";
import { feedbackLink, trackingLink } from "../queries/tracking-link.ts";
import { ofSending } from "./outcome.ts";

type Ports = {
  readonly transact: Transact; readonly reads: ReadModels; readonly caseReads: Pick<CaseReads, "words">; readonly shops: Pick<ShopDirectory, "find" | "settings">;
  readonly links: LinkSigner; readonly mailer: Mailer; readonly shown: ShownRecorder;
};

/** How long the links of a mail work. */
const LINK_FOR = days(30);

/** Why a message is not sent any more; null: it is. What happened since it was planned decides. */
const outdated = (template: ShopperTemplate, about: Pick<CaseRow, "status" | "resolvedBy">, milestone: Milestone): string | null => {
  const resolved = about.status === "resolved";
  if (template === "case_resolved") return resolved ? null : "The case was opened again before the message went out.";
  if (template === "feedback") return !resolved ? "The case was opened again; nobody asks yet how it went." : about.resolvedBy === "carrier" && !hasEnded(milestone) ? "The parcel is still on its way; nobody asks yet how it went." : null;
  return resolved ? "The case was closed before the message went out." : null;
};

/** Writes to the shopper about a case, unless the message was overtaken by what happened or there is no address to write to. What went out is a line of the case's story. */
export const emailShopper =
  ({ transact, reads, caseReads, shops, links, mailer, shown }: Ports): Effect<"email_shopper"> =>
  async (item, intent, now) => {
    const { template } = intent;
    const [shop, settings, found, contact, about] = await Promise.all([
      shops.find(item.shop), shops.settings(item.shop), reads.order(item.shop, { by: "id", orderId: intent.orderId }),
      reads.contact(item.shop, intent.orderId), reads.caseById(item.shop, intent.caseId),
    ]);
    const shipment = found?.journey.shipments.find((one) => one.id === intent.shipmentId) ?? null;
    if (!shop || shop.uninstalledAt !== null) return { outcome: "skipped", because: "The shop has uninstalled the app." };
    if (!found?.journey.order || (shipment === null && intent.shipmentId !== unshippedId(intent.orderId))) return { outcome: "skipped", because: "The order is not known any more." };
    if (!contact?.email) return { outcome: "skipped", because: "The order has no e-mail address we may use." };
    // Of an incident's case only the team writes, to many at once: its story says so in one line.
    const ofIncident = about?.category === "incident";
    if (!about || (ofIncident && template !== "from_team")) return { outcome: "skipped", because: "The case is not known any more." };
    const late = outdated(template, about, shipment?.timeline.milestone ?? "unknown");
    if (late !== null) return { outcome: "skipped", because: late };
    const words = template === "from_team" ? await caseReads.words(item.shop, intent.caseId, intent.said ?? "") : null;
    if (template === "from_team" && words === null) return { outcome: "skipped", because: "The words are not there any more." };

    const shared = {
      locale: contact.locale, firstName: contact.firstName, shopName: settings.senderName ?? shop.name, orderName: found.journey.order.name,
      category: about.category === "incident" ? "delayed" : about.category, shipment, estimate: found.journey.estimates[intent.shipmentId] ?? null, zone: shop.zone,
    };
    const message = template === "delivery_problem" || template === "no_movement" ? shopperMessage(shared) : caseMessage({ ...shared, template, now, words });
    const token = links.sign(item.shop, intent.orderId, plus(now, LINK_FOR));
    const sent = await mailer(item.shop, {
      ...message, to: contact.email, fromName: settings.senderName ?? shop.name, replyTo: settings.replyTo ?? shop.email,
      button: { label: message.button, url: template === "feedback" ? feedbackLink(shop, token, intent.caseId) : trackingLink(shop, token) }, messageKey: `${item.shop}/${item.key}`,
    }, now);
    if (sent.outcome !== "sent") return ofSending(item, sent, now);
    shown.note(item.shop, shownOf(found.journey, { surface: "email", now, policy: settings.policy, only: intent.shipmentId }));
    if (!ofIncident) await transact(async (store) => {
      await store.cases.tell(item.shop, [{ caseId: intent.caseId, key: item.key, at: now, by: "hither", kind: "told_shopper", text: message.subject, body: { template } }]);
      if (about.status !== "resolved") await store.cases.lookAgain(item.shop, [{ id: intent.caseId, at: now }]); // from now on they wait for the next word
    });
    return ofSending(item, sent, now);
  };

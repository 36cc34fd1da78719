import type { EffectRow } from "#app/contracts/admin-views.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { OutboxItem } from "../../generated/prisma/client.ts";

/** One effect in the merchant's words. */
export const effectRow = (item: OutboxItem): EffectRow => ({
  at: (item.settledAt ?? item.createdAt).toISOString(), kind: item.kind, what: effectText(item.intent as Intent),
  state: item.state === "sent" || item.state === "failed" || item.state === "skipped" ? item.state : "pending", detail: item.detail,
});

/** What each message to a shopper is about. */
const MAILS: Readonly<Record<Extract<Intent, { kind: "email_shopper" }>["template"], string>> = {
  delivery_problem: "delivery problem", no_movement: "no movement", still_on_it: "we are still on it", case_resolved: "it is settled", feedback: "how did it go?", from_team: "your own words",
};

/** `shipment.at_risk` → "shipment at risk". */
const newsText = (news: string): string => news.replaceAll(/[._]/g, " ");

/** What was to be done, in the merchant's words. */
export const effectText = (intent: Intent): string => {
  switch (intent.kind) {
    case "email_shopper": return `E-mail to the shopper: ${MAILS[intent.template]}`;
    case "reassure_shopper": return "E-mail to the shopper: an early word";
    case "offer_delay": return "E-mail to the shopper: wait or cancel?";
    case "write_shopper": return "E-mail to the shopper: words of a Flow workflow";
    case "trigger_flow": return `Shopify Flow: ${newsText(intent.news)}`;
    case "post_webhook": return `Webhook: ${newsText(intent.news)}`;
    case "deliver_webhook": return "Webhook delivered to an endpoint";
    case "post_slack": return `Chat: ${newsText(intent.news)}`;
    case "open_ticket": return "Ticket in the helpdesk";
    case "carry_out_act": return "Act at Shopify";
    case "fetch_order": return "Order fetched from Shopify";
    case "register_tracker": return `Tracking number ${intent.number} handed to a carrier feed`;
    case "publish_estimate": return "Date told to Shopify's own pages";
    case "publish_dates": return "Delivery dates published to the store";
  }
};

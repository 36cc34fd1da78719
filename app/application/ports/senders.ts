import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What an outside service made of a request. `unknown`: it may have happened; ask again only where repeating is harmless. */
export type SendOutcome =
  | { readonly outcome: "sent"; readonly detail: string | null }
  | { readonly outcome: "unavailable"; readonly because: string; readonly retryAt: Instant | null }
  | { readonly outcome: "refused"; readonly because: string };

/** A message to a shopper, ready to be laid out. Texts are plain; the mailer escapes them. */
export type ShopperMail = {
  readonly to: string; readonly fromName: string; readonly replyTo: string | null; readonly locale: string;
  readonly subject: string; readonly preheader: string; readonly heading: string; readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly url: string }; readonly footer: string;
  readonly second?: { readonly label: string; readonly url: string }; // a choice beside the button
  readonly stop?: { readonly label: string; readonly url: string }; // where the shopper ends these mails
  readonly messageKey: string; // the same key is the same mail: it becomes the Message-ID
};
export type Mailer = (shop: ShopId, mail: ShopperMail, now: Instant) => Promise<SendOutcome>;

/** The same of an endpoint. `status`: what it answered; null when nothing did. */
export type WebhookSent = SendOutcome & { readonly status: number | null };
/** Posts one Standard Webhooks message, signed with each secret. The id is stable across attempts. */
export type WebhookSender = (request: { readonly shop: ShopId; readonly url: string; readonly secrets: readonly string[]; readonly id: string; readonly body: string; readonly now: Instant }) => Promise<WebhookSent>;

import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Mailer, SendOutcome, ShopperMail } from "#app/application/ports.ts";
import { oneLine, webAddress } from "./escape.ts";
import { layOut } from "./layout.ts";

/** What hands a finished message to a mail server; nodemailer's transport is one. */
export type Transport = { sendMail(message: SendMailOptions): Promise<{ readonly messageId?: string; readonly response?: string }> };

/** One plain address. Lists, comments, quoted names and line breaks are not: they could address somebody else. */
const ADDRESS = /^[^\s"(),:;<>@[\\\]]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is kept out
const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text) && !/[\u0000-\u001f\u007f]/.test(text);

/** The same key is the same mail, for the server and for the shopper's client alike. */
const messageId = (shop: ShopId, key: string, from: string): string =>
  `<${createHash("sha256").update(`${shop}\n${key}`).digest("hex").slice(0, 40)}@${from.slice(from.lastIndexOf("@") + 1)}>`;

const message = (shop: ShopId, mail: ShopperMail, from: string, now: number): SendMailOptions => {
  const stop = mail.stop === undefined ? null : webAddress(mail.stop.url);
  return {
    from: { name: oneLine(mail.fromName), address: from }, to: { name: "", address: mail.to },
    ...(mail.replyTo !== null && isAddress(mail.replyTo) ? { replyTo: { name: oneLine(mail.fromName), address: mail.replyTo } } : {}),
    subject: oneLine(mail.subject), ...layOut(mail), messageId: messageId(shop, mail.messageKey, from), date: new Date(now),
    // Auto-Submitted keeps out-of-office replies away (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated", ...(stop === null ? {} : { "List-Unsubscribe": `<${stop}>` }) },
    disableFileAccess: true, disableUrlAccess: true,
  };
};

type SmtpError = { readonly code?: string; readonly responseCode?: number; readonly response?: string; readonly message?: string };

/** RFC 5321: 4xx is for now, 5xx is for good. A refused login is the operator's to mend and must not cost the shopper the mail. */
const outcomeOf = (thrown: unknown): SendOutcome => {
  const error = (typeof thrown === "object" && thrown !== null ? thrown : {}) as SmtpError;
  if (error.code === "EAUTH") return { outcome: "unavailable", because: "The mail server does not accept the login.", retryAt: null };
  const status = error.responseCode ?? 0;
  const words = oneLine(error.response ?? error.code ?? error.message ?? "unknown error").slice(0, 300);
  return status >= 500 && status < 600
    ? { outcome: "refused", because: `The mail server refused the message: ${words}` }
    : { outcome: "unavailable", because: status > 0 ? `The mail server asked to try later: ${words}` : `The mail server cannot be reached: ${words}`, retryAt: null };
};

/** The server named by an `smtp://` or `smtps://` URL. */
export const smtpTransport = (url: string): Transport =>
  createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true });

/** Mails to shoppers, from the operator's address in the shop's name. Without a server or an address every mail is refused in plain words. */
export const createMailer = ({ transport, from }: { readonly transport: Transport | null; readonly from: string | null }): Mailer => async (shop, mail, now) => {
  if (transport === null || from === null || !isAddress(from)) return { outcome: "refused", because: "E-mail is not set up: SMTP_URL and MAIL_FROM are needed." };
  if (!isAddress(mail.to)) return { outcome: "refused", because: "The shopper's e-mail address is not one plain address." };
  try {
    const sent = await transport.sendMail(message(shop, mail, from, now));
    return { outcome: "sent", detail: sent.messageId ?? null };
  } catch (thrown) {
    return outcomeOf(thrown);
  }
};

import type { Handler } from "../http/handler.ts";
import { SMS_HOST } from "../inboxes/sms-gateway.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";

/** Text messages the app sent. */
export function smsRoutes(context: PageContext): Handler {
  return (_request, url) => {
    if (url.pathname !== "/sms") return null;
    const messages = context.world.smses.toReversed();
    return layout(context, { title: "SMS", path: "/sms" }, html`
      <h1>SMS box</h1>
      ${messages.length === 0
        ? html`<p class="empty">The box is empty: the app has sent no text message.<br>A pretend provider listens at <code>https://${SMS_HOST}/messages</code>.</p>`
        : messages.map((sms) => html`<article class="card"><p>${sms.text}</p><small>${sms.from} → ${sms.to} · ${formatMoment(sms.at)}</small></article>`)}`);
  };
}

import type { Handler } from "../http/handler.ts";
import type { Mail } from "../world/types.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { escape, html, raw } from "./html.ts";
import { layout } from "./layout.ts";

/** Every mail the app sent: the list, one as its reader sees it, and its text. */
export function mailboxRoutes(context: PageContext): Handler {
  return (_request, url) => {
    const match = /^\/mail(?:\/([\w-]+))?(\/html)?$/.exec(url.pathname);
    if (match === null) return null;
    const mails = context.world.mails.toReversed();
    const mail = match[1] === undefined ? mails[0] : mails.find((one) => one.id === match[1]);
    if (match[2] !== undefined) return mail === undefined ? null : renderedMail(context, mail);
    if (match[1] !== undefined && mail === undefined) return null;
    return layout(context, { title: mail === undefined ? "Mailbox" : mail.subject, path: "/mail", wide: true, live: mail === undefined }, html`
      <h1>Mailbox</h1>
      <p class="soft">Mails the app handed to its SMTP server. None of them left this machine; links to the shop lead to the stand-in storefront.</p>
      ${mail === undefined ? html`<p class="empty">No mail yet. Let a delivery fail at the <a href="/desk">carrier desk</a>.</p>` : html`<div class="mails">
        <ul id="mail-list" data-live>${mails.map((one) => html`<li><a href="/mail/${one.id}"${one.id === mail.id ? html` aria-current="true"` : ""}>
          <strong>${one.subject}</strong><small>${one.to} · ${formatMoment(one.at)}</small></a></li>`)}</ul>
        <article class="card">
          <h2>${mail.subject}</h2>
          <dl class="facts"><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to}</dd><dt>Received</dt><dd>${formatMoment(mail.at)}</dd></dl>
          ${mail.html === "" ? "" : html`<iframe title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.id}/html"></iframe>`}
          <details id="mail-text"${mail.html === "" ? html` open` : ""}><summary>Text version</summary><pre>${raw(linked(context, escape(mail.text)))}</pre></details>
          <details id="mail-headers"><summary>Headers</summary><pre>${Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}\n`).join("")}</pre></details>
        </article></div>`}`);
  };
}

/** A mail's HTML alone, without scripts and without anything from outside. */
function renderedMail(context: PageContext, mail: Mail): Response {
  return new Response(`<base target="_blank">${toStorefront(context, mail.html)}`, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http://localhost:*",
    },
  });
}

/** The shop's two addresses exist only in the pretend world; a reader's browser is led to the stand-in. */
function toStorefront(context: PageContext, text: string): string {
  const { shop } = context.world;
  return text
    .replaceAll(`https://${shop.myshopify_domain}`, context.urls.storefront)
    .replaceAll(`https://${shop.domain}`, context.urls.storefront);
}

function linked(context: PageContext, escaped: string): string {
  return toStorefront(context, escaped).replace(/https?:\/\/[^\s<>"]+/g, (address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`);
}

import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { SlackBlock, SlackButton } from "../inboxes/slack-rules.ts";
import type { SlackMessage } from "../inboxes/slack.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html, type Markup } from "./html.ts";
import { layout } from "./layout.ts";

/** The page shows the latest so many. */
const SHOWN = 80;
/** Who works in the channel. To take a case, one of them has to be on the app's team page with this ID. */
const PEOPLE = [{ id: "U0ADALOVE", name: "ada" }, { id: "U0BENROSS", name: "ben" }] as const;

const SetupForm = z.object({ requestUrl: z.union([z.url(), z.literal("")]), removed: z.string().optional() });
const PressForm = z.object({ message: z.string(), button: z.string(), person: z.string() });

/** The merchant's channel: messages of the app, with buttons that work. */
export function slackRoutes(context: PageContext): Handler {
  const { slack } = context;
  return async (request, url) => {
    if (url.pathname === "/slack/setup" && request.method === "POST") {
      const form = await readBody(request, SetupForm);
      if (form.outcome === "refused") return refused(form.reason);
      slack.requestUrl = form.value.requestUrl === "" ? null : form.value.requestUrl;
      slack.removed = form.value.removed === "on";
      return seeOther("/slack");
    }
    if (url.pathname === "/slack/press" && request.method === "POST") {
      const form = await readBody(request, PressForm);
      if (form.outcome === "refused") return refused(form.reason);
      const { message, button, person } = form.value;
      const pressed = await slack.press(message, button, PEOPLE.find(({ id }) => id === person) ?? PEOPLE[0]);
      return pressed.outcome === "refused" ? refused(pressed.reason) : seeOther("/slack");
    }
    if (url.pathname !== "/slack" || request.method === "POST") return null;
    return layout(context, { title: "Slack", path: "/slack", live: false }, html`
      <h1>Slack (stand-in)</h1>
      <form class="card" method="post" action="/slack/setup" data-stay>
        <p>The merchant’s own Slack app. Enter its two secrets on the app’s page of Slack, and that page’s request address here.</p>
        <p>Webhook address <code>${slack.webhookUrl}</code></p><p>Signing secret <code>${slack.signingSecret}</code></p>
        <div class="row"><label>Request address of the buttons <input name="requestUrl" size="60" type="url" value="${slack.requestUrl ?? ""}" autocomplete="off"></label>
        <label><input type="checkbox" name="removed"${slack.removed ? html` checked` : ""}> the webhook was removed</label><button class="primary">Save</button></div>
      </form>
      <p class="soft">Slack member IDs, for the app’s team page: ${PEOPLE.map(({ id, name }) => html`${name} is <code>${id}</code>. `)}</p>
      <h2>#deliveries</h2>
      <div id="slack-messages" data-live>${slack.messages.length === 0 ? html`<p class="empty">Nobody said anything yet.</p>` : slack.messages.slice(-SHOWN).toReversed().map(messageCard)}</div>`);
  };
}

function messageCard(message: SlackMessage): Markup {
  const { id, at, text, blocks, edits, whispers, presses } = message;
  return html`<article class="card" id="${id}">
    <small>Hither · ${formatMoment(at)}${edits === 0 ? "" : " · edited"}</small>
    ${blocks.length === 0 ? html`<p>${text}</p>` : blocks.map((block) => blockOf(block, id))}
    ${whispers.map((one) => html`<p class="soft">Only you can see this: ${one}</p>`)}
    ${presses.map((one) => html`<p class="soft">${one.by} pressed “${one.label}” ${formatMoment(one.at)}: <span class="chip ${one.status === 200 ? "good" : "bad"}">${one.status ?? "no answer in 3 s"}</span></p>`)}
  </article>`;
}

function blockOf(block: SlackBlock, message: string): Markup {
  switch (block.type) {
    case "header": return html`<h3>${block.text.text}</h3>`;
    case "section": return html`${block.text === undefined ? "" : html`<p>${shown(block.text.text)}</p>`}${block.fields === undefined ? "" : html`<p class="row">${block.fields.map((one) => html`<span>${field(one.text)}</span>`)}</p>`}`;
    case "context": return html`<p><small>${block.elements.map((one) => shown(one.text))}</small></p>`;
    case "actions": return html`<form class="row" method="post" action="/slack/press" data-stay><input type="hidden" name="message" value="${message}">
      <label>as <select name="person">${PEOPLE.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></label>${block.elements.map(buttonOf)}</form>`;
  }
}

/** A button that leads somewhere names where: the admin it leads to is another address here. */
function buttonOf({ action_id, text, url, style }: SlackButton): Markup {
  const page = url === undefined ? null : /^https:\/\/admin\.shopify\.com(\/store\/.+)$/.exec(url)?.[1];
  if (page !== null && page !== undefined) return html`<a href="${page}">${text.text}</a>`;
  return html`<button name="button" value="${action_id}"${style === "primary" ? html` class="primary"` : ""}>${text.text}</button>`;
}

/** A field is a bold label and, below, its value. */
function field(text: string): Markup {
  const [, label = "", value = text] = /^\*(.+)\*\n(.*)$/s.exec(text) ?? [];
  return html`<strong>${shown(label)}</strong> ${shown(value)}`;
}

/** Slack's mrkdwn as plain text: escapes undone, bold and line breaks as they stand. */
function shown(text: string): string {
  return text.replaceAll("*", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

import { z } from "zod";
import type { PretendFeed } from "../../carriers/feed.ts";
import { readBody, refused } from "../../http/forms.ts";
import { seeOther, type Handler } from "../../http/handler.ts";
import type { PageContext } from "../context.ts";
import { html, type Markup } from "../html.ts";
import { layout } from "../layout.ts";

const WebhookForm = z.object({ source: z.string(), url: z.union([z.literal(""), z.url("paste the whole address from the app's page of sources")]), secret: z.string().default("") });
const count = z.coerce.number().int().min(0).max(1_000).default(0);
/** What can be wished upon a vendor. A form sends only the boxes that are ticked. */
const TroubleForm = z.object({ source: z.string(), rateLimited: count, failing: count, down: z.union([z.boolean(), z.string().transform((text) => text === "on" || text === "true")]).default(false) });
const RepeatForm = z.object({ source: z.string(), number: z.string().trim().default("") });

/** The accounts page: what a merchant sees in every tracking vendor's dashboard, and what goes wrong there. */
export function accountsRoutes(context: PageContext): Handler {
  const acts: Record<string, (request: Request) => Promise<string | null>> = {
    "/accounts/webhook": (request) => withFeed(context, request, WebhookForm, (feed, { url, secret }) => feed.configureWebhook(url === "" ? null : { url, secret: secret === "" ? null : secret })),
    "/accounts/trouble": (request) => withFeed(context, request, TroubleForm, (feed, { rateLimited, failing, down }) => Object.assign(feed.trouble, { rateLimited, failing, down })),
    "/accounts/repeat": (request) => withFeed(context, request, RepeatForm, (feed, { number }) => {
      for (const one of number === "" ? numbersOf(context) : [number]) feed.repeat(one);
    }),
  };
  return async (request, url) => {
    if (url.pathname === "/accounts" && request.method !== "POST") return accountsPage(context);
    const act = request.method === "POST" ? acts[url.pathname] : undefined;
    if (act === undefined) return null;
    const problem = await act(request);
    context.notices.tell();
    return problem === null ? seeOther("/accounts") : refused(problem);
  };
}

/** Every tracking number of the shop. */
const numbersOf = ({ world }: PageContext): string[] => world.orders.flatMap((order) => order.fulfillments).flatMap((one) => one.tracking).flatMap(({ number }) => (number === null ? [] : [number]));

/** Reads a form about one vendor and does it. The answer is a sentence when something is wrong. */
async function withFeed<T extends { source: string }>(context: PageContext, request: Request, schema: z.ZodType<T>, act: (feed: PretendFeed, form: T) => unknown): Promise<string | null> {
  const form = await readBody(request, schema);
  if (form.outcome === "refused") return form.reason;
  const feed = context.feeds.find((one) => one.source === form.value.source);
  if (feed === undefined) return `There is no vendor "${form.value.source}". There are: ${context.feeds.map((one) => one.source).join(", ")}.`;
  act(feed, form.value);
  return null;
}

function accountsPage(context: PageContext): Response {
  return layout(context, { title: "Carrier accounts", path: "/accounts", live: false }, html`
    <h1>Carrier accounts</h1>
    <p class="soft">The accounts the merchant of this shop is pretended to have. Copy what an account shows into the app's page of sources; where the vendor has a form for webhooks, paste the app's address here. Each of these hosts is answered by a stand-in that behaves like the vendor, its refusals and limits included.</p>
    ${context.feeds.map((feed) => accountCard(feed))}`);
}

function accountCard(feed: PretendFeed): Markup {
  return html`<section class="card" id="account-${feed.source}" aria-labelledby="name-${feed.source}">
    <h2 id="name-${feed.source}">${feed.name} <small class="soft">${feed.hosts.join(", ")}</small></h2>
    <div id="state-${feed.source}" data-live><p>${webhookChip(feed)} ${troubleChip(feed)} <span class="chip">${feed.watched === 1 ? "1 parcel watched" : `${feed.watched} parcels watched`}</span></p></div>
    <dl class="facts">${feed.account.map((line) => html`<dt>${line.label}</dt><dd><code data-field="${line.field}">${line.value}</code></dd>`)}</dl>
    ${feed.webhookBy === "dashboard" ? webhookForm(feed) : html`<p class="soft">${feed.webhookBy === "api" ? "The app names its address itself, with an API call." : "This vendor sends no webhooks; it must be asked."}</p>`}
    <details id="trouble-${feed.source}"><summary>Trouble and repeats</summary>
      <form class="row" method="post" action="/accounts/trouble" data-stay><input type="hidden" name="source" value="${feed.source}">
        <label>Rate-limit the next <input name="rateLimited" type="number" min="0" max="1000" value="${feed.trouble.rateLimited}"></label>
        <label>Fail the next <input name="failing" type="number" min="0" max="1000" value="${feed.trouble.failing}"></label>
        <label class="inline"><input type="checkbox" name="down"${feed.trouble.down ? html` checked` : ""}> down altogether</label><button>Apply</button></form>
      <form class="row" method="post" action="/accounts/repeat" data-stay><input type="hidden" name="source" value="${feed.source}">
        <label>Push again the latest of <input name="number" size="26" placeholder="tracking number; empty: every parcel" autocomplete="off"></label><button>Push again</button></form>
    </details></section>`;
}

function webhookForm({ source, webhook }: PretendFeed): Markup {
  return html`<form class="row" method="post" action="/accounts/webhook" data-stay><input type="hidden" name="source" value="${source}">
    <label>Webhook address <input name="url" size="52" value="${webhook?.url ?? ""}" autocomplete="off" placeholder="empty: no webhook"></label>
    <label>Secret <input name="secret" size="30" value="${webhook?.secret ?? ""}" autocomplete="off" placeholder="where you choose one here"></label><button class="primary">Save</button></form>`;
}

function webhookChip({ webhook, webhookBy }: PretendFeed): Markup {
  if (webhookBy === "none") return html`<span class="chip">polled only</span>`;
  return webhook === null ? html`<span class="chip warn">no webhook</span>` : html`<span class="chip good">webhook set</span>`;
}

function troubleChip({ trouble }: PretendFeed): Markup {
  if (trouble.down) return html`<span class="chip bad">down</span>`;
  const spoiled = trouble.rateLimited + trouble.failing;
  return spoiled > 0 ? html`<span class="chip warn">the next ${spoiled} calls are spoiled</span>` : html`<span class="chip good">answers</span>`;
}

import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html, type Markup } from "./html.ts";
import { layout } from "./layout.ts";

/** The pages show the latest so many; older ones are still in the world. */
const SHOWN = 150;
const EndpointForm = z.object({ secret: z.string().trim().optional(), failWith: z.coerce.number().int().min(0).max(599).optional() });

/** What went to the app, and what the app sent to the merchant's own endpoint. */
export function logRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname === "/log/endpoint" && request.method === "POST") {
      const form = await readBody(request, EndpointForm);
      if (form.outcome === "refused") return refused(form.reason);
      const { secret, failWith } = form.value;
      if (secret !== undefined && secret !== "" && !secret.startsWith("whsec_")) return refused('A Standard Webhooks secret begins with "whsec_".');
      if (secret !== undefined) context.hooks.secret = secret === "" ? null : secret;
      context.hooks.failWith = failWith === undefined || failWith < 400 ? null : failWith;
      return seeOther("/log");
    }
    if (url.pathname !== "/log") return null;
    const { deliveries, hooksReceived } = context.world;
    return layout(context, { title: "Webhooks", path: "/log" }, html`
      <h1>Webhooks</h1>
      <h2>From the app to the merchant's endpoint</h2>
      <div class="card">
        <p>The pretend merchant listens at <code>https://hooks.hearth-and-wool.example/hither</code> and checks signatures by the Standard Webhooks reference library.</p>
        <form class="row" method="post" action="/log/endpoint" data-stay>
          <label>Signing secret, from the app's settings <input name="secret" size="38" value="${context.hooks.secret ?? ""}" placeholder="whsec_…" autocomplete="off"></label>
          <label>Answer <select name="failWith"><option value="0">204, as it should</option><option value="500"${context.hooks.failWith === 500 ? html` selected` : ""}>500, broken</option><option value="410"${context.hooks.failWith === 410 ? html` selected` : ""}>410, gone</option></select></label>
          <button class="primary">Save</button>
        </form>
      </div>
      ${hooksReceived.length === 0 ? html`<p class="empty">Nothing received yet.</p>` : hooksReceived.slice(-SHOWN).toReversed().map((hook) => html`
        <details class="card" id="hook-${hook.id}"><summary>${hook.verified ? html`<span class="chip good">signature verified</span>` : html`<span class="chip bad">not verified</span>`} <strong>${typeOf(hook.body)}</strong> <small>${formatMoment(hook.at)}</small></summary>
          <pre>${Object.entries(hook.headers).map(([name, value]) => `${name}: ${value}\n`).join("")}</pre><pre>${pretty(hook.body)}</pre></details>`)}
      <h2>From Shopify and the carriers to the app</h2>
      ${deliveries.length === 0 ? html`<p class="empty">Nothing was sent yet.</p>` : html`<div class="scroll"><table>
        <thead><tr><th>When</th><th>Sender</th><th>Topic</th><th>Attempt</th><th>Answer</th><th>Body</th></tr></thead>
        <tbody>${deliveries.slice(-SHOWN).toReversed().map((delivery, index) => html`<tr><td>${formatMoment(delivery.at)}</td><td>${delivery.source}</td><td>${delivery.topic}</td><td>${delivery.attempt}</td>
          <td>${statusChip(delivery.status)}</td><td><details id="delivery-${delivery.id}-${delivery.attempt}-${index}"><summary>${delivery.body.length.toLocaleString("en-US")} characters</summary><pre>${pretty(delivery.body)}</pre></details></td></tr>`)}</tbody>
      </table></div>`}`);
  };
}

function statusChip(status: number | null): Markup {
  if (status === null) return html`<span class="chip warn">no answer</span>`;
  return html`<span class="chip ${status < 300 ? "good" : "bad"}">${status}</span>`;
}

/** Indented without parsing: ids above 2^53 must be shown as they were sent. */
function pretty(json: string): string {
  let depth = 0;
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],]|\s+/g, (token) => {
    if (/^\s/.test(token)) return " ";
    if (token === "{" || token === "[") return `${token}\n${"  ".repeat(++depth)}`;
    if (token === "}" || token === "]") return `\n${"  ".repeat(Math.max(0, --depth))}${token}`;
    return token === "," ? `,\n${"  ".repeat(depth)}` : token;
  });
}

function typeOf(body: string): string {
  return /"type"\s*:\s*"([^"]+)"/.exec(body)?.[1] ?? "webhook";
}

import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "lossless-json";
import { parse } from "smol-toml";
import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { randomUuid } from "../world/random.ts";
import { html, type Markup } from "./html.ts";
import { layout } from "./layout.ts";

/** What an action's toml says of it. Reference fields have no key of their own there. */
const ActionToml = z.object({
  extensions: z.array(z.object({ type: z.string(), name: z.string(), handle: z.string(), description: z.string().optional(), runtime_url: z.string().optional() })),
  settings: z.object({ fields: z.array(z.object({ type: z.string(), key: z.string().optional(), name: z.string().optional(), description: z.string().optional(), required: z.boolean().optional() })) }).optional(),
});
type Action = { name: string; handle: string; description: string; runtimeUrl: string; fields: Field[] };
type Field = { key: string; label: string; type: string; required: boolean };
type ActionRun = { id: string; at: string; handle: string; status: number | null; answer: string; body: string };

const RunForm = z.record(z.string(), z.string());

/** The Flow page: triggers that arrived, actions to run. */
export function flowRoutes(context: PageContext): Handler {
  const runs: ActionRun[] = [];
  return async (request, url) => {
    if (url.pathname === "/flow/run" && request.method === "POST") {
      const form = await readBody(request, RunForm);
      if (form.outcome === "refused") return refused(form.reason);
      const action = readActions(context).find((one) => one.handle === form.value["handle"]);
      if (action === undefined) return refused(`There is no Flow action "${form.value["handle"] ?? ""}".`);
      runs.push(await runAction(context, action, form.value));
      return seeOther("/flow");
    }
    if (url.pathname !== "/flow") return null;
    const { flowRuns } = context.world;
    return layout(context, { title: "Flow", path: "/flow", live: false }, html`
      <h1>Flow</h1>
      <p class="soft">Shopify Flow would start the merchant's workflows from these triggers and call these actions.</p>
      <h2>Actions to run</h2>
      <div id="flow-actions">${readActions(context).map((action) => actionForm(context, action, runs))}</div>
      <div id="flow-runs" data-live>${runs.toReversed().map((run) => html`<details class="card" id="run-${run.id}-${run.at}"><summary>
        <span class="chip ${run.status !== null && run.status < 300 ? "good" : "bad"}">${run.status ?? "no answer"}</span> <strong>${run.handle}</strong> <small>run ${run.id} · ${formatMoment(run.at)}</small></summary>
        <pre>${run.body}</pre><pre>${run.answer}</pre></details>`)}</div>
      <h2>Triggers received</h2>
      <div id="flow-triggers" data-live>${flowRuns.length === 0 ? html`<p class="empty">None yet.</p>` : flowRuns.toReversed().map((run) => html`<article class="card"><h3>${run.handle} <small class="soft">${formatMoment(run.at)}</small></h3><pre>${stringify(run.payload, null, 2)}</pre></article>`)}</div>`);
  };
}

function actionForm(context: PageContext, action: Action, runs: readonly ActionRun[]): Markup {
  const orders = context.world.orders.slice(-60).toReversed();
  const last = runs.findLast((run) => run.handle === action.handle);
  return html`<form class="card" method="post" action="/flow/run" data-stay>
    <h3>${action.name}</h3><p>${action.description} <small>${action.runtimeUrl}</small></p>
    <input type="hidden" name="handle" value="${action.handle}">
    <div class="row">${action.fields.map((field) => field.key === "order_id"
      ? html`<label>Order <select name="order_id">${orders.map((order) => html`<option value="${order.id}">${order.name} · ${order.shipping_address.first_name} ${order.shipping_address.last_name}</option>`)}</select></label>`
      : html`<label>${field.label}${field.required ? " (required)" : ""} ${field.type === "multi_line_text_field"
        ? html`<textarea name="${field.key}" rows="2" cols="34"${field.required ? html` required` : ""}></textarea>`
        : html`<input name="${field.key}" type="${field.type.startsWith("number") ? "number" : "text"}"${field.required ? html` required` : ""}>`}</label>`)}
      <button class="primary">Run</button>
      ${last === undefined ? "" : html`<button name="action_run_id" value="${last.id}">Repeat the last run</button>`}
    </div></form>`;
}

/** The actions the app brings: extensions/flow-action-*, read each time so that an edit shows at once. */
export function readActions(context: Pick<PageContext, "root" | "urls">): Action[] {
  const folder = join(context.root, "extensions");
  const names = readdirSync(folder).filter((name) => name.startsWith("flow-action-"));
  return names.flatMap((name) => {
    const toml = ActionToml.parse(parse(readFileSync(join(folder, name, "shopify.extension.toml"), "utf8")));
    const fields = (toml.settings?.fields ?? []).map((field): Field => {
      const key = field.type.endsWith("_reference") ? field.type.replace("_reference", "_id") : (field.key ?? "");
      return { key, label: field.name ?? field.description ?? key, type: field.type, required: field.required ?? false };
    });
    return toml.extensions
      .filter((extension) => extension.type === "flow_action")
      .map((extension) => ({
        name: extension.name, handle: extension.handle, description: extension.description ?? "",
        runtimeUrl: new URL(extension.runtime_url ?? "/", context.urls.app).href, fields,
      }));
  });
}

/** Calls an action as Flow does: a POST signed like a webhook, `action_run_id` as the key against running twice. */
async function runAction(context: PageContext, action: Action, form: Record<string, string>): Promise<ActionRun> {
  const { shop, clock } = context.world;
  const id = form["action_run_id"] ?? randomUuid(context.world.random);
  const properties = action.fields.map((field) => `${JSON.stringify(field.key)}:${propertyValue(field, form[field.key] ?? "")}`).join(",");
  // Written by hand: order ids exceed what JSON.stringify can carry as numbers.
  const body = `{"shop_id":${shop.id},"shopify_domain":${JSON.stringify(shop.myshopify_domain)},"action_run_id":${JSON.stringify(id)},"action_definition_id":${JSON.stringify(action.handle)},"handle":${JSON.stringify(action.handle)},"step_reference":"step-1","properties":{${properties}}}`;
  const signature = createHmac("sha256", context.app.clientSecret).update(body, "utf8").digest("base64");
  const outcome = await fetch(action.runtimeUrl, {
    method: "POST", body,
    headers: { "content-type": "application/json", "x-shopify-hmac-sha256": signature, "x-shopify-shop-domain": shop.myshopify_domain },
    signal: AbortSignal.timeout(10_000),
  }).then(
    async (response) => ({ status: response.status, answer: await response.text() }),
    (error: unknown) => ({ status: null, answer: String(error) }),
  );
  return { id, at: clock.now().toISOString(), handle: action.handle, body, ...outcome };
}

function propertyValue(field: Field, text: string): string {
  if (field.key.endsWith("_id") && /^\d+$/.test(text)) return text;
  if (field.type === "boolean") return text === "true" || text === "on" ? "true" : "false";
  if (field.type.startsWith("number") && text !== "") return String(Number(text));
  return text === "" && !field.required ? "null" : JSON.stringify(text);
}

import { stringify } from "lossless-json";
import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import { randomUuid } from "../world/random.ts";
import type { FlowRun } from "../world/types.ts";
import type { PageContext } from "./context.ts";
import { readActions, readTriggers, type Action, type Field, type Trigger } from "./flow-tomls.ts";
import { setUse, signedByFlow } from "./flow-use.ts";
import { formatMoment } from "./format.ts";
import { html, type Markup } from "./html.ts";
import { layout } from "./layout.ts";

type ActionRun = { id: string; at: string; handle: string; status: number | null; answer: string; body: string; attempt: number };

const RunForm = z.record(z.string(), z.string());
const UseForm = z.object({ handle: z.string(), used: z.enum(["on", "off"]) });

/** How long Flow waits for an action's answer. */
const PATIENCE_MS = 10_000;
/** Flow asks again, later and later, where an action was accepted (202) or could not be answered; Shopify's documentation says for up to 36 hours. */
const AGAIN_AFTER_MS = [60_000, 300_000, 900_000, 3_600_000, 10_800_000, 43_200_000];

/** The Flow page: triggers that arrived and whether they are used, actions to run. */
export function flowRoutes(context: PageContext): Handler {
  const runs: ActionRun[] = [];
  let blocked: string | null = null;

  const run = async (action: Action, id: string, form: Record<string, string>, attempt: number): Promise<void> => {
    const done = { id, handle: action.handle, attempt, at: context.world.clock.now().toISOString(), ...(await callAction(context, action, id, form)) };
    runs.push(done);
    context.notices.tell();
    const wait = done.status === null || done.status === 202 || done.status === 429 || done.status >= 500 ? AGAIN_AFTER_MS[attempt - 1] : undefined;
    if (wait !== undefined) context.world.clock.at(new Date(context.world.clock.now().getTime() + wait), () => run(action, id, form, attempt + 1));
  };

  return async (request, url) => {
    if (url.pathname === "/flow/run" && request.method === "POST") {
      const form = await readBody(request, RunForm);
      if (form.outcome === "refused") return refused(form.reason);
      const action = readActions(context).find((one) => one.handle === form.value["handle"]);
      if (action === undefined) return refused(`There is no Flow action "${form.value["handle"] ?? ""}".`);
      await run(action, form.value["action_run_id"] ?? randomUuid(context.world.random), form.value, 1);
      return seeOther("/flow");
    }
    if (url.pathname === "/flow/use" && request.method === "POST") {
      const form = await readBody(request, UseForm);
      if (form.outcome === "refused") return refused(form.reason);
      const trigger = readTriggers(context).find((one) => one.handle === form.value.handle);
      if (trigger === undefined) return refused(`There is no Flow trigger "${form.value.handle}".`);
      const told = await setUse(context, trigger, form.value.used === "on");
      blocked = told.outcome === "blocked" ? `The workflow for "${trigger.name}" was left as it was. ${told.because}` : null;
      return seeOther("/flow");
    }
    if (url.pathname !== "/flow") return null;
    const { flowRuns } = context.world;
    return layout(context, { title: "Flow", path: "/flow", live: false }, html`
      <h1>Flow</h1>
      <p class="soft">Shopify Flow would start the merchant's workflows from these triggers and call these actions.</p>
      ${blocked === null ? "" : html`<p class="empty" role="alert">${blocked}</p>`}
      <h2>Triggers</h2>
      <p class="soft">Whether a workflow that begins with the trigger is switched on. Flow tells the app, which sends only what is used.</p>
      <div id="flow-uses" data-live>${readTriggers(context).map((trigger) => useForm(context, trigger))}</div>
      <h2>Triggers received</h2>
      <div id="flow-triggers" data-live>${flowRuns.length === 0 ? html`<p class="empty">None yet.</p>` : byKind(context, flowRuns)}</div>
      <h2>Actions to run</h2>
      <div id="flow-actions">${readActions(context).map((action) => actionForm(context, action, runs))}</div>
      <div id="flow-runs" data-live>${runs.toReversed().map((one) => html`<details class="card" id="run-${one.id}-${one.at}-${one.attempt}"><summary>
        <span class="chip ${one.status !== null && one.status < 300 ? "good" : "bad"}">${one.status ?? "no answer"}</span> <strong>${one.handle}</strong> <small>run ${one.id}${one.attempt > 1 ? `, asked again (${one.attempt})` : ""} · ${formatMoment(one.at)}</small></summary>
        <pre>${one.body}</pre><pre>${one.answer}</pre></details>`)}</div>`);
  };
}

function useForm({ world }: PageContext, { name, handle, description }: Trigger): Markup {
  const used = world.flowUses.get(handle) === true;
  return html`<form class="card" method="post" action="/flow/use" data-stay><div class="row">
    <span class="chip ${used ? "good" : ""}">${used ? "on" : "off"}</span> <strong>${name}</strong> <small class="soft">${description}</small>
    <input type="hidden" name="handle" value="${handle}"><button name="used" value="${used ? "off" : "on"}">Switch ${used ? "off" : "on"}</button></div></form>`;
}

/** Grouped by trigger, newest first within each; the trigger that was received last comes first. */
function byKind(context: PageContext, flowRuns: readonly FlowRun[]): Markup[] {
  const names = new Map(readTriggers(context).map(({ handle, name }) => [handle, name]));
  const groups = Map.groupBy(flowRuns.toReversed(), (one) => one.handle);
  return [...groups].map(([handle, received]) => html`<details class="card" id="received-${handle}" open><summary><strong>${names.get(handle) ?? handle}</strong> <small>${handle}</small> <span class="chip">${received.length}</span></summary>
    ${received.map((one) => html`<article><h3>${handle} <small class="soft">${formatMoment(one.at)}</small></h3><pre>${stringify(one.payload, null, 2)}</pre></article>`)}</details>`);
}

function actionForm(context: PageContext, action: Action, runs: readonly ActionRun[]): Markup {
  const orders = context.world.orders.slice(-60).toReversed();
  const last = runs.findLast((run) => run.handle === action.handle);
  return html`<form class="card" method="post" action="/flow/run" data-stay>
    <h3>${action.name}</h3><p>${action.description} <small>${action.runtimeUrl}</small></p>
    <input type="hidden" name="handle" value="${action.handle}">
    <div class="row">${action.fields.map((field) => input(field, orders))}
      <button class="primary">Run</button>
      ${last === undefined ? "" : html`<button name="action_run_id" value="${last.id}">Repeat the last run</button>`}
    </div></form>`;
}

function input(field: Field, orders: PageContext["world"]["orders"]): Markup {
  if (field.key === "order_id") return html`<label>Order <select name="order_id">${orders.map((order) => html`<option value="${order.id}">${order.name} · ${order.shipping_address.first_name} ${order.shipping_address.last_name}</option>`)}</select></label>`;
  const required = field.required ? html` required` : "";
  const label = `${field.label}${field.required ? " (required)" : ""}`;
  if (field.type === "boolean") return html`<label><input name="${field.key}" type="checkbox" value="true"> ${field.label}</label>`;
  if (field.type === "multi_line_text_field") return html`<label>${label} <textarea name="${field.key}" rows="2" cols="34"${required}></textarea></label>`;
  return html`<label>${label} <input name="${field.key}" type="${field.type.startsWith("number") ? "number" : "text"}"${field.type === "number_decimal" ? html` step="any"` : ""}${required}></label>`;
}

/** Calls an action as Flow does: a POST signed like a webhook, `action_run_id` as the key against running twice. */
async function callAction(context: PageContext, action: Action, id: string, form: Record<string, string>): Promise<{ status: number | null; answer: string; body: string }> {
  const { shop } = context.world;
  const properties = action.fields.map((field) => `${JSON.stringify(field.key)}:${propertyValue(field, form[field.key] ?? "")}`).join(",");
  // Written by hand: order ids exceed what JSON.stringify can carry as numbers.
  const body = `{"shop_id":${shop.id},"shopify_domain":${JSON.stringify(shop.myshopify_domain)},"action_run_id":${JSON.stringify(id)},"action_definition_id":${JSON.stringify(action.handle)},"handle":${JSON.stringify(action.handle)},"step_reference":"step-1","properties":{${properties}}}`;
  const outcome = await fetch(action.runtimeUrl, { ...signedByFlow(body, context), signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    async (response) => ({ status: response.status, answer: await response.text() }),
    (error: unknown) => ({ status: null, answer: String(error) }),
  );
  return { body, ...outcome };
}

function propertyValue(field: Field, text: string): string {
  if (field.key.endsWith("_id") && /^\d+$/.test(text)) return text;
  if (field.type === "boolean") return text === "true" || text === "on" ? "true" : "false";
  if (field.type.startsWith("number") && text !== "") return String(Number(text));
  return text === "" && !field.required ? "null" : JSON.stringify(text);
}

import type { World } from "../../world/types.ts";
import type { PageContext } from "../context.ts";
import { html } from "../html.ts";
import { adminLayout, STORE } from "./admin-layout.ts";
import { faultCard } from "./operation-faults.ts";

/** What Shopify shows before installation: what the app will be allowed to do. */
export function installPage(context: PageContext): Response {
  const { app, world } = context;
  return adminLayout(context, {
    title: `Install ${app.name}`, current: "app", plain: true,
    work: html`<div class="card"><h1>Install ${app.name}</h1>
      <p>${app.name} asks for these permissions in ${world.shop.name}:</p>
      <ul>${app.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
      <form method="post" action="/store/${STORE}/apps/${app.handle}/install" data-plain><button class="primary">Install</button></form></div>`,
  });
}

/** The three requests the law makes; Shopify sends them to every app. */
export const COMPLIANCE_TOPICS = ["customers/data_request", "customers/redact", "shop/redact"] as const satisfies readonly Parameters<World["compliance"]>[0][];

/** Installed apps: removal and the compliance requests. */
export function appSettingsPage(context: PageContext): Response {
  const { app, world } = context;
  const root = `/store/${STORE}`;
  return adminLayout(context, {
    title: "App settings", current: "apps", plain: true,
    work: html`<h1>App settings</h1>
      <div class="card"><h3>${app.name}</h3>
        ${world.installed
          ? html`<p>Installed. Permissions: ${app.scopes.join(", ")}.</p><form method="post" action="${root}/apps/${app.handle}/uninstall" data-plain><button class="danger">Uninstall</button></form>`
          : html`<p>Not installed.</p><a class="button primary" href="${root}/apps/${app.handle}">Install</a>`}</div>
      <div class="card"><h3>Privacy requests</h3><p class="soft">A buyer asks what is stored, a buyer asks to be forgotten, or the shop left 48 hours ago.</p>
        <form class="row" method="post" action="${root}/settings/compliance" data-stay>
          <label>Buyer of order <select name="orderId">${world.orders.slice(-40).toReversed().map((order) => html`<option value="${order.id}">${order.name}</option>`)}</select></label>
          ${COMPLIANCE_TOPICS.map((topic) => html`<button name="topic" value="${topic}">${topic}</button>`)}</form></div>
      ${faultCard(world, `${root}/settings/faults`)}`,
  });
}

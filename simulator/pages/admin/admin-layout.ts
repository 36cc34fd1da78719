import { page } from "../../http/handler.ts";
import type { PageContext } from "../context.ts";
import { html, type Markup, type Slot } from "../html.ts";
import { banner } from "../layout.ts";

/** The shop's handle in admin addresses. */
export const STORE = "hearth-and-wool";

/** The frame of every admin page: banner, side navigation and the work area. */
export function adminLayout(context: PageContext, options: { title: string; current: "orders" | "app" | "apps"; work: Markup; plain: boolean }): Response {
  const { world, app, urls } = context;
  const root = `/store/${STORE}`;
  const link = (name: string, href: string, label: Slot): Markup => html`<a href="${href}"${options.current === name ? html` aria-current="page"` : ""}>${label}</a>`;
  return page(html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${options.title} · Stand-in for the Shopify admin</title>
  <link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="/static/stand-in.css"><link rel="stylesheet" href="/static/admin.css">
  <script src="/static/live.js" defer></script>
</head>
<body class="admin">
  ${banner(context, "the Shopify admin")}
  <div class="frame-work">
    <nav class="side" aria-label="Admin">
      <p class="shop">${world.shop.name}</p>
      ${link("orders", `${root}/orders`, "Orders")}
      <h2>Apps</h2>
      ${world.installed
        ? html`<a id="app-home" href="${root}/apps/${app.handle}/app"${options.current === "app" ? html` aria-current="page"` : ""}>${app.name}</a><ul id="app-nav"></ul>`
        : link("app", `${root}/apps/${app.handle}`, html`Install ${app.name}`)}
      ${link("apps", `${root}/settings/apps`, "App settings")}
      <h2>Behind the scenes</h2>
      <a href="/">Start</a><a href="${urls.storefront}/">Storefront</a><a href="/desk">Carrier desk</a><a href="/accounts">Carrier accounts</a><a href="/warehouse">Warehouse</a><a href="/mail">Mailbox</a><a href="/slack">Slack</a><a href="/flow">Flow</a><a href="/log">Webhooks</a>
    </nav>
    <div class="work${options.plain ? " plain" : ""}">${options.plain ? html`<main id="main">${options.work}</main>` : options.work}</div>
  </div>
</body>
</html>`.markup);
}

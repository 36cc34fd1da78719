import type { PageContext } from "../context.ts";
import { html, raw } from "../html.ts";
import { adminLayout, STORE } from "./admin-layout.ts";

/** Shopify's `host` parameter: the admin's address of the shop, base64 without padding. */
export function hostParameter(store: string): string {
  return Buffer.from(`admin.shopify.com/store/${store}`).toString("base64").replace(/=+$/, "");
}

/** The address the admin frames: the app's path with everything Shopify appends on the first load. */
export function embeddedAddress(context: PageContext, path: string, search: URLSearchParams): string {
  const target = new URL(path === "" ? "/" : path, context.urls.app);
  for (const [name, value] of search) target.searchParams.append(name, value);
  target.searchParams.set("embedded", "1");
  target.searchParams.set("shop", context.world.shop.myshopify_domain);
  target.searchParams.set("host", hostParameter(STORE));
  target.searchParams.set("locale", "en");
  target.searchParams.set("id_token", context.mintSessionToken());
  return target.href;
}

/** The app inside the admin. */
export function embeddedAppPage(context: PageContext, path: string, search: URLSearchParams): Response {
  const settings = { app: context.urls.app, store: STORE, handle: context.app.handle };
  return adminLayout(context, {
    title: context.app.name, current: "app", plain: false,
    work: html`
      <div id="loading"></div>
      <div id="save-bar" hidden><span>Unsaved changes</span><span class="row"><button id="discard">Discard</button><button id="save" class="primary">Save</button></span></div>
      <header class="title-bar"><h1>${context.app.name} <span class="soft" id="app-title"></span></h1><span class="row" id="app-actions"></span></header>
      <iframe id="app-frame" name="app-iframe" title="${context.app.name}" src="${embeddedAddress(context, path, search)}" allow="clipboard-write"></iframe>
      <div id="toasts"></div>
      <dialog id="confirm"><form method="dialog" data-plain><h2></h2><p></p><div class="row"><button value="no">Keep editing</button><button class="danger" value="yes"></button></div></form></dialog>
      <script type="application/json" id="shell-settings">${raw(JSON.stringify(settings).replaceAll("<", "\\u003c"))}</script>
      <script src="/static/shell.js" defer></script>`,
  });
}

import type { World } from "../../world/types.ts";
import { html, raw, type Markup, type Slot } from "../html.ts";
import { readCart, countOf } from "./cart.ts";
import type { ShopOptions } from "./shop-options.ts";
import { THEME_CSS } from "./theme-css.ts";

export type ShopPage = {
  readonly title: string;
  readonly head?: Markup;
  /** "shop": with navigation and footer. "checkout": alone, as a checkout is. */
  readonly frame?: "shop" | "checkout";
  readonly lang?: string;
};

const LABEL = html`<p class="stand-in"><strong>Stand-in, not Shopify.</strong> A made-up shop on your own machine: nothing is sold, nothing is charged.</p>`;

/** The Hearth & Wool theme around a page's own part. Loads nothing from outside this machine. */
export const themed = (world: World, options: ShopOptions, request: Request | null, { title, head, frame = "shop", lang = "en" }: ShopPage, ...main: Slot[]): string => {
  const inCart = request ? countOf(readCart(world, request)) : 0;
  return html`<!doctype html>
<html lang="${lang}" data-shop-domain="${world.shop.domain}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · ${world.shop.name}</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <style>${raw(THEME_CSS)}</style>
  ${head}
</head>
<body class="${frame}">
  <a class="skip" href="#main">Skip to content</a>
  <div class="strip">${LABEL}${options.simulatorUrl ? html`<a href="${options.simulatorUrl}/">Back to the simulator</a>` : null}</div>
  <header class="masthead">
    <a class="brand" href="/">${raw(EMBLEM)}<span>${world.shop.name}</span></a>
    ${frame === "shop" ? html`<nav aria-label="Shop"><a href="/#goods">Goods</a><a href="/pages/track">Track an order</a><a href="/account">Account</a><a href="/cart">Cart${inCart > 0 ? html` <span class="count">${inCart}</span>` : null}</a></nav>` : null}
  </header>
  <main id="main" tabindex="-1">${main}</main>
  <footer class="foot"><p>${world.shop.name}, Hudson, New York. Knitted, felted and fired in small batches.</p>${frame === "shop" ? html`<p><a href="/pages/track">Where is my order?</a></p>` : null}</footer>
</body>
</html>`.markup;
};

const EMBLEM = `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="var(--accent)"/><g fill="none" stroke="var(--on-accent)" stroke-width="1.6" stroke-linecap="round"><path d="M6 13c6-5 14-5 20 0M5 18c7-5 15-5 22 0M8 23c5-4 11-4 16 0"/><path d="M11 6c-3 7-3 13 0 20M21 6c3 7 3 13 0 20"/></g></svg>`;

/** The tab's icon, as a file of its own. */
export const FAVICON = EMBLEM.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replaceAll("var(--accent)", "#7a3e2b").replaceAll("var(--on-accent)", "#fff8ee");

/** An HTML answer of the shop. `connect`: what its scripts may talk to besides the shop itself. */
export const shopResponse = (markup: string, status = 200): Response =>
  new Response(markup, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8", "cache-control": "no-store",
      "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; frame-src 'self'; object-src 'none'; base-uri 'none'",
    },
  });

/** "$148.00", in the shop's currency. */
export const money = (world: World, amount: number | string): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency: world.shop.currency }).format(Number(amount));

import { page } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html, type Markup, type Slot } from "./html.ts";

/** The speeds of the clock control: simulated seconds per real second. */
export const SPEEDS = [0, 1, 60, 600, 3600] as const;

const NAVIGATION: readonly (readonly [string, string])[] = [
  ["/", "Start"], ["/store/hearth-and-wool", "Admin"], ["/desk", "Carrier desk"], ["/accounts", "Carrier accounts"], ["/warehouse", "Warehouse"], ["/former-software", "Former software"], ["/mail", "Mailbox"],
  ["/sms", "SMS"], ["/slack", "Slack"], ["/flow", "Flow"], ["/log", "Webhooks"], ["/clock", "Clock"],
];

/** A page of the simulator with its banner, navigation and clock. `live` pages renew their main part when the world changes. */
export function layout(context: PageContext, options: { title: string; path: string; live?: boolean; wide?: boolean; head?: Markup }, ...main: Slot[]): Response {
  const { title, path, live = true, wide = false, head } = options;
  return page(html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Hither stand-in</title>
  <link rel="icon" href="/static/icon.svg">
  <link rel="stylesheet" href="/static/stand-in.css">
  ${head}
  <script src="/static/live.js" defer></script>
</head>
<body class="${wide ? "wide" : ""}">
  ${banner(context)}
  <nav class="top" aria-label="Simulator">
    ${NAVIGATION.map(([href, label]) => html`<a href="${href}"${isCurrent(href, path) ? html` aria-current="page"` : ""}>${label}</a>`)}
    <a href="${context.urls.storefront}/">Storefront</a>
  </nav>
  <main id="main"${live ? html` data-live` : ""}>${main}</main>
</body>
</html>`.markup);
}

/** The strip on top of every page: what it stands in for, and the clock. */
export function banner(context: PageContext, standsFor = "Shopify"): Markup {
  return html`<header class="banner">
    <p><strong>Stand-in for ${standsFor}.</strong> <span>The shop, its buyers and its carriers are made up.</span></p>
    ${clockControl(context)}
  </header>`;
}

/** Now, speed and jumps, as forms: they work without JavaScript too. */
export function clockControl(context: PageContext): Markup {
  const { clock } = context.world;
  return html`<form class="clock" method="post" action="/clock" id="clock-control" data-live aria-label="Clock">
    <time datetime="${clock.now().toISOString()}" data-clock data-base="${clock.state().base}" data-anchor="${clock.state().anchor}" data-speed="${clock.speed}">${formatMoment(clock.now())}</time>
    <span class="group" role="group" aria-label="Speed">
      ${SPEEDS.map((speed) => html`<button name="speed" value="${speed}"${clock.speed === speed ? html` aria-pressed="true"` : html` aria-pressed="false"`}>${speed === 0 ? "Pause" : `${speed}×`}</button>`)}
    </span>
    <span class="group" role="group" aria-label="Jump">
      <button name="advanceHours" value="1">+1 h</button><button name="advanceHours" value="24">+1 day</button><button name="advanceHours" value="36">+36 h</button>
    </span>
  </form>`;
}

function isCurrent(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}

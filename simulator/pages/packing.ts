import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import { PACKING_SPEEDS, type PackingQueue, type PackingSpeed } from "../scenarios/packing.ts";
import type { PageContext } from "./context.ts";
import { html, type Markup } from "./html.ts";

const SPEEDS = Object.keys(PACKING_SPEEDS) as [PackingSpeed, ...PackingSpeed[]];
/** How fast the warehouse packs from now on. */
export const PackingForm = z.object({ speed: z.enum(SPEEDS) });

/** The packing tables at a glance. */
export const packingOf = ({ director: { packing } }: PageContext): { speed: PackingSpeed; busy: boolean; queues: readonly PackingQueue[] } => ({ speed: packing.speed, busy: packing.isBusy, queues: packing.queues });

/** POST /packing/speed and /packing/rush, from whichever page. */
export function packingRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (request.method !== "POST") return null;
    if (url.pathname === "/packing/rush") {
      context.rush();
      return seeOther("/");
    }
    if (url.pathname !== "/packing/speed") return null;
    const form = await readBody(request, PackingForm);
    if (form.outcome === "refused") return refused(form.reason);
    context.director.packing.setSpeed(form.value.speed);
    return seeOther("/");
  };
}

/** The rush and the packers: what to press, and what waits. */
export function packingPanel(context: PageContext): Markup {
  const { speed, queues } = packingOf(context);
  const waiting = queues.filter(({ orders }) => orders > 0);
  return html`<section class="card" id="packing" data-live><h3>A rush, and calm again</h3>
    <form class="row" method="post" action="/packing/rush" data-stay><button class="primary">Black Friday: 250 orders now</button><small>within the coming hour, packed first in, first out</small></form>
    <form class="row" method="post" action="/packing/speed" data-stay><span>Packing speed</span>
      <span class="group" role="group" aria-label="Packing speed">${SPEEDS.map((one) => html`<button name="speed" value="${one}" aria-pressed="${one === speed ? "true" : "false"}">${one}</button>`)}</span></form>
    <p>${waiting.length === 0 ? "Nothing waits for its turn." : waiting.map(({ name, orders, items }) => html`${name}: ${orders} orders, ${items} items wait. `)}</p></section>`;
}

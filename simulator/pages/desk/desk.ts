import { z } from "zod";
import { readBody, refused } from "../../http/forms.ts";
import { firstOf, seeOther, type Handler } from "../../http/handler.ts";
import { SCENARIOS } from "../../scenarios/catalog.ts";
import { nextOf, type RunningStory } from "../../scenarios/director.ts";
import type { Step } from "../../scenarios/story.ts";
import type { PageContext } from "../context.ts";
import { formatDistance, formatMoment } from "../format.ts";
import { html, type Markup } from "../html.ts";
import { layout } from "../layout.ts";
import { lastOf, parcelsOf, type Parcel } from "./parcels.ts";
import { BUTTONS, scanByHand, ScanForm } from "./scan-form.ts";
import { standstillPanel, standstillRoutes } from "./standstill.ts";
import { troublePanel, troubleRoutes } from "./trouble.ts";

/** The desk shows the latest so many parcels. */
const SHOWN = 80;
const NextForm = z.object({ story: z.coerce.number().int() });
const StoryForm = z.object({ scenario: z.enum(SCENARIOS.map((scenario) => scenario.name)) });
const HandOrdersForm = z.object({ scenario: z.string() });

/** The carrier desk: all parcels, what to do to them, and what to do to the webhooks. */
export function deskRoutes(context: PageContext): Handler {
  const trouble = firstOf(standstillRoutes(context), troubleRoutes(context));
  return async (request, url) => {
    if (!url.pathname.startsWith("/desk")) return null;
    if (request.method !== "POST") return url.pathname === "/desk" ? deskPage(context, url) : null;
    const { director } = context;
    switch (url.pathname) {
      case "/desk/scan": {
        const form = await readBody(request, ScanForm);
        if (form.outcome === "refused") return refused(form.reason);
        const problem = scanByHand(context.world, director, form.value);
        return problem === null ? seeOther("/desk") : refused(problem);
      }
      case "/desk/next": {
        const form = await readBody(request, NextForm);
        if (form.outcome === "refused") return refused(form.reason);
        const story = director.stories.find((one) => one.id === form.value.story);
        if (story === undefined || director.playNext(story) === undefined) return refused("That story has no next step.");
        return seeOther("/desk");
      }
      case "/desk/story": {
        const form = await readBody(request, StoryForm);
        if (form.outcome === "refused") return refused(form.reason);
        director.start(form.value.scenario);
        return seeOther("/desk");
      }
      case "/desk/hand-orders": {
        const form = await readBody(request, HandOrdersForm);
        if (form.outcome === "refused") return refused(form.reason);
        const { scenario } = form.value;
        if (scenario !== "" && !SCENARIOS.some((one) => one.name === scenario)) return refused(`There is no scenario "${scenario}".`);
        context.handOrders.scenario = scenario === "" ? null : scenario;
        return seeOther("/desk");
      }
      default:
        return trouble(request, url);
    }
  };
}

function deskPage(context: PageContext, url: URL): Response {
  const wanted = (url.searchParams.get("q") ?? "").trim().toLowerCase();
  const parcels = parcelsOf(context.world).filter((parcel) => wanted === "" || `${parcel.order.name} ${parcel.number} ${parcel.order.shipping_address.last_name}`.toLowerCase().includes(wanted));
  const waiting = context.director.stories.filter((story) => story.orderId !== null && story.trackingNumbers.length === 0 && story.ahead.length > 0);
  return layout(context, { title: "Carrier desk", path: "/desk", live: false, wide: true }, html`
    <h1>Carrier desk</h1>
    <p class="soft">Every parcel of the shop. A scan made here reaches the app as it would from the carrier: through Shopify where Shopify follows the carrier, and through every tracking vendor the merchant connected. It ends the parcel's story; from then on it is yours.</p>
    <div id="desk-tools" class="cards">
      <form class="card row" method="post" action="/desk/story" data-stay>
        <label>Start a story now <select name="scenario">${SCENARIOS.map((scenario) => html`<option value="${scenario.name}">${scenario.title}</option>`)}</select></label><button class="primary">Place that order</button>
      </form>
      <form class="card row" method="post" action="/desk/hand-orders" data-stay>
        <label>Orders placed by hand go <select name="scenario"><option value="">nowhere until someone packs them</option>${SCENARIOS.map((scenario) => html`<option value="${scenario.name}"${context.handOrders.scenario === scenario.name ? html` selected` : ""}>${scenario.title}</option>`)}</select></label><button>Remember</button>
      </form>
      ${standstillPanel(context)}
      ${troublePanel(context)}
    </div>
    <section id="waiting" data-live>${waiting.length === 0 ? "" : html`<h2>Waiting to be packed</h2><ul class="plain">${waiting.slice(0, SHOWN).map((story) => html`<li class="row"><span>${context.world.order(story.orderId ?? "")?.name ?? ""} · ${titleOf(story)}</span>${nextButton(context, story)}</li>`)}</ul>${waiting.length > SHOWN ? html`<p class="soft">${waiting.length - SHOWN} more wait.</p>` : ""}`}</section>
    <h2>Parcels</h2>
    <form class="row" method="get" action="/desk"><label>Find <input name="q" type="search" value="${wanted}" placeholder="#1042, tracking number, name"></label><button>Find</button></form>
    <div id="parcels" data-live>${parcels.length === 0 ? html`<p class="empty">No such parcel.</p>` : html`<div class="scroll"><table>
      <thead><tr><th>Order</th><th>Parcel</th><th>Last event at Shopify</th><th>Story</th><th>Do</th></tr></thead>
      <tbody>${parcels.slice(0, SHOWN).map((parcel) => parcelRow(context, parcel))}</tbody></table></div>`}
      ${parcels.length > SHOWN ? html`<p class="soft">${parcels.length - SHOWN} older parcels are not shown; find them by number.</p>` : ""}</div>`);
}

function parcelRow(context: PageContext, parcel: Parcel): Markup {
  const { order, number, carrier } = parcel;
  const last = lastOf(parcel);
  const story = context.director.storyOfParcel(number);
  const now = context.world.clock.now();
  return html`<tr id="parcel-${number}">
    <td><a href="/store/hearth-and-wool/orders/${order.id}">${order.name}</a><br><small>${order.shipping_address.first_name} ${order.shipping_address.last_name}<br>${order.shipping_address.city}, ${order.shipping_address.country_code}</small></td>
    <td>${carrier}<br><small><code>${number}</code></small></td>
    <td>${last === undefined ? html`<span class="chip">none yet</span>` : html`<span class="chip ${tone(last.status)}">${last.status.replaceAll("_", " ")}</span><br><small>${last.text}<br>${formatMoment(last.at)} · ${formatDistance(new Date(last.at), now)}</small>`}</td>
    <td>${story === undefined ? html`<small>by hand</small>` : html`${titleOf(story)}<br><small>${story.ahead.length === 0 ? "no step ahead" : `${story.ahead.length} steps ahead`}${story.notes.map((note) => html`<br>${note.text}`)}</small>`}</td>
    <td class="actions">${story === undefined ? "" : nextButton(context, story)}
      <details id="act-${number}"><summary>Scan by hand</summary>
        <form method="post" action="/desk/scan" data-stay><input type="hidden" name="trackingNumber" value="${number}">${BUTTONS.map((kind) => html`<button name="kind" value="${kind}">${kind}</button>`)}</form>
        <form class="row" method="post" action="/desk/scan" data-stay><input type="hidden" name="trackingNumber" value="${number}">
          <label>Status <select name="status"><option>in_transit</option><option>pre_transit</option><option>out_for_delivery</option><option>delivered</option><option>available_for_pickup</option><option>return_to_sender</option><option>failure</option><option>unknown</option><option>unheard_of</option><option>error</option></select></label>
          <label>Detail <input name="statusDetail" placeholder="status_update"></label><label>Text <input name="message" size="28" placeholder="what the carrier writes"></label><label>City <input name="city" size="12"></label>
          <label>Hours ago <input name="hoursAgo" type="number" min="0" step="0.5" value="0"></label><button class="primary">Scan</button></form>
      </details></td></tr>`;
}

function nextButton(context: PageContext, story: RunningStory): Markup {
  const next = nextOf(story);
  if (next === undefined) return html``;
  const what = describe(next);
  return html`<form method="post" action="/desk/next" data-stay><input type="hidden" name="story" value="${story.id}"><button class="primary" title="${what}">Next step</button><small>${what}, ${formatDistance(next.at, context.world.clock.now())}</small></form>`;
}

function describe(step: Step): string {
  switch (step.act) {
    case "order": return "order";
    case "fulfill": return "pack it";
    case "retrack": return "correct the tracking number";
    case "scan": return step.text.message;
    case "correct": return "the carrier corrects its record";
    case "repeat": return "every vendor repeats itself";
    case "label app": return `the label app tells Shopify: ${step.message}`;
    case "warehouse": return `the warehouse: ${step.step}`;
    case "not received": return "the buyer says: not received";
    case "note": return step.text;
  }
}

function titleOf(story: RunningStory): string {
  return SCENARIOS.find((scenario) => scenario.name === story.scenario)?.title ?? story.scenario;
}

function tone(status: string): string {
  if (status === "delivered") return "good";
  return ["attempted_delivery", "failure"].includes(status) ? "bad" : status === "delayed" ? "warn" : "";
}

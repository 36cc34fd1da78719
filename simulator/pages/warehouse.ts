import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { WarehouseRequest } from "../warehouse/warehouse.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html, type Markup } from "./html.ts";
import { layout } from "./layout.ts";
import { packingPanel } from "./packing.ts";

/** The page shows the latest so many requests. */
const SHOWN = 80;
const KeyForm = z.object({ keyId: z.string().trim(), secret: z.string().trim() });

/** The warehouse's page: the key it signs with, what it sent to the app's events API, and what the app answered. */
export function warehouseRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname === "/warehouse/key" && request.method === "POST") {
      const form = await readBody(request, KeyForm);
      if (form.outcome === "refused") return refused(form.reason);
      const { keyId, secret } = form.value;
      if (secret !== "" && !secret.startsWith("whsec_")) return refused('The secret of an events key begins with "whsec_".');
      if ((keyId === "") !== (secret === "")) return refused("A key is an id and a secret; leave both empty to take it away.");
      context.warehouse.configure(keyId === "" ? null : { keyId, secret });
      return seeOther("/warehouse");
    }
    return url.pathname === "/warehouse" && request.method !== "POST" ? warehousePage(context) : null;
  };
}

function warehousePage(context: PageContext): Response {
  const { warehouse } = context;
  return layout(context, { title: "Warehouse", path: "/warehouse", live: false }, html`
    <h1>Warehouse</h1>
    <p class="soft">A stand-in for the system of whoever packs for the shop. It reports what happens before a carrier has the parcel to <code>${context.urls.app}/api/v1/events</code>, signed as Standard Webhooks sign: a few minutes late, in batches, some events only with the night's export and some twice.</p>
    <form class="card row" method="post" action="/warehouse/key" data-stay>
      <label>Key id <input name="keyId" size="24" value="${warehouse.key?.keyId ?? ""}" autocomplete="off" placeholder="from the app's page of sources"></label>
      <label>Secret <input name="secret" size="44" value="${warehouse.key?.secret ?? ""}" autocomplete="off" placeholder="whsec_…"></label><button class="primary">Save</button>
    </form>
    ${packingPanel(context)}
    <div id="warehouse-requests" data-live>
      <p>${warehouse.waiting === 0 ? "" : html`<span class="chip">${warehouse.waiting} ${warehouse.waiting === 1 ? "event waits" : "events wait"} for ${warehouse.key === null ? "a key" : "the next batch"}</span>`}</p>
      ${warehouse.requests.length === 0 ? html`<p class="empty">Nothing was sent yet.</p>` : warehouse.requests.slice(-SHOWN).toReversed().map(requestCard)}
    </div>`);
}

function requestCard({ id, at, attempt, events, status, answer }: WarehouseRequest): Markup {
  const tone = status === null ? "warn" : status < 300 ? "good" : "bad";
  return html`<details class="card" id="${id}-${attempt}"><summary><span class="chip ${tone}">${status ?? "no answer"}</span> <strong>${id}</strong>${attempt > 1 ? ` · attempt ${attempt}` : ""} · ${events.length === 1 ? "1 event" : `${events.length} events`} <small>${formatMoment(at)}</small></summary>
    <div class="scroll"><table><thead><tr><th>Order</th><th>Event</th><th>Happened</th><th>Its own id</th><th>Parcel</th></tr></thead>
      <tbody>${events.map((event) => html`<tr><td>${event.order.name}</td><td>${event.type.replaceAll("_", " ")}</td><td>${formatMoment(event.occurred_at)}</td><td><code>${event.id}</code></td><td>${event.tracking === undefined ? "" : html`<code>${event.tracking.number}</code>`}</td></tr>`)}</tbody></table></div>
    <pre>${answer}</pre></details>`;
}

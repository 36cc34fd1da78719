import type { Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";

const FILE = "past-shipments.csv";
const SHOWN = 12;

/** A stand-in for whatever the merchant shipped with before: a page with its export, to try the app's import with. */
export function formerSoftwareRoutes(context: PageContext): Handler {
  return (request, url) => {
    if (request.method !== "GET") return null;
    if (url.pathname === `/former-software/${FILE}`) {
      return new Response(context.pastShipments(), { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${FILE}"`, "cache-control": "no-store" } });
    }
    return url.pathname === "/former-software" ? page(context) : null;
  };
}

function page(context: PageContext): Response {
  const [head = "", ...rows] = context.pastShipments().trimEnd().split("\r\n");
  return layout(context, { title: "Previous shipping software", path: "/former-software", live: false }, html`
    <h1>Previous shipping software (stand-in)</h1>
    <p>What the shop shipped with before: ${rows.length} parcels of an earlier year, from the same two locations, with the same carriers at the same speeds. Instants are UTC.</p>
    <p><a class="card" href="/former-software/${FILE}" download>Download ${FILE}</a></p>
    <div class="scroll"><table><thead><tr>${head.split(",").map((name) => html`<th>${name}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, SHOWN).map((row) => html`<tr>${row.split(",").map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody></table></div>`);
}

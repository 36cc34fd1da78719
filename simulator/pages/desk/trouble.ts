import { z } from "zod";
import { readBody, refused } from "../../http/forms.ts";
import { seeOther, type Handler } from "../../http/handler.ts";
import type { PageContext } from "../context.ts";
import { html, type Markup } from "../html.ts";

/** What can be wished upon the webhooks. A form sends only the boxes that are ticked. */
export const TroubleForm = z.object({
  duplicate: z.coerce.number().min(0).max(1).default(0),
  drop: z.coerce.number().min(0).max(1).default(0),
  delayMs: z.coerce.number().min(0).max(7 * 24 * 3_600_000).default(0),
  reorder: z.union([z.boolean(), z.string().transform((text) => text === "on" || text === "true")]).default(false),
});

/** POST /desk/trouble. */
export function troubleRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname === "/desk/trouble") {
      const form = await readBody(request, TroubleForm);
      if (form.outcome === "refused") return refused(form.reason);
      Object.assign(context.world.trouble, form.value);
      return seeOther("/desk");
    }
    return null;
  };
}

/** The form for it, and the way to the trouble of single vendors. */
export function troublePanel(context: PageContext): Markup {
  const { trouble } = context.world;
  const rate = (name: "duplicate" | "drop", label: string): Markup => html`<label>${label} <select name="${name}">${[0, 0.2, 0.5, 1].map((value) => html`<option value="${value}"${trouble[name] === value ? html` selected` : ""}>${value === 0 ? "none" : `${value * 100} %`}</option>`)}</select></label>`;
  return html`<details class="card" id="trouble"${trouble.drop + trouble.duplicate + trouble.delayMs > 0 || trouble.reorder ? html` open` : ""}><summary>Trouble with webhooks</summary>
    <form class="row" method="post" action="/desk/trouble" data-stay>
      ${rate("duplicate", "Sent twice")} ${rate("drop", "Never sent")}
      <label>Delayed by <select name="delayMs">${([[0, "nothing"], [60_000, "1 min"], [600_000, "10 min"], [3_600_000, "1 h"], [86_400_000, "1 day"]] as const).map(([value, label]) => html`<option value="${value}"${trouble.delayMs === value ? html` selected` : ""}>${label}</option>`)}</select></label>
      <label class="inline"><input type="checkbox" name="reorder"${trouble.reorder ? html` checked` : ""}> out of order</label><button>Apply</button>
    </form></details>
  <a class="card" href="/accounts"><h3>Carrier accounts</h3><p>Keys and webhooks of every tracking vendor, and trouble for each: ${context.feeds.map((feed) => feed.name).join(", ")}.</p></a>`;
}

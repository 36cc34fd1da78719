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
const EasyPostForm = z.object({ url: z.url("paste the whole address from the app's settings"), secret: z.string().min(1, "the webhook secret is missing") });

/** POST /desk/trouble and POST /desk/easypost. */
export function troubleRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname === "/desk/trouble") {
      const form = await readBody(request, TroubleForm);
      if (form.outcome === "refused") return refused(form.reason);
      Object.assign(context.world.trouble, form.value);
      return seeOther("/desk");
    }
    if (url.pathname === "/desk/easypost") {
      const form = await readBody(request, EasyPostForm);
      if (form.outcome === "refused") return refused(form.reason);
      context.easypost.configure(form.value);
      return seeOther("/desk");
    }
    return null;
  };
}

/** The forms for both. */
export function troublePanel(context: PageContext): Markup {
  const { trouble } = context.world;
  const account = context.easypost.account();
  const rate = (name: "duplicate" | "drop", label: string): Markup => html`<label>${label} <select name="${name}">${[0, 0.2, 0.5, 1].map((value) => html`<option value="${value}"${trouble[name] === value ? html` selected` : ""}>${value === 0 ? "none" : `${value * 100} %`}</option>`)}</select></label>`;
  return html`<details class="card" id="trouble"${trouble.drop + trouble.duplicate + trouble.delayMs > 0 || trouble.reorder ? html` open` : ""}><summary>Trouble with webhooks</summary>
    <form class="row" method="post" action="/desk/trouble" data-stay>
      ${rate("duplicate", "Sent twice")} ${rate("drop", "Never sent")}
      <label>Delayed by <select name="delayMs">${([[0, "nothing"], [60_000, "1 min"], [600_000, "10 min"], [3_600_000, "1 h"], [86_400_000, "1 day"]] as const).map(([value, label]) => html`<option value="${value}"${trouble.delayMs === value ? html` selected` : ""}>${label}</option>`)}</select></label>
      <label class="inline"><input type="checkbox" name="reorder"${trouble.reorder ? html` checked` : ""}> out of order</label><button>Apply</button>
    </form></details>
  <details class="card" id="easypost"><summary>EasyPost account ${account === null ? html`<span class="chip">no webhook</span>` : html`<span class="chip good">webhook set</span>`}</summary>
    <p class="soft">What a merchant does in EasyPost's dashboard: the webhook address and the secret that the app's settings page shows.</p>
    <form class="row" method="post" action="/desk/easypost" data-stay>
      <label>Webhook address <input name="url" size="46" value="${account?.url ?? ""}" required></label><label>Secret <input name="secret" size="26" value="${account?.secret ?? ""}" required autocomplete="off"></label><button>Save</button>
    </form></details>`;
}

import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { html, type Markup } from "./html.ts";

const SwitchForm = z.object({ on: z.enum(["yes", "no"]) });

/** POST /shoppers: whether buyers look at their dates by themselves. */
export function shopperRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (request.method !== "POST" || url.pathname !== "/shoppers") return null;
    const form = await readBody(request, SwitchForm);
    if (form.outcome === "refused") return refused(form.reason);
    context.shoppers.on = form.value.on === "yes";
    context.notices.tell();
    return seeOther("/");
  };
}

/** One sentence on who looks, and the switch. */
export function shoppersLine({ shoppers: { on, looks } }: PageContext): Markup {
  const soFar = looks === 1 ? "1 page so far" : `${looks} pages so far`;
  return html`<form class="row" id="shoppers" data-live method="post" action="/shoppers" data-stay><span>${on ? html`Its buyers look at their dates by themselves, in checkout and on the pages after it: ${soFar}.` : html`Nobody but you looks at dates just now (${soFar}).`}</span><button name="on" value="${on ? "no" : "yes"}">${on ? "Let nobody look" : "Let them look"}</button></form>`;
}

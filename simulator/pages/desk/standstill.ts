import { z } from "zod";
import { readBody, refused } from "../../http/forms.ts";
import { seeOther, type Handler } from "../../http/handler.ts";
import type { Director } from "../../scenarios/director.ts";
import type { PageContext } from "../context.ts";
import { formatDistance } from "../format.ts";
import { html, type Markup } from "../html.ts";

/** Carriers whose outage can be played: those of ordinary parcels. */
const CARRIERS = ["UPS", "USPS", "FedEx"] as const;
/** A carrier stands still, or moves again. */
export const CarrierForm = z.object({ carrier: z.enum(CARRIERS), moving: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]) });

/** Does what the form asks. */
export const moveCarrier = (director: Director, { carrier, moving }: z.infer<typeof CarrierForm>): void => (moving ? director.moveAgain(carrier) : director.standStill(carrier));

/** POST /desk/carrier. */
export function standstillRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname !== "/desk/carrier" || request.method !== "POST") return null;
    const form = await readBody(request, CarrierForm);
    if (form.outcome === "refused") return refused(form.reason);
    moveCarrier(context.director, form.value);
    return seeOther("/desk");
  };
}

/** One button per carrier: what it does next, and since when it stands. */
export function standstillPanel(context: PageContext): Markup {
  const { standing } = context.director;
  return html`<section class="card" id="standstill" data-live><h3>Carrier outage</h3><p class="soft">A carrier that stands still scans nothing; when it moves again, its parcels are later by as long as it stood.</p>
    ${CARRIERS.map((carrier) => {
      const since = standing.get(carrier);
      return html`<form class="row" method="post" action="/desk/carrier" data-stay><input type="hidden" name="carrier" value="${carrier}"><input type="hidden" name="moving" value="${since === undefined ? "no" : "yes"}">
        <button${since === undefined ? null : html` class="primary"`}>${carrier} ${since === undefined ? "stands still" : "moves again"}</button>${since === undefined ? null : html`<small>stands since ${formatDistance(since, context.world.clock.now())}</small>`}</form>`;
    })}</section>`;
}

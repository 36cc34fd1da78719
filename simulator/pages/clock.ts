import { z } from "zod";
import { readBody, refused } from "../http/forms.ts";
import { seeOther, type Handler } from "../http/handler.ts";
import type { PageContext } from "./context.ts";
import { formatMoment } from "./format.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";

const HOUR = 3_600_000;
const ClockForm = z.object({
  speed: z.coerce.number().min(0).max(3600).optional(),
  advanceHours: z.coerce.number().min(0).max(24 * 60).optional(),
});

/** The clock's own page, and where the control on every page posts to. */
export function clockRoutes(context: PageContext): Handler {
  return async (request, url) => {
    if (url.pathname !== "/clock") return null;
    if (request.method === "POST") {
      const form = await readBody(request, ClockForm);
      if (form.outcome === "refused") return refused(form.reason);
      const { speed, advanceHours } = form.value;
      if (speed !== undefined) context.world.clock.setSpeed(speed);
      if (advanceHours !== undefined) await context.world.clock.advance(advanceHours * HOUR);
      const back = request.headers.get("referer");
      return seeOther(back !== null && new URL(back).host === url.host ? back : "/clock");
    }
    const { clock } = context.world;
    return layout(context, { title: "Clock", path: "/clock" }, html`
      <h1>Clock</h1>
      <p>It is <strong>${formatMoment(clock.now())}</strong> in the pretend world (${clock.now().toISOString()}), at ${clock.speed === 0 ? "a standstill" : `${clock.speed}× speed`}.
        The app's process follows this clock; it does not know that it does.</p>
      <div class="card"><form class="row" method="post" action="/clock" data-stay>
        <label>Jump forward by hours <input name="advanceHours" type="number" min="0" max="1440" step="0.5" value="6"></label>
        <button class="primary">Jump</button>
      </form>
      <p class="soft">Everything due in between happens, in its order: scans, retried webhooks, new orders.</p></div>`);
  };
}

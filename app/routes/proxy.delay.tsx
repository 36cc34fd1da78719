import { container } from "#app/container.server.ts";
import { DelayPage } from "#app/ui/tracking/delay-page.tsx";
import { inTheTheme, shopperPage } from "./requests/shopper-page.server.tsx";

/** Bytes of the form: a token and a choice. */
const LARGEST_FORM = 4_096;

const STATUS = { asked: 200, waits: 200, cancelled: 200, left: 200, not_found: 404, slow_down: 429 } as const;

/** Asks on opening; keeps on posting. A link that carries an answer opens the form with it chosen: mail programs open links by themselves, so opening alone says nothing. */
const page = shopperPage("delay", LARGEST_FORM, async ({ shop, fields, posted, locale, from, path }) => {
  const { commands } = await container();
  const given = fields.get("answer");
  const chosen = given === "wait" || given === "cancel" ? given : null;
  const token = fields.get("t") ?? "";
  const state = await commands.answerDelay(shop, { token, number: Number(fields.get("n") ?? 0), answer: posted ? chosen : null, from });
  const missing = posted && chosen === null && state.outcome === "asked";
  return inTheTheme(<DelayPage state={state} locale={locale} action={path} token={token} chosen={chosen} missing={missing} />, locale, {
    status: missing ? 400 : STATUS[state.outcome], retryAfterSeconds: state.outcome === "slow_down" ? state.retryAfterSeconds : undefined,
  });
});

export const loader = page.loader;
export const action = page.action;

import { container } from "#app/container.server.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import { nearestLocale } from "#app/ui/format/locale.ts";
import { LookupForm, type LookupProblem } from "#app/ui/tracking/lookup-form.tsx";
import { TrackingPage } from "#app/ui/tracking/tracking-page.tsx";
import { asJson, inTheTheme, shopperPage } from "./requests/shopper-page.server.tsx";

/** Bytes of a lookup form; far more than an order number and an e-mail address need. */
const LARGEST_FORM = 4_096;

const STATUS = { incomplete: 400, not_found: 404, expired: 404, slow_down: 429, unavailable: 503 } as const;

const page = shopperPage("tracking", LARGEST_FORM, async ({ shop, fields, posted, wantsJson, locale, from, path }) => {
  const { queries, commands } = await container();
  const token = fields.get("t");
  const order = (fields.get("order") ?? "").trim().slice(0, 64);
  const email = (fields.get("email") ?? "").trim().slice(0, 254);
  const denied = fields.get("not_received");

  /** The form once more. To a program an empty question is incomplete; a person who just came is asked. */
  const form = (problem: LookupProblem | null, retryAfterSeconds?: number): Response =>
    wantsJson
      ? asJson({ outcome: problem?.kind ?? "incomplete" }, { status: STATUS[problem?.kind ?? "incomplete"], retryAfterSeconds })
      : inTheTheme(<LookupForm action={path} locale={locale} order={order} email={email} problem={problem} />, locale, { status: problem?.kind === "slow_down" ? 429 : 200, retryAfterSeconds });
  const slowly = (seconds: number): Response => form({ kind: "slow_down", minutes: Math.ceil(seconds / 60) }, seconds);

  if (token === null && (order === "" || email === "")) return form(order === "" && email === "" && !posted ? null : { kind: "incomplete" });
  const said = denied !== null && token !== null && posted ? await commands.shopperReportsNotReceived(shop, { token, id: denied as ShipmentId, from }) : null;
  if (said?.outcome === "slow_down") return slowly(said.retryAfterSeconds);
  const found = await queries.trackingPage(shop, token === null ? { from, by: "name_and_email", name: order, email } : { from, by: "token", token });
  switch (found.outcome) {
    case "found": {
      if (wantsJson) return asJson({ outcome: "found", order: found.view, link: found.link });
      const language = nearestLocale(found.locale);
      return inTheTheme(<TrackingPage view={found.view} link={found.link} lookupPath={path} locale={language} denied={said?.outcome === "reported" ? denied : null} />, language);
    }
    case "not_found": return form({ kind: token === null ? "not_found" : "expired" });
    case "slow_down": return slowly(found.retryAfterSeconds);
    default: return assertNever(found);
  }
});

export const loader = page.loader;
export const action = page.action;

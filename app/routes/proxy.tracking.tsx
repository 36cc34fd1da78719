import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import { shopId, type ShipmentId } from "#app/domain/shared/ids.ts";
import { nearestLocale, type Locale } from "#app/ui/format/locale.ts";
import { LookupForm, type LookupProblem } from "#app/ui/tracking/lookup-form.tsx";
import { storefrontHtml } from "#app/ui/tracking/storefront-html.server.tsx";
import { TrackingPage } from "#app/ui/tracking/tracking-page.tsx";
import { boundedBody } from "./requests/bounded-body.server.ts";

/** Bytes of a lookup form; far more than an order number and an e-mail address need. */
const LARGEST_FORM = 4_096;

/** The page holds an order: nobody may index it, cache it, frame it, or learn its address from a link. */
const PRIVATE = {
  "Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors 'none';", "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex, nofollow",
} as const;

type Asked = { readonly token: string | null; readonly order: string; readonly email: string; readonly denied: string | null };

const asked = (fields: URLSearchParams): Asked => ({ token: fields.get("t"), order: (fields.get("order") ?? "").trim().slice(0, 64), email: (fields.get("email") ?? "").trim().slice(0, 254), denied: fields.get("not_received") });

/** `/de/apps/hither` is the German storefront; otherwise the shopper's browser says what it speaks. */
const storefrontLocale = (request: Request, params: URLSearchParams): Locale =>
  nearestLocale(params.get("locale") ?? /^\/([a-z]{2}(?:-[a-z]{2})?)\//i.exec(params.get("path_prefix") ?? "")?.[1] ?? request.headers.get("accept-language")?.split(",")[0]);

const answer = async (request: Request, { token, order, email, denied }: Asked): Promise<Response> => {
  const { shopify, queries, commands } = await container();
  await shopify.authenticate.public.appProxy(request);
  const params = new URL(request.url).searchParams;
  const shop = shopId(params.get("shop") ?? "");
  if (shop === null) throw new Response(null, { status: 400 });

  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  const locale = storefrontLocale(request, params);
  const path = `${params.get("path_prefix") ?? "/apps/hither"}/tracking`;
  const page = (html: string, init: { readonly status?: number; readonly retryAfter?: number } = {}) =>
    new Response(html, { status: init.status ?? 200, headers: { ...PRIVATE, "Content-Type": "application/liquid; charset=utf-8", ...(init.retryAfter ? { "Retry-After": String(init.retryAfter) } : {}) } });
  const form = (problem: LookupProblem | null, init: { readonly status?: number; readonly retryAfter?: number } = {}) =>
    wantsJson
      ? Response.json({ outcome: problem?.kind ?? "incomplete" }, { status: init.status ?? (problem?.kind === "not_found" || problem?.kind === "expired" ? 404 : 400), headers: { ...PRIVATE, ...(init.retryAfter ? { "Retry-After": String(init.retryAfter) } : {}) } })
      : page(storefrontHtml(<LookupForm action={path} locale={locale} order={order} email={email} problem={problem} />, locale), init);

  if (token === null && (order === "" || email === "")) return form(order === "" && email === "" && request.method === "GET" ? null : { kind: "incomplete" });
  const from = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown";
  const said = denied !== null && token !== null && request.method === "POST" ? await commands.shopperReportsNotReceived(shop, { token, id: denied as ShipmentId, from }) : null;
  if (said?.outcome === "slow_down") return form({ kind: "slow_down", minutes: Math.ceil(said.retryAfterSeconds / 60) }, { status: 429, retryAfter: said.retryAfterSeconds });
  const found = await queries.trackingPage(shop, token === null ? { from, by: "name_and_email", name: order, email } : { from, by: "token", token });
  switch (found.outcome) {
    case "found": {
      if (wantsJson) return Response.json({ outcome: "found", order: found.view, link: found.link }, { headers: PRIVATE });
      const language = nearestLocale(found.locale);
      return page(storefrontHtml(<TrackingPage view={found.view} link={found.link} lookupPath={path} locale={language} denied={said?.outcome === "reported" ? denied : null} />, language));
    }
    case "not_found": return form({ kind: token === null ? "not_found" : "expired" });
    case "slow_down": return form({ kind: "slow_down", minutes: Math.ceil(found.retryAfterSeconds / 60) }, { status: 429, retryAfter: found.retryAfterSeconds });
    default: return assertNever(found);
  }
};

/** Refusals in plain words: a wrong signature is answered by Shopify's library with an empty 400. */
const plainly = async (work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 400) return new Response("This address answers only requests that Shopify has signed. Open the tracking page in the store.", { status: 400, headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" } });
    throw thrown;
  }
};

export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> => plainly(() => answer(request, asked(new URL(request.url).searchParams)));

export const action = ({ request }: ActionFunctionArgs): Promise<Response> =>
  plainly(async () => {
    const body = await boundedBody(request, LARGEST_FORM);
    if (body.outcome === "too_large") return new Response("The form is too large.", { status: 413, headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" } });
    return answer(request, asked(new URLSearchParams(new TextDecoder().decode(body.bytes))));
  });

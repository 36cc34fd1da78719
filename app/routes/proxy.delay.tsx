import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";
import { shopId } from "#app/domain/shared/ids.ts";
import { nearestLocale, type Locale } from "#app/ui/format/locale.ts";
import { DelayPage } from "#app/ui/tracking/delay-page.tsx";
import { storefrontHtml } from "#app/ui/tracking/storefront-html.server.tsx";
import { boundedBody } from "./requests/bounded-body.server.ts";

/** Bytes of the form: a token and a choice. */
const LARGEST_FORM = 4_096;

/** The page is one shopper's: nobody may index it, cache it, frame it, or learn its address from a link. */
const PRIVATE = {
  "Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors 'none';", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex, nofollow",
} as const;
const PLAIN = { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" } as const;

/** `/de/apps/hither` is the German storefront; otherwise the shopper's browser says what it speaks. */
const localeOf = (request: Request, params: URLSearchParams): Locale =>
  nearestLocale(params.get("locale") ?? /^\/([a-z]{2}(?:-[a-z]{2})?)\//i.exec(params.get("path_prefix") ?? "")?.[1] ?? request.headers.get("accept-language")?.split(",")[0]);

const STATUS = { asked: 200, waits: 200, cancelled: 200, left: 200, not_found: 404, slow_down: 429 } as const;

/** Asks on opening; keeps on posting. A link that carries an answer opens the form with it chosen: mail programs open links by themselves, so opening alone says nothing. */
const answer = async (request: Request, fields: URLSearchParams): Promise<Response> => {
  const { shopify, commands } = await container();
  await shopify.authenticate.public.appProxy(request);
  const params = new URL(request.url).searchParams;
  const shop = shopId(params.get("shop") ?? "");
  if (shop === null) throw new Response(null, { status: 400 });
  const posted = request.method === "POST";
  const given = fields.get("answer");
  const chosen = given === "wait" || given === "cancel" ? given : null;
  const token = fields.get("t") ?? "";
  const locale = localeOf(request, params);
  const state = await commands.answerDelay(shop, { token, number: Number(fields.get("n") ?? 0), answer: posted ? chosen : null, from: request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown" });
  const missing = posted && chosen === null && state.outcome === "asked";
  const page = <DelayPage state={state} locale={locale} action={`${params.get("path_prefix") ?? "/apps/hither"}/delay`} token={token} chosen={chosen} missing={missing} />;
  return new Response(storefrontHtml(page, locale), {
    status: missing ? 400 : STATUS[state.outcome], headers: { ...PRIVATE, "Content-Type": "application/liquid; charset=utf-8", ...(state.outcome === "slow_down" ? { "Retry-After": String(state.retryAfterSeconds) } : {}) },
  });
};

/** Refusals in plain words: a wrong signature is answered by Shopify's library with an empty 400. */
const plainly = async (work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 400) return new Response("This address answers only requests that Shopify has signed. Open the link in the message once more.", { status: 400, headers: PLAIN });
    throw thrown;
  }
};

export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> => plainly(() => answer(request, new URL(request.url).searchParams));

export const action = ({ request }: ActionFunctionArgs): Promise<Response> =>
  plainly(async () => {
    const body = await boundedBody(request, LARGEST_FORM);
    return body.outcome === "too_large" ? new Response("The form is too large.", { status: 413, headers: PLAIN }) : answer(request, new URLSearchParams(new TextDecoder().decode(body.bytes)));
  });

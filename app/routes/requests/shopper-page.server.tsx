import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ReactElement } from "react";
import { container } from "#app/container.server.ts";
import { shopId, type ShopId } from "#app/domain/shared/ids.ts";
import { nearestLocale, type Locale } from "#app/ui/format/locale.ts";
import { storefrontHtml } from "#app/ui/tracking/storefront-html.server.tsx";
import { boundedBody } from "./bounded-body.server.ts";

/** What a shopper asks of a page under the shop's own domain. `from`: their address, for limits; `path`: the page's own, on the storefront. */
export type ShopperAsks = {
  readonly shop: ShopId; readonly fields: URLSearchParams; readonly posted: boolean; readonly wantsJson: boolean; readonly locale: Locale; readonly from: string; readonly path: string;
};

/** What the page answers with, beside its words. */
export type ShopperAnswer = { readonly status?: number; readonly retryAfterSeconds?: number | undefined };

/** The page is one shopper's: nobody may index it, cache it, frame it, or learn its address from a link. */
const PRIVATE = {
  "Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors 'none';", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex, nofollow",
} as const;

const headersOf = (type: string, retryAfterSeconds?: number) => ({ ...PRIVATE, "Content-Type": type, ...(retryAfterSeconds ? { "Retry-After": String(retryAfterSeconds) } : {}) });
const plain = (words: string, status: number): Response => new Response(words, { status, headers: headersOf("text/plain; charset=utf-8") });

/** A page in the store's own theme. */
export const inTheTheme = (page: ReactElement, locale: Locale, { status = 200, retryAfterSeconds }: ShopperAnswer = {}): Response =>
  new Response(storefrontHtml(page, locale), { status, headers: headersOf("application/liquid; charset=utf-8", retryAfterSeconds) });

/** The same for a program. */
export const asJson = (body: object, { status = 200, retryAfterSeconds }: ShopperAnswer = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: headersOf("application/json; charset=utf-8", retryAfterSeconds) });

/** `/de/apps/hither` is the German storefront; otherwise the shopper's browser says what it speaks. */
const localeOf = (request: Request, params: URLSearchParams): Locale =>
  nearestLocale(params.get("locale") ?? /^\/([a-z]{2}(?:-[a-z]{2})?)\//i.exec(params.get("path_prefix") ?? "")?.[1] ?? request.headers.get("accept-language")?.split(",")[0]);

/**
 * A page behind Shopify's app proxy: asked by opening it, answered by its form, with or without JavaScript. Who has no signature of Shopify's, or sends
 * more than `largestForm` bytes, is told so in plain words.
 */
export const shopperPage = (name: string, largestForm: number, answer: (asked: ShopperAsks) => Promise<Response>) => {
  const asked = async (request: Request, fields: URLSearchParams): Promise<Response> => {
    const { shopify } = await container();
    await shopify.authenticate.public.appProxy(request);
    const params = new URL(request.url).searchParams;
    const shop = shopId(params.get("shop") ?? "");
    if (shop === null) throw new Response(null, { status: 400 });
    return answer({
      shop, fields, posted: request.method === "POST", wantsJson: request.headers.get("accept")?.includes("application/json") ?? false, locale: localeOf(request, params),
      from: request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown", path: `${params.get("path_prefix") ?? "/apps/hither"}/${name}`,
    });
  };
  /** A wrong signature is answered by Shopify's library with an empty 400. */
  const plainly = async (work: () => Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Response && thrown.status === 400) return plain("This address answers only requests that Shopify has signed. Open the tracking page in the store, or the link in the message once more.", 400);
      throw thrown;
    }
  };
  return {
    loader: ({ request }: LoaderFunctionArgs): Promise<Response> => plainly(() => asked(request, new URL(request.url).searchParams)),
    action: ({ request }: ActionFunctionArgs): Promise<Response> =>
      plainly(async () => {
        const body = await boundedBody(request, largestForm);
        return body.outcome === "too_large" ? plain("The form is too large.", 413) : asked(request, new URLSearchParams(new TextDecoder().decode(body.bytes)));
      }),
  };
};

import { seeOther, type Handler } from "../../http/handler.ts";
import type { World } from "../../world/types.ts";
import { html, raw } from "../html.ts";
import { forward, signedQuery } from "./app-proxy.ts";
import { cartCookie, changed, cookieOf, printItems, readCart } from "./cart.ts";
import { productPicture } from "./product-picture.ts";
import { ASSETS_BASE, renderAnswer, renderBlock } from "./render-liquid.ts";
import { accountPage, cartPage, homePage, productPage } from "./shop-pages.ts";
import { PROXY_BASE, type ShopOptions } from "./shop-options.ts";
import { FAVICON, shopResponse, themed } from "./theme.ts";
import { loadThemeExtension } from "./theme-extension.ts";

/** Shopify gives the app ten seconds to answer through the proxy; more and the visitor sees an error. */
const PROXY_TIMEOUT_MS = 10_000;
const CUSTOMER_COOKIE = "signed_in_customer";

const withCookie = (response: Response, cookie: string): Response => {
  response.headers.append("set-cookie", cookie);
  return response;
};
const file = (content: string | Uint8Array, type: string): Response =>
  new Response(typeof content === "string" ? content : new Uint8Array(content), { headers: { "content-type": type, "cache-control": "no-cache" } });

/** The shop's own pages, with the theme app extension on them and the app behind /apps/hither. Null for a path that is not the shop's. */
export const storefrontRoutes = (world: World, options: ShopOptions): Handler => {
  const answer = (request: Request, title: string, ...main: Parameters<typeof themed>[4][]) => shopResponse(themed(world, options, request, { title }, ...main));
  const localeOf = (url: URL) => (url.searchParams.get("locale") === "de" ? "de" : "en");
  const customerOf = (request: Request) => cookieOf(request, CUSTOMER_COOKIE) || null;
  const emailOf = (customerId: string | null) => world.orders.find((order) => order.customerId === customerId)?.email ?? null;

  const trackPage = async (request: Request, url: URL): Promise<Response> => {
    const locale = localeOf(url);
    const block = await renderBlock(loadThemeExtension(), "order-tracking", "page", { world, locale, customerEmail: emailOf(customerOf(request)) });
    const head = html`${block.stylesheet && html`<link rel="stylesheet" href="${block.stylesheet}">`}${block.javascript && html`<script src="${block.javascript}" defer></script>`}`;
    return shopResponse(themed(world, options, request, { title: "Track an order", head, lang: locale }, raw(block.markup)));
  };

  const proxy = async (request: Request, url: URL): Promise<Response> => {
    const customerId = customerOf(request);
    const target = new URL(`${options.appUrl}${options.proxyPath}${url.pathname.slice(PROXY_BASE.length)}`);
    const facts = { shop: world.shop.myshopify_domain, pathPrefix: PROXY_BASE, customerId: customerId ?? "", at: world.clock.now() };
    target.search = signedQuery(url.searchParams, facts, options.clientSecret).toString();
    let reply: Response;
    try {
      reply = await forward(request, target, AbortSignal.timeout(PROXY_TIMEOUT_MS));
    } catch {
      return shopResponse(themed(world, options, request, { title: "Not reachable" }, html`<h1>This page cannot be shown just now</h1><p>The app did not answer. Please try again in a minute.</p>`), 502);
    }
    const type = reply.headers.get("content-type") ?? "";
    if (!type.startsWith("application/liquid")) {
      const headers = new Headers({ "content-type": type || "text/plain", "cache-control": "no-store" });
      const retry = reply.headers.get("retry-after");
      if (retry !== null) headers.set("retry-after", retry);
      const location = reply.headers.get("location");
      if (location !== null) headers.set("location", location.replace(`https://${world.shop.domain}/`, "/"));
      return new Response([204, 304].includes(reply.status) ? null : await reply.arrayBuffer(), { status: reply.status, headers });
    }
    const { markup, bare } = await renderAnswer(loadThemeExtension(), await reply.text(), { world, locale: localeOf(url), customerEmail: emailOf(customerId) });
    // This server stands in for the shop's own domain: absolute links there stay here.
    const local = markup.replaceAll(`https://${world.shop.domain}/`, "/");
    // The app's markup may carry its own inline style and script, as on a real theme.
    const response = shopResponse(bare ? local : themed(world, options, request, { title: "Your order" }, raw(local)), reply.status);
    response.headers.set("content-security-policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'");
    return response;
  };

  const changeCart = async (request: Request, how: "add" | "replace"): Promise<Response> => {
    const form = await request.formData();
    const cart = readCart(world, request);
    const product = world.products.find(({ variantId }) => variantId === form.get("id"));
    if (!product) return shopResponse(themed(world, options, request, { title: "Not sold here" }, html`<h1>This is not sold here</h1>`), 422);
    const lines = changed(cart, product, Number(form.get("quantity") ?? 1), how);
    return withCookie(seeOther(form.get("then") === "checkout" ? `/checkout?items=${printItems(lines)}` : "/cart"), cartCookie(lines));
  };

  return async (request, url) => {
    const { pathname } = url;
    if (pathname === PROXY_BASE || pathname.startsWith(`${PROXY_BASE}/`)) return proxy(request, url);
    const picture = /^\/products\/([\w-]+)\.svg$/.exec(pathname)?.[1];
    if (picture !== undefined) return file(productPicture(picture), "image/svg+xml");
    if (pathname === "/favicon.svg") return file(FAVICON, "image/svg+xml");
    if (pathname.startsWith(`${ASSETS_BASE}/`)) {
      const content = loadThemeExtension().asset(pathname.slice(ASSETS_BASE.length + 1));
      return content && file(content, pathname.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
    }
    if (request.method === "POST") {
      switch (pathname) {
        case "/cart/add": return changeCart(request, "add");
        case "/cart/change": return changeCart(request, "replace");
        case "/cart/checkout": return seeOther(`/checkout?items=${printItems(readCart(world, request))}`);
        case "/account": return withCookie(seeOther("/account"), `${CUSTOMER_COOKIE}=${encodeURIComponent(String((await request.formData()).get("customer") ?? ""))}; Path=/; SameSite=Lax; HttpOnly`);
        default: return null;
      }
    }
    switch (pathname) {
      case "/": return answer(request, "Home", homePage(world));
      case "/cart": return answer(request, "Cart", cartPage(world, readCart(world, request)));
      case "/account": return answer(request, "Account", accountPage(world, customerOf(request)));
      case "/pages/track": return trackPage(request, url);
      default: break;
    }
    const product = world.products.find(({ handle }) => pathname === `/products/${handle}`);
    return product ? answer(request, product.title, productPage(world, product)) : null;
  };
};

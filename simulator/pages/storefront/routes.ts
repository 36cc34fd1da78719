import { seeOther, type Handler } from "../../http/handler.ts";
import type { SimulatedWorld } from "../../world/simulated-world.ts";
import { COUNTRIES } from "../checkout/shipping-options.ts";
import { html, raw, type Markup } from "../html.ts";
import { forward, signedQuery } from "./app-proxy.ts";
import { cartCookie, changed, cookieOf, printItems, readCart } from "./cart.ts";
import { productPicture } from "./product-picture.ts";
import type { RenderContext } from "./liquid-objects.ts";
import { ASSETS_BASE, renderAnswer, renderBlock } from "./render-liquid.ts";
import { accountPage, cartPage, countrySelector, homePage, productPage } from "./shop-pages.ts";
import { PROXY_BASE, type ShopOptions } from "./shop-options.ts";
import { FAVICON, shopResponse, themed } from "./theme.ts";
import { loadThemeExtension } from "./theme-extension.ts";

/** Shopify gives the app ten seconds to answer through the proxy; more and the visitor sees an error. */
const PROXY_TIMEOUT_MS = 10_000;
const CUSTOMER_COOKIE = "signed_in_customer";
/** Shopify's own name for it. */
const COUNTRY_COOKIE = "localization";
/** The block that merchants put on product and cart pages. */
const DATE_BLOCK = "delivery-date";

const withCookie = (response: Response, cookie: string): Response => {
  response.headers.append("set-cookie", cookie);
  return response;
};
const file = (content: string | Uint8Array, type: string): Response =>
  new Response(typeof content === "string" ? content : new Uint8Array(content), { headers: { "content-type": type, "cache-control": "no-cache" } });

/** The shop's own pages, with the theme app extension on them and the app behind /apps/hither. Null for a path that is not the shop's. */
export const storefrontRoutes = (world: SimulatedWorld, options: ShopOptions): Handler => {
  const answer = (request: Request, title: string, ...main: Parameters<typeof themed>[4][]) => shopResponse(themed(world, options, request, { title }, ...main));
  const extension = () => loadThemeExtension(options.themeExtension);
  const localeOf = (url: URL) => (url.searchParams.get("locale") === "de" ? "de" : "en");
  const customerOf = (request: Request) => cookieOf(request, CUSTOMER_COOKIE) || null;
  const countryOf = (request: Request) => COUNTRIES.find(({ code }) => code === cookieOf(request, COUNTRY_COOKIE))?.code ?? world.shop.country_code;
  const contextOf = (request: Request, url: URL) =>
    ({ world, locale: localeOf(url), country: countryOf(request), signedIn: world.orders.findLast((order) => order.customerId === customerOf(request)) ?? null });

  /** A page with one of the extension's blocks on it, where the extension has that block; `about` is what the template is about. */
  const withBlock = async (request: Request, url: URL, name: string, template: string, title: string, about: Pick<RenderContext, "product" | "cart">, main: (block: Markup | null) => Markup): Promise<Response> => {
    const theme = extension();
    const block = name in theme.blocks ? await renderBlock(theme, name, template, { ...contextOf(request, url), ...about }) : null;
    const head = html`${block?.stylesheet && html`<link rel="stylesheet" href="${block.stylesheet}">`}${block?.javascript && html`<script src="${block.javascript}" defer></script>`}`;
    return shopResponse(themed(world, options, request, { title, head, lang: localeOf(url) }, main(block && raw(block.markup))));
  };
  const onTemplate = (request: Request, url: URL, template: "product" | "cart", title: string, about: Pick<RenderContext, "product" | "cart">, main: (block: Markup | null, selector: Markup) => Markup): Promise<Response> =>
    withBlock(request, url, DATE_BLOCK, template, title, about, (block) => main(block, countrySelector(countryOf(request), `${url.pathname}${url.search}`)));

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
    const { markup, bare } = await renderAnswer(extension(), await reply.text(), contextOf(request, url));
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

  const chooseCountry = async (request: Request): Promise<Response> => {
    const form = await request.formData();
    const country = COUNTRIES.find(({ code }) => code === form.get("country_code"))?.code ?? world.shop.country_code;
    const back = String(form.get("return_to") ?? "/");
    return withCookie(seeOther(/^\/(?![/\\])/.test(back) ? back : "/"), `${COUNTRY_COOKIE}=${country}; Path=/; SameSite=Lax`);
  };

  return async (request, url) => {
    const { pathname } = url;
    if (pathname === PROXY_BASE || pathname.startsWith(`${PROXY_BASE}/`)) return proxy(request, url);
    const picture = /^\/products\/([\w-]+)\.svg$/.exec(pathname)?.[1];
    if (picture !== undefined) return file(productPicture(picture), "image/svg+xml");
    if (pathname === "/favicon.svg") return file(FAVICON, "image/svg+xml");
    if (pathname.startsWith(`${ASSETS_BASE}/`)) {
      const content = extension().asset(pathname.slice(ASSETS_BASE.length + 1));
      return content && file(content, pathname.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
    }
    if (request.method === "POST") {
      switch (pathname) {
        case "/cart/add": return changeCart(request, "add");
        case "/cart/change": return changeCart(request, "replace");
        case "/localization": return chooseCountry(request);
        case "/cart/checkout": return seeOther(`/checkout?items=${printItems(readCart(world, request))}`);
        case "/account": return withCookie(seeOther("/account"), `${CUSTOMER_COOKIE}=${encodeURIComponent(String((await request.formData()).get("customer") ?? ""))}; Path=/; SameSite=Lax; HttpOnly`);
        default: return null;
      }
    }
    switch (pathname) {
      case "/": return answer(request, "Home", homePage(world));
      case "/cart": return onTemplate(request, url, "cart", "Cart", { cart: readCart(world, request) }, (block, selector) => cartPage(world, readCart(world, request), block, selector));
      case "/account": return answer(request, "Account", accountPage(world, customerOf(request)));
      case "/pages/track": return withBlock(request, url, "order-tracking", "page", "Track an order", {}, (block) => html`${block}`);
      default: break;
    }
    const product = world.products.find(({ handle }) => pathname === `/products/${handle}`);
    return product ? onTemplate(request, url, "product", product.title, { product, cart: readCart(world, request) }, (block, selector) => productPage(world, product, block, selector)) : null;
  };
};

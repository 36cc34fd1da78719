import { randomUUID } from "node:crypto";
import { bundle } from "../../extension-host/bundles.ts";
import { extensionHostRoutes } from "../../extension-host/extension-host-routes.ts";
import { seeOther, type Handler } from "../../http/handler.ts";
import type { Order, World } from "../../world/types.ts";
import { html, type Markup } from "../html.ts";
import { cartCookie, parseItems, type CartLine } from "../storefront/cart.ts";
import type { ShopOptions } from "../storefront/shop-options.ts";
import { shopResponse, themed } from "../storefront/theme.ts";
import { changeAttributes, type CheckoutAttribute } from "./attributes.ts";
import { checkoutPage, type CheckoutView } from "./checkout-page.ts";
import { describeMount, extensionHead } from "./extension-slots.ts";
import { orderStatusPage, thankYouPage } from "./order-pages.ts";
import { placeOrder } from "./place-order.ts";
import { SAMPLE_ADDRESSES } from "./sample-addresses.ts";
import { SHIPPING_OPTIONS } from "./shipping-options.ts";
import { orderStatusApi, shippingOptionApi, thankYouApi } from "./surface-api.ts";

/** An open checkout: what is being bought, until it becomes an order. */
type OpenCheckout = { readonly lines: readonly CartLine[]; readonly locale: string; attributes: readonly CheckoutAttribute[] };

const PAGE_SCRIPT = new URL("./client.ts", import.meta.url);

const prefilled = (): Record<string, string> => {
  const { email, address } = SAMPLE_ADDRESSES[0] ?? { email: "", address: {} };
  const texts = Object.entries(address).map(([name, value]) => [name, value ?? ""] as const);
  return { ...Object.fromEntries(texts), email, country: "US", shipping: "standard" };
};

/** Checkout, thank-you page and order status page, running the built UI extensions. Null for a path that is not theirs. */
export const checkoutRoutes = (world: World, options: ShopOptions): Handler => {
  const open = new Map<string, OpenCheckout>();
  const localeOf = (url: URL) => (url.searchParams.get("locale") === "de" ? "de" : "en-US");
  const show = (title: string, locale: string, head: Markup | undefined, main: Markup, status = 200) =>
    shopResponse(themed(world, options, null, { title, frame: "checkout", lang: locale.split("-")[0] ?? "en", ...(head ? { head } : {}) }, main), status);
  const notHere = () => show("Not found", "en-US", undefined, html`<h1>This page is not here</h1><p>The checkout may belong to an earlier run of the stand-in.</p><a class="button" href="/">Back to the shop</a>`, 404);

  const start = (url: URL): Response => {
    const lines = parseItems(world, url.searchParams.get("items") ?? "");
    if (lines.length === 0) return seeOther("/cart");
    const token = randomUUID().replaceAll("-", "");
    open.set(token, { lines, locale: localeOf(url), attributes: [] });
    return seeOther(`/checkouts/${token}`);
  };

  const checkout = (token: string, { lines, locale, attributes }: OpenCheckout, problem: string | null, values: CheckoutView["values"]): Response => {
    const mounts = SHIPPING_OPTIONS.map((option) => describeMount(world, locale, {
      slot: `option-${option.handle}`, folder: "checkout-delivery-date", target: "purchase.checkout.shipping-option-item.render-after",
      tokenUrl: "/checkout-token", api: (extension) => shippingOptionApi(world, extension, locale, option, { token, values, attributes }),
    }));
    return show("Checkout", locale, extensionHead(mounts), checkoutPage(world, { token, lines, problem, values }), problem === null ? 200 : 422);
  };

  const pay = async (token: string, request: Request): Promise<Response> => {
    if (world.orders.some((order) => order.checkout_token === token)) return seeOther(`/checkouts/${token}/thank-you`);
    const session = open.get(token);
    if (!session) return notHere();
    const values = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]));
    const placed = placeOrder(world, { token, lines: session.lines, attributes: session.attributes, locale: session.locale.split("-")[0] ?? "en" }, values);
    if (placed.outcome === "refused") return checkout(token, session, placed.problem, values);
    const response = seeOther(`/checkouts/${token}/thank-you`);
    response.headers.append("set-cookie", cartCookie([]));
    return response;
  };

  /** What an extension asked to note beside the order, and how the checkout's attributes are afterwards. */
  const noteAttribute = async (token: string, request: Request): Promise<Response> => {
    const session = open.get(token);
    if (!session || world.orders.some((order) => order.checkout_token === token)) return Response.json({ result: { type: "error", message: "The checkout is over." }, attributes: [] });
    const change: unknown = await request.json().catch(() => null);
    const { result, attributes } = changeAttributes(session.attributes, change);
    session.attributes = attributes;
    return Response.json({ result, attributes });
  };

  const afterPurchase = (order: Order, surface: "thank-you" | "order-status"): Response => {
    const locale = order.customer_locale.startsWith("de") ? "de" : "en-US";
    const mount = surface === "thank-you"
      ? describeMount(world, locale, { slot: surface, folder: "order-status-tracking", target: "purchase.thank-you.block.render", tokenUrl: "/checkout-token", api: (extension) => thankYouApi(world, extension, locale, order) })
      : describeMount(world, locale, { slot: surface, folder: "order-status-tracking", target: "customer-account.order-status.block.render", tokenUrl: `/checkout-token?order=${order.token}`, api: (extension) => orderStatusApi(world, extension, locale, order) });
    return show(`Order ${order.name}`, locale, extensionHead([mount]), surface === "thank-you" ? thankYouPage(world, order) : orderStatusPage(world, order));
  };

  return async (request, url) => {
    const { pathname } = url;
    const fromHost = await extensionHostRoutes(url);
    if (fromHost) return fromHost;
    if (pathname === "/checkout-assets/page.js") {
      return new Response(await bundle(PAGE_SCRIPT, "script"), { headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" } });
    }
    if (pathname === "/checkout-token") {
      // On the order status page the buyer is signed in; in checkout and on the thank-you page nobody is.
      const customer = world.orders.find(({ token }) => token === url.searchParams.get("order"))?.customerId;
      return new Response(await options.mintToken(customer), { headers: { "content-type": "text/plain", "cache-control": "no-store" } });
    }
    if (pathname === "/checkout") return start(url);
    const noting = /^\/checkouts\/([0-9a-f]{32})\/attributes$/.exec(pathname)?.[1];
    if (noting !== undefined && request.method === "POST") return noteAttribute(noting, request);
    const [, token, thanks] = /^\/checkouts\/([0-9a-f]{32})(\/thank-you)?$/.exec(pathname) ?? [];
    if (token !== undefined) {
      const order = world.orders.find((placed) => placed.checkout_token === token);
      if (thanks !== undefined) return order ? afterPurchase(order, "thank-you") : notHere();
      if (request.method === "POST") return pay(token, request);
      if (order) return seeOther(`${pathname}/thank-you`);
      const session = open.get(token);
      return session ? checkout(token, session, null, prefilled()) : notHere();
    }
    const orderToken = /^\/orders\/([\w-]+)$/.exec(pathname)?.[1];
    if (orderToken !== undefined) {
      const order = world.orders.find((placed) => placed.token === orderToken);
      return order ? afterPurchase(order, "order-status") : notHere();
    }
    return null;
  };
};

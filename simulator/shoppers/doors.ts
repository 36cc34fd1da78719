import { z } from "zod";
import { loadExtension } from "../extension-host/load-extension.ts";
import { metafieldsFor } from "../pages/checkout/surface-api.ts";
import { PROXY_BASE } from "../pages/storefront/shop-options.ts";
import { loadThemeExtension } from "../pages/storefront/theme-extension.ts";
import type { Order, Product, World } from "../world/types.ts";
import { beaconsOf, datasetOf } from "./theme-script.ts";

/** What a shopper knows after a look. `not yet`: the app has not heard of the order. `in vain`: nothing was to be seen, for whatever reason. */
export type Look = { readonly outcome: "seen"; readonly lastDay: string | null; readonly link: string | null } | { readonly outcome: "not yet" } | { readonly outcome: "in vain" };

/** What shoppers need of the outside. `turn` is asked before every request; false means to leave it. */
export type DoorsOptions = { readonly world: World; readonly storefront: () => string; readonly mintToken: (customerId?: string) => string; readonly turn: () => Promise<boolean>; readonly stopping: AbortSignal };

/** The pages a shopper opens: each through the same address as a browser. They never throw: a shopper shrugs and leaves. */
export type Doors = {
  /** A product page, as somebody from that country who perhaps typed a postal code there before. */
  product(product: Product, country: string, postcode: string | null): Promise<Look>;
  status(order: Order, surface: "thank_you" | "order_status"): Promise<Look>;
  /** The storefront's tracking page, by the link of an earlier answer. */
  link(link: string): Promise<Look>;
  numberAndEmail(order: Order): Promise<Look>;
};

const BROWSER = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";
const PATIENCE_MS = 8_000;
const VAIN: Look = { outcome: "in vain" };
const SEEN: Look = { outcome: "seen", lastDay: null, link: null };

const Published = z.object({ apiUrl: z.url() });
const Status = z.discriminatedUnion("state", [z.object({ state: z.literal("not_yet") }), z.object({ state: z.literal("known"), window: z.object({ to: z.string() }).nullable(), trackingPageUrl: z.url() })]);

/** Where the order status extension finds the app: in the table the app published. Null before it has published one. */
const apiUrl = (world: World): string | null => {
  const entry = metafieldsFor(world, loadExtension("order-status-tracking")).find(({ metafield }) => metafield.key === "delivery_dates");
  try {
    return entry === undefined ? null : Published.parse(JSON.parse(entry.metafield.value)).apiUrl.replace(/\/+$/, "");
  } catch {
    return null;
  }
};

/** Opens the doors of a shop whose storefront and app may be down at any time. */
export const openDoors = ({ world, storefront, mintToken, turn, stopping }: DoorsOptions): Doors => {
  const ask = async (url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response | null> => {
    if (!(await turn()) || stopping.aborted) return null;
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
    return fetch(url, { ...init, headers: { "user-agent": BROWSER, accept: "text/html", ...init.headers }, signal }).catch(() => null);
  };
  const tracking = async (response: Response | null): Promise<Look> => {
    const page = response?.ok ? await response.text().catch(() => "") : "";
    return page.includes("data-hither-tracking") ? SEEN : VAIN;
  };
  return {
    async product(product, country, postcode) {
      const answer = await ask(`${storefront()}/products/${product.handle}`, { headers: { cookie: `localization=${country}` } });
      const dataset = answer?.ok ? datasetOf(await answer.text().catch(() => "")) : null;
      const script = loadThemeExtension().asset("hither-delivery-date.js");
      if (dataset === null || script === null) return VAIN;
      for (const { path, body } of beaconsOf(new TextDecoder().decode(script), dataset, postcode)) await ask(`${storefront()}${path}`, { method: "POST", headers: { "content-type": "text/plain;charset=UTF-8" }, body });
      return SEEN;
    },
    async status(order, surface) {
      const app = apiUrl(world);
      if (app === null) return { outcome: "not yet" };
      const id = surface === "thank_you" ? `gid://shopify/OrderIdentity/${order.id}` : `gid://shopify/Order/${order.id}`;
      const query = new URLSearchParams({ surface, order: id, locale: order.customer_locale, checkout: order.checkout_token });
      // Nobody is signed in on the thank-you page.
      const token = mintToken(surface === "thank_you" ? undefined : order.customerId);
      const answer = await ask(`${app}/api/ext/order-status?${query}`, { headers: { authorization: `Bearer ${token}`, accept: "application/json", origin: "null" } });
      const status = answer?.ok ? Status.safeParse(await answer.json().catch(() => null)) : null;
      if (!status?.success) return VAIN;
      return status.data.state === "not_yet" ? { outcome: "not yet" } : { outcome: "seen", lastDay: status.data.window?.to ?? null, link: status.data.trackingPageUrl };
    },
    async link(link) {
      const { pathname, search } = new URL(link);
      return tracking(await ask(`${storefront()}${pathname}${search}`));
    },
    async numberAndEmail({ name, email }) {
      return tracking(await ask(`${storefront()}${PROXY_BASE}/tracking`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ order: name, email }).toString() }));
    },
  };
};

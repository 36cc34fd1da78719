import { loadExtension } from "../../simulator/extension-host/load-extension.ts";
import { mountInNode, type NodeMount } from "../../simulator/extension-host/mount-in-node.ts";
import type { PageMount } from "../../simulator/extension-host/page/mount-in-page.ts";
import type { Order } from "../../simulator/world/types.ts";
import type { DatesBody } from "../../app/contracts/dates-api.ts";
import { formOf, type PromiseForm } from "../../app/ui/admin/dates/settings/promise-form.ts";
import { act, pageData } from "../../simulator/launch/as-merchant.ts";
import type { Stage } from "../stage/start-stage.ts";

export type Window = { readonly from: string; readonly to: string };
export type Buyer = { readonly country: string; readonly province_code: string; readonly zip: string; readonly city: string; readonly shipping: "standard" | "express" | "international" };
/** What a checkout showed under each option it offers, as text, and how to buy there. */
export type Checkout = { readonly shows: Readonly<Record<string, string>>; pay(): Promise<Order> };

const WORDS = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
/** "Fri, Nov 27", as every surface writes a day in English. */
export const dayInWords = (day: string): string => WORDS.format(Date.parse(`${day}T00:00:00Z`));
/** "Fri, Nov 27 – Mon, Nov 30". */
export const inWords = ({ from, to }: Window): string => (from === to ? dayInWords(to) : `${dayInWords(from)} – ${dayInWords(to)}`);

/** What a page of the merchant's hands to its script. */
export const routeData = async <T>(stage: Stage, path: string, route: string): Promise<T> => {
  const page = (await pageData(stage.demo.context, path)) as Readonly<Record<string, { readonly data: T } | undefined>>;
  const found = page[route];
  if (!found) throw new Error(`The page ${path} has no ${route}, but ${Object.keys(page).join(", ")}.`);
  return found.data;
};

const SETTINGS = "/app/dates/settings";
/** The form of promise settings as it stands. */
export const promiseForm = async (stage: Stage): Promise<PromiseForm> => {
  const { view, hours } = await routeData<{ readonly view: Parameters<typeof formOf>[0]; readonly hours: Parameters<typeof formOf>[1] }>(stage, SETTINGS, "routes/app.dates.settings");
  return formOf(view, hours);
};
/** The merchant changes something in the form and saves it, or only looks at its effect. */
export const changePromise = async (stage: Stage, change: Partial<PromiseForm>): Promise<unknown> => act(stage.demo.context, SETTINGS, { intent: "save", form: { ...(await promiseForm(stage)), ...change } });
export const previewPromise = async (stage: Stage, change: Partial<PromiseForm>): Promise<unknown> => act(stage.demo.context, SETTINGS, { intent: "preview", of: "a look", form: { ...(await promiseForm(stage)), ...change } });
export const importPast = async (stage: Stage, name: string, text: string): Promise<unknown> => act(stage.demo.context, SETTINGS, { intent: "import", name, text });

const mountsOf = (page: string): readonly PageMount[] => JSON.parse(/<script type="application\/json" id="extensions">(.*?)<\/script>/s.exec(page)?.[1] ?? "[]") as PageMount[];

/** What shoppers, a merchant's own software and a merchant do with dates on the stage, from outside. */
export const shoppersOf = (stage: Stage) => {
  const { world, context, urls } = stage.demo;
  const shop = async (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, urls.storefront), { redirect: "manual", ...init });
  const page = async (path: string): Promise<string> => (await shop(path)).text();

  const mount = async ({ handle, target, api, locale, clock, tokenUrl }: PageMount, more: Readonly<Record<string, unknown>> = {}): Promise<NodeMount> => {
    const token = await page(tokenUrl);
    return mountInNode({ extension: loadExtension(handle), target, api: { ...api, ...more }, locale, clock: clock ?? world.clock.state(), token: () => token, network: (request) => fetch(request) });
  };

  /** An extension's text once it has settled on something, or nothing. */
  const textOf = async (one: PageMount, more: Readonly<Record<string, unknown>>, isOver: (tree: string) => boolean): Promise<string> => {
    const mounted = await mount(one, more);
    try {
      await mounted.settled();
      return await mounted.until(isOver);
    } finally {
      await mounted.stop();
    }
  };

  /** Fills a cart, goes to checkout and types an address; the extension runs under every option. */
  const checkout = async ({ shipping, ...to }: Buyer): Promise<Checkout> => {
    const { headers } = await shop(`/checkout?items=${world.products[0]?.variantId}:1`);
    const path = headers.get("location") ?? "";
    const values = { email: "", first_name: "Ada", last_name: "Fairweather", address1: "1840 NE Alder Street", address2: "", shipping, ...to };
    const typed = await (await shop(path, { method: "POST", body: new URLSearchParams(values) })).text(); // without an e-mail address nothing is bought yet
    const shows: Record<string, string> = {};
    for (const one of mountsOf(typed)) {
      let noted = false;
      const applyAttributeChange = async (change: unknown): Promise<unknown> => {
        const { result } = (await (await shop(`${path}/attributes`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) })).json()) as { readonly result: unknown };
        noted = true;
        return result;
      };
      const option = one.slot.replace("option-", "");
      shows[option] = await textOf(one, { applyAttributeChange }, (tree) => noted || option !== shipping || tree === "");
    }
    return {
      shows,
      async pay() {
        await shop(path, { method: "POST", body: new URLSearchParams({ ...values, email: "ada.fairweather@example.com" }) });
        const order = world.orders.find((one) => one.checkout_token === path.split("/").at(-1));
        if (!order) throw new Error("the checkout placed no order");
        return order;
      },
    };
  };

  /** The block of the page after purchase, once it has the app's answer, which alone has a link. */
  const status = async (html: string): Promise<string> => {
    const [one] = mountsOf(html);
    if (!one) throw new Error("The page carries no extension.");
    return textOf(one, {}, (tree) => tree.includes("<s-link"));
  };

  const key = (): string => `${context.warehouse.key?.keyId}.${context.warehouse.key?.secret}`;
  const dates = async (query: Readonly<Record<string, string>>): Promise<DatesBody> => {
    const response = await fetch(`${urls.app}/api/v1/dates?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${key()}` } });
    if (!response.ok) throw new Error(`The dates API answered ${response.status}: ${await response.text()}\n${stage.demo.app().output().split("\n").findLast((line) => line.includes("dates.not_answered")) ?? ""}`);
    return (await response.json()) as DatesBody;
  };

  return {
    checkout, dates, page, shop,
    /** What the API answers to a cart. */
    cart: async ({ country, province_code, zip }: Omit<Buyer, "shipping">, method: string | null) => {
      const body = await dates({ country, ...(province_code && { region: province_code }), ...(zip && { zip }), ...(method === null ? {} : { method }) });
      const [option] = body.about === "cart" ? body.options : [];
      if (!option) throw new Error("The dates API answered nothing to a cart.");
      return { ...option.date, lane: option.lane };
    },
    thankYou: async (order: Order): Promise<string> => status(await page(`/checkouts/${order.checkout_token}/thank-you`)),
    orderStatus: async (order: Order): Promise<string> => status(await page(`/orders/${order.token}`)),
    /** What Shopify itself says on the order's page. */
    shopifySays: async (order: Order): Promise<string | null> => /<p data-expected>Estimated delivery: ([^<]*)</.exec(await page(`/orders/${order.token}`))?.[1] ?? null,
    tracking: async (order: Order): Promise<{ readonly json: { readonly window: Window | null; readonly parcels: readonly { readonly window: Window | null; readonly headline: string }[]; readonly headline: string; readonly was: Window | null; readonly why: string | null }; readonly html: string }> => {
      const path = `/apps/hither/tracking?${new URLSearchParams({ order: order.name, email: order.email })}`;
      const { order: json } = (await (await shop(path, { headers: { accept: "application/json" } })).json()) as { readonly order: never };
      return { json, html: await page(path) };
    },
    /** What the product page says, with the table its script is given; null where it says nothing. */
    product: async (): Promise<{ readonly text: string; readonly busy: string | null; readonly table: { readonly id: string; readonly now: number; readonly days: readonly { readonly day: string; readonly until: number }[]; readonly lanes: Readonly<Record<string, readonly number[]>> } } | null> => {
      const html = await page(`/products/${world.products[0]?.handle}`);
      const text = /<strong data-hither-arrives>([^<]*)</.exec(html)?.[1];
      if (text === undefined) return null;
      const data = (/data-table="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&amp;", "&");
      const [, hidden, busy] = /<p class="hither-date__note" data-hither-busy( hidden)?>([^<]*)</.exec(html) ?? [];
      return { text, busy: hidden === undefined ? (busy ?? null) : null, table: JSON.parse(data) as never };
    },
    /** What the page's script sends when it has been looked at. */
    beacon: async (body: object): Promise<number> => (await shop("/apps/hither/shown", { method: "POST", body: JSON.stringify(body) })).status,
  };
};

export type Shoppers = ReturnType<typeof shoppersOf>;

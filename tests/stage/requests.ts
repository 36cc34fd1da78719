import { createHmac, randomUUID } from "node:crypto";
import type { Stage } from "./start-stage.ts";

/** Where the merchant's pretend server receives our webhooks. */
export const MERCHANT_HOOK = "https://hooks.hearth-and-wool.example/hither";
/** Shopify's library turns away what looks like a bot. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
const EASYPOST_SECRET = "wool-is-warm";

export type ShopifyDelivery = { readonly topic: string; readonly body: string; readonly id?: string; readonly shop?: string; readonly secret?: string | null };

/** Posts a delivery as Shopify would. `secret: null` leaves the signature out; another text signs it wrongly. */
export const deliverFromShopify = (stage: Stage, { topic, body, id = randomUUID(), shop, secret }: ShopifyDelivery): Promise<Response> => {
  const { context, world, urls } = stage.demo;
  const key = secret === undefined ? context.app.clientSecret : secret;
  return fetch(`${urls.app}/webhooks/shopify`, {
    method: "POST", body,
    headers: {
      "content-type": "application/json", "x-shopify-topic": topic, "x-shopify-shop-domain": shop ?? world.shop.myshopify_domain, "x-shopify-webhook-id": id, "x-shopify-event-id": randomUUID(),
      "x-shopify-api-version": "2026-10", "x-shopify-triggered-at": world.clock.now().toISOString(),
      ...(key === null ? {} : { "x-shopify-hmac-sha256": createHmac("sha256", key).update(body).digest("base64") }),
    },
  });
};

/** Posts an event as EasyPost would, signed with the secret the merchant gave both sides. */
export const deliverFromEasyPost = (stage: Stage, token: string, body: string, secret = EASYPOST_SECRET): Promise<Response> =>
  fetch(`${stage.demo.urls.app}/webhooks/easypost/${token}`, {
    method: "POST", body, headers: { "content-type": "application/json", "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex")}` },
  });

/** What a merchant's click on an admin page sends: JSON with the session token App Bridge adds. Answers the raw text. */
export const asMerchant = async (stage: Stage, page: string, wish: unknown): Promise<string> => {
  const response = await fetch(`${stage.demo.urls.app}${page}.data`, {
    method: "POST", body: JSON.stringify(wish), headers: { "content-type": "application/json", "user-agent": BROWSER, authorization: `Bearer ${stage.demo.context.mintSessionToken()}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${page} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
};

/** Connects EasyPost and the merchant's own webhook endpoint, as a merchant does on the settings page. Answers the feed's token. */
export const connectEverything = async (stage: Stage): Promise<string> => {
  const { context, urls } = stage.demo;
  await asMerchant(stage, "/app/settings", { intent: "connect_easypost", apiKey: "EZTKhearthandwool0000000000000000000", secret: EASYPOST_SECRET });
  const answer = await asMerchant(stage, "/app/settings", { intent: "connect_webhook", url: MERCHANT_HOOK });
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(answer)?.[0];
  if (!secret) throw new Error(`The settings page shows no webhook secret: ${answer.slice(0, 500)}`);
  context.hooks.secret = secret;
  const [shop] = await stage.sql<{ token: string }>("SELECT token FROM shop");
  if (!shop) throw new Error("The shop is not installed.");
  context.easypost.configure({ url: `${urls.app}/webhooks/easypost/${shop.token}`, secret: EASYPOST_SECRET });
  return shop.token;
};

/** A look at the shopper's tracking page, through the storefront. */
export const asShopper = async (stage: Stage, order: { readonly name: string; readonly email: string }): Promise<{ readonly status: number; readonly body: unknown }> => {
  const query = new URLSearchParams({ order: order.name, email: order.email });
  const response = await fetch(`${stage.demo.urls.storefront}/apps/hither/tracking?${query}`, { headers: { accept: "application/json" } });
  return { status: response.status, body: await response.json().catch(() => null) };
};
